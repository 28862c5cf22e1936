"""A built frame, cut once at its marks, so that a record's page costs a join."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import escape

from dalil.site.data import bad
from dalil.site.pages import FRAME, MARKS
from dalil.site.records import RecordPage

__all__ = ["Frame", "cut"]

HERE = "dalil/site/frame.py"
_MARK = re.compile(rf"(?:<!--)?@@({'|'.join(MARKS)})@@(?:-->)?")
_TOC_ITEM = re.compile(r'<li class="md-nav__item">\s*<a href="#toc-mark".*?</li>', re.DOTALL)
_TOC_HEADING = re.compile(r'<h2 id="toc-mark">.*?</h2>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Frame:
    """Literal pieces and marks by turns, and the theme's own markup for one entry of the contents."""

    pieces: tuple[str, ...]
    item: str

    def pour(self, page: RecordPage, typeset: Callable[[str], str]) -> str:
        """The page of one record; its body comes typeset already."""
        title = str(escape(page.title))
        contents = "".join(self._entry(ident, text) for ident, text in page.contents)
        values: Mapping[str, str] = {
            "title": title,
            "heading": typeset(title),
            "description": str(escape(" ".join(page.description.split()))),
            "body": page.body,
            "toc": contents,
            "slug": page.slug,
        }
        return "".join(values[piece] if place % 2 else piece for place, piece in enumerate(self.pieces))

    def _entry(self, ident: str, text: str) -> str:
        return self.item.replace("toc-mark", ident).replace("@@toc@@", str(escape(text)))


def cut(html: str) -> Frame:
    """Cut a finished frame; a mark or the frame's own name left in a literal piece is an error."""
    found = _TOC_ITEM.search(html)
    if not found:
        raise bad(HERE, "the theme drew no entry in the contents", "adapt this module to the theme")
    html = _TOC_HEADING.sub("", _TOC_ITEM.sub("@@toc@@", html))
    html = html.replace(f"{FRAME}.html", "@@slug@@.html")
    pieces = tuple(_MARK.split(html))
    if any("@@" in piece or FRAME in piece for piece in pieces[::2]):
        raise bad(HERE, "a mark or the frame's name is left in the frame", "adapt this module to the theme")
    return Frame(pieces, found.group())
