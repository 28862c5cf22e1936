"""The table of all facts: readable in parts without a script, and whole in one file for the script that narrows it.

The whole table is heavier than a page may be, so a page holds a part of it. The file is a script and not
JSON, because a page opened from a folder can load the one and not the other.
"""

from __future__ import annotations

import json

from markupsafe import Markup

from dalil.site.data import Row
from dalil.site.facets import FACETS, facets, label
from dalil.site.facts import FactView
from dalil.site.page import Language, Page

__all__ = ["FIRST", "SCRIPT", "part_names", "render", "rows_script"]

FIRST = "data/explorer.html"
SCRIPT = "data/rows.js"
AT_ONCE = 60


def part_names(language: Language) -> list[str]:
    """The pages that the table is parted into."""
    number = max(1, -(-len(language.record.facts) // AT_ONCE))
    return [FIRST, *(FIRST.replace(".html", f"-{place}.html") for place in range(2, number + 1))]


def render(page: Page) -> Markup:
    """The part of the table that belongs on this page, with the form that narrows it."""
    language, names = page.language, part_names(page.language)
    place = names.index(page.path)
    views = _facts(language)
    return page.render(
        "explorer",
        rows=views[place * AT_ONCE : (place + 1) * AT_ONCE],
        total=len(views),
        parts=[(number, name.rpartition("/")[2], name == page.path) for number, name in enumerate(names, 1)],
        facets=facets(language, FACETS, views),
        documents={ident: _source(language, row) for ident, row in language.record.documents.items()},
        label=lambda view, name: label(language, view, name),
    )


def _source(language: Language, document: Row) -> list[str]:
    return [language.values.text(document, "title") or document["title_ar"], document["published"], document["url"]]


def _facts(language: Language) -> list[FactView]:
    record = language.record
    return [language.facts[row["id"]] for ident in record.documents for row in record.in_document.get(ident, ())]


def rows_script(language: Language) -> bytes:
    """Every row of the table, as a script that gives them to the page."""
    page = Page(language, FIRST)
    html = str(page.render("rows", rows=_facts(language), label=lambda view, name: label(language, view, name)))
    text = language.typeset(html)
    return f"const ROWS = {json.dumps(text, ensure_ascii=False)}\n".encode()
