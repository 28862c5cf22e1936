"""``llms.txt`` at the root (https://llmstxt.org): what the site holds, for programs that read text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dalil.site.data import NATIVE
from dalil.site.page import Language

__all__ = ["llms"]

INTRODUCTION = """# Dalil

> {lead}

A curated record: {facts} facts from {documents} documents, {comparisons} differences judged, each in Arabic,
English and French. Every fact has a permanent id and link (`<language>/documents/<document>.html#<fact>`), the words
that carry it, and the period and speaker that it belongs to.

- A figure belongs with its qualifier, unit, scope, period and source: "more than" a number is never that number.
- Where documents differ, none is right by default: give the difference with its verdict.
- Data: CC BY 4.0. Quotations stay their publishers' and are no part of that licence.
"""
# Pages that every language has, under the message that names them.
ABOUT = (
    ("Differences", "differences/index.html"),
    ("Documents", "documents/index.html"),
    ("People and bodies", "entities/index.html"),
    ("Figures and dates", "figures.html"),
    ("Data", "data/index.html"),
)


def llms(languages: Mapping[str, Language]) -> str:
    """Markdown: a title, a summary, how to cite and what not to do, then links by language."""
    tables, words = languages["en"].record.tables, languages["en"].words
    lead = words("What five Arabic articles say, with their words, dates and differences.")
    counts = {name: len(tables[name]) for name in ("documents", "facts", "comparisons")}
    lines = [INTRODUCTION.format(lead=lead, **counts)]
    for code, language in languages.items():
        lines += [f"## {NATIVE[code]}", "", *_links(language), ""]
    return "\n".join(lines)


def _links(language: Language) -> Iterator[str]:
    base, words, values = language.links.permanent("") or f"{language.code}/", language.words, language.values
    for codelist, code in language.record.codes:
        if codelist == "topic":
            about = values.code("topic", code, "definition")
            yield f"- [{values.code('topic', code)}]({base}topics/{code}.html): {about}"
    yield from (f"- [{words(label)}]({base}{path})" for label, path in ABOUT)
