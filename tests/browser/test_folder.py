"""Reading needs no server: from a folder every page opens, and what does not work there says so."""

from __future__ import annotations

import pytest

from tests.browser.kinds import GATES, KINDS, LANGUAGES, Site
from tests.browser.test_citations import CARD
from tests.browser.tools import Open, script

pytestmark = pytest.mark.browser

SEEN = script("seen")
# What a page says it needs, in its language: with script a server, without script a script too.
SERVER = {"ar": "خادم", "en": "server", "fr": "serveur"}
SCRIPT = {"ar": "جافاسكريبت", "en": "JavaScript", "fr": "JavaScript"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_from_a_folder(site: Site, tab: Open, kind: str) -> None:
    page = tab(width=390)
    page.goto((site.root / site.page("ar", kind)).as_uri())
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
def test_what_does_not_work_from_a_folder_says_why(
    site: Site, tab: Open, language: str, kind: str, script: bool
) -> None:
    page = tab(width=390, script=script)
    page.goto((site.root / site.page(language, kind)).as_uri())
    field = page.query_selector("main input[type=search], main input[type=text]")
    if field and field.is_visible() and field.is_enabled():
        field.fill("مراكش")
        page.keyboard.press("Enter")
        page.wait_for_timeout(300)
    assert (SERVER if script else SCRIPT)[language] in page.inner_text("article")
