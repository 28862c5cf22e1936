"""The timeline: whole without a script, narrowed with one, also from a folder."""

from __future__ import annotations

import csv

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import LANGUAGES, Site
from tests.browser.tools import Open

pytestmark = pytest.mark.browser

ENTRIES = ".timeline [data-topic]"


def shown(page: Page, attribute: str) -> list[str]:
    entries = page.locator(ENTRIES).locator("visible=true")
    return [str(value) for value in entries.evaluate_all(f"entries => entries.map((one) => one.dataset.{attribute})")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_every_entry_is_there(tab: Open, site: Site, language: str) -> None:
    page = tab(script=False)
    page.goto(site.url(f"{language}/timeline.html"))
    assert len(shown(page, "topic")) == page.locator(ENTRIES).count() > 60
    assert not page.is_visible("[data-timeline]")


@pytest.mark.parametrize("from_folder", [False, True])
def test_a_choice_hides_the_rest_and_back_returns(tab: Open, site: Site, from_folder: bool) -> None:
    page = tab()
    page.goto((site.root / "ar/timeline.html").as_uri() if from_folder else site.url("ar/timeline.html"))
    before = shown(page, "topic")
    page.select_option("[name=topic]", "gctf")
    assert page.url.endswith("#topic=gctf")
    assert shown(page, "topic") == [topic for topic in before if topic == "gctf"] != []
    page.select_option("[name=document]", "aldar-2020")
    assert set(shown(page, "document")) == {"aldar-2020"}
    status, count = page.inner_text("[data-timeline] [role=status]"), len(shown(page, "topic"))
    assert str(count) in status
    page.go_back()
    page.go_back()
    assert shown(page, "topic") == before


def test_years_without_an_entry_go_and_words_are_folded(tab: Open, site: Site) -> None:
    page = tab()
    page.goto(site.url("ar/timeline.html#q=بوريطه"))
    with (next(site.root.glob("v*")) / "facts.csv").open(encoding="utf-8", newline="") as file:
        named = [row["id"] for row in csv.DictReader(file) if "بوريطة" in row["statement_ar"]]
    assert 0 < len(shown(page, "topic")) <= len(named)
    years = page.locator("article h2[id^=year-]")
    assert 0 < years.locator("visible=true").count() < years.count()
    links = page.locator(".jump a")
    assert links.locator("visible=true").count() == years.locator("visible=true").count()
    before = shown(page, "topic")
    links.locator("visible=true").last.click()
    page.wait_for_url("**/timeline.html#year-*")
    assert shown(page, "topic") == before, "the link to a year dropped what was asked"
