"""A page is whole with and without script: nothing cut, nothing sideways, nothing hidden; motion rests."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import GATES, LANGUAGES, PAGES, Site
from tests.browser.tools import Open, script, twin

pytestmark = pytest.mark.browser

LAYOUT, MOVING, SEEN = script("layout"), script("moving"), script("seen")
# The smallest phone, a phone, a screen of 1280 px at 200 % zoom, the same without zoom.
WIDTHS = (320, 390, 640, 1280)


def squeezed(page: Page, widths: tuple[int, ...] = WIDTHS) -> list[str]:
    """What cannot be seen at each width."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width}: {line}" for line in page.evaluate(LAYOUT)]
    return found


def lost(with_script: list[str], without: list[str]) -> list[str]:
    """What only a script makes visible, save short words: a script may add its own controls and say what it found."""
    there = set(without)
    missing = [line for line in dict.fromkeys(with_script) if line not in there]
    return [line for line in missing if not re.match("(p|li|dd|dt) .{0,25}$", line)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_open_menu_of_languages_is_on_the_screen(site: Site, tab: Open, language: str) -> None:
    page = tab()
    page.goto(site.url(f"{language}/index.html"))
    page.focus(".md-select > button")
    assert page.is_visible(".md-select__link")
    assert squeezed(page) == []


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_is_whole_with_and_without_script(site: Site, tab: Open, language: str, kind: str) -> None:
    seen, found = [], []
    for name, page, widths in (("script", tab(), WIDTHS), ("no script", tab(script=False), (320, 1280))):
        page.goto(site.url(site.page(language, kind)))
        seen.append(page.evaluate(SEEN))
        found += [f"{name} {line}" for line in squeezed(page, widths)]
    assert found == []
    assert len(seen[1]) > 3
    assert lost(*seen)[:5] == []


@pytest.mark.parametrize("path", GATES)
def test_nothing_is_cut_above_the_languages(site: Site, tab: Open, path: str) -> None:
    page = tab()
    page.goto(site.url(path))
    assert squeezed(page) == []


@pytest.mark.parametrize("kind", ["home", "topic", "explorer"])
def test_nothing_moves_for_who_does_not_want_it(site: Site, tab: Open, kind: str) -> None:
    page = tab(width=390)
    page.goto(site.url(site.page("ar", kind)))
    assert page.evaluate(MOVING) == []


def test_the_checks_see_a_twin_that_is_cut_and_moving(tab: Open) -> None:
    page = tab(width=320)
    page.set_content(twin("cut"))
    found = page.evaluate(LAYOUT)
    assert [line.partition(":")[0] for line in found][:2] == ["the page scrolls sideways", "cut"]
    assert page.evaluate(MOVING) == ["p."]


def test_the_check_sees_a_twin_that_waits_for_a_script(tab: Open) -> None:
    body = twin("late")
    with_script, without = tab(), tab(script=False)
    with_script.set_content(body)
    without.set_content(body)
    missing = lost(with_script.evaluate(SEEN), without.evaluate(SEEN))
    assert missing == ["p Words that only a script shows to their reader"]
