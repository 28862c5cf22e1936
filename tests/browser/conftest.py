"""A server for the real site, and a browser that can reach nothing else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.browser.judge import Judge
from tests.browser.kinds import Site
from tests.browser.server import serve
from tests.browser.tools import Open, flags, needed


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Site]:
    with serve(built) as port:
        yield Site(built, port)


# For this package alone: the browser's driver leaves an event loop running in the thread of the tests.
@pytest.fixture(scope="package")
def browser(site: Site) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = os.environ.get("DALIL_BROWSER") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
        try:
            found = playwright.chromium.launch(executable_path=path, args=flags(site.port))
        except BrowserError as error:
            needed(False, f"no browser starts (scripts/browser --install gets one): {error}")
            raise
        yield found
        found.close()


@pytest.fixture(scope="module")
def judge(site: Site) -> Iterator[Judge]:
    found = Judge(site.port)
    yield found
    found.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Open]:
    """Open a tab in a context of its own, with an empty cache: `tab(width=390, script=True, ...)`."""
    contexts = []

    def make(width: int = 1280, height: int = 900, script: bool = True, **options: Any) -> Page:
        viewport: ViewportSize = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, java_script_enabled=script, reduced_motion="reduce", **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
