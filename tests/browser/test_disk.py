"""The whole site as it lies on disk: links, languages, security policies, the kinds of page."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.browser.kinds import LANGUAGES, PROSE, Site, kind_of
from tests.browser.pagefile import PageFile, broken_links, differing, read_page
from tests.browser.server import ADDRESS, PREFIX
from tests.browser.tools import twin

pytestmark = pytest.mark.browser

Pages = dict[str, PageFile]
SHOWN = 12
DIRECTION = {"ar": "rtl", "en": "ltr", "fr": "ltr"}
# Both run WebAssembly.
WASM = ("search.html", "data/sql.html")


@pytest.fixture(scope="module")
def pages(site: Site) -> Pages:
    return {path: read_page(site.root, path) for path in site.paths}


def test_every_page_is_of_a_kind_and_every_kind_has_a_page(site: Site) -> None:
    below = {path.partition("/")[2] for path in site.paths if path.startswith("en/")}
    assert sorted(path for path in below if not kind_of(path)) == []
    assert sorted(set(PROSE) - {kind_of(path) for path in below}) == []


def test_no_link_and_no_fragment_is_broken(site: Site, pages: Pages) -> None:
    found = broken_links(site.root, pages, PREFIX)
    assert found[:SHOWN] == [], f"{len(found)} in all"


def test_no_id_stands_twice(pages: Pages) -> None:
    found = [path for path, page in pages.items() if len(page.ids) != len(set(page.ids))]
    assert found[:SHOWN] == [], f"{len(found)} in all"


def test_language_and_direction_are_right(pages: Pages) -> None:
    def wanted(path: str) -> tuple[str, str]:
        language = path.partition("/")[0] if "/" in path else "ar"
        return language, DIRECTION[language]

    found = [path for path, page in pages.items() if (page.language, page.direction) != wanted(path)]
    assert found[:SHOWN] == [], f"{len(found)} in all"


def test_headings_citations_and_numbers_are_the_same_in_every_language(pages: Pages) -> None:
    found = differing(pages, LANGUAGES)
    assert found[:SHOWN] == [], f"{len(found)} in all"


def test_every_heading_has_an_id_that_can_be_said(pages: Pages) -> None:
    heads = [(path, head) for path, page in pages.items() if "/" in path for head in page.headings]
    found = [f"{path}: {head}" for path, head in heads if not re.fullmatch(r"h\d#[a-z0-9][a-z0-9._-]*", head)]
    assert found[:SHOWN] == [], f"{len(found)} in all"


def test_the_switcher_leads_to_the_same_page(pages: Pages) -> None:
    found = []
    for path, page in pages.items():
        if "/" not in path:
            continue
        below = path.partition("/")[2]
        up = "../" * path.count("/")
        wrong = {code: page.switches.get(code, set()) ^ {f"{up}{code}/{below}"} for code in LANGUAGES}
        found += [f"{path}: {code} {sorted(links)}" for code, links in wrong.items() if links]
    assert found[:SHOWN] == [], f"{len(found)} in all"


LOOSE = {"'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "data:"}
GOVERNED = ("default-src", "script-src", "style-src", "base-uri", "form-action")


def policy_faults(page: PageFile) -> list[str]:
    """What is wrong with a page's Content-Security-Policy."""
    if len(page.policies) != 1 or page.late_policy:
        return ["no policy, or not before what it governs"]
    parts = {name: set(words) for name, *words in (part.split() for part in page.policies[0].split(";"))}
    loose = [f"{word} in {name}" for name, words in parts.items() for word in sorted(words & LOOSE)]
    found = [fault for fault in loose if fault != "data: in img-src"]
    found += [f"no {name}" for name in GOVERNED if name not in parts]
    found += [] if parts.get("default-src") == {"'none'"} else ["default-src is not 'none'"]
    wanted, given = page.path.partition("/")[2] in WASM, "'wasm-unsafe-eval'" in parts.get("script-src", ())
    return found + ([] if wanted == given else [f"'wasm-unsafe-eval' {'lacks' if wanted else 'is too much'}"])


def test_the_policy_of_every_page_is_strict(pages: Pages) -> None:
    found = [f"{path}: {fault}" for path, page in pages.items() for fault in policy_faults(page)]
    assert found[:SHOWN] == [], f"{len(found)} in all"


def test_the_sitemap_names_every_page_there_is_and_no_other(site: Site, pages: Pages) -> None:
    text = (site.root / "sitemap.xml").read_text(encoding="utf-8")
    named = set(re.findall(r"<loc>([^<]*)</loc>", text))
    wanted = {ADDRESS + path for path in pages if "/" in path}
    assert sorted(wanted - named)[:SHOWN] == []
    assert sorted(named - wanted - {ADDRESS}) == []
    linked = set(re.findall(r'hreflang="[a-z-]+" href="([^"]*)"', text))
    assert sorted(linked - wanted - {ADDRESS})[:SHOWN] == []


def made(root: Path, language: str, *given: str) -> PageFile:
    path = root / language / "twin.html"
    path.parent.mkdir(parents=True)
    path.write_text(twin("page").format(language, *given), encoding="utf-8")
    return read_page(root, f"{language}/twin.html")


def test_the_checks_see_broken_twins(tmp_path: Path) -> None:
    given = [("ar", "same", "80", "a"), ("en", "other", "80", "a"), ("fr", "same", "81", "b")]
    read = {f"{words[0]}/twin.html": made(tmp_path, *words) for words in given}
    links = [line for line in broken_links(tmp_path, read) if line.startswith("ar/")]
    assert [line.split()[1] for line in links] == ["a.js", "#source-a", "gone.html", "#nowhere", "/abs.html", "folder/"]
    assert [line.split()[0] for line in differing(read, LANGUAGES)] == ["en/twin.html:", "fr/twin.html:"]
    del read["fr/twin.html"]
    assert "fr/twin.html is missing" in differing(read, LANGUAGES)
    assert policy_faults(read["ar/twin.html"]) == ["no policy, or not before what it governs"]
    read["ar/twin.html"].late_policy = False
    assert policy_faults(read["ar/twin.html"])[0] == "'unsafe-inline' in script-src"
    rest = "style-src 'self'; base-uri 'none'; form-action 'none'"
    read["ar/twin.html"].policies = [f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; {rest}"]
    assert policy_faults(read["ar/twin.html"]) == ["'wasm-unsafe-eval' is too much"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_divides_comes_before_what_agrees(site: Site, language: str) -> None:
    html = (site.root / language / "differences/index.html").read_text("utf-8")
    verdicts = re.findall(r'<h2 id="verdict-([a-z-]+)"', html)
    with (site.root.parent / "datapackage/comparisons.csv").open(encoding="utf-8", newline="") as file:
        assert sorted(verdicts) == sorted({row["verdict"] for row in csv.DictReader(file)})
    assert (verdicts[:2], verdicts[-1]) == (["conflicts", "undecided"], "agrees")
