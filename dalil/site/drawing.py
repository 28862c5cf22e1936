"""Where the rows of a chart stand, in percent across and pixels down: the drawing needs no script and no scale.

Percentages let one drawing fit a phone and a desk with letters of the same size. Time runs from left to
right in every language, as in the documents' own tables; labels stand on the side where reading begins.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dalil.site.bidi import embed
from dalil.site.charts import Entry

__all__ = ["Drawing", "Mark", "draw"]

# Letters of a label’s line: what the narrowest screen’s column, 288 pixels, takes of a wide face.
LINE = 36
LEAD, MARK, GAP, AXIS = 17, 16, 20, 26
# Room left at both sides, in percent, so that marks on the edge are whole.
MARGIN = 3.0
STEPS = (1, 2, 5, 10, 20, 50)
TICKS = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """One row as drawn: lines of text with their baselines, then a bar or a point; percentages are strings."""

    entry: Entry
    lines: tuple[tuple[int, str, bool], ...]
    y: int
    start: str
    width: str
    end: str
    point: str
    spread: bool
    untold: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole: its height and the axis's baseline in pixels, years with place and ``text-anchor``, rows;
    ``first`` and ``last`` are the years that it covers.
    """

    height: int
    base: int
    ticks: tuple[tuple[str, str, int], ...]
    first: int
    last: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years from ``first`` to ``last``, both of them ticks' years or beyond."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Percent from the left."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return MARGIN + min(max(share, 0.0), 1.0) * (100 - 2 * MARGIN)


def draw(entries: Sequence[Entry], comma: str, arabic: bool) -> Drawing:
    """Lay the rows out under one another; ``comma`` joins the parts of a label."""
    axis = _axis(entries)
    marks, top = [], 4
    for entry in entries:
        lines = _lines(entry, comma, arabic)
        placed = tuple((top + LEAD * (place + 1) - 4, text, place == 0) for place, text in enumerate(lines))
        middle = top + LEAD * len(lines) + MARK // 2
        marks.append(_mark(entry, placed, middle, axis))
        top = middle + MARK // 2 + GAP
    return Drawing(top + AXIS, top, tuple(_ticks(axis)), axis.first.year, axis.last.year - 1, tuple(marks))


def _axis(entries: Iterable[Entry]) -> Axis:
    days = [day for entry in entries for day in (entry.span.first, entry.span.last) if day]
    if not days:
        return Axis(date(2000, 1, 1), date(2001, 1, 1))
    return Axis(date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1))


def _ticks(axis: Axis) -> Iterable[tuple[str, str, int]]:
    years = axis.last.year - axis.first.year
    step = next((step for step in STEPS if years / step <= TICKS), STEPS[-1])
    start = -(-axis.first.year // step) * step
    for year in range(start, axis.last.year + 1, step):
        place = axis.place(date(year, 1, 1))
        anchor = "start" if place < 2 * MARGIN else "end" if place > 100 - 2 * MARGIN else "middle"
        yield f"{place:.2f}%", anchor, year


def _lines(entry: Entry, comma: str, arabic: bool) -> list[str]:
    details = [entry.kind, entry.scope, entry.period, *entry.limits, entry.source]
    lines = [*_wrapped(entry.label), *_joined([part for part in details if part], comma)]
    return [embed(line) for line in lines] if arabic else lines


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, LINE, break_on_hyphens=False)


def _joined(parts: Iterable[str], comma: str) -> list[str]:
    """Parts side by side while a line takes them; one is broken only where it alone is too long."""
    lines = [""]
    for part in parts:
        longer = f"{lines[-1]}{comma}{part}" if lines[-1] else part
        lines[-1:] = [longer] if len(longer) <= LINE else [lines[-1], *_wrapped(part)]
    return [line for line in lines if line]


def _mark(entry: Entry, lines: tuple[tuple[int, str, bool], ...], y: int, axis: Axis) -> Mark:
    span = entry.span
    known = [day for day in (span.first, span.last) if day]
    if not known:
        return Mark(entry, lines, y, "", "", "", "", False, False)
    start = axis.place(span.first or (axis.first if span.lasting else known[0]))
    end = axis.place(span.last or (axis.last if span.lasting else known[-1]))
    point = "" if span.lasting else f"{(start + end) / 2:.2f}%"
    untold = span.lasting and not span.running and len(known) == 1
    return Mark(entry, lines, y, f"{start:.2f}%", f"{end - start:.2f}%", f"{end:.2f}%", point, end - start > 1, untold)
