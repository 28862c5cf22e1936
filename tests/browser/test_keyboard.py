"""Without a mouse: the skip link comes first, and the focus can always be seen; the switcher keeps the section."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import LANGUAGES, Site
from tests.browser.tools import Open, script, twin

pytestmark = pytest.mark.browser

STEPS = 30
FOCUSED = script("focused")


def walk(page: Page, steps: int = STEPS) -> tuple[list[str], list[str]]:
    """Names of what takes the focus, in order, and what is wrong with any."""
    order, found = [], []
    for _ in range(steps):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            break
        order.append(at[0])
        found += [f"{at[0]}: {at[1]}"] if at[1] else []
    return order, found


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["home", "topic", "explorer", "search"])
def test_the_focus_begins_at_the_skip_link_and_is_seen(
    site: Site, tab: Open, language: str, kind: str, width: int
) -> None:
    page = tab(width=width)
    page.goto(site.url(site.page(language, kind)))
    order, found = walk(page)
    assert found == []
    assert ".md-skip" in order[0]
    assert len(set(order)) > 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_skip_link_leads_into_the_article(site: Site, tab: Open, language: str) -> None:
    page = tab(width=390, script=False)
    page.goto(site.url(site.page(language, "topic")))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_opens_and_closes_a_card(site: Site, tab: Open, language: str) -> None:
    page = tab(width=390)
    page.goto(site.url(site.page(language, "topic")))
    page.focus("button.chip")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest(':popover-open') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.chip')")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", ["header", "footer"])
def test_the_switcher_keeps_page_and_section(site: Site, tab: Open, language: str, place: str) -> None:
    page, other = tab(), "en" if language == "fr" else "fr"
    path = site.page(language, "topic")
    page.goto(f"{site.url(path)}#sources")
    if place == "header":
        page.hover(".md-select")
    page.click({"header": f".md-select__link[hreflang={other}]", "footer": f".languages a[hreflang={other}]"}[place])
    page.wait_for_url(f"**/{other}/**")
    assert page.url == f"{site.url(site.page(other, 'topic'))}#sources"
    assert page.evaluate("document.documentElement.lang") == other


def test_the_walk_sees_a_focus_that_does_not_show(tab: Open) -> None:
    page = tab(width=390)
    page.set_content(twin("focus"))
    _, found = walk(page, 3)
    assert [line.partition(": ")[2] for line in found] == [
        "no sign of focus",
        "not visible, no sign of focus",
        "outside the screen, no sign of focus",
    ]
