"""Lighthouse, as on a phone: the pages that it judges, and its reports."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from threading import Timer
from typing import Any

from tests.browser.kinds import KINDS, LANGUAGES, PAGES
from tests.browser.tools import NODE, flags, needed

__all__ = ["BY_TURNS", "EVERY", "Judge", "failing", "score"]

LIGHTHOUSE = NODE / "lighthouse"
SCRIPT = NODE.parent / "judge.mjs"
SECONDS = 180
# All take half an hour (make test PAGES=all). Else each kind in one language, by turns: what a template gets wrong it
# gets wrong in all, and the other gates open every language.
EVERY = os.environ.get("DALIL_PAGES") == "all"
BY_TURNS = [page for page in PAGES if EVERY or page[0] == LANGUAGES[KINDS.index(page[1]) % len(LANGUAGES)]]


class Judge:
    """One Lighthouse and one browser for all pages, as `tests/web/judge.mjs` runs them."""

    def __init__(self, port: int) -> None:
        needed(
            LIGHTHOUSE.exists() and shutil.which("node"), "Lighthouse is not here (make test installs it where npm is)"
        )
        browser = os.environ.get("DALIL_BROWSER") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
        environment = os.environ | ({"CHROME_PATH": browser} if browser else {})
        command = ["node", str(SCRIPT), "--headless=new", *flags(port)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")

    def run(self, url: str, *categories: str) -> dict[str, Any]:
        """A new report on a page."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps({"url": url, "categories": categories}), file=self._process.stdin, flush=True)
        patience = Timer(SECONDS, self._process.kill)
        patience.start()
        line = self._process.stdout.readline()
        patience.cancel()
        assert line, f"Lighthouse gave up on {url}, or took more than {SECONDS} s"
        report: dict[str, Any] = json.loads(line)
        assert "runtimeError" not in report, report["runtimeError"]
        return report

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(SECONDS)


def score(report: dict[str, Any], category: str) -> int:
    return round(100 * (report["categories"][category]["score"] or 0))


def failing(report: dict[str, Any], category: str) -> list[str]:
    """The audits that cost a category its points."""
    ids = [ref["id"] for ref in report["categories"][category]["auditRefs"] if ref["weight"]]
    audits = [report["audits"][ident] for ident in ids]
    return [
        f"{audit['id']} {audit.get('displayValue', '')}"
        for audit in audits
        if audit["score"] is not None and audit["score"] < 0.9
    ]
