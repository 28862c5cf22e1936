"""Citations: the chip, the card that it opens without script, the printed list, the side notes."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import LANGUAGES, Site
from tests.browser.tools import Open, script, twin

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 1280)
CITING = ("topic", "figures", "difference", "person")
# How many chips of a page are opened, from the first to the last.
OPENED = 4

CHIPS, CARD, PRINTED, NOTES = script("chips"), script("card"), script("printed"), script("notes")


def some(items: list[Any]) -> list[Any]:
    """A few, spread from the first to the last."""
    last = len(items) - 1
    return items if last < OPENED else [items[round(place * last / (OPENED - 1))] for place in range(OPENED)]


def opened(page: Page) -> list[str]:
    """What is wrong with the cards that some of the chips open, each closed again with Escape."""
    found = []
    for chip in some(page.query_selector_all("button.chip")):
        name = chip.get_attribute("id") or ""
        chip.scroll_into_view_if_needed()
        chip.click()
        found += [f"{name}: {line}" for line in page.evaluate(CARD)]
        page.keyboard.press("Escape")
        if page.evaluate("!!document.querySelector(':popover-open')"):
            found.append(f"{name}: Escape does not close the card")
        if page.evaluate("document.activeElement.id") != name:
            found.append(f"{name}: the focus does not come back")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", CITING)
def test_cards_open_without_script_inside_the_screen(site: Site, tab: Open, language: str, kind: str) -> None:
    page, found = tab(height=700, script=False), []
    page.goto(site.url(site.page(language, kind)))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        found += [f"{width}: {line}" for line in [*page.evaluate(CHIPS), *opened(page)]]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_closes_by_a_tap_outside_and_by_its_button(site: Site, tab: Open, language: str) -> None:
    page = tab(width=390, height=700)
    page.goto(site.url(site.page(language, "topic")))
    assert opened(page) == []
    for place in ("outside", ".close"):
        chip = page.query_selector("button.chip")
        assert chip
        chip.scroll_into_view_if_needed()
        chip.click()
        assert page.evaluate(CARD) == []
        page.mouse.click(195, 80) if place == "outside" else page.click(f":popover-open {place}")
        assert page.query_selector(":popover-open") is None


COPIED = [("topic", ".chip", ":popover-open"), ("document", ".more summary", ".more[open]"), ("cite", "", "main")]


@pytest.mark.parametrize(("kind", "opener", "place"), COPIED)
def test_a_ready_citation_is_copied_by_its_button(site: Site, tab: Open, kind: str, opener: str, place: str) -> None:
    page = tab(permissions=["clipboard-read", "clipboard-write"])
    page.goto(site.url(site.page("en", kind)))
    # Opened, closed and opened again: there is one button still.
    for _ in range(3 if opener else 0):
        page.locator(opener).first.click()
    reference = page.locator(f"{place} .reference").first
    words = reference.locator(".copy").inner_text()
    reference.get_by_role("button", name="Copy", exact=True).click()
    reference.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == words != ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", CITING)
def test_print_shows_every_source_in_full(site: Site, tab: Open, language: str, kind: str) -> None:
    page = tab(width=794, script=False)
    page.goto(site.url(site.page(language, kind)))
    page.emulate_media(media="print")
    assert page.evaluate(PRINTED) == []
    cited = "new Set([...document.querySelectorAll('.chip')].map((chip) => chip.getAttribute('popovertarget'))).size"
    assert page.evaluate("document.querySelectorAll('.sources li').length") == page.evaluate(cited) > 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_side_notes_stand_in_order_beside_the_text(site: Site, tab: Open, language: str, script: bool) -> None:
    page = tab(width=1440, script=script)
    page.goto(site.url(site.page(language, "topic")))
    assert not page.is_visible(".notes")
    page.check("#show-sources")
    assert page.evaluate(NOTES) == []
    lines = "[...document.querySelectorAll('.cite')].map((cited) => getComputedStyle(cited).textDecorationLine)"
    assert set(page.evaluate(lines)) == {"underline"}
    page.uncheck("#show-sources")
    assert not page.is_visible(".notes")


def test_the_checks_see_a_broken_twin(tab: Open) -> None:
    page = tab(width=390, height=700)
    page.set_content(twin("cards"))
    assert "px" in page.evaluate(CHIPS)[0]
    assert "named" in page.evaluate(CHIPS)[0]
    page.click(".chip")
    found = " ".join(page.evaluate(CARD))
    assert [sign for sign in ("outside", "without lang or dir", "without .said") if sign not in found] == []
    page.set_viewport_size({"width": 1280, "height": 700})
    assert "it covers the chip that opened it" in page.evaluate(CARD)
    assert "above the one before" in " ".join(page.evaluate(NOTES))
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    assert page.evaluate(PRINTED) == ["source-a", "source-b"]
