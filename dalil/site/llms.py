"""``llms.txt`` at the root (https://llmstxt.org): what the site holds, for programs that read text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dalil.site.data import NATIVE
from dalil.site.page import Language

__all__ = ["llms"]

# Pages that every language has, under the message that names them.
ABOUT = (
    ("Differences", "differences/index.html"),
    ("Documents", "documents/index.html"),
    ("People and bodies", "entities/index.html"),
    ("Figures", "figures.html"),
    ("Data", "data/index.html"),
)


def llms(languages: Mapping[str, Language]) -> str:
    """Markdown: a title, a summary, how to cite and what not to do, then links by language."""
    english = languages["en"]
    counts = {name: len(english.record.tables[name]) for name in ("documents", "facts", "comparisons")}
    lines = [
        "# Dalil",
        "",
        f"> {english.words('What five Arabic articles say, with their words, dates and differences.')}",
        "",
        f"A curated record: {counts['facts']} facts from {counts['documents']} documents, {counts['comparisons']} differences "
        "judged, each in Arabic, English and French. Every fact has a permanent id and link "
        "(`<language>/documents/<document>.html#<fact>`), the words that carry it, and the date and speaker it belongs to.",
        "",
        "- A figure belongs with its qualifier, unit, scope, period and source: \"more than 80\" is not 80.",
        "- Where documents differ, none is right by default: quote the difference with its verdict.",
        "- Data: CC BY 4.0. Quotations stay their publishers' and are not part of the licence.",
        "",
    ]
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
