"""One sheet a language: the theme's and ours joined, without the rules that no published page can use.

Most of the theme's sheet dresses parts that this site does not have; it would be half of what a first visit costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lightningcss import process_stylesheet

__all__ = ["SHEET", "join", "linked", "names"]

SHEET = "assets/site.css"
_LINK = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
_NAMED = re.compile(r'\b(?:class|id)="([^"]*)"')
_WORD = re.compile(r"-?[A-Za-z_][\w-]*")
_SYMBOL = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")
_DEFINED, _ASKED = re.compile(r"(--[\w-]+)\s*:"), re.compile(r"var\(\s*(--[\w-]+)")


def linked(html: str) -> list[str]:
    """The sheets of a built page, in the order in which they apply."""
    return _LINK.findall(html)


def names(html: str) -> Iterator[str]:
    """Classes and ids of a page."""
    for found in _NAMED.findall(html):
        yield from found.split()


def join(sheets: Iterable[str], used: set[str], scripts: Iterable[str]) -> str:
    """The sheets as one, minified; a name that stands in no page and in no script (any word of it) loses its rules."""
    css = "".join(sheets)
    kept = used.union(*(_WORD.findall(script) for script in scripts))
    unused = set(_SYMBOL.findall(css)) - kept
    while True:
        css = process_stylesheet(css, unused_symbols=unused)
        # A variable may be asked for by one that nobody asks for.
        dead = set(_DEFINED.findall(css)) - set(_ASKED.findall(css))
        if dead <= unused:
            return css
        unused |= dead
