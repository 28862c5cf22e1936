"""Searching in the browser: what people type finds its page, from any script and spelling, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.kinds import LANGUAGES, Site
from tests.browser.tools import Open

pytestmark = pytest.mark.browser

QUERIES: dict[str, dict[str, list[str]]] = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text("utf-8"))
FOUND = [(code, page) for code, pages in QUERIES.items() for page in pages if page != "none"]


def ask(page: Page, query: str) -> list[str]:
    """Ask, and give the addresses of the first results, without their fragments."""
    page.fill("#query", query)
    page.press("#query", "Enter")
    page.wait_for_selector('[data-search][aria-busy="false"]')
    links = page.locator(".results > li > a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [str(link).partition("#")[0] for link in links]


def opened(tab: Open, site: Site, language: str, query: str = "", **given: object) -> Page:
    page = tab(**given)
    page.goto(site.url(f"{language}/search.html?q={query}"))
    if query:
        page.wait_for_selector('[data-search][aria-busy="false"]')
    return page


def test_there_are_queries_enough() -> None:
    wanted = sum(len(queries) for code, page in FOUND for queries in [QUERIES[code][page]])
    assert wanted >= 60
    assert sum(len(pages["none"]) for pages in QUERIES.values()) >= 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_query_finds_its_page(tab: Open, site: Site, language: str) -> None:
    page = opened(tab, site, language)
    pages = {target: queries for target, queries in QUERIES[language].items() if target != "none"}
    lost = [
        f"{query} → {target}"
        for target, queries in pages.items()
        for query in queries
        if f"{target}.html" not in ask(page, query)
    ]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_wrote_is_not_found(tab: Open, site: Site, language: str) -> None:
    page = opened(tab, site, language)
    found = {query: ask(page, query) for query in QUERIES[language]["none"]}
    assert {query: links for query, links in found.items() if links} == {}
    assert page.locator(".nothing li").count() > 0, "no topic is offered"


def test_results_are_counted_narrowed_and_kept_in_the_address(tab: Open, site: Site) -> None:
    page = opened(tab, site, "en", "Marrakech")
    whole = page.inner_text(".finder-count")
    page.click('[data-search] button[value="document"]')
    page.wait_for_selector('.results > li:first-child a[href^="documents/"]')
    assert page.inner_text(".finder-count") != whole
    assert page.url.endswith("search.html?q=Marrakech&kind=document")
    assert all("documents/" in link for link in page.locator(".results a").evaluate_all("a => a.map(l => l.href)"))
    page.go_back()
    page.wait_for_selector('[data-search] button[value=""][aria-pressed="true"]')
    assert page.url.endswith("search.html?q=Marrakech")


def test_an_excerpt_shows_and_marks_the_word_as_it_is_written(tab: Open, site: Site) -> None:
    page = opened(tab, site, "ar", "للارهاب")
    assert any("الإرهاب" in text for text in page.locator(".results mark").all_inner_texts())
    assert "qارهابq" not in page.inner_text(".results")


def test_results_stay_in_the_language_of_the_page(tab: Open, site: Site) -> None:
    page = opened(tab, site, "fr", "Marrakech")
    links = page.locator(".results a").evaluate_all("links => links.map(link => link.href)")
    assert links
    assert all(link.startswith(site.url("fr/")) for link in links)


def test_an_unfinished_word_is_offered_whole(tab: Open, site: Site) -> None:
    page = opened(tab, site, "en", "Bouri")
    assert page.locator(".results li").count() == 0
    assert "Bourita" in page.locator(".begin a").all_inner_texts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_server_the_page_says_why(tab: Open, site: Site, language: str) -> None:
    page = tab()
    page.goto((site.root / language / "search.html").as_uri())
    page.wait_for_selector(".finder-count:not(:empty)")
    assert not page.is_visible("#query")
    assert page.is_visible(".needs")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_the_page_says_what_it_needs(tab: Open, site: Site, language: str) -> None:
    page = tab(script=False)
    page.goto(site.url(f"{language}/index.html"))
    page.click("header a.dalil-search")
    assert page.url == site.url(f"{language}/search.html")
    assert page.is_visible(".needs")
    assert not page.is_visible("#query")
