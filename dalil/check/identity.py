"""Ids are unique, permanent and never reused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dalil.corpus.facts import IDENTITY, Fact
from dalil.corpus.model import Corpus
from dalil.problems import Location, Problem, Problems

__all__ = ["IDENTITY", "RULES", "identity", "ids"]

DOCUMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*-\d{4}(-\d+)?", re.ASCII)


def identity(fact: Fact) -> tuple[str, ...]:
    """The six columns that make a fact that fact, as strings."""
    claim = fact.claim
    negated = "true" if fact.negated else "false"
    return fact.document, str(claim.subject), str(claim.property), str(fact.scope), str(fact.speaker), negated


def ids(corpus: Corpus) -> Iterator[tuple[str, str, Location]]:
    """Every id that is promised to last, with its resource and its place."""
    for document in corpus.documents:
        yield "documents", str(document.id), document.id.at
    for fact in corpus.facts():
        yield "facts", fact.id, fact.at
    for entity in corpus.entities.values():
        yield "entities", str(entity.id), entity.id.at
    for comparison in corpus.comparisons:
        yield "comparisons", str(comparison.id), comparison.id.at
        for finding in comparison.findings:
            yield "findings", f"{comparison.id}.{finding.page}.{finding.slug}", finding.slug.at


def unique(corpus: Corpus) -> Problems:
    """No id twice in a resource."""
    counted = Counter((resource, ident) for resource, ident, _ in ids(corpus))
    for resource, ident, at in ids(corpus):
        if counted[resource, ident] > 1:
            yield Problem(at, f"two {resource} with one id {ident}", "rename one")
    for document in corpus.documents:
        if document.id and not DOCUMENT.fullmatch(document.id):
            yield Problem(document.id.at, f"malformed document id {document.id!s}", "write publisher-year[-n]")


def permanent(corpus: Corpus) -> Problems:
    """An id of the last release is still there or retired; a fact is still the same fact."""
    now = {(resource, ident) for resource, ident, _ in ids(corpus)}
    facts = {fact.id: fact for fact in corpus.facts()}
    place = Location("seeds/retired.yml")
    for old in corpus.released:
        if (old.resource, old.id) not in now and old.id not in corpus.retired:
            yield Problem(place, f"the id {old.id} of {old.resource} vanished", "restore it, or retire it here")
        elif old.resource == "facts" and old.id in facts and identity(facts[old.id]) != old.identity:
            pairs = zip(IDENTITY, identity(facts[old.id]), old.identity, strict=False)
            names = ", ".join(name for name, new, was in pairs if new != was)
            what = f"{old.id} is now another fact ({names} changed)"
            yield Problem(facts[old.id].at, what, "give it a new id, and retire the old one with replaced_by")


def retired(corpus: Corpus) -> Problems:
    """A retired id is not used again, and what replaces it exists."""
    now = {ident for _, ident, _ in ids(corpus)}
    for row in corpus.retired.values():
        if row.id in now:
            yield Problem(row.id.at, f"retired id {row.id!s} is in use", "choose another id")
        for other in row.replaced_by:
            if other not in now and other not in corpus.retired:
                yield Problem(other.at, f"{row.id!s} is replaced by {other!s}, which does not exist", "correct it")


RULES = (unique, permanent, retired)
