"""What is read in a document as frozen data: claims, periods, spans, facts and the document itself.

A leaf that a curator wrote is a :class:`~dalil.located.Text`, so that a rule can say where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dalil.corpus.terms import Labels
from dalil.edtf import Edtf
from dalil.located import Text
from dalil.problems import Location

# A fact that changes one of these is another fact.
IDENTITY = ("document", "subject", "property", "scope", "speaker", "negated")


@dataclass(frozen=True, slots=True)
class Object:
    """One object of a claim: an entity, how it took part, and for whom."""

    entity: Text
    mode: str = ""
    on_behalf_of: Text | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """``subject property [qualifier] [number unit], object, …`` taken apart.

    ``complete`` is False for a list left open with ``...``, True for a list of two or more that is
    closed, None where there is no list.  ``value`` is empty for several, many and between.
    """

    text: Text
    subject: Text
    property: Text
    qualifier: str = ""
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Text | None = None
    objects: tuple[Object, ...] = ()
    complete: bool | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """When a claim holds: ``type`` on, during or as-of; ``basis`` stated, resolved, inferred or publication."""

    type: str
    edtf: Edtf
    basis: str
    at: Location


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the document's text that carry a fact, or that one needs to read it.

    ``kind`` is ``quote`` (published words), ``at`` or ``premise`` (``start-end``; words only until
    ``build_site.py anchor`` has replaced them).
    """

    number: int
    text: Text
    kind: str

    @property
    def premise(self) -> bool:
        return self.kind == "premise"

    @property
    def is_quote(self) -> bool:
        return self.kind == "quote"

    @property
    def offsets(self) -> tuple[int, int] | None:
        """``[start, end)`` where the curator's record gives offsets instead of words."""
        start, dash, end = self.text.partition("-")
        if self.is_quote or not dash or not (start + end).isascii() or not (start + end).isdigit():
            return None
        return int(start), int(end)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a span stands: code points ``[start, end)`` of the text as supplied, and its SHA-256."""

    start: int
    end: int
    sha256: str
    line: int
    paragraph: int
    part: str


@dataclass(frozen=True, slots=True)
class Link:
    relation: Text
    other: Text


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing one document says."""

    id: str
    slug: Text
    document: str
    topic: Text
    claim: Claim
    period: Period | None
    scope: Text
    printed: Text
    modality: Text
    negated: bool
    speaker: Text
    via: Text
    basis: Text
    doubt: tuple[Text, ...]
    evaluative: bool
    weight: Text
    links: tuple[Link, ...]
    flaw: Text
    spans: tuple[Span, ...]
    statement: Labels
    note: Labels

    @property
    def at(self) -> Location:
        return self.slug.at


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling of an entity as a document prints it."""

    entity: Text
    form: Text
    text: Text


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words of the body that look like a fact and are none, with the reason."""

    span: Span
    reason: Text


@dataclass(frozen=True, slots=True)
class Fold:
    """Where the anchors of one document are kept."""

    spans: Mapping[tuple[str, int], Anchor]
    names: Mapping[tuple[str, str], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its bibliography, and what was read in it."""

    id: Text
    title: Labels
    title_basis: Text
    subtitle: Text
    publisher: Text
    publisher_basis: Text
    aggregator: Text
    author: Text
    dateline: Text
    language: Text
    published: Edtf
    published_basis: Text
    url: Text
    rights: Text
    text_file: Text
    text_sha256: Text
    text_characters: int
    parts: Mapping[str, tuple[int, int]]
    summary: Labels
    note: Labels
    facts: tuple[Fact, ...]
    names: tuple[Name, ...]
    set_aside: tuple[SetAside, ...]
    path: str

    @property
    def body(self) -> tuple[int, int]:
        return self.parts.get("body", (0, self.text_characters))
