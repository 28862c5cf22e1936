"""The search index: Pagefind reads one bare copy of each page, with every form its words can be found under.

The copies are not published. A page that carried its forms itself would be twice as heavy, and every tool that
reads the text of a page would read them too.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from dalil.problems import BadInputError, Location, Problem
from dalil.site.data import LANGUAGES, Row
from dalil.site.forms import guarded, index_forms, known_forms, name_form, words
from dalil.site.page import Language
from dalil.site.record import Record

__all__ = ["ALIASES", "KINDS", "aliases", "build_index", "write_copies"]

ALIASES = Path(__file__).with_name("aliases.yml")
# A kind of page, by which results can be narrowed, and the message that names it.
KINDS = {
    "topic": "Topics",
    "document": "Documents",
    "difference": "Differences",
    "people": "People and bodies",
    "notion": "Places, events, texts, notions",
    "page": "Other pages",
}
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
# Its ready-made interfaces: the site has its own.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "wasm.unknown.pagefind")


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
    if folder == "documents" and ident in record.documents:
        return record.documents[ident]["published"][:4]
    events = {row["id"]: row["date"][:4] for row in record.tables["events"]} if folder == "entities" else {}
    return events.get(ident, "")


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
    """Metadata is searched and not shown, so names and forms are metadata."""
    whole = sorted({name_form(name) for name in copy.names})
    names = " ".join(guarded([*index_forms(words(" ".join(copy.names)), known), *whole]))
    forms = " ".join(guarded(index_forms(copy.words, known)))
    year = Markup(' data-year="{}"').format(copy.year) if copy.year else ""
    filters = "kind[data-kind], year[data-year]" if copy.year else "kind[data-kind]"
    meta = "title[data-title], names[data-names], forms[data-forms]"
    head = Markup(
        '<!doctype html><html lang="{}"><title>{}</title><body data-pagefind-body data-pagefind-filter="{}" '
        'data-pagefind-meta="{}" data-kind="{}"{} data-title="{}" data-names="{}" data-forms="{}">'
    ).format(language, copy.title, filters, meta, copy.kind, year, copy.title, names, forms)
    return f"{head}{copy.body}</body></html>\n"


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
