"""Accessibility, console, network and storage at 390 px; the other width has a file, and so a worker, of its own."""

from __future__ import annotations

import pytest

from tests.browser.axe import visit
from tests.browser.conftest import Open
from tests.browser.kinds import GATES, PAGES, Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_is_accessible_and_quiet(site: Site, tab: Open, language: str, kind: str) -> None:
    assert visit(tab(width=390), site.url(site.page(language, kind))) == []


@pytest.mark.parametrize("path", GATES)
def test_a_page_above_the_languages_is_accessible_and_quiet(site: Site, tab: Open, path: str) -> None:
    assert visit(tab(width=390), site.url(path)) == []


BROKEN = """<!doctype html><html lang="en"><title>t</title><main><h1>Twin</h1><p style="color:#aaa">pale</p>
<img src="https://elsewhere.example/x.png"><script>console.warn("w"); localStorage.track = 1; document.cookie = "a=1"
fail()</script></main>"""


def test_the_visit_finds_what_is_wrong(site: Site, tab: Open) -> None:
    page = tab(width=390)
    page.route("**/twin.html", lambda route: route.fulfill(body=BROKEN, content_type="text/html"))
    found = " ".join(visit(page, site.url("twin.html")))
    for sign in ("image-alt", "light: color-contrast", "dark: the page", "another host", "console warning", "script:", "cookie: a", "kept: track"):
        assert sign in found, sign
