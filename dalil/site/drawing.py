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
LEAD, MARK, GAP = 17, 16, 20
# Room left at both sides, in percent, so that marks on the edge are whole.
MARGIN = 3.0
STEPS = (1, 2, 5, 10, 20, 50)
TICKS = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """One row as drawn: lines of text with their baselines, then a bar or a point at ``y``.

    Pixels are counted from the row's own top; percentages are strings.
    """

    entry: Entry
    lines: tuple[tuple[int, str, bool], ...]
    height: int
    y: int
    start: str
    width: str
    end: str
    point: str
    spread: bool
    untold: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole: years with place and ``text-anchor``, rows; ``first`` and ``last`` are the years that it covers."""

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
    marks = tuple(_mark(entry, _lines(entry, comma, arabic), axis) for entry in entries)
    return Drawing(tuple(_ticks(axis)), axis.first.year, axis.last.year - 1, marks)


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


def _mark(entry: Entry, texts: Sequence[str], axis: Axis) -> Mark:
    span = entry.span
    lines = tuple((LEAD * (place + 1) - 2, text, place == 0) for place, text in enumerate(texts))
    y = LEAD * len(lines) + 2 + MARK // 2
    height = y + MARK // 2 + GAP
    known = [day for day in (span.first, span.last) if day]
    if not known:
        return Mark(entry, lines, height, y, "", "", "", "", False, False)
    start = axis.place(span.first or (axis.first if span.lasting else known[0]))
    end = axis.place(span.last or (axis.last if span.lasting else known[-1]))
    point = "" if span.lasting else f"{(start + end) / 2:.2f}%"
    untold = span.lasting and not span.running and len(known) == 1
    places = (f"{start:.2f}%", f"{end - start:.2f}%", f"{end:.2f}%", point)
    return Mark(entry, lines, height, y, *places, spread=end - start > 1, untold=untold)
