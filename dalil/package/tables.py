"""The corpus as the tables of the data contract: strings, derived columns filled, in file order."""

from __future__ import annotations

from dalil.corpus.model import Corpus
from dalil.package import knowledge, reading
from dalil.package.cells import Row, Tables

__all__ = ["Row", "Tables", "tables"]


def tables(corpus: Corpus) -> Tables:
    """All resources of the contract; documents and facts in the order of their records."""
    documents = corpus.documents
    return {
        "documents": [reading.document(document, corpus) for document in documents],
        "facts": [reading.fact(fact, document, corpus) for document in documents for fact in document.facts],
        "objects": list(reading.objects(corpus)),
        "links": list(reading.links(corpus)),
        "evidence": [row for document in documents for row in reading.evidence(document, corpus)],
        "entities": [knowledge.entity(entity) for entity in corpus.entities.values()],
        "names": [row for document in documents for row in reading.names(document, corpus)],
        "events": list(knowledge.events(corpus)),
        "comparisons": list(knowledge.comparisons(corpus)),
        "comparison_facts": list(knowledge.comparison_facts(corpus)),
        "outside_pages": list(knowledge.pages(corpus)),
        "findings": list(knowledge.findings(corpus)),
        "properties": list(knowledge.properties(corpus)),
        "codes": list(knowledge.codes(corpus)),
        "retired": list(knowledge.retired(corpus)),
    }
