"""Reading ``seeds/documents/<id>.yml``: the bibliography and the facts read in that document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dalil.corpus.claim import read_claim, read_period
from dalil.corpus.facts import Claim, Document, Fact, Link, Name, Period, SetAside, Span
from dalil.corpus.section import Section
from dalil.located import Items, Table, Text
from dalil.problems import Problem

__all__ = ["FORMS", "OFFSETS", "PARTS", "read_document"]

PARTS = ("headline", "subheadline", "caption", "dateline", "body")
FORMS = ("full", "short", "title", "description", "metonym", "misprint")
OFFSETS = re.compile(r"\d+-\d+", re.ASCII)
# Keys that hold spans, in the order in which spans are numbered.
SPAN_KEYS = ("quote", "at", "premise")


def read_document(table: Table, problems: list[Problem]) -> Document:
    """Type one record; what is missing is empty, and said in ``problems``."""
    section = Section(table, "the document", problems)
    ident = section.text("id", required=True)
    text = Section(section.sub("text"), "text", problems)
    topic = section.text("topic", required=True)
    document = Document(
        id=ident,
        title=section.labels("title", required=True),
        title_basis=section.text("title_basis", required=True),
        subtitle=section.text("subtitle"),
        publisher=section.text("publisher", required=True),
        publisher_basis=section.text("publisher_basis", required=True),
        aggregator=section.text("aggregator"),
        author=section.text("author"),
        dateline=section.text("dateline"),
        language=section.text("language", required=True),
        published=section.date("published"),
        published_basis=section.text("published_basis", required=True),
        url=section.text("url"),
        rights=section.text("rights", required=True),
        text_file=text.text("file", required=True),
        text_sha256=text.text("sha256", required=True),
        text_characters=text.count("characters"),
        parts=_parts(section),
        summary=section.labels("summary", required=True),
        note=section.labels("note", required=True),
        facts=tuple(_facts(Section(section.sub("facts"), "facts", problems), str(ident), str(topic))),
        names=tuple(_names(section)),
        set_aside=tuple(_set_aside(section)),
        path=table.at.path,
    )
    text.done()
    section.done()
    return document


def _parts(section: Section) -> Mapping[str, tuple[int, int]]:
    parts = Section(section.sub("parts"), "parts", section.problems)
    found = {}
    for name in PARTS:
        value = parts.text(name, required=name == "body")
        if OFFSETS.fullmatch(value):
            start, end = map(int, value.split("-"))
            found[name] = (start, end)
        elif value:
            parts.wrong(value.at, f"{name} is not a range", "write `start-end` in code points")
    parts.done()
    return found


def _facts(section: Section, document: str, topic: str) -> Iterator[Fact]:
    for slug, table in section.tables().items():
        fact = Section(table, f"fact {slug!s}", section.problems)
        claim = _claim(fact, slug)
        yield _fact(fact, slug, document, topic, claim)
        fact.done()


def _claim(fact: Section, slug: Text) -> Claim:
    line = fact.text("claim", required=True)
    claim = read_claim(line, fact.problems) if line else None
    return claim or Claim(line, Text("", slug.at), Text("", slug.at))


def _fact(fact: Section, slug: Text, document: str, topic: str, claim: Claim) -> Fact:
    return Fact(
        id=f"{document}.{slug}",
        slug=slug,
        document=document,
        topic=fact.text("topic", default=topic),
        claim=claim,
        period=_period(fact),
        scope=fact.text("scope"),
        printed=fact.text("printed"),
        modality=fact.text("status", default="actual"),
        negated=fact.flag("denied"),
        speaker=fact.text("by"),
        via=fact.text("via"),
        basis=fact.text("basis", default="stated"),
        doubt=fact.items("doubt"),
        evaluative=fact.flag("evaluative"),
        weight=fact.text("weight", default="useful"),
        links=tuple(_links(fact)),
        flaw=fact.text("flaw"),
        spans=tuple(_spans(fact)),
        statement=fact.languages(),
        note=fact.labels("note"),
    )


def _period(fact: Section) -> Period | None:
    line = fact.text("when")
    return read_period(line, fact.problems) if line else None


def _links(fact: Section) -> Iterator[Link]:
    for line in fact.items("link"):
        words = line.split()
        if len(words) != 2:
            fact.wrong(line.at, f"not a link: {line!s}", "write `relation slug`")
            continue
        yield Link(Text(words[0], line.at), Text(words[1], line.at.after(len(line) - len(words[1]))))


def _spans(fact: Section) -> Iterator[Span]:
    number = 0
    for key in SPAN_KEYS:
        for text in fact.items(key):
            number += 1
            yield Span(number, text, key)


def _names(section: Section) -> Iterator[Name]:
    table = section.sub("names")
    for entity, spellings in table.items():
        for spelling in spellings if isinstance(spellings, Items) else (spellings,):
            if not isinstance(spelling, Table):
                section.wrong(spelling.at, f"names of {entity!s}", "write a list of `form: name`")
                continue
            for form, name in spelling.items():
                yield Name(entity, form, name if isinstance(name, Text) else Text("", form.at))


def _set_aside(section: Section) -> Iterator[SetAside]:
    items = section.raw("set_aside")
    if items is not None and not isinstance(items, Items) and items:
        section.wrong(items.at, "set_aside must be a list", "write `- at: …` entries below it")
    for number, item in enumerate(items if isinstance(items, Items) else (), 1):
        if not isinstance(item, Table):
            section.wrong(item.at, "an entry of set_aside", "write `at:` and `reason:`")
            continue
        entry = Section(item, "set_aside", section.problems)
        yield SetAside(Span(number, entry.text("at", required=True), "at"), entry.text("reason", required=True))
        entry.done()
