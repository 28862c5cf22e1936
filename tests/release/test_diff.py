"""What differs between two packages, how it is written, and which version it asks for."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest

from dalil import commands
from dalil.package.dictionary import dictionary
from dalil.problems import BadInputError
from dalil.release import changes
from dalil.release.diff import compare
from dalil.release.model import Address
from dalil.release.semver import parts, raised
from dalil.release.sources import latest_release, read_package
from dalil.release.stage import difference, make
from scripts import comment
from tests.world import make_world

Edit = Callable[[list[dict[str, str]]], None]


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the base world."""
    root = make_world("base", tmp_path_factory.mktemp("diff") / "base")
    commands.build(root, only_package=True)
    return root / "datapackage"


def edited(folder: Path, target: Path, table: str = "facts", edit: Edit | None = None, version: str = "") -> Path:
    """A copy of a package with the rows of one table edited."""
    target.mkdir(parents=True)
    for path in folder.iterdir():
        (target / path.name).write_bytes(path.read_bytes())
    rows = list(csv.DictReader(io.StringIO((folder / f"{table}.csv").read_text("utf-8"), newline="")))
    header = list(dictionary()[table].header)
    if edit:
        edit(rows)
        header = list(rows[0]) if rows else header
    with (target / f"{table}.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    described = json.loads((target / "datapackage.json").read_text("utf-8"))
    described["version"] = version or described["version"]
    schema = next(one["schema"] for one in described["resources"] if one["name"] == table)
    known = {field["name"]: field for field in schema["fields"]}
    schema["fields"] = [known.get(name, {"name": name, "type": "string"}) for name in header]
    (target / "datapackage.json").write_text(json.dumps(described), "utf-8")
    return target


def change_value(rows: list[dict[str, str]]) -> None:
    rows[0].update(value="13", statement_en="More than 13 `members` | took part.\nAll of them.")


def add_column(rows: list[dict[str, str]]) -> None:
    for row in rows:
        row["mood"] = ""


def drop_column(rows: list[dict[str, str]]) -> None:
    for row in rows:
        del row["printed"]


def bump(old: Path, new: Path) -> str:
    return compare(read_package(old, str(old)), read_package(new, str(new))).bump


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (None, "none"),
        (list.reverse, "none"),
        (change_value, "patch"),
        (list.pop, "minor"),
        (add_column, "major"),
        (drop_column, "major"),
    ],
)
def test_which_part_of_the_version_has_to_rise(base: Path, tmp_path: Path, edit: Edit | None, expected: str) -> None:
    assert bump(base, edited(base, tmp_path / "new", edit=edit)) == expected


def test_rows_that_come_ask_for_a_minor_version(base: Path, tmp_path: Path) -> None:
    assert bump(edited(base, tmp_path / "old", edit=list.pop), base) == "minor"


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [("title", "Another", "patch"), ("version", "9.0.0", "none")],
)
def test_what_the_descriptor_says_counts_too(base: Path, tmp_path: Path, key: str, value: str, expected: str) -> None:
    new = edited(base, tmp_path / "new")
    described = json.loads((new / "datapackage.json").read_text("utf-8"))
    (new / "datapackage.json").write_text(json.dumps({**described, key: value}), "utf-8")
    assert bump(base, new) == expected


def test_a_table_that_goes_is_major_and_one_that_comes_minor(base: Path, tmp_path: Path) -> None:
    less = edited(base, tmp_path / "less")
    described = json.loads((less / "datapackage.json").read_text("utf-8"))
    described["resources"] = [one for one in described["resources"] if one["name"] != "retired"]
    (less / "datapackage.json").write_text(json.dumps(described), "utf-8")
    assert (bump(base, less), bump(less, base)) == ("major", "minor")


def test_a_type_a_key_and_the_order_of_columns_are_structure(base: Path, tmp_path: Path) -> None:
    new = edited(base, tmp_path / "new")
    described = json.loads((new / "datapackage.json").read_text("utf-8"))
    schema = described["resources"][1]["schema"]
    schema["fields"][8]["type"] = "string"
    schema["fields"][0], schema["fields"][1] = schema["fields"][1], schema["fields"][0]
    schema["primaryKey"] = ["id", "document"]
    (new / "datapackage.json").write_text(json.dumps(described), "utf-8")
    found = compare(read_package(base, str(base)), read_package(new, str(new)))
    assert found.structure == (
        "facts: column value is string, was number",
        "facts: columns in another order",
        "facts: primaryKey changed",
    )


# How it is written


@pytest.fixture
def new(base: Path, tmp_path: Path) -> Path:
    """One value changed, one row gone, one come."""

    def edit(rows: list[dict[str, str]]) -> None:
        change_value(rows)
        rows.append({**rows.pop(), "id": "beta-2099.new-one", "statement_en": "<b>New</b>"})

    return edited(base, tmp_path / "new", edit=edit, version="0.2.0")


def test_as_text_it_shows_old_and_new_values(base: Path, new: Path) -> None:
    said = difference(base, str(base), str(new), "text")
    first = "alpha-2099.attendance"
    assert "1 added, 1 removed, 1 changed" in said
    assert "A new minor version is needed." in said
    assert f"~ {first}: More than 13" in said
    assert "    value: '12' → '13'" in said
    assert "+ beta-2099.new-one: <b>New</b>" in said


def test_as_json_every_cell_is_there(base: Path, new: Path) -> None:
    said = json.loads(difference(base, str(base), str(new), "json"))
    changed = next(row for row in said["resources"]["facts"] if row["kind"] == "changed")
    assert changed["key"] == ["alpha-2099.attendance"]
    assert changed["cells"]["value"] == {"old": "12", "new": "13"}
    assert said["bump"] == "minor"


def test_as_html_it_is_a_page_and_values_are_text(base: Path, new: Path) -> None:
    said = difference(base, str(base), str(new), "html")
    html5lib.HTMLParser(strict=True).parse(said)
    assert "<del><bdi>12</bdi></del> → <ins><bdi>13</bdi></ins>" in said
    assert "&lt;b&gt;New&lt;/b&gt;" in said


def test_as_markdown_it_fits_the_comment_on_a_pull_request(base: Path, new: Path) -> None:
    said = difference(base, str(base), str(new), "markdown")
    assert "  - `value`: `12` → `13`" in said
    assert r"\<b\>New\</b\>" in said
    assert "`` More than 13 `members` | took part. All of them. ``" in said
    assert said.count("<details") == said.count("</details>")
    assert "`12` → `13`" in comment.body(said)


def test_where_nothing_differs_markdown_is_empty_and_the_others_say_so(base: Path) -> None:
    assert difference(base, str(base), str(base), "markdown") == ""
    for form in ("text", "html"):
        assert "Nothing differs: no new version is needed." in difference(base, str(base), str(base), form)
    assert json.loads(difference(base, str(base), str(base), "json"))["resources"] == {}


@pytest.mark.parametrize("form", sorted(changes.FORMATS))
def test_the_order_of_rows_does_not_show(base: Path, new: Path, tmp_path: Path, form: str) -> None:
    turned = edited(new, tmp_path / "turned", edit=list.reverse)
    assert difference(base, str(base), str(turned), form) == difference(base, str(base), str(new), form)


# Where packages come from


def git(root: Path, *arguments: str) -> None:
    author = ["-c", "user.name=Test", "-c", "user.email=test@dalil.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *author, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def repository(base: Path, new: Path, tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    edited(base, root / "datapackage")
    git(tmp_path, "init", "-q", str(root))
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    for tag in ("v0.1.0", "v0.0.9", "version", "v0.1.0-draft"):
        git(root, "tag", tag)
    for path in new.iterdir():
        (root / "datapackage" / path.name).write_bytes(path.read_bytes())
    git(root, "commit", "-qam", "two")
    return root


def test_folders_zips_checkouts_and_revisions_are_the_same(
    base: Path, new: Path, repository: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "new.zip", "w") as packed:
        for path in new.iterdir():
            packed.write(path, path.name)
    expected = difference(repository, str(base), str(new), "json")
    for old, other in (("v0.1.0", "HEAD"), ("HEAD~1", str(tmp_path / "new.zip")), ("v0.1.0", str(repository))):
        assert difference(repository, old, other, "json") == expected


def test_the_last_release_is_the_highest_tag(repository: Path, tmp_path: Path) -> None:
    assert latest_release(repository) == "v0.1.0"
    assert latest_release(tmp_path) == ""


@pytest.mark.parametrize(
    ("name", "says"),
    [("no-such-revision", "git says"), ("--output=x", "git says"), ("text.txt", "neither a folder nor a zip")],
)
def test_what_is_no_package_is_said_with_a_remedy(repository: Path, name: str, says: str) -> None:
    (repository / "text.txt").write_text("text")
    given = str(repository / name) if name == "text.txt" else name
    with pytest.raises(BadInputError, match=says) as caught:
        read_package(repository, given)
    assert "give a folder or zip with datapackage.json" in str(caught.value)


def test_an_empty_folder_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="not a data package"):
        read_package(tmp_path, str(tmp_path))


def test_the_command_prints_it(base: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands.diff(base, str(base), str(new), "text")
    assert "1 added, 1 removed, 1 changed" in capsys.readouterr().out


# Versions


@pytest.mark.parametrize(
    ("old", "by", "expected"),
    [("1.2.3", "major", "2.0.0"), ("1.2.3", "minor", "1.3.0"), ("1.2.3", "patch", "1.2.4"), ("1.2.3", "none", "1.2.3")],
)
def test_a_version_is_raised(old: str, by: str, expected: str) -> None:
    assert raised(old, by) == expected


@pytest.mark.parametrize("wrong", ["1.2", "v1.2.3", "01.2.3", "1.2.3-draft", "١.2.3", ""])
def test_what_is_no_version(wrong: str) -> None:
    assert parts(wrong) is None


@pytest.fixture
def root(base: Path, tmp_path: Path) -> Callable[[Edit | None, str], Path]:
    """A root whose package is the base world's, edited, with a version."""

    def make_root(edit: Edit | None, version: str) -> Path:
        folder = tmp_path / "root"
        table = "names" if edit is list.pop else "facts"  # a fact that goes alone leaves its evidence behind
        made = edited(base, folder / "datapackage", table, edit, version)
        _true_hashes(made)
        (folder / "seeds").mkdir()
        return folder

    return make_root


def _true_hashes(folder: Path) -> None:
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for one in described["resources"]:
        data = (folder / one["path"]).read_bytes()
        one.update(bytes=len(data), hash=f"sha256:{hashlib.sha256(data).hexdigest()}")
    (folder / "datapackage.json").write_text(json.dumps(described), "utf-8")


def reword(rows: list[dict[str, str]]) -> None:
    rows[0]["note_en"] = "Another note."


@pytest.mark.parametrize(
    ("edit", "version", "wanted"),
    [
        (reword, "0.1.0", "0.1.1"),
        (list.pop, "0.1.1", "0.2.0"),
        (None, "0.0.9", "0.1.0"),
        (reword, "next", "MAJOR.MINOR.PATCH"),
    ],
)
def test_a_version_that_is_too_small_is_refused(
    base: Path, root: Callable[[Edit | None, str], Path], edit: Edit | None, version: str, wanted: str
) -> None:
    folder = root(edit, version)
    with pytest.raises(BadInputError, match=wanted):
        make(folder, Address(), previous=str(base))


def test_a_version_that_rose_enough_is_released_with_its_changelog(
    base: Path, root: Callable[[Edit | None, str], Path]
) -> None:
    made = make(root(reword, "0.1.1"), Address(), previous=str(base))
    log = made.files["CHANGELOG.md"].decode("utf-8")
    assert "## 0.1.1" in log
    assert "`note_en`: *empty* → `Another note.`" in log
    assert json.loads(made.files["changes/0.1.1.json"])["bump"] == "patch"


def test_the_first_release_says_that_it_is_the_first(root: Callable[[Edit | None, str], Path]) -> None:
    made = make(root(None, "0.1.0"), Address())
    assert "The first release." in made.files["CHANGELOG.md"].decode("utf-8")
    assert json.loads(made.files["changes/0.1.0.json"])["added"]["facts"] == made.release.keys["facts"]
