"""Accessibility, console, network and storage at 1280 px; the other width has a file, and so a worker, of its own."""

from __future__ import annotations

import pytest

from tests.browser.axe import visit
from tests.browser.conftest import Open
from tests.browser.kinds import GATES, PAGES, Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_is_accessible_and_quiet(site: Site, tab: Open, language: str, kind: str) -> None:
    assert visit(tab(width=1280), site.url(site.page(language, kind))) == []


@pytest.mark.parametrize("path", GATES)
def test_a_page_above_the_languages_is_accessible_and_quiet(site: Site, tab: Open, path: str) -> None:
    assert visit(tab(width=1280), site.url(path)) == []
