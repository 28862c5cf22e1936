"""The pages of the data and the release beside them: what they list is there, and says what it is said to."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from dalil import commands
from dalil.package.dictionary import dictionary
from dalil.problems import BadInputError
from dalil.release import stage
from dalil.release.earlier import unpacked
from dalil.release.examples import examples
from dalil.release.model import Address, read_release
from dalil.site.data import LANGUAGES
from dalil.site.downloads import size
from dalil.site.pages import FRAME, PAGES
from tests.site.test_build import PARTS
from tests.world import ROOT, make_world

GONE = """\
alpha-2099.number-of-chairs:
  resource: facts
  retired_in: 0.2.0
  reason: redefined
  replaced_by: [alpha-2099.attendance]
"""
PAGES_OF_DATA = {
    "data/index": ("data-card", "downloads", "examples"),
    "data/quality": ("quality",),
    "data/api": ("interface",),
    "data/retired": ("retired",),
    "data/dictionary": ("dictionary",),
    "data/sql": ("sql",),
    "about/cite": ("howto-cite",),
}


def project(folder: Path) -> Path:
    """The base world with the real configuration, a page for every entry of the navigation, and a retired id."""
    root = make_world("base", folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "seeds/retired.yml").write_text(GONE, "utf-8")
    for language in LANGUAGES:
        for page in (page for page in PAGES if not page.endswith(FRAME)):
            path = root / "docs" / language / f"{page}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            parts = PAGES_OF_DATA.get(page, (PARTS[page],) if page in PARTS else ())
            named = "".join(f"<!--dalil:{part}-->\n\n" for part in parts if part != "codes verdict")
            path.write_text(
                f"# {page} {{#top}}\n\nThis is {page}.\n\n{named}## More {{#differences}}\n\n## And {{#corrections}}\n",
                "utf-8",
            )
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built with a release behind it and one that is to come."""
    root = project(tmp_path_factory.mktemp("offers") / "base")
    commands.build(root, only_package=True)
    commands.release(root)
    text = (root / "seeds/package.yml").read_text("utf-8")
    (root / "seeds/package.yml").write_text(text.replace(f"version: {version(root)}", "version: 9.0.0"), "utf-8")
    commands.build(root)
    return root


def version(root: Path) -> str:
    return str(yaml.safe_load((root / "seeds/package.yml").read_text("utf-8"))["version"])


def page(root: Path, name: str, language: str = "en") -> LexborHTMLParser:
    return LexborHTMLParser((root / "site" / language / name).read_text("utf-8"))


def offered(tree: LexborHTMLParser) -> Iterator[tuple[str, str, str]]:
    for node in tree.css(".files li"):
        link, small, digest = node.css_first("a"), node.css_first("small"), node.css_first(".digest")
        assert link is not None
        assert small is not None
        assert digest is not None
        yield str(link.attrs["href"]), small.text(), digest.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_listed_are_those_that_exist(root: Path, language: str) -> None:
    folder = root / "site/v9.0.0"
    listed = {href: (small, digest) for href, small, digest in offered(page(root, "data/index.html", language))}
    there = {f"../../v9.0.0/{path.relative_to(folder).as_posix()}": path for path in files(folder)}
    assert set(listed) == set(there)
    for href, path in there.items():
        data = path.read_bytes()
        small, digest = listed[href]
        assert digest == hashlib.sha256(data).hexdigest()
        assert size(len(data), language) in small.replace("\u2068", "").replace("\u2069", "")


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_sizes_are_told_as_people_tell_them() -> None:
    assert [size(count, "en") for count in (42, 227_152, 9_940, 1_759_764)] == [
        "42 byte",
        "227 kB",
        "9.9 kB",
        "1.8 MB",
    ]
    assert size(1_759_764, "fr").replace("\u202f", " ").replace("\xa0", " ") == "1,8 Mo"


def test_the_folder_of_the_version_is_what_a_release_would_be(root: Path, tmp_path: Path) -> None:
    twin = shutil.copytree(root, tmp_path / "twin")
    commands.release(twin)
    made = {path.relative_to(twin / "dist").as_posix(): path.read_bytes() for path in files(twin / "dist")}
    folder = root / "site/v9.0.0"
    assert {path.relative_to(folder).as_posix(): path.read_bytes() for path in files(folder)} == made


def test_an_earlier_release_stays_reachable(root: Path) -> None:
    (packed,) = (root / "releases").glob("*.zip")
    folder = root / "site" / f"v{packed.stem.rpartition('-')[2]}"
    assert (folder / packed.name).read_bytes() == packed.read_bytes()
    assert json.loads((folder / "datapackage.json").read_text("utf-8"))["version"] in folder.name
    subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=folder, check=True)
    assert "Since" in (root / "site/v9.0.0/CHANGELOG.md").read_text("utf-8")


def draft(root: Path) -> stage.Made:
    return stage.draft(root, root / "datapackage", Address())


def test_a_released_version_is_never_altered(root: Path, tmp_path: Path) -> None:
    twin = shutil.copytree(root, tmp_path / "twin")
    commands.release(twin)
    assert draft(twin).files == unpacked(twin / "releases/dalil-test-9.0.0.zip")
    entities = twin / "datapackage/entities.csv"
    entities.write_text(entities.read_text("utf-8").replace("organisation", "person", 1), "utf-8")
    with pytest.raises(BadInputError, match=r"since 9\.0\.0 there is a patch change"):
        draft(twin)


@pytest.mark.parametrize("name", ["strange.zip", "name-1.2.3.zip"])
def test_what_is_no_release_is_refused(root: Path, tmp_path: Path, name: str) -> None:
    twin = shutil.copytree(root, tmp_path / "twin")
    (twin / "releases" / name).write_bytes(b"no zip")
    with pytest.raises(BadInputError, match=rf"releases/{name}"):
        draft(twin)


def test_every_json_parses_and_is_linked(root: Path) -> None:
    data = root / "site/data"
    written = {path for path in data.rglob("*.json") if path.name != "index.json" and path.parent.name != "citations"}
    for path in data.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    linked = set()
    for path in (root / "site/en").rglob("*.html"):
        for node in LexborHTMLParser(path.read_text("utf-8")).css("a[href]"):
            href = unquote(str(node.attrs["href"]).partition("#")[0])
            if "://" in href or href.startswith("mailto:"):
                continue
            target = (path.parent / href).resolve() if href else path.resolve()
            assert target.exists(), f"{path}: {href}"
            linked.add(target)
    assert {path.resolve() for path in written} <= linked


def test_the_examples_are_those_that_are_run(root: Path) -> None:
    """tests/release/test_examples.py runs what :func:`examples` gives."""
    release = read_release(root / "site/v9.0.0")
    shown = [node.text().strip() for node in page(root, "data/index.html", "ar").css(".examples pre code")]
    assert shown == [example.code.strip() for example in examples(release)]


def test_an_id_that_is_gone_has_a_tombstone(root: Path) -> None:
    ident = "alpha-2099.number-of-chairs"
    stone = json.loads((root / f"site/data/facts/{ident}.json").read_text("utf-8"))
    assert (stone["retired"], stone["retired_in"], stone["reason"]) == (True, "0.2.0", "redefined")
    (heir,) = stone["replaced_by"]
    assert (root / "site/data/facts" / heir["url"]).exists()
    for language in LANGUAGES:
        place = page(root, "data/retired.html", language).css_first(f'[id="{ident}"]')
        assert place is not None
        assert place.css_first(f"a[href$='{ident}.json']") is not None


def test_the_quality_report_counts_what_was_covered(root: Path) -> None:
    cells = [[cell.text() for cell in row.css("td")] for row in page(root, "data/quality.html").css("tbody tr")]
    assert [(row[0], row[1], row[4:]) for row in cells] == [
        ("6", "6", ["11", "10", "1"]),
        ("3", "4", ["6", "6", "0"]),
    ]


def test_the_citation_stands_in_four_formats(root: Path) -> None:
    text = str(page(root, "about/cite.html").html)
    for part in ("[Data set]", "@misc{", "TY  - DATA", '"type": "dataset"'):
        assert part in text.replace("&quot;", '"')


@pytest.mark.parametrize("table", dictionary().values(), ids=lambda table: table.name)
def test_each_column_has_an_example_and_an_anchor(root: Path, table: object) -> None:
    tree = page(root, "data/dictionary.html", "fr")
    for column in table.columns:  # type: ignore[attr-defined]
        place = tree.css_first(f'[id="{table.name}.{column.name}"]')  # type: ignore[attr-defined]
        assert place is not None
        assert column.example, column.name


def test_the_database_of_the_sql_page_is_there(root: Path) -> None:
    form = page(root, "data/sql.html").css_first("form[data-sql]")
    assert form is not None
    assert (root / "site/en/data" / str(form.attrs["data-database"])).is_file()
