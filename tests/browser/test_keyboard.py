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
    page.wait_for_url("**#*")  # the jump comes a little after the key
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switcher_keeps_the_section_reached_by_scrolling(site: Site, tab: Open, language: str) -> None:
    page, other = tab(), "en" if language == "fr" else "fr"
    page.goto(site.url(site.page(language, "topic")))
    page.evaluate("document.querySelectorAll('article h2[id]')[3].scrollIntoView()")
    section = page.get_attribute("article h2[id] >> nth=3", "id")
    page.evaluate(f"document.querySelector('.languages a[hreflang={other}]').click()")
    page.wait_for_url(f"**/{other}/**#{section}")


def test_the_switcher_keeps_what_was_searched(site: Site, tab: Open) -> None:
    page = tab()
    page.goto(site.url("ar/search.html?q=Bourita"))
    page.click(".languages a[hreflang=en]")
    page.wait_for_url("**/en/search.html?q=Bourita")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_mouse_the_drawer_leads_to_every_section(site: Site, tab: Open, language: str) -> None:
    page, seen = tab(width=390), set()
    page.goto(site.url(site.page(language, "topic")))
    for _ in range(60):
        page.keyboard.press("Tab")
        link = page.evaluate(script("covered"))
        if link:
            assert link[1], f"{link[0]} is covered"
            seen.add(link[0].partition("#")[0])
    wanted = {"../timeline.html", "../differences/index.html", "../documents/index.html", "../data/index.html"}
    assert wanted <= seen


def test_the_walk_sees_a_focus_that_does_not_show(tab: Open) -> None:
    page = tab(width=390)
    page.set_content(twin("focus"))
    _, found = walk(page, 3)
    assert [line.partition(": ")[2] for line in found] == [
        "no sign of focus",
        "not visible, no sign of focus",
        "outside the screen, no sign of focus",
    ]
