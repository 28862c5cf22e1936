"""A judgement stands on the claims it was made on, and on what it needs."""

from __future__ import annotations

from dalil.canonical import canonical
from dalil.corpus.model import Comparison, Corpus
from dalil.problems import Problem, Problems

__all__ = ["RULES"]


def current(corpus: Corpus) -> Problems:
    """A judged claim that changed asks for a new judgement."""
    facts = {fact.id: fact for fact in corpus.facts()}
    for comparison in corpus.comparisons:
        for judgement in comparison.judgements:
            fact = facts.get(str(judgement.fact))
            if fact and judgement.judged != canonical(fact):
                what = f"{fact.id} changed since it was judged in {comparison.id!s}"
                remedy = f"judge again, then write `judged: {canonical(fact)}`"
                yield Problem(judgement.fact.at, what, remedy)


def grounded(corpus: Corpus) -> Problems:
    """`refuted` needs a finding of an official page; a comparison, something to compare."""
    for comparison in corpus.comparisons:
        grades = {str(corpus.pages[str(f.page)].grade) for f in comparison.findings if f.page in corpus.pages}
        for judgement in comparison.judgements:
            if judgement.standing == "refuted" and "official" not in grades:
                what = f"{judgement.fact!s} is refuted without an official page"
                yield Problem(judgement.standing.at, what, "add a finding of grade official, or choose disputed")
        yield from _enough(comparison)


def _enough(comparison: Comparison) -> Problems:
    if not comparison.judgements:
        yield Problem(comparison.id.at, f"{comparison.id!s} judges no fact", "name the facts that meet")
    elif len(comparison.judgements) + len(comparison.findings) < 2:
        what = f"{comparison.id!s} has one fact and nothing beside it"
        if comparison.judgements[0].standing not in ("misprint", "open"):
            yield Problem(comparison.id.at, what, "add the other fact or a finding")


RULES = (current, grounded)
