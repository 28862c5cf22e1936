"""The table of all facts: readable in parts without a script, narrowed with one, also from a folder."""

from __future__ import annotations

import csv
import io

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import LANGUAGES, Site
from tests.browser.server import ADDRESS
from tests.browser.tools import Open

pytestmark = pytest.mark.browser


def facts(site: Site) -> list[dict[str, str]]:
    (found,) = site.root.glob("v*/facts.csv")
    with found.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(page: Page) -> list[str]:
    rows = page.locator("table.explorer tbody tr:not([hidden])")
    return [str(name) for name in rows.evaluate_all("rows => rows.map((row) => row.dataset.fact)")]


def narrowed(page: Page, number: int) -> None:
    """Wait until so many rows are shown: they come in a file of their own."""
    page.wait_for_selector(".parts[hidden]", state="attached")
    rows = page.locator("table.explorer tbody tr:not([hidden])")
    page.wait_for_timeout(300)
    assert rows.count() == number


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_its_parts_hold_every_fact_once(tab: Open, site: Site, language: str) -> None:
    page, found = tab(script=False), []
    page.goto(site.url(f"{language}/data/explorer.html"))
    parts = page.locator(".parts a").evaluate_all("links => links.map((link) => link.href)")
    for part in parts:
        page.goto(str(part))
        found += shown(page)
    assert sorted(found) == sorted(row["id"] for row in facts(site))


def test_facets_narrow_and_back_returns(tab: Open, site: Site) -> None:
    page = tab()
    page.goto(site.url("en/data/explorer.html"))
    first, topic = shown(page), [row for row in facts(site) if row["topic"] == "gctf"]
    choices = page.inner_text("[name=document]")
    page.select_option("[name=topic]", "gctf")
    narrowed(page, len(topic))
    assert page.url.endswith("#topic=gctf")
    assert f"({len(topic)})" in page.inner_text('[name=topic] option[value="gctf"]')
    figures = [row for row in topic if row["kind"] == "figure"]
    page.select_option("[name=kind]", "figure")
    narrowed(page, len(figures))
    page.go_back()
    narrowed(page, len(topic))
    assert page.inner_text("[name=document]") != choices
    page.go_back()
    page.wait_for_selector(".parts:not([hidden])")
    assert shown(page) == first
    assert page.inner_text("[name=document]") == choices, "counts of what was asked before"


def test_the_skip_link_keeps_what_was_asked(tab: Open, site: Site) -> None:
    page = tab()
    page.goto(site.url("ar/data/explorer.html#topic=gctf"))
    page.wait_for_selector(".parts[hidden]", state="attached")
    before = shown(page)
    page.focus(".md-skip")
    page.keyboard.press("Enter")
    page.wait_for_url("**/explorer.html#top")
    assert shown(page) == before
    page.go_back()
    assert shown(page) == before


def test_a_topic_leads_to_all_of_its_facts(tab: Open, site: Site) -> None:
    page, wanted = tab(), [row["id"] for row in facts(site) if row["topic"] == "approach"]
    page.goto(site.url("en/topics/approach.html"))
    link = page.locator("main a[href$='explorer.html#topic=approach']")
    assert link.inner_text().endswith(f": {len(wanted)}")
    link.click()
    narrowed(page, len(wanted))
    assert sorted(shown(page)) == sorted(wanted)


@pytest.mark.parametrize("query", ["للإرهاب", "الارهاب", "إِرْهَاب", "وبوريطة"])
def test_words_are_folded(tab: Open, site: Site, query: str) -> None:
    page = tab()
    page.goto(site.url(f"ar/data/explorer.html#q={query}"))
    page.wait_for_selector(".parts[hidden]", state="attached")
    assert len(shown(page)) > 20


@pytest.mark.parametrize("from_folder", [False, True])
def test_the_download_is_what_is_shown(tab: Open, site: Site, from_folder: bool) -> None:
    page = tab(accept_downloads=True)
    address = (site.root / "fr/data/explorer.html").as_uri() if from_folder else site.url("fr/data/explorer.html")
    page.goto(f"{address}#document=aldar-2020&kind=figure")
    page.wait_for_selector(".parts[hidden]", state="attached")
    with page.expect_download() as download:
        page.click("[name=download]")
    data = download.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert [row[0] for row in rows] == shown(page)
    assert len(set(head)) == len(head) == 17
    assert {row[12] for row in rows} == {"aldar-2020"}
    assert all(row[14] == "2020-12-17" and row[15].startswith("http") and "#aldar-2020." in row[16] for row in rows)
    assert all(row[16].startswith(ADDRESS) for row in rows), "a link to a copy of the site"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_beyond_the_edge_fades_until_one_is_there(tab: Open, site: Site, language: str) -> None:
    page = tab(width=390)
    page.goto(site.url(f"{language}/data/explorer.html"))
    page.wait_for_timeout(300)
    fade = "getComputedStyle(document.querySelector('.region')).getPropertyValue('--beyond')"
    assert page.evaluate(fade) == "50px"
    page.evaluate("document.querySelector('.region').scrollBy(document.dir === 'rtl' ? -9999 : 9999, 0)")
    page.wait_for_timeout(300)
    assert page.evaluate(fade) == "0px"
