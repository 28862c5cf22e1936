"""The tables, indexed once for reading: what belongs to a fact, an entity, a document, a comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    mentioning: Mapping[str, Mapping[str, Sequence[Row]]]

    def compared(self, fact: str) -> list[str]:
        """Ids of the comparisons that judge a fact."""
        return [row["comparison"] for row in self.judged.get(fact, ())]

    def ordered(self) -> Iterator[Row]:
        """Every fact, by document and place in the text."""
        for document in self.documents:
            yield from self.in_document.get(document, ())

    def ordered_codes(self, codelist: str) -> list[str]:
        """The codes of a closed list, in rank order."""
        return [code for name, code in self.codes if name == codelist]

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
        mentioning={},
    )
    ordered = sorted(facts, key=lambda row: (record.start(row["id"]), row["id"]))
    in_document = grouped(ordered, "document")
    return replace(record, in_document=in_document, mentioning=_mentions(record, in_document))


def _mentions(record: Record, in_document: Groups) -> dict[str, dict[str, list[Row]]]:
    """Facts by entity and by the first part it plays in them: subject, object, speaker."""
    found: dict[str, dict[str, list[Row]]] = {}
    for document in record.documents:
        for row in in_document.get(document, ()):
            objects = [item["entity"] for item in record.objects.get(row["id"], ())]
            parts = [(row["subject"], "subject"), *((ident, "object") for ident in objects)]
            parts += [(row["speaker"], "speaker"), (row["via"], "speaker")]
            for ident in dict.fromkeys(ident for ident, _ in parts if ident):
                part = next(part for other, part in parts if other == ident)
                found.setdefault(ident, {}).setdefault(part, []).append(row)
    return found


def _by_id(rows: Sequence[Row]) -> dict[str, Row]:
    return {row["id"]: row for row in rows}
