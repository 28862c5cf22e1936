"""How the browser is started, what a test does without a tool, and the scripts that run in pages."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.server import HOST

__all__ = ["NODE", "Open", "flags", "needed", "script", "twin"]

NODE = Path(__file__).resolve().parents[1] / "web" / "node_modules"

# No host but ours, and nothing that the browser does for itself.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)

Open = Callable[..., Page]


def flags(port: int) -> list[str]:
    """What the browser is started with; root needs --no-sandbox."""
    rules = f"--host-resolver-rules=MAP {HOST}:80 127.0.0.1:{port}, MAP * ~NOTFOUND"
    return [*QUIET, rules, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def needed(there: object, what: str) -> None:
    """Skip where a tool is missing; in continuous integration it must be there."""
    if not there:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(what)


def twin(name: str) -> str:
    """A small page that is broken on purpose: each check must see it."""
    return (Path(__file__).parent / "twins" / f"{name}.html").read_text(encoding="utf-8")


def script(name: str) -> str:
    """A function in JavaScript, to be called in a page."""
    return (Path(__file__).parent / "js" / f"{name}.js").read_text(encoding="utf-8")
