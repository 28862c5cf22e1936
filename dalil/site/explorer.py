"""The table of all facts: readable in parts without a script, and whole in one file for the script that narrows it.

The whole table is heavier than a page may be, so a page holds a part of it. The file is a script and not
JSON, because a page opened from a folder can load the one and not the other.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from dalil.site.data import Row
from dalil.site.facts import FactView
from dalil.site.page import Language, Page

__all__ = ["FIRST", "SCRIPT", "part_names", "render", "rows_script"]

FIRST = "data/explorer.html"
SCRIPT = "data/rows.js"
AT_ONCE = 60
# What rows can be narrowed by: a column of the facts, and the message that names it.
FACETS = {
    "topic": "Topic",
    "document": "Document",
    "kind": "Kind",
    "property": "Property",
    "speaker": "Said by",
    "weight": "Weight",
}


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values: code, label and number of facts, the most frequent first."""

    name: str
    message: str
    values: tuple[tuple[str, str, int], ...]


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
        facets=[_facet(language, name, views) for name in FACETS],
        documents={ident: _source(language, row) for ident, row in language.record.documents.items()},
        label=lambda view, name: _label(language, view, name),
    )


def _source(language: Language, document: Row) -> list[str]:
    return [language.values.text(document, "title") or document["title_ar"], document["published"], document["url"]]


def _facts(language: Language) -> list[FactView]:
    record = language.record
    return [language.facts[row["id"]] for ident in record.documents for row in record.in_document.get(ident, ())]


def _label(language: Language, view: FactView, name: str) -> str:
    labels = {
        "topic": view.topic,
        "document": f"{view.publisher} {view.document['published'][:4]}",
        "kind": view.kind,
        "property": view.property_label,
        "speaker": view.speaker,
        "weight": language.values.code("weight", view.row["weight"]),
    }
    return labels[name]


def _facet(language: Language, name: str, views: list[FactView]) -> Facet:
    counts = Counter((view.row[name], _label(language, view, name)) for view in views)
    none = language.words("the document itself")
    values = ((code or "-", label or none, number) for (code, label), number in counts.most_common())
    return Facet(name, FACETS[name], tuple(values))


def rows_script(language: Language) -> bytes:
    """Every row of the table, as a script that gives them to the page."""
    page = Page(language, FIRST)
    html = str(page.render("rows", rows=_facts(language), label=lambda view, name: _label(language, view, name)))
    text = language.isolated(html)
    return f"const ROWS = {json.dumps(text, ensure_ascii=False)}\n".encode()
