"""One visit of a page: axe in light and dark, what the console said, what was asked for, what was kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from tests.browser.server import HOST
from tests.browser.tools import NODE, Open, needed, script

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request, Response

__all__ = ["Watch", "visit"]

AXE = NODE / "axe-core" / "axe.min.js"
# Nothing here plays by itself, for which axe would load each page's files again.
ALL = "axe.run(document, {preload: false, resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
# Dark changes colours and nothing else.
COLOURS = ALL.replace("rules: {'target-size': {enabled: true}}", "runOnly: ['color-contrast', 'link-in-text-block']")
IS_DARK = script("dark")
# The page is told of a change, and draws it, in a frame to come.
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
RUNS: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", ALL), ("dark", COLOURS))
WIDTHS = (390, 1280)


@dataclass
class Watch:
    """Collects what a page must not do."""

    complaints: list[str] = field(default_factory=list)

    def on(self, page: Page) -> None:
        page.on("console", lambda message: self._said(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("request", self._asked)
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        page.on("response", self._answered)

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"console {kind}: {text}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname != HOST:
            self.complaints.append(f"another host: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"status {response.status}: {response.url}")

    def kept(self, page: Page) -> None:
        """Add what the page keeps: nothing, since nobody chose light or dark."""
        self.complaints += [f"cookie: {cookie.get('name')}" for cookie in page.context.cookies()]
        stores = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
        self.complaints += [f"kept: {key}" for key in page.evaluate(stores)]


def visit(tab: Open, url: str) -> list[str]:
    """Everything wrong with a page, in light and in dark, on a phone and on a desk."""
    found = []
    page, watch = tab(color_scheme="light"), Watch()
    watch.on(page)
    page.goto(url)
    _inject(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, run in RUNS:
            page.emulate_media(color_scheme=scheme)
            page.evaluate(FRAMES)
            found += [] if page.evaluate(IS_DARK) == (scheme == "dark") else [f"{scheme}: the page does not follow"]
            found += [f"{scheme} {width}: {line}" for line in violations(page, run)]
    watch.kept(page)
    return found + watch.complaints


def _inject(page: Page) -> None:
    needed(AXE.exists(), "axe-core is not here (make test installs it where npm is)")
    page.evaluate(AXE.read_text(encoding="utf-8"))


def violations(page: Page, run: str) -> list[str]:
    """What axe finds on the page as it is now, one line a rule, with the first place."""
    found = page.evaluate(run)["violations"]
    return [
        f"{rule['id']} ({len(rule['nodes'])}): {rule['nodes'][0]['target']} {rule['nodes'][0]['html'][:120]}"
        for rule in found
    ]
