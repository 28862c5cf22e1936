"""Reading needs nothing: neither script nor server."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import GATES, KINDS, LANGUAGES, PAGES, Site
from tests.browser.test_citations import CARD
from tests.browser.tools import Open, script, twin

pytestmark = pytest.mark.browser

SEEN = script("seen")
# What a page says that its reader cannot do without a server, in its language.
SERVER = {"ar": "خادم", "en": "server", "fr": "serveur"}


def seen(page: Page, url: str) -> list[str]:
    page.goto(url)
    return list(page.evaluate(SEEN))


def lost(with_script: list[str], without: list[str]) -> list[str]:
    """What only a script makes visible."""
    there = set(without)
    return [line for line in dict.fromkeys(with_script) if line not in there]


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_reads_the_same_without_script(site: Site, tab: Open, language: str, kind: str) -> None:
    url = site.url(site.page(language, kind))
    with_script, without = seen(tab(), url), seen(tab(script=False), url)
    assert len(without) > 3
    # A script may add its own controls, and words on what it found; all else is there without it.
    assert [line for line in lost(with_script, without) if not re.match("(p|li|dd|dt) .{0,25}$", line)][:5] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_is_there_in_full_at_once(site: Site, tab: Open, kind: str) -> None:
    """No words wait for a script: what is seen is most of what the file says."""
    page = tab(script=False)
    page.goto(site.url(site.page("ar", kind)))
    shown = len(page.inner_text("main"))
    assert shown > 150
    hidden = page.query_selector_all("main [hidden], main template, main noscript")
    assert sum(len(element.text_content() or "") for element in hidden) < shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_from_a_folder(site: Site, tab: Open, language: str, kind: str) -> None:
    page = tab(width=390)
    page.goto((site.root / site.page(language, kind)).as_uri())
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--accent')"), "the sheet did not come"
    assert len(page.evaluate(SEEN)) > 3


@pytest.mark.parametrize("path", GATES)
def test_a_page_above_the_languages_opens_from_a_folder(site: Site, tab: Open, path: str) -> None:
    page = tab(width=390, script=False)
    page.goto((site.root / path).as_uri())
    assert {page.inner_text(f"main [lang={language}]") != "" for language in LANGUAGES} == {True}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_opens_from_a_folder(site: Site, tab: Open, language: str, script: bool) -> None:
    page = tab(width=390, script=script)
    page.goto((site.root / site.page(language, "topic")).as_uri())
    page.click("button.chip")
    assert page.evaluate(CARD) == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["search", "sql"])
def test_what_needs_a_server_says_so_from_a_folder(
    site: Site, tab: Open, language: str, kind: str, script: bool
) -> None:
    page = tab(width=390, script=script)
    page.goto((site.root / site.page(language, kind)).as_uri())
    field = page.query_selector("main input[type=search], main input[type=text]")
    if field and field.is_visible() and field.is_enabled():
        field.fill("مراكش")
        page.keyboard.press("Enter")
        page.wait_for_timeout(300)
    assert SERVER[language] in page.inner_text("main")


def test_the_check_sees_a_twin_that_waits_for_a_script(tab: Open) -> None:
    body = twin("late")
    with_script, without = tab(), tab(script=False)
    with_script.set_content(body)
    without.set_content(body)
    missing = lost(with_script.evaluate(SEEN), without.evaluate(SEEN))
    assert missing == ["p Words that only a script shows to their reader"]
