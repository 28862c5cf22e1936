"""A fact as a reader meets it: everything its card, its row and its place in a list need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dalil.site.address import Links, original
from dalil.site.data import Row
from dalil.site.values import Values

__all__ = ["FactView", "FactViews"]


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact in one language; paths are relative to the language's root."""

    row: Row
    document: Row
    language: str
    statement: str
    topic: str
    kind: str
    subject: str
    property_label: str
    objects: tuple[tuple[str, str, str], ...]
    figure: str
    scope: str
    period: str
    published: str
    inferred: bool
    publisher: str
    title: str
    speaker: str
    via: str
    marks: tuple[tuple[str, str], ...]
    note: str
    quoted: tuple[str, ...]
    unquoted: tuple[str, ...]
    place: str
    flaw: str
    comparisons: tuple[tuple[str, str, str], ...]
    original: str
    permanent: str
    mail: str
    issue: str

    @property
    def id(self) -> str:
        return self.row["id"]

    @property
    def path(self) -> str:
        """The permanent place of the fact."""
        return f"documents/{self.row['document']}.html#{self.id}"


class FactViews:
    """Fact views of one language, each made once."""

    def __init__(self, values: Values, links: Links) -> None:
        self.values, self.links = values, links
        self._made: dict[str, FactView] = {}

    def __getitem__(self, ident: str) -> FactView:
        if ident not in self._made:
            self._made[ident] = self._make(self.values.record.facts[ident])
        return self._made[ident]

    def _make(self, row: Row) -> FactView:
        values, record = self.values, self.values.record
        document = record.documents[row["document"]]
        spans = [span for span in record.evidence.get(row["id"], ()) if span["premise"] != "true"]
        quoted = tuple(span["quote"] for span in spans if span["quote"])
        path = f"documents/{row['document']}.html#{row['id']}"
        return FactView(
            row=row,
            document=document,
            language=document["language"],
            statement=values.text(row, "statement"),
            topic=values.code("topic", row["topic"]),
            kind=values.code("kind", row["kind"]),
            subject=values.entity(row["subject"]),
            property_label=values.text(record.properties[row["property"]], "label"),
            objects=self._objects(row["id"]),
            figure=values.figure(row),
            scope=values.code("scope", row["scope"]),
            period=values.period(row) if row["period_basis"] != "publication" else "",
            published=values.published(document),
            inferred=document["published_basis"] == "inferred",
            publisher=values.entity(document["publisher"]),
            title=values.text(document, "title") or document["title_ar"],
            speaker=values.entity(row["speaker"]),
            via=values.entity(row["via"]),
            marks=self._marks(row),
            note=values.text(row, "note"),
            quoted=quoted,
            unquoted=tuple(f"{span['char_start']}–{span['char_end']}" for span in spans if not span["quote"]),
            place=self._place(spans),
            flaw=next((values.code("flaw", span["flaw"]) for span in spans if span["flaw"]), ""),
            comparisons=self._comparisons(row["id"]),
            original=original(document, next(iter(quoted), "")),
            permanent=self.links.permanent(path),
            mail=self.links.mail(row["id"]),
            issue=self.links.issue(row["id"]),
        )

    def _place(self, spans: Sequence[Row]) -> str:
        """Where the first span stands: a paragraph of the body, or the headline, a caption."""
        for span in spans[:1]:
            if span["part"] != "body":
                return self.values.code("part", span["part"])
            if span["paragraph"]:
                return self.values.words("paragraph {number}", number=span["paragraph"])
        return ""

    def _objects(self, fact: str) -> tuple[tuple[str, str, str], ...]:
        """Entity, label and manner (by video, for Niger) of each object."""
        return tuple(
            (row["entity"], self.values.entity(row["entity"]), self._manner(row))
            for row in self.values.record.objects.get(fact, ())
        )

    def _manner(self, row: Row) -> str:
        mode = self.values.code("mode", row["mode"]) if row["mode"] not in ("", "unstated") else ""
        behalf = self.values.entity(row["on_behalf_of"])
        parts = [mode, self.values.words("for {entity}", entity=behalf) if behalf else ""]
        return self.values.listed([part for part in parts if part]) if any(parts) else ""

    def _marks(self, row: Row) -> tuple[tuple[str, str], ...]:
        """Code and wording of all that limits the fact: planned, denied, inferred, in doubt, an opinion."""
        words, marks = self.values.words, []
        if row["modality"] not in ("", "actual"):
            marks.append(("modality", self.values.code("modality", row["modality"])))
        if row["negated"] == "true":
            marks.append(("negated", words("denied")))
        if row["basis"] not in ("", "stated"):
            marks.append(("basis", words("reading: {basis}", basis=self.values.code("basis", row["basis"]))))
        if row["doubt"]:
            doubts = [self.values.code("doubt", code) for code in row["doubt"].split("|")]
            marks.append(("doubt", words("in doubt: {what}", what=self.values.listed(doubts))))
        if row["evaluative"] == "true":
            marks.append(("evaluative", words("an opinion or a promise")))
        return tuple(marks)

    def _comparisons(self, fact: str) -> tuple[tuple[str, str, str], ...]:
        """Id, title and verdict of each comparison that judges the fact."""
        rows = (self.values.record.comparisons[ident] for ident in self.values.record.compared(fact))
        return tuple(
            (row["id"], self.values.text(row, "title"), self.values.code("verdict", row["verdict"])) for row in rows
        )
