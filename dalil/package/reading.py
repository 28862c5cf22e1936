"""Rows of what was read: documents, facts, their objects, links and evidence, and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dalil import edtf
from dalil.canonical import number
from dalil.check.evidence import exposure
from dalil.corpus.facts import Document, Fact, Period
from dalil.corpus.model import Corpus, Coverage
from dalil.package.cells import Row, dates, flag, three

__all__ = ["document", "evidence", "fact", "links", "names", "objects"]


def document(document: Document, corpus: Corpus) -> Row:
    start, end = document.body
    return {
        "id": str(document.id),
        **three("title", document.title),
        "title_basis": str(document.title_basis),
        "subtitle_ar": str(document.subtitle),
        "publisher": str(document.publisher),
        "publisher_basis": str(document.publisher_basis),
        "aggregator": str(document.aggregator),
        "author": str(document.author),
        "dateline": str(document.dateline),
        "language": str(document.language),
        **dates("published", document.published),
        "published_basis": str(document.published_basis),
        "url": str(document.url),
        "text_sha256": str(document.text_sha256),
        "text_characters": str(document.text_characters),
        "body_start": str(start),
        "body_end": str(end),
        "rights": str(document.rights),
        "exposure": f"{exposure(document, corpus):.4f}",
        **_coverage(corpus.coverage.get(str(document.id), ())),
        **three("summary", document.summary),
        **three("note", document.note),
    }


def _coverage(rows: Sequence[Coverage]) -> Row:
    """How many mentions the texts hold and how many were set aside; empty where nobody counted."""
    counts = {"mentions": sum(row.mentions for row in rows), "mentions_set_aside": sum(row.set_aside for row in rows)}
    return {name: str(count) if rows else "" for name, count in counts.items()}


def _period(fact: Fact, document: Document) -> Period | None:
    """The period as curated; where the document prints no time, the state as of its publication."""
    if fact.period or not document.published.latest:
        return fact.period
    until = edtf.parse(f"/{document.published.latest.isoformat()}")
    return Period("as-of", until, "publication", fact.at)


def fact(fact: Fact, document: Document, corpus: Corpus) -> Row:
    claim = fact.claim
    kind = str(corpus.properties[str(claim.property)].kind)
    period = _period(fact, document)
    return {
        "id": fact.id,
        "document": fact.document,
        "topic": str(fact.topic),
        "kind": kind,
        "subject": str(claim.subject),
        "property": str(claim.property),
        "objects_complete": flag(claim.complete),
        "qualifier": claim.qualifier,
        "value": number(claim.value),
        "value_min": number(claim.low),
        "value_max": number(claim.high),
        "unit": str(claim.unit or ""),
        "scope": str(fact.scope),
        "printed": str(fact.printed),
        **dates("period", period.edtf if period else None, document.published.latest),
        "period_type": period.type if period else "",
        "period_basis": period.basis if period else "",
        "modality": str(fact.modality),
        "negated": flag(fact.negated),
        "speaker": str(fact.speaker),
        "via": str(fact.via),
        "basis": str(fact.basis),
        "doubt": "|".join(fact.doubt),
        "evaluative": flag(fact.evaluative),
        "weight": str(fact.weight),
        **three("statement", fact.statement),
        **three("note", fact.note),
    }


def objects(corpus: Corpus) -> Iterator[Row]:
    for fact in corpus.facts():
        for rank, item in enumerate(fact.claim.objects, 1):
            yield {
                "fact": fact.id,
                "rank": str(rank),
                "entity": str(item.entity),
                "mode": item.mode,
                "on_behalf_of": str(item.on_behalf_of or ""),
            }


def evidence(document: Document, corpus: Corpus) -> Iterator[Row]:
    kept = corpus.anchors[document.id].spans
    for fact in document.facts:
        for span in fact.spans:
            anchor = kept[str(fact.slug), span.number]
            yield {
                "id": f"{fact.id}.{anchor.start}",
                "fact": fact.id,
                "document": fact.document,
                "char_start": str(anchor.start),
                "char_end": str(anchor.end),
                "quote": str(span.text) if span.is_quote else "",
                "span_sha256": anchor.sha256,
                "line": str(anchor.line),
                "paragraph": str(anchor.paragraph or ""),
                "part": anchor.part,
                "premise": flag(span.premise),
                "flaw": str(fact.flaw),
            }


def names(document: Document, corpus: Corpus) -> Iterator[Row]:
    kept = corpus.anchors[document.id].names
    for name in document.names:
        start, end = kept.get((str(name.entity), str(name.text)), ("", ""))
        yield {
            "entity": str(name.entity),
            "document": str(document.id),
            "name": str(name.text),
            "language": str(document.language),
            "form": str(name.form),
            "char_start": str(start),
            "char_end": str(end),
        }


def links(corpus: Corpus) -> Iterator[Row]:
    """Ties between facts of one document."""
    for item in corpus.facts():
        for link in item.links:
            yield {"fact": item.id, "relation": str(link.relation), "other": f"{item.document}.{link.other}"}
