"""The pages of records: documents, entities and differences, each ready to be poured into its frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from dalil.site import jsonld, views
from dalil.site.data import LANGUAGES, NATIVE, Row
from dalil.site.page import Language, Page
from dalil.site.values import number

__all__ = ["KINDS", "RecordPage", "record_pages"]

STRIP = 1000


@dataclass(frozen=True, slots=True)
class RecordPage:
    """What a frame takes: plain text for title and description, HTML for the body, ids and titles for contents."""

    slug: str
    title: str
    description: str
    body: str
    contents: tuple[tuple[str, str], ...]


def record_pages(language: Language, kind: str) -> Iterator[RecordPage]:
    """Every page of one kind (a folder of the site), in the order of its table."""
    yield from KINDS[kind](language)


def _documents(language: Language) -> Iterator[RecordPage]:
    words, values = language.words, language.values
    for ident, row in language.record.documents.items():
        page = Page(language, f"documents/{ident}.html")
        facts = [language.facts[fact["id"]] for fact in language.record.in_document.get(ident, ())]
        body = page.render(
            "document",
            document=row,
            records=facts,
            strip=_strip(language, row),
            host=urlsplit(row["url"]).netloc,
            characters=number(row["text_characters"], language.code),
        )
        title = values.text(row, "title") or row["title_ar"]
        contents = (("facts", words("What it says, in the order of the text")),)
        description = f"{values.entity(row['publisher'])}, {values.published(row)}"
        data = jsonld.block(jsonld.document(language, row))
        yield RecordPage(ident, title, description, language.typeset(str(body)) + str(data), contents)


def _strip(language: Language, document: Row) -> list[tuple[int, int, bool]]:
    """Start and width, in thousandths of the body, of each span, and whether its fact is a core one."""
    first, last = int(document["body_start"] or 0), int(document["body_end"] or document["text_characters"] or 1)
    bars = []
    for fact in language.record.in_document.get(document["id"], ()):
        for span in language.record.evidence.get(fact["id"], ()):
            start, end = ((int(span[c]) - first) * STRIP // max(last - first, 1) for c in ("char_start", "char_end"))
            if end > 0:
                bars.append((max(start, 0), max(end - max(start, 0), 2), fact["weight"] == "core"))
    return sorted(bars)


def _entities(language: Language) -> Iterator[RecordPage]:
    words, values = language.words, language.values
    sections = (
        ("subject", words("What is said of it")),
        ("object", words("Where it is named")),
        ("speaker", words("What it says")),
    )
    others = [(code, NATIVE[code]) for code in LANGUAGES if code != language.code]
    for ident, row in language.record.entities.items():
        page, groups = Page(language, f"entities/{ident}.html"), views.uses(language, ident)
        names = language.record.names.get(ident, ())
        body = page.render(
            "entity",
            entity=row,
            boxes=views.entity_box(language, ident),
            groups=groups,
            sections=sections,
            others=others,
            names=names,
        )
        contents = [(role, title) for role, title in sections if groups[role]]
        contents += [("names", words("Spellings in the documents"))] if names else []
        yield _record(page, ident, values.entity(ident), values.text(row, "description"), body, contents)


def _differences(language: Language) -> Iterator[RecordPage]:
    words = language.words
    for ident in language.record.comparisons:
        page, item = Page(language, f"differences/{ident}.html"), views.comparison(language, ident)
        body = page.render("difference", item=item)
        contents = [("facts", words("What the documents say"))]
        contents += [("findings", words("What pages outside the corpus say"))] if item.findings else []
        yield _record(page, ident, item.title, item.note, body, contents)


def _record(
    page: Page, ident: str, title: str, description: str, body: Markup, contents: list[tuple[str, str]]
) -> RecordPage:
    language, sources = page.language, page.cites.listing()
    if sources:
        contents = [*contents, ("sources", language.words("Sources"))]
    return RecordPage(ident, title, description or title, language.typeset(str(body)) + str(sources), tuple(contents))


KINDS: dict[str, Callable[[Language], Iterator[RecordPage]]] = {
    "documents": _documents,
    "entities": _entities,
    "differences": _differences,
}
