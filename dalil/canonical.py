"""A claim in one line, the same for the same claim: what a judgement was made on."""

from __future__ import annotations

from decimal import Decimal

from dalil.corpus.facts import Fact, Object

__all__ = ["canonical", "number"]


def number(value: Decimal | None) -> str:
    """ASCII digits with a dot, no exponent, no trailing zeros; empty for none."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _object(item: Object) -> str:
    on_behalf_of = f"for {item.on_behalf_of}" if item.on_behalf_of else ""
    return " ".join(filter(None, (str(item.entity), item.mode, on_behalf_of)))


def canonical(fact: Fact) -> str:
    """Subject, property, figure, objects, scope, period, modality, negation, speaker and basis of a fact.

    Wording, evidence and notes are left out: they can be mended without a new judgement.
    """
    claim = fact.claim
    figure = [claim.qualifier, number(claim.value), str(claim.unit or "")]
    if claim.qualifier == "between":
        figure[1] = f"{number(claim.low)} {number(claim.high)}"
    period = f"{fact.period.type} {fact.period.edtf.text} {fact.period.basis}" if fact.period else ""
    listed = ", ".join(map(_object, claim.objects)) + (", ..." if claim.complete is False else "")
    fields = [
        " ".join(filter(None, (str(claim.subject), str(claim.property), *figure))),
        listed,
        f"scope {fact.scope}" if fact.scope else "",
        period,
        "" if fact.modality == "actual" else str(fact.modality),
        "denied" if fact.negated else "",
        f"by {fact.speaker}" if fact.speaker else "",
        "" if fact.basis == "stated" else str(fact.basis),
    ]
    return " | ".join(filter(None, fields))
