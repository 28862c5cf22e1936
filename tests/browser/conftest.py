"""The real site, built once for all workers, and a browser that can reach nothing else."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.browser.kinds import Site
from tests.browser.server import ADDRESS, serve
from tests.browser.tools import Open, flags, needed

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("seeds", "docs", "mkdocs.yml")
# With a repository, as in publication: pages then have their links to report an error.
SETTINGS = {"SITE_URL": ADDRESS, "GITHUB_SERVER_URL": "https://code.example", "GITHUB_REPOSITORY": "dalil/dalil"}


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _build(copy: Path) -> str:
    """Build a copy of what the site is made from; '' or what the build said when it failed."""
    copy.mkdir()
    for name in PARTS:
        source = ROOT / name
        shutil.copytree(source, copy / name) if source.is_dir() else shutil.copy(source, copy / name)
    command = [sys.executable, str(ROOT / "build_site.py"), "--root", str(copy), "build"]
    done = subprocess.run(command, env=os.environ | SETTINGS, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr + f"\nbuild failed ({done.returncode})"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder of the site. DALIL_SITE names one that was built before, with SITE_URL as `server.ADDRESS`."""
    if given := os.environ.get("DALIL_SITE"):
        return Path(given).resolve()
    base = tmp_path_factory.getbasetemp()
    # Each worker has a folder of its own below the one that they share.
    shared = base.parent if hasattr(request.config, "workerinput") else base
    log = shared / "site.log"
    with _locked(shared / "site.lock"):
        if not log.exists():
            log.write_text(_build(shared / "copy"), encoding="utf-8")
    said = log.read_text(encoding="utf-8")
    if said:
        pytest.fail("\n".join(said.splitlines()[-20:]), pytrace=False)
    return shared / "copy" / "site"


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Site]:
    with serve(built) as port:
        yield Site(built, port)


# For this package alone: the browser's driver leaves an event loop running in the thread of the tests.
@pytest.fixture(scope="package")
def browser(site: Site) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = os.environ.get("DALIL_BROWSER") or shutil.which("chromium") or None
        try:
            found = playwright.chromium.launch(executable_path=path, args=flags(site.port))
        except BrowserError as error:
            needed(False, f"no browser starts (scripts/browser --install gets one): {error}")
            raise
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
