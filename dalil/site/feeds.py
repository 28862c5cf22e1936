"""The feed of changes, one a language (Atom, RFC 4287): the version, the judgements, and ids that are gone.

Its dates are the record's own; no clock is read. Its ids are made from names and stay when the address changes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from dalil.site.page import Language

__all__ = ["FEED", "Change", "atom", "changes"]

FEED = "changes.xml"
PAGE = "about/changes.html"
ATOM = "http://www.w3.org/2005/Atom"
NEVER = "1970-01-01"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry: ``name`` is what makes its id, ``day`` an ISO date, ``path`` a page below the language's root."""

    name: str
    day: str
    title: str
    text: str
    path: str


def changes(language: Language) -> list[Change]:
    """Every change that the record tells of, latest first; within a day in the order of the tables."""
    return sorted(_changes(language), key=lambda change: change.day, reverse=True)


def _changes(language: Language) -> Iterator[Change]:
    words, record, values = language.words, language.record, language.values
    day = language.changed or NEVER
    if language.settings.version:
        yield _version(language, language.settings.version, day)
    for row in record.tables["retired"]:
        title = words("Id that is gone: {id}", id=row["id"])
        yield Change(f"retired:{row['id']}", day, title, values.code("retired-reason", row["reason"]), PAGE)
    for ident, row in record.comparisons.items():
        title, text = words("Difference: {title}", title=values.text(row, "title")), values.text(row, "note")
        yield Change(f"difference:{ident}", row["decided_on"] or day, title, text, f"differences/{ident}.html")


def _version(language: Language, version: str, day: str) -> Change:
    words, tables = language.words, language.record.tables
    counts = (("Documents read", "documents"), ("Facts", "facts"), ("Differences judged", "comparisons"))
    text = ". ".join(f"{words(label)}{words(': ')}{len(tables[name])}" for label, name in counts)
    return Change(f"version:{version}", day, words("Version {version}.", version=version).rstrip("."), f"{text}.", PAGE)


def atom(language: Language) -> bytes:
    """The feed as XML; addresses are relative to it while the site has no address of its own."""
    listed, words = changes(language), language.words
    base = language.links.permanent("")
    feed = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": language.code})
    _add(feed, "id", _id(f"feed:{language.code}"))
    _add(feed, "title", words("Dalil: changes"))
    _add(feed, "updated", _moment(listed[0].day if listed else language.changed or NEVER))
    _add(_add(feed, "author"), "name", "Dalil contributors")
    _add(feed, "rights", words("Data CC BY 4.0, quotations excluded"))
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{base}{FEED}")
    _add(feed, "link", rel="alternate", type="text/html", href=f"{base}{PAGE}")
    for change in listed:
        _entry(feed, change, language.code, base)
    Xml.indent(feed)
    text = Xml.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(feed: Xml.Element, change: Change, code: str, base: str) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", _id(f"{code}:{change.name}"))
    _add(entry, "title", change.title)
    _add(entry, "updated", _moment(change.day))
    _add(entry, "link", rel="alternate", type="text/html", href=f"{base}{change.path}")
    _add(entry, "summary", change.text)


def _add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, name, attributes)
    element.text = text or None
    return element


def _id(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"dalil:{name}").urn


def _moment(day: str) -> str:
    """A day as RFC 3339 asks for it."""
    return f"{day[:10]}T00:00:00Z"
