"""Rows of what was made of the reading: entities, events, judgements, findings and the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from dalil import edtf
from dalil.corpus.model import Corpus
from dalil.corpus.terms import LANGUAGES, Entity
from dalil.package.cells import Row, dates, figure, three

__all__ = ["codes", "comparison_facts", "comparisons", "entity", "events", "findings", "pages", "properties", "retired"]


def entity(entity: Entity) -> Row:
    return {
        "id": str(entity.id),
        "type": str(entity.type),
        **three("label", entity.labels),
        **three("description", entity.about),
        "country": str(entity.country),
        "wikidata": str(entity.wikidata),
    }


def events(corpus: Corpus) -> Iterator[Row]:
    for entity in corpus.entities.values():
        if entity.event:
            event = entity.event
            yield {
                "id": str(entity.id),
                **dates("date", edtf.parse(str(event.date)) if event.date else None),
                "date_fact": str(event.date_fact),
                "date_finding": str(event.date_finding),
                "place": str(event.place),
                "part_of": str(event.part_of),
            }


def comparisons(corpus: Corpus) -> Iterator[Row]:
    for comparison in corpus.comparisons:
        yield {
            "id": str(comparison.id),
            "verdict": str(comparison.verdict),
            **three("title", comparison.title),
            **three("note", comparison.note),
            "decided_on": str(comparison.decided_on),
        }


def comparison_facts(corpus: Corpus) -> Iterator[Row]:
    for comparison in corpus.comparisons:
        for judgement in comparison.judgements:
            yield {
                "comparison": str(comparison.id),
                "fact": str(judgement.fact),
                "standing": str(judgement.standing),
                "judged": str(judgement.judged),
            }


def pages(corpus: Corpus) -> Iterator[Row]:
    for page in corpus.pages.values():
        yield {
            "id": str(page.id),
            "title": str(page.title),
            **three("publisher", page.publisher),
            **{key: str(getattr(page, key)) for key in ("url", "language", "grade", "read_on")},
        }


def findings(corpus: Corpus) -> Iterator[Row]:
    for comparison in corpus.comparisons:
        for finding in comparison.findings:
            claim = finding.claim
            yield {
                "id": f"{comparison.id}.{finding.page}.{finding.slug}",
                "comparison": str(comparison.id),
                "page": str(finding.page),
                "subject": str(claim.subject) if claim else "",
                "property": str(claim.property) if claim else "",
                "object": "|".join(str(item.entity) for item in claim.objects) if claim else "",
                **figure(claim),
                "scope": str(finding.scope),
                **dates("period", finding.period.edtf if finding.period else None),
                "period_type": finding.period.type if finding.period else "",
                **three("finding", finding.statement),
            }


def properties(corpus: Corpus) -> Iterator[Row]:
    for prop in corpus.properties.values():
        yield {
            "id": str(prop.code),
            "kind": str(prop.kind),
            "domain": "|".join(prop.domain),
            "range": "|".join(prop.range),
            **three("label", prop.labels),
            **three("definition", prop.definition),
        }


def codes(corpus: Corpus) -> Iterator[Row]:
    for codelist, terms in corpus.codes.items():
        for rank, term in enumerate(terms.values(), 1):
            forms = {
                f"forms_{language}": "|".join(f"{k}={v}" for k, v in term.forms.get(language, {}).items())
                for language in LANGUAGES
            }
            yield {
                "codelist": codelist,
                "code": str(term.code),
                "rank": str(rank),
                **three("label", term.labels),
                **three("definition", term.definition),
                **forms,
            }


def retired(corpus: Corpus) -> Iterator[Row]:
    for row in corpus.retired.values():
        yield {
            "id": str(row.id),
            "resource": str(row.resource),
            "retired_in": str(row.retired_in),
            "reason": str(row.reason),
            "replaced_by": "|".join(row.replaced_by),
        }
