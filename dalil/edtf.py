"""Dates of any precision: a subset of EDTF level 1 (Library of Congress, 4 February 2019; ISO 8601-2).

Read are years, months, days, decades (``201X``), the marks ``~`` ``?`` ``%``, and intervals whose ends
may be unknown (``2003/``, ``/2022``) or open (``2003/..``).  Seasons, sets and years beyond four digits
are refused.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

__all__ = ["Edtf", "parse"]

POINT = re.compile(r"(?P<year>\d{3}[\dX])(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%])?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date expression with its strict bounds.

    ``earliest`` and ``latest`` are None where that end is unknown or open; ``precision`` is ``day``,
    ``month``, ``year``, ``decade`` or ``interval``; ``open_end`` is true for ``…/..``.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: str
    open_end: bool = False


@cache
def parse(text: str) -> Edtf:
    """Read one expression; raises ValueError with the reason where it is not of the subset."""
    if "/" not in text:
        earliest, latest, precision = _point(text)
        return Edtf(text, earliest, latest, precision)
    first, _, last = text.partition("/")
    if first in ("", "..") and last in ("", ".."):
        raise ValueError("an interval needs at least one date")
    start = None if first in ("", "..") else _point(first)[0]
    end = None if last in ("", "..") else _point(last)
    # 2022-05/2022 too: some readers take the end's first day, and then refuse the whole.
    if start and end and start > end[0]:
        raise ValueError("the interval ends before it begins")
    return Edtf(text, start, end and end[1], "interval", open_end=last == "..")


def _point(text: str) -> tuple[date, date, str]:
    match = POINT.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not an EDTF date such as 2022, 2022-05, 2022-05-11 or 2003/2020")
    if match["year"].endswith("X"):
        if match["month"]:
            raise ValueError("a decade has no month")
        first = int(match["year"][:3]) * 10
        return date(first, 1, 1), date(first + 9, 12, 31), "decade"
    return _calendar(int(match["year"]), int(match["month"] or 0), int(match["day"] or 0), match)


def _calendar(year: int, month: int, day: int, match: re.Match[str]) -> tuple[date, date, str]:
    if not match["month"]:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {match['month']}")
    last = calendar.monthrange(year, month)[1]
    if not match["day"]:
        return date(year, month, 1), date(year, month, last), "month"
    if not 1 <= day <= last:
        raise ValueError(f"that month has no day {match['day']}")
    return date(year, month, day), date(year, month, day), "day"
