"""Bare copies of the pages for the search index, with every form their words can be found under.

The copies are not published. A page that carried its forms itself would be twice as heavy, and every tool that
reads the text of a page would read them too.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from dalil.site.data import LANGUAGES, Row
from dalil.site.forms import guarded, index_forms, known_forms, name_form, words
from dalil.site.page import Language
from dalil.site.record import Record

__all__ = ["ALIASES", "aliases", "write_copies", "years"]

ALIASES = Path(__file__).with_name("aliases.yml")
PEOPLE = {"person", "group", "organisation", "office", "country"}
# Pages that name everything: they would answer every question.
UNSEARCHED = re.compile(r"(?:search|data/explorer(?:-\d+)?|data/sql|entities/index)\.html")
# What is not the page's own text: controls, what a card repeats, notes beside the text.
NOT_TEXT = (
    "script, style, template, svg, button, form, nav, .headerlink, .anchor, .notes, .sources, .toggle, .strip, .ways, "
    ".reference, details.more"
)
# What is searched, but tells little in an excerpt.
NOT_SHOWN = "h1, .kicker, .infobox, .unquoted, .details dt, .meta"
_ARTICLE = re.compile(r"<article\b[^>]*>(.*?)</article>", re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)(?:<a class=\"headerlink\".*?)?</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Copy:
    """What is searched of one page; ``names`` are what it is about, in all languages and spellings."""

    path: str
    title: str
    body: str
    words: frozenset[str]
    names: tuple[str, ...]
    kind: str
    year: str


@cache
def aliases() -> dict[str, list[str]]:
    """Spellings that no document prints but people type, by entity."""
    tree: dict[str, list[str]] = yaml.safe_load(ALIASES.read_text("utf-8"))
    return tree


def write_copies(language: Language, published: Path, target: Path) -> None:
    """Write the bare copies of one language's published pages to ``target``, which is emptied first."""
    shutil.rmtree(target, ignore_errors=True)
    copies = [_copy(language.record, published, path) for path in _pages(published)]
    known = known_forms(frozenset().union(*(copy.words.union(words(" ".join(copy.names))) for copy in copies)))
    for copy in copies:
        path = target / copy.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_html(copy, language.code, known), encoding="utf-8")


def _pages(published: Path) -> Iterator[Path]:
    for path in sorted(published.rglob("*.html")):
        if not UNSEARCHED.fullmatch(path.relative_to(published).as_posix()):
            yield path


def _copy(record: Record, published: Path, path: Path) -> _Copy:
    name = path.relative_to(published).as_posix()
    html = path.read_text(encoding="utf-8")
    article, title = _ARTICLE.search(html), _TITLE.search(html)
    body, spoken = _text(article[1] if article else "")
    heading = " ".join(Markup(title[1]).striptags().split()) if title else name
    folder, _, file = name.rpartition("/")
    ident = file.removesuffix(".html")
    return _Copy(
        path=name,
        title=heading,
        body=body,
        words=spoken,
        names=(heading, *_names(record, folder, ident)),
        kind=_kind(record, folder, ident),
        year=_year(record, folder, ident),
    )


def _text(article: str) -> tuple[str, frozenset[str]]:
    """What an excerpt may show of the page, as HTML, and every word of its own text."""
    tree = LexborHTMLParser(article)
    _drop(tree, NOT_TEXT)
    spoken = frozenset(words(tree.body.text(separator=" "))) if tree.body else frozenset()
    _drop(tree, NOT_SHOWN)
    # Pagefind would read a term and its value as one word.
    for node in tree.css("dt, dd, th, td, .label"):
        node.insert_after(" ")
    return (tree.body.inner_html or "" if tree.body else ""), spoken


def _drop(tree: LexborHTMLParser, selectors: str) -> None:
    for node in tree.css(selectors):
        node.decompose()


def _kind(record: Record, folder: str, ident: str) -> str:
    if folder == "entities" and ident in record.entities:
        return "people" if record.entities[ident]["type"] in PEOPLE else "notion"
    if ident == "index":
        return "page"
    return {"topics": "topic", "documents": "document", "differences": "difference"}.get(folder, "page")


def _year(record: Record, folder: str, ident: str) -> str:
    """The year of a document or an event, '' for other pages."""
    if folder == "documents":
        return _published(record).get(ident, "")
    return _held(record).get(ident, "") if folder == "entities" else ""


def _published(record: Record) -> dict[str, str]:
    return {row["id"]: row["published"][:4] for row in record.documents.values()}


def _held(record: Record) -> dict[str, str]:
    return {row["id"]: row["date"][:4] for row in record.tables["events"]}


def years(record: Record) -> list[str]:
    """Every year by which results can be narrowed."""
    return sorted({*_published(record).values(), *_held(record).values()} - {""})


def _names(record: Record, folder: str, ident: str) -> Iterator[str]:
    """Labels in all languages, spellings of the documents, spellings that people type."""
    rows: dict[str, tuple[Row | None, str]] = {
        "entities": (record.entities.get(ident), "label"),
        "documents": (record.documents.get(ident), "title"),
        "differences": (record.comparisons.get(ident), "title"),
        "topics": (record.codes.get(("topic", ident)), "label"),
    }
    row, stem = rows.get(folder, (None, ""))
    if row:
        yield from (row[f"{stem}_{language}"] for language in LANGUAGES)
    if folder == "entities" and row:
        if row["type"] == "person":
            yield from (row[f"label_{language}"].split()[-1] for language in LANGUAGES)
        yield from (name["name"] for name in record.names.get(ident, ()))
        yield from aliases().get(ident, ())


def _html(copy: _Copy, language: str, known: frozenset[str]) -> str:
    """Metadata is searched and not shown, so names, forms and labels are metadata.

    Labels are no filters, because Pagefind writes those in no fixed order.
    """
    whole = sorted({name_form(name) for name in copy.names})
    names = " ".join(guarded([*index_forms(words(" ".join(copy.names)), known), *whole]))
    forms = " ".join(guarded(index_forms(copy.words, known)))
    label = f"kind{copy.kind} year{copy.year}" if copy.year else f"kind{copy.kind}"
    head = Markup(
        '<!doctype html><html lang="{}"><title>{}</title><body data-pagefind-body '
        'data-pagefind-meta="title[data-title], names[data-names], forms[data-forms], label[data-label]" '
        'data-title="{}" data-names="{}" data-forms="{}" data-label="{}">'
    ).format(language, copy.title, copy.title, names, forms, label)
    return f"{head}{copy.body}</body></html>\n"
