"""What programs find: the feed of changes, the sitemap, robots, llms.txt and the page for lost addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from dalil.site.data import LANGUAGES
from dalil.site.feeds import ATOM, FEED, atom, changes
from dalil.site.page import Language
from tests.site.conftest import ADDRESS
from tests.site.world import world

Speak = Callable[..., Language]
A = f"{{{ATOM}}}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def read(language: Language) -> Xml.Element:
    return Xml.fromstring(atom(language))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_feed_has_what_rfc_4287_requires(speak: Speak, code: str) -> None:
    feed = read(speak(code, created="2026-01-03T00:00:00Z", version="0.1.0"))
    assert feed.tag == f"{A}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == code
    assert [link.get("href") for link in feed.findall(f"{A}link") if link.get("rel") == "self"] == [FEED]
    assert feed.findtext(f"{A}author/{A}name")
    for element in (feed, *feed.findall(f"{A}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{A}{name}")) == 1, name
            assert (element.findtext(f"{A}{name}") or "").strip()
        assert str(element.findtext(f"{A}id")).startswith("urn:uuid:")
        assert MOMENT.fullmatch(str(element.findtext(f"{A}updated")))
    for entry in feed.findall(f"{A}entry"):
        assert [link.get("rel") for link in entry.findall(f"{A}link")] == ["alternate"]
        assert entry.findtext(f"{A}summary")


def test_it_tells_of_the_version_the_judgements_and_the_ids_that_are_gone(speak: Speak) -> None:
    tables = world()
    tables["retired"] = [
        {"id": "paper-2022.old", "resource": "facts", "retired_in": "0.1.0", "reason": "wrong", "replaced_by": ""}
    ]
    tables["codes"].append({**tables["codes"][0], "codelist": "retired-reason", "code": "wrong"})
    found = changes(speak("en", tables, created="2026-01-03T00:00:00Z", version="0.1.0"))
    assert [change.name for change in found] == ["version:0.1.0", "retired:paper-2022.old", "difference:how-many"]
    assert [change.day for change in found] == ["2026-01-03", "2026-01-03", "2026-01-02"]


def test_ids_are_unique_and_stay_when_the_address_changes(speak: Speak) -> None:
    ids = [node.text for code in LANGUAGES for node in read(speak(code, version="1.0.0")).iter(f"{A}id")]
    assert len(ids) == len(set(ids))
    assert [node.text for node in read(speak("en", version="1.0.0", site_url=ADDRESS)).iter(f"{A}id")] == [
        node.text for node in read(speak("en", version="1.0.0")).iter(f"{A}id")
    ]


def test_its_addresses_are_absolute_once_there_is_one(speak: Speak) -> None:
    feed = read(speak("fr", site_url=ADDRESS, version="1.0.0"))
    assert all(str(link.get("href")).startswith(f"{ADDRESS}fr/") for link in feed.iter(f"{A}link"))


def test_a_feed_of_nothing_is_still_a_feed(speak: Speak) -> None:
    tables = world()
    tables.update(comparisons=[], comparison_facts=[], findings=[], outside_pages=[])
    assert MOMENT.fullmatch(str(read(speak("en", tables)).findtext(f"{A}updated")))


def test_each_page_links_the_feed_of_its_language_and_what_it_links_exists(published: Path) -> None:
    for path in published.glob("??/**/*.html"):
        html = path.read_text("utf-8")
        (href,) = re.findall(r'<link rel=" alternate" type="application/atom\+xml" href="([^"]+)"', html)
        assert (path.parent / href).resolve() == published / path.relative_to(published).parts[0] / FEED
    for code in LANGUAGES:
        for link in Xml.fromstring((published / code / FEED).read_bytes()).iter(f"{A}link"):
            assert (published / str(link.get("href")).removeprefix(ADDRESS)).is_file()


def test_every_address_of_the_sitemap_exists_and_every_page_stands_in_it(published: Path) -> None:
    tree = Xml.parse(published / "sitemap.xml")
    named = [str(node.text) for node in tree.iter(f"{SITEMAP}loc")]
    for address in named:
        assert address.startswith(ADDRESS)
        assert (published / address.removeprefix(ADDRESS)).is_file(), address
    pages = [path.relative_to(published).as_posix() for path in published.glob("??/**/*.html")]
    assert sorted(named) == sorted(f"{ADDRESS}{page}" for page in pages)


def test_languages_name_one_another_and_one_for_all_others(published: Path) -> None:
    for url in Xml.parse(published / "sitemap.xml").iter(f"{SITEMAP}url"):
        links = {str(link.get("hreflang")): str(link.get("href")) for link in url.iter(f"{XHTML}link")}
        assert list(links) == [*LANGUAGES, "x-default"]
        assert url.findtext(f"{SITEMAP}loc") in links.values()
        for address in links.values():
            target = published / address.removeprefix(ADDRESS)
            assert target.is_file() or (target / "index.html").is_file(), address
        path = str(url.findtext(f"{SITEMAP}loc")).removeprefix(ADDRESS)[3:]
        assert all(links[code] == f"{ADDRESS}{code}/{path}" for code in LANGUAGES)


def test_robots_names_the_sitemap_and_llms_names_pages_that_exist(published: Path) -> None:
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (published / "robots.txt").read_text("utf-8")
    text = (published / "llms.txt").read_text("utf-8")
    assert text.startswith("# Dalil\n\n> ")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert len(links) > len(LANGUAGES) * 5
    # The tiny world has a topic without a page; the real one has none, and says so below.
    assert [link for link in links if not (published / link.removeprefix(ADDRESS)).is_file()] == [
        f"{ADDRESS}{code}/topics/summit.html" for code in LANGUAGES
    ]


def test_a_lost_address_is_answered_in_three_languages(published: Path) -> None:
    html = (published / "404.html").read_text("utf-8")
    assert re.findall(r'<li lang="(..)"', html) == list(LANGUAGES)
    assert '<meta name="robots" content="noindex">' in html
    assert 'property="og:' not in html
    assert all(address.startswith("/x/") for address in re.findall(r'href="([^"]+)"', html))
