"""What the record pages and the generated parts of prose pages show, gathered from the tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dalil.site import dates
from dalil.site.data import Row, grouped
from dalil.site.facts import FactView
from dalil.site.page import Language

__all__ = ["Box", "Comparison", "Moment", "comparison", "entity_box", "figures", "timeline", "uses"]

# What an infobox shows of an entity as subject, in this order; the rest stands in its list of facts.
BOX = (
    "holds-office", "leads", "held-on", "held-in", "founded-on", "founded-by", "agreed-on", "hosted-by", "convened-by",
    "chaired-by", "co-chaired-by", "located-in", "part-of", "member-of", "member-count", "part-count", "partner-of",
)  # fmt: skip
# ... and as object, under the wording of the message given.
INVERSE = {
    "holds-office": "Office held by",
    "part-of": "Parts",
    "founded-by": "Founded",
    "hosted-by": "Host of",
    "chaired-by": "Chairs",
    "co-chaired-by": "Co-chairs",
    "convened-by": "Convened",
    "held-in": "Held here",
}


@dataclass(frozen=True, slots=True)
class Box:
    """One cited row of an infobox: what it shows are links, a figure or a date."""

    label: str
    fact: FactView
    entities: tuple[tuple[str, str, str], ...]
    text: str


def entity_box(language: Language, ident: str) -> list[Box]:
    """The infobox of an entity, by property, each row carried by one fact."""
    facts = language.record.mentioning.get(ident, {})
    own = grouped(facts.get("subject", ()), "property")
    other = grouped(facts.get("object", ()), "property")
    rows = [_own_box(language, row) for name in BOX for row in own.get(name, ())]
    return rows + [_inverse_box(language, row) for name in INVERSE for row in other.get(name, ())]


def _inverse_box(language: Language, row: Row) -> Box:
    subject = (row["subject"], language.values.entity(row["subject"]), "")
    return Box(language.words(INVERSE[row["property"]]), language.facts[row["id"]], (subject,), "")


def _own_box(language: Language, row: Row) -> Box:
    view = language.facts[row["id"]]
    text = view.figure or ("" if view.objects else dates.bare(row["period"], language.words))
    return Box(view.property_label, view, view.objects, text)


def uses(language: Language, ident: str) -> dict[str, list[FactView]]:
    """Facts that speak of an entity: as subject, as object, as speaker; each fact once."""
    found = language.record.mentioning.get(ident, {})
    return {part: [language.facts[row["id"]] for row in found.get(part, ())] for part in ("subject", "object", "speaker")}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A judgement with its facts, their standing, and what outside pages say."""

    row: Row
    title: str
    verdict: str
    definition: str
    note: str
    decided: str
    facts: tuple[tuple[FactView, str, str], ...]
    findings: tuple[tuple[str, Row], ...]
    press_only: bool


def comparison(language: Language, ident: str) -> Comparison:
    """Gather one comparison; ``press_only`` where no finding rests on an official page."""
    record, values = language.record, language.values
    row = record.comparisons[ident]
    findings = [(values.text(found, "finding"), record.pages[found["page"]]) for found in record.findings.get(ident, ())]
    return Comparison(
        row=row,
        title=values.text(row, "title"),
        verdict=values.code("verdict", row["verdict"]),
        definition=values.code("verdict", row["verdict"], "definition"),
        note=values.text(row, "note"),
        decided=dates.bare(row["decided_on"], language.words) if row["decided_on"] else "",
        facts=tuple(
            (
                language.facts[member["fact"]],
                values.code("standing", member["standing"]),
                values.code("standing", member["standing"], "definition"),
            )
            for member in record.members.get(ident, ())
        ),
        findings=tuple(findings),
        press_only=bool(findings) and all(page["grade"] == "press" for _, page in findings),
    )


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and the facts that stand on it."""

    year: str
    text: str
    machine: str
    facts: tuple[FactView, ...]


def timeline(language: Language) -> list[Moment]:
    """Dated facts, earliest first; one moment for each date as it is written."""
    dated = [row for row in language.record.tables["facts"] if _is_dated(row)]
    dated.sort(key=lambda row: (row["period_min"] or row["period_max"], row["period_max"], row["id"]))
    moments: dict[tuple[str, str], list[Row]] = {}
    for row in dated:
        moments.setdefault((row["period"], row["period_type"]), []).append(row)
    return [_moment(language, rows) for rows in moments.values()]


def _is_dated(row: Row) -> bool:
    return bool(row["period"]) and row["period_basis"] != "publication" and (row["kind"] == "date" or row["period_type"] == "on")


def _moment(language: Language, rows: list[Row]) -> Moment:
    first = rows[0]
    views = tuple(language.facts[row["id"]] for row in rows)
    text = dates.period(first["period"], first["period_type"], language.words)
    return Moment(dates.year(first["period"]), text, dates.machine(first["period"]), views)


def figures(language: Language) -> dict[str, list[FactView]]:
    """Every figure, by topic, in the order of documents and text."""
    rows: Iterable[Row] = (row for ident in language.record.documents for row in language.record.in_document.get(ident, ()))
    groups: dict[str, list[FactView]] = {}
    for row in rows:
        if row["kind"] == "figure":
            groups.setdefault(row["topic"], []).append(language.facts[row["id"]])
    order = [code for codelist, code in language.record.codes if codelist == "topic"]
    return {topic: groups[topic] for topic in order if topic in groups}
