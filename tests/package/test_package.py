"""The package of the base world, and broken twins of it."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from pathlib import Path

import pytest

from dalil import commands
from dalil.package.dictionary import dictionary
from dalil.package.validate import validate, validate_with_frictionless
from dalil.package.write import read_tables
from tests.world import ROOT, make_world


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_world("base", tmp_path_factory.mktemp("package") / "base")
    commands.build(root, only_package=True)
    return root / "datapackage"


@pytest.fixture
def twin(package: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(package, tmp_path / "twin"))


def rewrite(folder: Path, name: str, old: str, new: str) -> None:
    """Edit a table and make its bytes and hash true again."""
    path = folder / f"{name}.csv"
    text = path.read_text("utf-8")
    assert old in text
    data = text.replace(old, new, 1).encode()
    path.write_bytes(data)
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for resource in described["resources"]:
        if resource["name"] == name:
            resource.update(bytes=len(data), hash=f"sha256:{hashlib.sha256(data).hexdigest()}")
    (folder / "datapackage.json").write_text(json.dumps(described, ensure_ascii=False), "utf-8")


def test_it_is_valid(package: Path) -> None:
    assert list(validate(package)) == list(validate_with_frictionless(package)) == []


TWINS = {
    "closed list": ("facts", ",core,", ",huge,", "not in the closed list"),
    "number": ("facts", "more-than,12,", "more-than,١٢,", "not of its type"),
    "date": ("facts", "2099-05-05,2099-05-05,2099-05-05", "2099-05-05,2099-05-35,2099-05-05", "not of its type"),
    "boolean": ("evidence", ",false,", ",no,", "not of its type"),
    "reference": ("facts", "salem,leads", "selim,leads", "no record selim"),
    "listed reference": ("findings", "hope-club,founded-on,,", "hope-club,founded-on,salem|selim,", "no record selim"),
    "pattern": ("evidence", "alpha-2099.chair.127", "alpha 2099.chair.127", "not of its pattern"),
    "required": ("facts", "club-meeting,attendance", ",attendance", "missing"),
    "mark": ("entities", "Hope Club", "Hope\u200fClub", "control or bidi character"),
    "normal form": ("entities", "club Espoir", "club e\u0301spoir", "not in NFC"),
    "key": ("entities", "nour,place", "salem,place", "the key salem stands in line"),
    "header": ("links", "fact,relation", "fact,tie", "the header is not the schema's"),
}


@pytest.mark.parametrize("name", TWINS)
def test_own_rules_find_a_broken_twin(twin: Path, name: str) -> None:
    table, old, new, said = TWINS[name]
    rewrite(twin, table, old, new)
    assert any(said in problem.what for problem in validate(twin))


@pytest.mark.parametrize("name", ["closed list", "date", "boolean", "reference", "required", "key"])
def test_frictionless_finds_a_broken_twin(twin: Path, name: str) -> None:
    table, old, new, _ = TWINS[name]
    rewrite(twin, table, old, new)
    assert list(validate_with_frictionless(twin))


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfid", b"id\r\n", b"other\n"])
def test_bytes_and_hash_are_true(twin: Path, data: bytes) -> None:
    (twin / "retired.csv").write_bytes(data)
    assert {"wrong SHA-256"} <= {problem.what for problem in validate(twin)}


def test_categories_without_enum_are_checked(twin: Path) -> None:
    """frictionless does not look at categories and unique keys; we do."""
    path = twin / "datapackage.json"
    described = json.loads(path.read_text("utf-8"))
    for resource in described["resources"]:
        if resource["name"] == "entities":
            resource["schema"]["uniqueKeys"] = [["label_en"]]
            for field in resource["schema"]["fields"]:
                field.get("constraints", {}).pop("enum", None)
    path.write_text(json.dumps(described), "utf-8")
    rewrite(twin, "entities", "nour,place", "nour,mountain")
    assert list(validate_with_frictionless(twin)) == []
    said = [problem.what for problem in validate(twin)]
    assert any("not in the closed list" in what for what in said)
    assert not any("the key" in what for what in said)
    rewrite(twin, "entities", "Test Post", "Hope Club")
    assert any("the key Hope Club" in problem.what for problem in validate(twin))


def test_derived_columns(package: Path) -> None:
    facts = {row["id"]: row for row in read_tables(package)["facts"]}
    attendance = facts["alpha-2099.attendance"]
    assert (attendance["value"], attendance["value_min"], attendance["value_max"]) == ("12", "13", "")
    assert attendance["kind"] == "figure"
    chair = facts["alpha-2099.chair"]
    assert (chair["period"], chair["period_type"], chair["period_basis"]) == ("/2099-05-06", "as-of", "publication")
    assert (chair["period_min"], chair["period_max"]) == ("", "2099-05-06")


def test_every_column_is_described_in_three_languages() -> None:
    for table in dictionary().values():
        for texts in (table.title, table.description):
            assert all(texts[language] for language in ("ar", "en", "fr")), table.name
        for column in table.columns:
            for texts in (column.title, column.description):
                assert all(texts[language] for language in ("ar", "en", "fr")), f"{table.name}.{column.name}"


@pytest.fixture(scope="session")
def committed() -> Path:
    return ROOT / "datapackage"


def test_the_committed_package_is_what_the_seeds_give(tmp_path: Path, committed: Path) -> None:
    for name in ("seeds", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    commands.build(tmp_path, only_package=True)
    for path in sorted((tmp_path / "datapackage").iterdir()):
        fresh, kept = path.read_bytes(), (committed / path.name).read_bytes()
        assert fresh == kept, f"{path.name} is stale: run `make site` and commit datapackage/"
    assert {path.name for path in committed.iterdir()} == {path.name for path in (tmp_path / "datapackage").iterdir()}


def test_values_of_the_contract_are_examples_of_themselves(committed: Path) -> None:
    """The example of every column fits the column's own type, list and pattern."""
    from dalil.package.validate import TYPES

    fields = json.loads((committed / "datapackage.json").read_text("utf-8"))["resources"]
    for resource in fields:
        for field in resource["schema"]["fields"]:
            example = str(field.get("example", ""))
            allowed = field.get("constraints", {}).get("enum")
            assert TYPES[field["type"]](example), field
            assert not example or not allowed or example in allowed, field


def test_tables_are_sorted_and_headed(committed: Path) -> None:
    for name in ("entities", "comparisons", "outside_pages"):
        with (committed / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            ids = [row["id"] for row in csv.DictReader(file)]
        assert ids == sorted(ids)


def test_frictionless_says_which_value_is_wrong(twin: Path) -> None:
    rewrite(twin, "facts", ",core,", ",huge,")
    assert "huge" in str(next(iter(validate_with_frictionless(twin))))
