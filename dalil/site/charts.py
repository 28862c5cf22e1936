"""What the small charts show: facts and findings of a few properties, each a row with its place in time.

Nothing is typed here but which properties belong together; every date, number and name is a row's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dalil.site import dates
from dalil.site.data import Row
from dalil.site.facts import FactView
from dalil.site.page import Language

__all__ = ["CHARTS", "Chart", "Entry", "Span", "entries", "unnumbered"]


@dataclass(frozen=True, slots=True)
class Chart:
    """Properties that are read together; ``about`` names the subject or object meant, empty for any."""

    title: str
    column: str
    properties: tuple[str, ...]
    about: tuple[str, ...] = ()


CHARTS = {
    "cells": Chart("Cells broken up: what is counted, and over which years", "Count", ("dismantled",)),
    "members": Chart(
        "Members of the Global Coalition, as counted at each date",
        "Count",
        ("member-count",),
        ("global-coalition",),
    ),
    "terms": Chart(
        "Who is said to chair the Global Counterterrorism Forum, and when",
        "Who",
        ("chaired-by", "co-chaired-by", "term-number", "terms-served"),
        ("gctf", "gctf-coordinating-committee"),
    ),
}
# What of a fact's marks a row has to show: with the others the number or the name still holds.
LIMITS = ("modality", "negated", "doubt")
# What is named beside a name: "chaired by" would make the chair the one who is chaired.
NAMING = {"chaired-by": "chair", "co-chaired-by": "co-chair"}


@dataclass(frozen=True, slots=True)
class Span:
    """Where a row stands in time; an end that is not told exactly is open, one that is unknown is None.

    ``running`` tells what still goes on (EDTF ``2016/..``) from what has an end that is not told (``2016/``).
    """

    first: date | None
    last: date | None
    lasting: bool
    open_first: bool
    open_last: bool
    running: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a fact of a document, or a finding on a page outside the corpus."""

    id: str
    label: str
    kind: str
    scope: str
    period: str
    source: str
    limits: tuple[str, ...]
    span: Span
    fact: FactView | None = None
    finding: Row | None = None
    page: Row | None = None

    @property
    def outside(self) -> bool:
        return self.fact is None


def entries(language: Language, chart: Chart) -> list[Entry]:
    """The chart's rows, by time; only what gives a number or a name can stand on it."""
    record = language.record
    found = [_of_fact(language, row) for row in _facts(language, chart) if _shows(row)]
    found += [
        _of_finding(language, row)
        for row in record.tables["findings"]
        if _fits(row, row["object"].split("|"), chart) and _shows(row)
    ]
    return sorted(found, key=lambda entry: (*_order(entry.span), entry.outside, entry.id))


def unnumbered(language: Language, chart: Chart) -> list[FactView]:
    """Facts that speak of the same and give no number: they are told beside the chart."""
    return [language.facts[row["id"]] for row in _facts(language, chart) if not _shows(row)]


def _facts(language: Language, chart: Chart) -> Iterator[Row]:
    for row in language.record.tables["facts"]:
        objects = [item["entity"] for item in language.record.objects.get(row["id"], ())]
        if _fits(row, objects, chart):
            yield row


def _fits(row: Row, objects: list[str], chart: Chart) -> bool:
    return row["property"] in chart.properties and (
        not chart.about or bool({row["subject"], *objects} & {*chart.about})
    )


def _shows(row: Row) -> bool:
    return row["property"] in NAMING or bool(row["value"]) or row["qualifier"] == "between"


def _order(span: Span) -> tuple[date, date]:
    known = [day for day in (span.first, span.last) if day]
    return (known[0], known[-1]) if known else (date.max, date.max)


def _of_fact(language: Language, row: Row) -> Entry:
    view, words = language.facts[row["id"]], language.words
    published = words("as of publication, {date}", date=view.published)
    return Entry(
        id=view.id,
        label=_label(language, row, [label for _, label, _ in view.objects], row["objects_complete"] == "false"),
        kind=_kind(language, row),
        scope=view.scope,
        period=view.period or published,
        source=view.publisher,
        limits=tuple(text for code, text in view.marks if code in LIMITS),
        span=_span(row),
        fact=view,
    )


def _of_finding(language: Language, row: Row) -> Entry:
    values, page = language.values, language.record.pages[row["page"]]
    objects = [values.entity(ident) for ident in row["object"].split("|") if ident]
    return Entry(
        id=row["id"],
        label=_label(language, {"value_min": "", "value_max": "", **row}, objects, False),
        kind=_kind(language, row),
        scope=values.code("scope", row["scope"]),
        period=dates.period(row["period"], row["period_type"], language.words) or language.words("no date given"),
        source=values.text(page, "publisher"),
        limits=(),
        span=_span(row),
        finding=row,
        page=page,
    )


def _label(language: Language, row: Row, objects: list[str], others: bool) -> str:
    """The figure, or the names that the property gives; a figure of terms says whose they are."""
    if row["property"] in NAMING:
        names = language.values.listed(objects)
        return language.words("{names}, and others not named", names=names) if others else names
    figure = language.values.figure(row)
    subject = language.values.entity(row["subject"])
    return f"{subject}{language.words(', ')}{figure}" if objects else figure


def _kind(language: Language, row: Row) -> str:
    return language.words(NAMING[row["property"]]) if row["property"] in NAMING else ""


def _span(row: Row) -> Span:
    first, last = (date.fromisoformat(row[column]) if row[column] else None for column in ("period_min", "period_max"))
    text = row["period"]
    ends = text.split("/") if "/" in text else [text, text]
    lasting = row["period_type"] == "during"
    open_first, open_last = (lasting and not _told(end) for end in (ends[0], ends[-1]))
    return Span(first, last, lasting, open_first, open_last, running=text.endswith("/.."))


def _told(end: str) -> bool:
    """Whether an end of an EDTF period is printed, and printed as exact."""
    return bool(end) and end != ".." and not set(end) & set("~?%X")
