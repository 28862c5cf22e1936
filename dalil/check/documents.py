"""Bibliography, entities and pages: values of a fixed form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dalil import edtf
from dalil.corpus.facts import Period
from dalil.corpus.model import Corpus
from dalil.corpus.section import SLUG
from dalil.corpus.terms import Entity, Event
from dalil.located import Text
from dalil.problems import Problem, Problems

__all__ = ["RULES"]

SHA = re.compile(r"[0-9a-f]{64}")
URL = re.compile(r"https?://[^\s<>\"]+")
COUNTRY = re.compile(r"[A-Z]{2}")
WIKIDATA = re.compile(r"Q[1-9][0-9]*", re.ASCII)
VERSION = re.compile(r"\d+\.\d+\.\d+", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _forms(corpus: Corpus) -> Iterator[tuple[Text, re.Pattern[str], str, str]]:
    yield corpus.package.name, SLUG, "name", "write lower-case ASCII letters, digits and single hyphens"
    yield corpus.package.version, VERSION, "version", "write MAJOR.MINOR.PATCH"
    yield corpus.package.created, DAY, "day", "write YYYY-MM-DD"
    for document in corpus.documents:
        yield document.text_sha256, SHA, "SHA-256", "write 64 lower-case hexadecimal digits"
        yield document.url, URL, "address", "write a whole http address"
    for entity in corpus.entities.values():
        yield entity.country, COUNTRY, "country code", "write two capitals (ISO 3166-1 alpha-2)"
        yield entity.wikidata, WIKIDATA, "Wikidata id", "write Q and digits"
    for page in corpus.pages.values():
        yield page.url, URL, "address", "write a whole http address"
        yield page.read_on, DAY, "day", "write YYYY-MM-DD"
    for comparison in corpus.comparisons:
        yield comparison.decided_on, DAY, "day", "write YYYY-MM-DD"


def forms(corpus: Corpus) -> Problems:
    """Digests, addresses, codes and days have their form."""
    for value, pattern, what, remedy in _forms(corpus):
        if value and not (pattern.fullmatch(value) and (pattern is not DAY or _is_day(value))):
            yield Problem(value.at, f"not a {what}: {value!s}", remedy)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def events(corpus: Corpus) -> Problems:
    """The date of an event is EDTF, and lies within the period of the fact or finding that is named for it."""
    facts = {fact.id: fact.period for fact in corpus.facts()}
    findings = {f"{c.id}.{f.page}.{f.slug}": f.period for c in corpus.comparisons for f in c.findings}
    for entity in corpus.entities.values():
        if entity.event is None:
            continue
        if entity.type != "event":
            yield Problem(entity.id.at, f"{entity.id!s} is no event", "remove `event:`")
        yield from _date(entity, entity.event)
        for word, known, what in (
            (entity.event.date_fact, facts, "fact"),
            (entity.event.date_finding, findings, "finding"),
        ):
            if word and word not in known:
                yield Problem(word.at, f"unknown {what} {word!s}", f"name a {what} by its whole id")
            elif word and not _within(entity.event.date, known[str(word)]):
                yield Problem(entity.event.date.at, f"{word!s} gives another date", "correct one of the two")


def _within(text: Text, period: Period | None) -> bool:
    try:
        found = edtf.parse(str(text))
    except ValueError:
        return True  # told by another rule
    if period is None:
        return True
    (first, last), given = (found.earliest, found.latest), period.edtf
    begins = not (first and given.earliest) or given.earliest <= first
    return begins and (not (last and given.latest) or last <= given.latest)


def _date(entity: Entity, event: Event) -> Problems:
    if not event.date:
        return
    try:
        edtf.parse(str(event.date))
    except ValueError as error:
        yield Problem(event.date.at, f"invalid EDTF: {error}", "write a date such as 2022-05-11")
    if not (event.date_fact or event.date_finding):
        yield Problem(event.date.at, f"the date of {entity.id!s} has no ground", "add date_fact or date_finding")


def orphans(corpus: Corpus) -> Problems:
    """An entity that nothing refers to is a slip."""
    used = set(_used(corpus))
    for entity in corpus.entities.values():
        if str(entity.id) not in used:
            yield Problem(entity.id.at, f"no record refers to {entity.id!s}", "remove it, or use it")


def _used(corpus: Corpus) -> Iterator[str]:
    claims = [fact.claim for fact in corpus.facts()]
    claims += [finding.claim for c in corpus.comparisons for finding in c.findings if finding.claim]
    for claim in claims:
        yield str(claim.subject)
        for item in claim.objects:
            yield from (str(item.entity), str(item.on_behalf_of or ""))
    for fact in corpus.facts():
        yield from (str(fact.speaker), str(fact.via))
    for document in corpus.documents:
        yield from (str(document.publisher), str(document.aggregator))
        yield from (str(name.entity) for name in document.names)
    for entity in corpus.entities.values():
        if entity.event:
            yield from (str(entity.event.place), str(entity.event.part_of))


RULES = (forms, events, orphans)
