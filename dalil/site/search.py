"""The search: the index that Pagefind makes of the pages' bare copies, and what its page offers."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
from pathlib import Path

from markupsafe import Markup

from dalil.problems import BadInputError, Location, Problem
from dalil.site.copies import years
from dalil.site.page import Page

__all__ = ["KINDS", "build_index", "render"]

# A kind of page, by which results can be narrowed, and the message that names it.
KINDS = {
    "topic": "Topics",
    "document": "Documents",
    "difference": "Differences",
    "people": "People and bodies",
    "notion": "Places, events, texts, notions",
    "page": "Other pages",
}
# Its ready-made interfaces: the site has its own.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "wasm.unknown.pagefind")


def render(page: Page) -> Markup:
    """The box, the ways to narrow, and the topics for whoever finds nothing."""
    record = page.language.record
    topics = [row for row in record.tables["codes"] if row["codelist"] == "topic"]
    return page.render("search", kinds=KINDS, years=years(record), topics=topics)


def build_index(copies: Path, out: Path) -> None:
    """Index the copies into ``out``; the same copies give the same bytes."""
    command = [str(_program()), "--site", str(copies), "--output-path", str(out), "--quiet", "--keep-index-url"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        at = Location("dalil/site/search.py")
        raise BadInputError(
            [Problem(at, f"Pagefind failed: {done.stderr.strip()}", "run it by hand on build/engine/search")]
        )
    for pattern in _UNUSED:
        for path in out.glob(pattern):
            path.unlink()
    # It writes the languages in no fixed order.
    entry = out / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True), encoding="utf-8")


def _program() -> Path:
    """Pagefind's own program: the wheel's Python interface waits in tenths of a second."""
    found = importlib.util.find_spec("pagefind_bin")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("pagefind_bin", name="pagefind_bin")
    return Path(found.submodule_search_locations[0]) / ("pagefind.exe" if os.name == "nt" else "pagefind")
