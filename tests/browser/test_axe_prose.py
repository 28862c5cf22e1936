"""Accessibility, console, network and storage of written pages, the page to choose a language, and the lost page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.axe import visit
from tests.browser.kinds import GATES, PAGES, RECORDS, Site
from tests.browser.tools import Open, twin

pytestmark = pytest.mark.browser


LOUD = twin("loud")


@pytest.mark.parametrize(("language", "kind"), [page for page in PAGES if page[1] not in RECORDS])
def test_a_page_is_accessible_and_quiet(site: Site, tab: Open, language: str, kind: str) -> None:
    assert visit(tab, site.url(site.middling(language, kind))) == []


@pytest.mark.parametrize("path", GATES)
def test_a_page_above_the_languages_is_accessible_and_quiet(site: Site, tab: Open, path: str) -> None:
    assert visit(tab, site.url(path)) == []


def test_the_visit_finds_what_is_wrong(site: Site, tab: Open) -> None:
    def broken(**options: Any) -> Page:
        page = tab(**options)
        page.route("**/twin.html", lambda route: route.fulfill(body=LOUD, content_type="text/html"))
        return page

    found = " ".join(visit(broken, site.url("twin.html")))
    signs = (
        "390: image-alt",
        "1280: color-contrast",
        "dark: the page",
        "another host",
        "console warning",
        "script:",
        "cookie: a",
        "kept: track",
    )
    assert [sign for sign in signs if sign not in found] == []
