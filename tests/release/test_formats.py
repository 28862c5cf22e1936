"""Every format holds the same rows, opens in its own readers, and breaks where it is made wrong."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import openpyxl
import polars
import pyarrow.parquet
import pytest

from dalil.package.validate import validate
from dalil.release.build import release_files
from dalil.release.flat import flat_rows, headers
from dalil.release.model import LANGUAGES, Release
from dalil.release.sqlite import APPLICATION, user_version
from dalil.release.stage import Made
from dalil.release.typed import typed, typed_row
from dalil.release.xlsx import SHEETS, workbook

Broken = Callable[[str, str, str], Path]


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))


@pytest.fixture
def base(dist: Path, release: Release) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{dist / release.name}.sqlite?mode=ro", uri=True)) as opened:
        yield opened


@pytest.fixture(scope="module")
def book(dist: Path, release: Release) -> openpyxl.Workbook:
    return openpyxl.load_workbook(dist / f"{release.name}.xlsx")


# CSV


def test_csv_is_plain_sorted_and_has_one_line_ending(dist: Path, release: Release) -> None:
    for path in dist.glob("*.csv"):
        data = path.read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        assert data.endswith(b"\n")
        header = next(csv.reader(io.StringIO(data.decode("utf-8"))))
        assert len(set(header)) == len(header)
    for name, table in release.schemas.items():
        keys = [tuple(row[key] for key in table.key) for row in read_csv(dist / f"{name}.csv")]
        assert keys == sorted(keys), name


def test_the_sorted_package_passes_our_own_rules_and_a_broken_one_does_not(dist: Path, broken: Broken) -> None:
    assert list(validate(dist)) == []
    said = [str(problem) for problem in validate(broken("facts.csv", "more-than", "mer-than"))]
    assert any("not in the closed list" in line for line in said)
    assert any("wrong SHA-256" in line for line in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_flat_table_has_every_fact_once_with_labels(dist: Path, release: Release, language: str) -> None:
    rows = read_csv(dist / f"facts_flat_{language}.csv")
    title = {name: texts[language] for name, texts in headers().items()}
    assert [row[title["id"]] for row in rows] == [row["id"] for row in release.tables["facts"]]
    assert all(row[title["statement"]] and row[title["document"]] and row[title["link"]] for row in rows)
    units = [release.term("unit", fact["unit"], language) for fact in release.tables["facts"]]
    assert [row[title["unit"]] for row in rows] == units
    assert {title["value"], title["quote"], title["speaker"], title["period"]} <= rows[0].keys()


def test_the_permanent_link_is_absolute_where_the_site_is_known(release: Release, sited: Release) -> None:
    (near, *_), (far, *_) = flat_rows(release, "fr"), flat_rows(sited, "fr")
    assert far["link"] == f"https://dalil.example/{near['link']}"
    assert near["link"] == f"fr/documents/{near['id'].split('.')[0]}.html#{near['id']}"


# SQLite


def test_sqlite_is_sound_and_says_what_it_is(base: sqlite3.Connection, release: Release) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert base.execute("PRAGMA user_version").fetchone() == (user_version(release.version),)
    assert dict(base.execute("SELECT key, value FROM about"))["licence"] == release.licence.url


def test_sqlite_tables_are_strict_and_keyed(base: sqlite3.Connection, release: Release) -> None:
    listed = {row[1]: row for row in base.execute("PRAGMA table_list") if row[2] == "table"}
    for name, table in release.schemas.items():
        assert listed[name][5] == 1, f"{name} is not STRICT"
        key = [row[1] for row in sorted(base.execute(f"PRAGMA table_info({name})"), key=lambda row: row[5]) if row[5]]
        assert key == list(table.key)
        found = {row[3]: row[2] for row in base.execute(f"PRAGMA foreign_key_list({name})")}
        assert found == {c.name: c.references for c in table.columns if c.references and not c.many}


def test_sqlite_refuses_what_the_schema_refuses(dist: Path, release: Release) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as twin:
        twin.deserialize((dist / f"{release.name}.sqlite").read_bytes())
        twin.execute("PRAGMA foreign_keys = ON")
        for wrong in (
            "kind = 'figurine'",
            "subject = 'nobody'",
            "value = 'many'",
            "negated = 2",
            "period_min = '2020'",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                twin.execute(f"UPDATE facts SET {wrong}")
        twin.execute("PRAGMA foreign_keys = OFF")
        twin.execute("UPDATE facts SET subject = 'nobody'")
        assert twin.execute("PRAGMA foreign_key_check").fetchone()


def test_sqlite_views_answer(base: sqlite3.Connection, release: Release) -> None:
    def count(view: str) -> int:
        return int(base.execute(f"SELECT count(*) FROM {view}").fetchone()[0])

    assert count("facts_wide") == release.counts["facts"]
    assert count("claims") == release.counts["facts"] + release.counts["findings"]
    facts = {row["id"] for row in release.tables["facts"] if row["kind"] == "participation"}
    assert count("participations") == sum(row["fact"] in facts for row in release.tables["objects"])
    wide = base.execute("SELECT subject_ar, property_fr, publisher_en FROM facts_wide").fetchall()
    assert all(all(row) for row in wide)


# Parquet


def test_parquet_reads_back_with_its_types(dist: Path, release: Release) -> None:
    for name, table in release.schemas.items():
        rows = pyarrow.parquet.read_table(dist / f"parquet/{name}.parquet").to_pylist()
        assert [list(row.values()) for row in rows] == [typed_row(table, row) for row in release.tables[name]]
    assert polars.read_parquet(dist / "parquet/facts.parquet")["period_min"].dtype == polars.Date


def test_a_broken_parquet_file_does_not_open(broken: Broken) -> None:
    twin = broken("parquet/facts.parquet", "PAR1", "PAR0")
    with pytest.raises(pyarrow.ArrowInvalid):
        pyarrow.parquet.read_table(twin / "parquet/facts.parquet")


def test_a_number_that_a_double_cannot_hold_stops_the_release(release: Release) -> None:
    column = next(column for column in release.schemas["facts"].columns if column.name == "value")
    assert typed(column, "0.1") == 0.1
    with pytest.raises(ValueError, match="more digits than a double holds"):
        typed(column, "9007199254740993")


# XLSX


def formulas(book: openpyxl.Workbook) -> list[str]:
    return [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type in ("f", "e") or cell.hyperlink
    ]


def test_the_workbook_has_no_formula_and_no_link(book: openpyxl.Workbook) -> None:
    assert formulas(book) == []


def test_the_search_for_formulas_would_find_one() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"  # type: ignore[index]
    assert formulas(book) == ["Sheet!A1"]


def test_text_that_looks_like_a_formula_stays_text(release: Release) -> None:
    facts = [{**release.tables["facts"][0], "statement_en": "=cmd|' /C calc'!A0", "note_fr": "https://dalil.example"}]
    tables = {**release.tables, "facts": facts}
    twin = openpyxl.load_workbook(io.BytesIO(workbook(replace(release, tables=tables))))
    assert formulas(twin) == []
    assert "=cmd|' /C calc'!A0" in [cell.value for row in twin["facts"].iter_rows() for cell in row]


def test_arabic_sheets_run_from_the_right_under_a_frozen_header(book: openpyxl.Workbook) -> None:
    for sheet in book:
        assert bool(sheet.sheet_view.rightToLeft) == ("(ar)" in sheet.title)
        assert sheet.freeze_panes == "A2"
    assert book.sheetnames[:9] == [names[language] for names in SHEETS.values() for language in LANGUAGES]


def test_the_workbook_holds_rights_facts_dictionary_and_tables(book: openpyxl.Workbook, release: Release) -> None:
    for language in LANGUAGES:
        assert release.licence.url in str([cell.value for cell in book[SHEETS["rights"][language]]["A"]])
        assert book[SHEETS["facts"][language]].max_row - 1 == release.counts["facts"]
        columns = sum(len(table.columns) for table in release.schemas.values())
        assert book[SHEETS["dictionary"][language]].max_row - 1 == columns
    for name in release.schemas:
        assert [cell.value for cell in book[name][1]] == list(release.schemas[name].header)


def test_cells_keep_their_types(book: openpyxl.Workbook, release: Release) -> None:
    place = {name: number for number, name in enumerate(release.schemas["facts"].header)}
    for cells, row in zip(book["facts"].iter_rows(min_row=2), release.tables["facts"], strict=True):
        assert cells[place["id"]].value == row["id"]
        assert (cells[place["value"]].data_type == "n") or not row["value"]
        assert cells[place["period"]].data_type == "s" or not row["period"]
        assert cells[place["period_min"]].is_date or not row["period_min"]


# All of them


def test_every_format_has_as_many_rows(
    dist: Path, release: Release, base: sqlite3.Connection, book: openpyxl.Workbook
) -> None:
    for name, expected in release.counts.items():
        found = {
            "csv": len(read_csv(dist / f"{name}.csv")),
            "sqlite": base.execute(f"SELECT count(*) FROM {name}").fetchone()[0],
            "parquet": pyarrow.parquet.read_metadata(dist / f"parquet/{name}.parquet").num_rows,
            "xlsx": book[name].max_row - 1,
        }
        assert set(found.values()) == {expected}, (name, found)
    assert len((dist / "facts.ndjson").read_text("utf-8").splitlines()) == release.counts["facts"]
    assert json.loads((dist / "annotations.jsonld").read_text("utf-8"))["total"] == release.counts["evidence"]


def test_facts_as_lines_carry_what_hangs_on_them(dist: Path, release: Release) -> None:
    facts = [json.loads(line) for line in (dist / "facts.ndjson").read_text("utf-8").splitlines()]
    for resource, name in (("evidence", "evidence"), ("objects", "objects"), ("links", "links")):
        assert sum(len(fact[name]) for fact in facts) == release.counts[resource]
    assert all(fact["evidence"] and set(fact["statement"]) == set(LANGUAGES) for fact in facts)
    for fact in facts:
        assert fact["value"] is None or isinstance(fact["value"], int | float)


# Archive and checksums


def check_sums(folder: Path) -> list[str]:
    """What is wrong with the checksums of a folder, and what they leave out."""
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    wrong = [name for name in listed if hashlib.sha256((folder / name).read_bytes()).hexdigest() != listed[name]]
    return sorted(wrong + list(there - listed.keys() - {"SHA256SUMS", "SHA256SUMS.sig"}))


def test_the_checksums_are_complete_and_true_outside_and_inside(
    dist: Path, release: Release, tmp_path: Path, broken: Broken
) -> None:
    assert check_sums(dist) == []
    zipfile.ZipFile(dist / release.archive).extractall(tmp_path / "inside")
    assert check_sums(tmp_path / "inside") == []
    assert check_sums(broken("LICENSE", "Attribution", "Attrition")) == ["LICENSE"]


def test_the_archive_holds_the_same_files_in_order_without_a_clock(dist: Path, release: Release) -> None:
    packed = zipfile.ZipFile(dist / release.archive)
    assert packed.testzip() is None
    names = packed.namelist()
    assert names == sorted(names)
    assert "datapackage.json" in names
    for entry in packed.infolist():
        assert (entry.date_time, entry.external_attr >> 16, entry.create_system) == ((1980, 1, 1, 0, 0, 0), 0o100644, 3)
        if entry.filename != "SHA256SUMS":
            assert packed.read(entry) == (dist / entry.filename).read_bytes()


def test_what_stands_beside_the_archive_stands_in_it(dist: Path, release: Release) -> None:
    outside = {str(path.relative_to(dist)) for path in dist.rglob("*") if path.is_file()} - {release.archive}
    assert outside == set(zipfile.ZipFile(dist / release.archive).namelist())


def test_made_again_it_is_the_same(made: Made) -> None:
    changes = {name: data for name, data in made.files.items() if name.startswith("change") or name == "CHANGELOG.md"}
    again = release_files(made.release.with_files(()), changes)
    assert [name for name in made.files if made.files[name] != again[name]] == []
