"""The whole corpus as frozen data: documents, words, judgements, and what was released before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dalil.corpus.facts import Claim, Document, Fact, Fold, Period
from dalil.corpus.terms import Entity, Labels, Property, Term
from dalil.located import Text
from dalil.problems import Location


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
    publisher: Labels
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
class Coverage:
    """Of one kind of mention in one document: how many, how many inside evidence, how many set aside."""

    kind: str
    mentions: int
    in_evidence: int
    set_aside: int


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
    coverage: Mapping[str, tuple[Coverage, ...]]
    readable: bool = True

    def facts(self) -> Iterator[Fact]:
        """Every fact, document by document, in the curator's order."""
        for document in self.documents:
            yield from document.facts
