"""Accessibility, console, network and storage of pages that show records; written pages have a worker of their own."""

from __future__ import annotations

import pytest

from tests.browser.axe import visit
from tests.browser.kinds import PAGES, RECORDS, Site
from tests.browser.tools import Open

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("language", "kind"), [page for page in PAGES if page[1] in RECORDS])
def test_a_page_is_accessible_and_quiet(site: Site, tab: Open, language: str, kind: str) -> None:
    assert visit(tab, site.url(site.middling(language, kind))) == []
