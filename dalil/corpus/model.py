"""The curated record as frozen data: no files, no defaults that depend on another record.

A leaf that a curator wrote is a :class:`~dalil.located.Text`, so that a rule can say where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dalil.edtf import Edtf
from dalil.located import Text
from dalil.problems import Location

__all__ = [
    "IDENTITY",
    "LANGUAGES",
    "Anchor",
    "Claim",
    "Comparison",
    "Corpus",
    "Document",
    "Entity",
    "Event",
    "Fact",
    "Finding",
    "Fold",
    "Judgement",
    "Labels",
    "Link",
    "Name",
    "Object",
    "OutsidePage",
    "Package",
    "Period",
    "Property",
    "Release",
    "Retired",
    "SetAside",
    "Span",
    "Term",
]

LANGUAGES = ("ar", "en", "fr")
# A fact that changes one of these is another fact.
IDENTITY = ("document", "subject", "property", "scope", "speaker", "negated")


@dataclass(frozen=True, slots=True)
class Labels:
    """One text in the three languages; all empty where the curator wrote none."""

    ar: Text
    en: Text
    fr: Text

    def __getitem__(self, language: str) -> Text:
        return {"ar": self.ar, "en": self.en, "fr": self.fr}[language]

    def __bool__(self) -> bool:
        return any((self.ar, self.en, self.fr))


@dataclass(frozen=True, slots=True)
class Term:
    """A code of a closed list; ``forms`` are the plural forms of a unit, by language and CLDR category."""

    code: Text
    labels: Labels
    definition: Labels
    forms: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Property:
    """What a fact can say of its subject; ``domain`` and ``range`` are entity types, ``any`` for all."""

    code: Text
    kind: Text
    domain: tuple[Text, ...]
    range: tuple[Text, ...]
    labels: Labels
    definition: Labels


@dataclass(frozen=True, slots=True)
class Event:
    date: Text
    date_fact: Text
    date_finding: Text
    place: Text
    part_of: Text


@dataclass(frozen=True, slots=True)
class Entity:
    id: Text
    type: Text
    labels: Labels
    about: Labels
    country: Text
    wikidata: Text
    event: Event | None


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


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one fact stands in a comparison; ``judged`` is the claim it was judged on, word for word."""

    fact: Text
    standing: Text
    judged: Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an outside page says, in our words."""

    slug: Text
    page: Text
    claim: Claim | None
    period: Period | None
    scope: Text
    statement: Labels


@dataclass(frozen=True, slots=True)
class Comparison:
    id: Text
    verdict: Text
    title: Labels
    note: Labels
    decided_on: Text
    judgements: tuple[Judgement, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class OutsidePage:
    id: Text
    title: Text
    publisher: Text
    url: Text
    language: Text
    grade: Text
    read_on: Text


@dataclass(frozen=True, slots=True)
class Retired:
    id: Text
    resource: Text
    retired_in: Text
    reason: Text
    replaced_by: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """A row of the ledger of the last release: an id and, of a fact, the six columns that make it that fact."""

    resource: str
    id: str
    identity: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """What the data package says of itself."""

    name: Text
    version: Text
    created: Text
    title: Labels
    description: Labels
    keywords: tuple[Text, ...]
    at: Location


@dataclass(frozen=True, slots=True)
class Fold:
    """Where the anchors of one document are kept."""

    spans: Mapping[tuple[str, int], Anchor]
    names: Mapping[tuple[str, str], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that ``seeds/`` holds, in the order of the ids; ``readable`` is False where a file could not be parsed."""

    package: Package
    documents: tuple[Document, ...]
    entities: Mapping[str, Entity]
    properties: Mapping[str, Property]
    codes: Mapping[str, Mapping[str, Term]]
    comparisons: tuple[Comparison, ...]
    pages: Mapping[str, OutsidePage]
    retired: Mapping[str, Retired]
    released: tuple[Release, ...]
    anchors: Mapping[str, Fold]
    readable: bool = True

    def facts(self) -> Iterator[Fact]:
        """Every fact, document by document, in the curator's order."""
        for document in self.documents:
            yield from document.facts
