"""The corpus as the tables of the data contract: strings, derived columns filled, in file order."""

from __future__ import annotations

from collections.abc import Sequence

from dalil.corpus.model import Corpus
from dalil.package import knowledge, reading
from dalil.package.cells import Row, Tables
from dalil.package.dictionary import Table, dictionary

__all__ = ["Row", "Tables", "by_key", "tables"]


def tables(corpus: Corpus) -> Tables:
    """All resources of the contract, each sorted by its key: a diff of two packages then shows changes, no moves."""
    return {name: by_key(dictionary()[name], rows) for name, rows in _rows(corpus).items()}


def by_key(table: Table, rows: Sequence[Row]) -> Sequence[Row]:
    """Rows in the order of the primary key, numbers as numbers."""
    whole = {column.name for column in table.columns if column.type == "integer"}
    return sorted(rows, key=lambda row: [(int(row[key]), "") if key in whole else (0, row[key]) for key in table.key])


def _rows(corpus: Corpus) -> Tables:
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
