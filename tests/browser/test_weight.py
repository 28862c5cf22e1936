"""What a first visit costs, and whether anything moves while it comes in over a slow line."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Request

from tests.browser.kinds import GATES, LANGUAGES, PAGES, Site
from tests.browser.tools import Open, script, twin

pytestmark = pytest.mark.browser

BYTES = {"ar": 120_000, "en": 85_000, "fr": 85_000}
REQUESTS = 12
SHIFT = 0.02
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SHIFTS = script("shifts")


def cost(page: Page, url: str) -> tuple[int, list[str]]:
    """Bytes of all bodies as sent, and every address asked for, on a visit with an empty cache."""
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    # Then whatever a script asks for by itself.
    page.goto(url)
    page.wait_for_timeout(200)
    asked = [request for request in requests if request.url.startswith("http")]
    # Sizes wait for the end of each body, which an event may tell too late.
    return sum(request.sizes()["responseBodySize"] for request in asked), [request.url for request in asked]


def too_much(size: int, asked: list[str], limit: int) -> list[str]:
    found = [f"{size} bytes, at most {limit}"] if size > limit else []
    return found + ([f"{len(asked)} requests, at most {REQUESTS}", *asked] if len(asked) > REQUESTS else [])


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_is_light(site: Site, tab: Open, language: str, kind: str) -> None:
    assert too_much(*cost(tab(width=390), site.url(site.page(language, kind))), BYTES[language]) == []


@pytest.mark.parametrize("path", GATES)
def test_a_page_above_the_languages_is_light(site: Site, tab: Open, path: str) -> None:
    assert too_much(*cost(tab(width=390), site.url(path)), BYTES["en"]) == []


def shifted(page: Page, url: str) -> float:
    """Cumulative layout shift of a first visit over a slow line with a slow processor, read to the end."""
    page.add_init_script(SHIFTS)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    page.evaluate("new Promise((done) => { scrollTo(0, document.body.scrollHeight); setTimeout(done, 300) })")
    return float(page.evaluate("window.shift"))


# Lighthouse says the same of every kind, but of what comes in at full speed and without reading on.
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["home", "document", "figures", "timeline", "explorer", "sql", "search", "dictionary"])
def test_nothing_moves_while_a_page_comes_in(site: Site, tab: Open, language: str, kind: str) -> None:
    assert shifted(tab(width=390), site.url(site.page(language, kind))) <= SHIFT


def test_the_measures_see_a_heavy_twin_that_moves(site: Site, tab: Open) -> None:
    page = tab(width=390)
    page.route("**/heavy.html", lambda route: route.fulfill(body=twin("heavy"), content_type="text/html"))
    page.route("**/*.svg", lambda route: route.fulfill(body=" " * 10_000, content_type="image/svg+xml"))
    size, asked = cost(page, site.url("heavy.html"))
    assert len(too_much(size, asked, 85_000)) == 2 + len(asked)
    assert shifted(page, site.url("heavy.html")) > SHIFT
