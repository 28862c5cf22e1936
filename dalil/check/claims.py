"""What a claim may say: types, figures, parts and wholes, notes where a reading is not plain."""

from __future__ import annotations

from collections.abc import Iterator

from dalil.corpus.facts import Claim, Fact
from dalil.corpus.model import Corpus
from dalil.corpus.terms import Property
from dalil.located import Text
from dalil.problems import Problem, Problems

__all__ = ["RULES"]

# Ranges that are figures or dates, not entities.
NUMBERS = frozenset({"count", "ordinal", "duration", "period"})


def _claims(corpus: Corpus) -> Iterator[tuple[Claim, Property]]:
    found = [fact.claim for fact in corpus.facts()]
    found += [finding.claim for c in corpus.comparisons for finding in c.findings if finding.claim]
    for claim in found:
        if claim.property in corpus.properties:
            yield claim, corpus.properties[str(claim.property)]


def _fits(word: Text, allowed: tuple[Text, ...], corpus: Corpus) -> bool:
    entity = corpus.entities.get(str(word))
    return entity is None or "any" in allowed or entity.type in allowed


def domain_and_range(corpus: Corpus) -> Problems:
    """The subject is of the property's domain, every object of its range."""
    for claim, prop in _claims(corpus):
        allowed = tuple(kind for kind in prop.range if kind not in NUMBERS)
        if not _fits(claim.subject, prop.domain, corpus):
            yield Problem(
                claim.subject.at,
                f"{claim.subject!s} is outside the domain of {prop.code!s}",
                f"a subject of {prop.code!s} is one of {', '.join(prop.domain)}",
            )
        for item in claim.objects:
            if not _fits(item.entity, allowed, corpus):
                yield Problem(
                    item.entity.at,
                    f"{item.entity!s} is outside the range of {prop.code!s}",
                    f"an object of {prop.code!s} is one of {', '.join(allowed) or 'none'}",
                )


def figures(corpus: Corpus) -> Problems:
    """A property that counts has a figure; no other has one."""
    for claim, prop in _claims(corpus):
        if prop.kind == "figure" and not claim.qualifier and not claim.objects:
            yield Problem(
                claim.text.at, f"{prop.code!s} needs a number with its unit", "write `[qualifier] number unit`"
            )
        if prop.kind != "figure" and claim.qualifier:
            yield Problem(claim.text.at, f"{prop.code!s} takes no number", "use a property of kind figure")


def open_lists(corpus: Corpus) -> Problems:
    """A list that is left open names at least one thing."""
    for claim, _ in _claims(corpus):
        if claim.complete is False and not claim.objects:
            yield Problem(claim.text.at, "an open list without objects", "name those that the document names")


def parts_and_wholes(corpus: Corpus) -> Problems:
    """A part has the unit of its whole and is not above it."""
    for document in corpus.documents:
        slugs = {str(fact.slug): fact for fact in document.facts}
        for fact in document.facts:
            for link in fact.links:
                whole = slugs.get(str(link.other))
                if link.relation == "subset-of" and whole and whole is not fact:
                    yield from _part(fact, whole)


def _part(fact: Fact, whole: Fact) -> Problems:
    part, total = fact.claim, whole.claim
    at = part.text.at
    if part.qualifier and total.qualifier and part.unit != total.unit:
        yield Problem(at, f"{fact.id} counts {part.unit}, its whole {total.unit}", "use `among` for another unit")
    if part.low is not None and total.high is not None and part.low > total.high:
        yield Problem(at, f"{fact.id} is above its whole {whole.id}", "read both figures again")


def notes(corpus: Corpus) -> Problems:
    """Doubt and inference say why; what is resolved says by what."""
    for fact in corpus.facts():
        inferred = fact.basis == "inferred" or bool(fact.period and fact.period.basis == "inferred")
        if (fact.doubt or inferred) and not fact.note:
            why = "in doubt" if fact.doubt else "inferred"
            yield Problem(fact.at, f"{fact.id} is {why} and has no note", "add `note:` in three languages")
        by_date = fact.period is not None and fact.period.basis == "resolved"
        linked = any(link.relation == "resolves-with" for link in fact.links)
        if fact.basis == "resolved" and not (by_date or linked or any(span.premise for span in fact.spans)):
            what = f"{fact.id} is resolved and does not say by what"
            yield Problem(fact.at, what, "add `link: resolves-with slug`, a premise span or a resolved `when`")


RULES = (domain_and_range, figures, open_lists, parts_and_wholes, notes)
