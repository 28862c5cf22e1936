"""What the pages' own script adds: the reader's choice of light or dark, and the section being read."""

from __future__ import annotations

import pytest

from tests.browser.kinds import Site
from tests.browser.tools import Open

pytestmark = pytest.mark.browser

SCHEME = "document.body.dataset.mdColorScheme"
SHOWN = "form[data-md-component=palette] label:not([hidden])"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_choice_of_light_or_dark_goes_with_the_reader(site: Site, tab: Open, system: str) -> None:
    page = tab(color_scheme=system)
    page.goto(site.url(site.page("en", "topic")))
    first, other = ("slate", "default") if system == "dark" else ("default", "slate")
    assert page.evaluate(SCHEME) == first
    assert len(page.query_selector_all(SHOWN)) == 1
    page.click(SHOWN)
    assert page.evaluate(SCHEME) == other
    page.goto(site.url(site.page("ar", "home")))
    assert page.evaluate(SCHEME) == other
    page.click(SHOWN)
    assert page.evaluate(SCHEME) == first


def test_a_page_follows_the_system_until_the_reader_chooses(site: Site, tab: Open) -> None:
    page = tab(color_scheme="light")
    page.goto(site.url(site.page("fr", "topic")))
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector('body[data-md-color-scheme="slate"]')
    page.click(SHOWN)
    for system in ("light", "dark"):
        page.emulate_media(color_scheme=system)
        page.wait_for_timeout(100)
        assert page.evaluate(SCHEME) == "default"


def test_the_list_of_contents_shows_the_section_being_read(site: Site, tab: Open) -> None:
    page = tab(width=1280)
    page.goto(f"{site.url(site.page('en', 'topic'))}#disputed")
    page.wait_for_selector(".md-sidebar--secondary .md-nav__link--active[href='#disputed']")
    assert len(page.query_selector_all(".md-sidebar--secondary .md-nav__link--active")) == 1
