"""What the record pages and the generated parts of prose pages show, gathered from the tables."""

from __future__ import annotations

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
    """One value of an infobox: links, a figure or a date, and the facts that carry it."""

    entities: tuple[tuple[str, str, str], ...]
    text: str
    period: str
    facts: list[str]


def entity_box(language: Language, ident: str) -> dict[str, list[Box]]:
    """The infobox of an entity: values by label; facts that say the same share one."""
    facts = language.record.mentioning.get(ident, {})
    own = grouped(facts.get("subject", ()), "property")
    other = grouped(facts.get("object", ()), "property")
    rows = [_own_box(language, row) for name in BOX for row in own.get(name, ())]
    rows += [_inverse_box(language, row) for name in INVERSE for row in other.get(name, ())]
    groups: dict[str, dict[object, Box]] = {}
    for label, box in rows:
        same = groups.setdefault(label, {}).setdefault((box.entities, box.text, box.period), box)
        if same is not box:
            same.facts.extend(box.facts)
    return {label: list(boxes.values()) for label, boxes in groups.items()}


def _inverse_box(language: Language, row: Row) -> tuple[str, Box]:
    subject = (row["subject"], language.values.entity(row["subject"]), "")
    box = Box((subject,), "", language.facts[row["id"]].period, [row["id"]])
    return language.words(INVERSE[row["property"]]), box


def _own_box(language: Language, row: Row) -> tuple[str, Box]:
    view = language.facts[row["id"]]
    text = view.figure or ("" if view.objects else dates.bare(row["period"], language.words, row["period_type"]))
    period = view.period if view.row["kind"] != "date" else ""
    return view.property_label, Box(view.objects, text, period, [view.id])


def uses(language: Language, ident: str) -> dict[str, list[FactView]]:
    """Facts that speak of an entity: as subject, as object, as speaker; each fact once."""
    found, parts = language.record.mentioning.get(ident, {}), ("subject", "object", "speaker")
    return {part: [language.facts[row["id"]] for row in found.get(part, ())] for part in parts}


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
    found = record.findings.get(ident, ())
    findings = [(values.text(finding, "finding"), record.pages[finding["page"]]) for finding in found]
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
    """Moments and spans of time that the document gives; its publication alone dates nothing."""
    return bool(row["period"]) and row["period_basis"] != "publication"


def _moment(language: Language, rows: list[Row]) -> Moment:
    first = rows[0]
    views = tuple(language.facts[row["id"]] for row in rows)
    text = dates.period(first["period"], first["period_type"], language.words)
    return Moment(dates.year(first["period"]), text, dates.machine(first["period"]), views)


def figures(language: Language) -> dict[str, list[FactView]]:
    """Every figure, by topic, in the order of documents and text."""
    groups: dict[str, list[FactView]] = {topic: [] for topic in language.record.ordered_codes("topic")}
    for row in language.record.ordered():
        if row["kind"] == "figure":
            groups[row["topic"]].append(language.facts[row["id"]])
    return {topic: facts for topic, facts in groups.items() if facts}
