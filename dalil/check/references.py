"""Every word that names a record or a code names one that exists."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from dalil.corpus.facts import Claim, Fact
from dalil.corpus.model import Corpus
from dalil.located import Text
from dalil.problems import Location, Problem, Problems

__all__ = ["RULES"]


def _known(word: str, at: Location, what: str, known: Mapping[str, object], where: str) -> Problems:
    if word and word not in known:
        near = difflib.get_close_matches(word, list(known), 1)
        hint = f"did you mean {near[0]}?" if near else f"add it to {where}"
        yield Problem(at, f"unknown {what} {word}", hint)


def _code(word: Text, codelist: str, corpus: Corpus) -> Problems:
    known = corpus.codes.get(codelist, {})
    yield from _known(str(word), word.at, codelist.replace("-", " "), known, f"seeds/vocabulary/{codelist}.yml")


def _entity(word: Text | None, corpus: Corpus, what: str = "entity") -> Problems:
    if word:
        yield from _known(str(word), word.at, what, corpus.entities, "seeds/entities.yml")


def _claim(claim: Claim, corpus: Corpus) -> Problems:
    yield from _entity(claim.subject, corpus)
    if claim.property:
        where = "seeds/vocabulary/property.yml"
        yield from _known(str(claim.property), claim.property.at, "property", corpus.properties, where)
    if claim.unit:
        yield from _code(claim.unit, "unit", corpus)
    for item in claim.objects:
        yield from _entity(item.entity, corpus)
        yield from _entity(item.on_behalf_of, corpus)


def facts(corpus: Corpus) -> Problems:
    """Entities, property, unit and codes of every fact."""
    for fact in corpus.facts():
        yield from _claim(fact.claim, corpus)
        yield from _entity(fact.speaker, corpus, "speaker")
        yield from _entity(fact.via, corpus)
        for word, codelist in _codes(fact):
            yield from _code(word, codelist, corpus)


def _codes(fact: Fact) -> Iterator[tuple[Text, str]]:
    yield fact.topic, "topic"
    yield fact.scope, "scope"
    yield fact.modality, "modality"
    yield fact.basis, "basis"
    yield fact.weight, "weight"
    yield from ((word, "doubt") for word in fact.doubt)
    yield from ((link.relation, "relation") for link in fact.links)
    yield from ((word, "flaw") for word in (fact.flaw,) if word)


def links(corpus: Corpus) -> Problems:
    """A link leads to another fact of the same document."""
    for document in corpus.documents:
        slugs = {str(fact.slug): fact for fact in document.facts}
        for fact in document.facts:
            for link in fact.links:
                yield from _known(str(link.other), link.other.at, "fact in a link", slugs, "this document")
                if link.other == fact.slug:
                    yield Problem(link.other.at, f"{fact.id} links to itself", "link it to another fact")


def documents(corpus: Corpus) -> Problems:
    """Publisher, aggregator, names and codes of every document."""
    for document in corpus.documents:
        yield from _entity(document.publisher, corpus, "publisher")
        yield from _entity(document.aggregator, corpus)
        for name in document.names:
            yield from _entity(name.entity, corpus)
            yield from _code(name.form, "name-form", corpus)
        for word, codelist in (
            (document.title_basis, "title-basis"),
            (document.publisher_basis, "published-basis"),
            (document.published_basis, "published-basis"),
            (document.language, "language"),
            (document.rights, "rights"),
        ):
            yield from _code(word, codelist, corpus)


def entities(corpus: Corpus) -> Problems:
    """Types of entities, places and wholes of events."""
    for entity in corpus.entities.values():
        yield from _code(entity.type, "entity-type", corpus)
        if entity.event:
            yield from _entity(entity.event.place, corpus)
            yield from _entity(entity.event.part_of, corpus)


def comparisons(corpus: Corpus) -> Problems:
    """Facts, verdicts, standings and outside pages of every comparison."""
    known = {fact.id: fact for fact in corpus.facts()}
    for comparison in corpus.comparisons:
        yield from _code(comparison.verdict, "verdict", corpus)
        for judgement in comparison.judgements:
            yield from _known(str(judgement.fact), judgement.fact.at, "fact", known, "a document")
            yield from _code(judgement.standing, "standing", corpus)
        for finding in comparison.findings:
            yield from _known(str(finding.page), finding.page.at, "outside page", corpus.pages, "seeds/outside.yml")
            if finding.claim:
                yield from _claim(finding.claim, corpus)
            if finding.scope:
                yield from _code(finding.scope, "scope", corpus)
    for page in corpus.pages.values():
        yield from _code(page.grade, "grade", corpus)
        yield from _code(page.language, "language", corpus)


RULES = (facts, links, documents, entities, comparisons)
