"""Nothing is cut, nothing scrolls sideways, with and without script; Arabic is large and open; motion rests."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import GATES, KINDS, PAGES, Site
from tests.browser.tools import Open, script, twin

pytestmark = pytest.mark.browser

LAYOUT, FACES, MOVING = script("layout"), script("faces"), script("moving")
# The smallest phone, a phone, a screen of 1280 px at 200 % zoom, the same without zoom.
WIDTHS = (320, 390, 640, 1280)


def squeezed(page: Page, url: str) -> list[str]:
    """What cannot be seen at each width."""
    page.goto(url)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width}: {line}" for line in page.evaluate(LAYOUT)]
    return found


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_nothing_is_cut(site: Site, tab: Open, language: str, kind: str, script: bool) -> None:
    assert squeezed(tab(script=script), site.url(site.page(language, kind))) == []


@pytest.mark.parametrize("path", GATES)
def test_nothing_is_cut_above_the_languages(site: Site, tab: Open, path: str) -> None:
    assert squeezed(tab(), site.url(path)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_arabic_is_large_and_open(site: Site, tab: Open, kind: str) -> None:
    page = tab(width=390)
    page.goto(site.url(site.page("ar", kind)))
    assert page.evaluate(FACES) == []


@pytest.mark.parametrize("kind", ["home", "topic", "explorer"])
def test_nothing_moves_for_who_does_not_want_it(site: Site, tab: Open, kind: str) -> None:
    page = tab(width=390)
    page.goto(site.url(site.page("ar", kind)))
    assert page.evaluate(MOVING) == []


def test_the_checks_see_a_twin_that_is_cut_small_and_moving(tab: Open) -> None:
    page = tab(width=320)
    page.set_content(twin("cut"))
    found = page.evaluate(LAYOUT)
    assert [line.partition(":")[0] for line in found][:2] == ["the page scrolls sideways", "cut"]
    assert any(line.startswith("15.0px 1.50 lines: p") for line in page.evaluate(FACES))
    assert page.evaluate(MOVING) == ["p."]
