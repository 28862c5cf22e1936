"""The tables, indexed once for reading: what belongs to a fact, an entity, a document, a comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dalil.site.data import Row, Tables, grouped

__all__ = ["Record", "index"]

Index = Mapping[str, Row]
Groups = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Record:
    """Rows by id, and rows by the id they belong to, each in the order of its table."""

    tables: Tables
    documents: Index
    facts: Index
    entities: Index
    comparisons: Index
    pages: Index
    properties: Index
    codes: Mapping[tuple[str, str], Row]
    evidence: Groups
    objects: Groups
    links: Groups
    names: Groups
    judged: Groups
    members: Groups
    findings: Groups
    in_document: Groups

    def compared(self, fact: str) -> list[str]:
        """Ids of the comparisons that judge a fact."""
        return [row["comparison"] for row in self.judged.get(fact, ())]

    def start(self, fact: str) -> int:
        """Where the first span that states a fact begins, in code points of the text."""
        rows = self.evidence.get(fact, ())
        stating = [row for row in rows if row["premise"] != "true"] or rows
        return min((int(row["char_start"]) for row in stating), default=0)


def index(tables: Tables) -> Record:
    """Index every table; a fact's place in its document decides the order of ``in_document``."""
    facts = tables["facts"]
    evidence = grouped(tables["evidence"], "fact")
    record = Record(
        tables=tables,
        documents=_by_id(tables["documents"]),
        facts=_by_id(facts),
        entities=_by_id(tables["entities"]),
        comparisons=_by_id(tables["comparisons"]),
        pages=_by_id(tables["outside_pages"]),
        properties=_by_id(tables["properties"]),
        codes={(row["codelist"], row["code"]): row for row in tables["codes"]},
        evidence=evidence,
        objects=grouped(tables["objects"], "fact"),
        links=grouped(tables["links"], "fact"),
        names=grouped(tables["names"], "entity"),
        judged=grouped(tables["comparison_facts"], "fact"),
        members=grouped(tables["comparison_facts"], "comparison"),
        findings=grouped(tables["findings"], "comparison"),
        in_document={},
    )
    ordered = sorted(facts, key=lambda row: (record.start(row["id"]), row["id"]))
    return replace(record, in_document=grouped(ordered, "document"))


def _by_id(rows: Sequence[Row]) -> dict[str, Row]:
    return {row["id"]: row for row in rows}
