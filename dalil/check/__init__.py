"""The rules of the corpus: each a small generator of problems, none knows of files."""

from __future__ import annotations

from dalil.check import claims, documents, evidence, identity, judgements, references, wording
from dalil.corpus.model import Corpus
from dalil.problems import Problems

__all__ = ["MEETINGS", "RECORDS", "check"]

# Rules that read one record at a time.
RECORDS = (
    *references.RULES,
    *claims.RULES,
    *evidence.RULES,
    *identity.RULES,
    *documents.RULES,
    *wording.RULES,
)
# Rules that hold records against each other: they mislead where a record could not be read.
MEETINGS = judgements.RULES


def check(corpus: Corpus, *, sound: bool = True) -> Problems:
    """Every problem that can be seen without the texts; ``sound`` is False where some record is malformed."""
    for rule in (*RECORDS, *MEETINGS) if sound else RECORDS:
        yield from rule(corpus)
