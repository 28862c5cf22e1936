"""Accessibility, console, network and storage of pages that show records; half of the pages, for a worker of its own."""

from __future__ import annotations

import pytest

from tests.browser.axe import visit
from tests.browser.conftest import Open
from tests.browser.kinds import ENTITIES, PAGES, Site

pytestmark = pytest.mark.browser
RECORDS = (*ENTITIES, "document", "difference", "explorer", "dictionary", "figures", "timeline")


@pytest.mark.parametrize(("language", "kind"), [page for page in PAGES if page[1] in RECORDS])
def test_a_page_is_accessible_and_quiet(site: Site, tab: Open, language: str, kind: str) -> None:
    assert visit(tab(), site.url(site.page(language, kind))) == []
