"""Cells of the package: every value a string, empty for none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dalil.canonical import number
from dalil.corpus.facts import Claim
from dalil.corpus.terms import LANGUAGES, Labels
from dalil.edtf import Edtf

__all__ = ["Row", "Tables", "dates", "figure", "flag", "three"]

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]


def three(column: str, labels: Labels) -> dict[str, str]:
    return {f"{column}_{language}": str(labels[language]) for language in LANGUAGES}


def flag(value: bool | None) -> str:
    return "" if value is None else "true" if value else "false"


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def dates(column: str, value: Edtf | None, latest: date | None = None) -> dict[str, str]:
    """The EDTF string with its strict bounds and precision; ``latest`` caps an end that is not told."""
    if value is None:
        return dict.fromkeys((column, f"{column}_min", f"{column}_max", f"{column}_precision"), "")
    end = value.latest or (None if value.open_end else latest)
    return {
        column: value.text,
        f"{column}_min": _day(value.earliest),
        f"{column}_max": _day(end),
        f"{column}_precision": value.precision,
    }


def figure(claim: Claim | None) -> dict[str, str]:
    if claim is None:
        return dict.fromkeys(("qualifier", "value", "unit"), "")
    return {"qualifier": claim.qualifier, "value": number(claim.value), "unit": str(claim.unit or "")}
