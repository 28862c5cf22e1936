"""Dates written for people, from EDTF, in three languages."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from babel.dates import format_date

from dalil.site.words import Words

__all__ = ["LOCALES", "bare", "day_or_days", "machine", "period", "year"]

LOCALES = {"ar": "ar_MA", "en": "en_GB", "fr": "fr_FR"}
POINT = re.compile(r"(\d{3}[\dX])(?:-(\d\d))?(?:-(\d\d))?([~?%]?)", re.ASCII)
PATTERNS = {"day": "d MMMM y", "month": "MMMM y", "year": "y"}


@lru_cache(maxsize=4096)
def _plain(text: str, language: str) -> str:
    """A year, month or day without its marks."""
    match = POINT.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a date")
    years, month, day, _ = match.groups()
    if years.endswith("X"):
        return f"{years[:3]}0–{years[:3]}9"
    when = date(int(years), int(month or 1), int(day or 1))
    pattern = PATTERNS["day" if day else "month" if month else "year"]
    text = format_date(when, pattern, locale=LOCALES[language])
    # CLDR has no ordinal; French says the first of a month with one.
    return f"1er{text[1:]}" if language == "fr" and day == "01" else text


def _point(text: str, words: Words) -> str:
    plain = _plain(text, words.language)
    if text[-1] in "~%":
        return words("about {date}", date=plain)
    return words("{date} (uncertain)", date=plain) if text[-1] == "?" else plain


def _ends(text: str) -> tuple[str, str]:
    first, _, last = text.partition("/")
    return first.replace("..", ""), last.replace("..", "")


def _is_day(text: str) -> bool:
    """Whether a point names a day: French writes « depuis le 11 mai » and « jusqu’au 11 mai », but « depuis 2003 »."""
    match = POINT.fullmatch(text)
    return bool(match and match[3])


def bare(text: str, words: Words, kind: str = "") -> str:
    """The date alone, for prose that brings its own preposition: ``2003/`` is ``2003``; '' for none.

    Of the kind ``on`` an interval is one moment within: ``11 or 12 May 2022``.
    """
    if not text:
        return ""
    if "/" not in text:
        return _point(text, words)
    first, last = _ends(text)
    if not (first and last):
        return _point(first or last, words)
    if kind == "on":
        return day_or_days(text, words)
    if len(first) == len(last) == 4:
        return f"{first}–{last}"
    if len(first) == len(last) == 10:
        # A message of its own: French says « du » and « au » before days.
        return words("from {first} to {last}", first=_point(first, words), last=_point(last, words))
    return words("from {start} to {end}", start=_point(first, words), end=_point(last, words))


def day_or_days(text: str, words: Words) -> str:
    """A moment somewhere inside: two neighbouring days are written ``11 or 12 May 2022``."""
    if "/" not in text:
        return _point(text, words)
    first, last = _ends(text)
    if not (first and last):
        return period(text, "on", words)
    if _neighbours(first, last):
        start = str(int(first[-2:])) if first[:7] == last[:7] else _point(first, words)
        return words("{first} or {second}", first=start, second=_point(last, words))
    if _is_day(first) and _is_day(last):
        return words("between {first} and {last}", first=_point(first, words), last=_point(last, words))
    return words("between {start} and {end}", start=_point(first, words), end=_point(last, words))


def _neighbours(first: str, last: str) -> bool:
    if not (len(first) == len(last) == 10):
        return False
    return date.fromisoformat(last) - date.fromisoformat(first) == timedelta(days=1)


def period(text: str, kind: str, words: Words) -> str:
    """A period with its type (``on``, ``during``, ``as-of``), '' for none."""
    if not text:
        return ""
    if kind == "as-of":
        return _as_of(text, words)
    first, last = _ends(text) if "/" in text else (text, text)
    if first and not last:
        return _since(first, text.endswith("/.."), words)
    if last and not first:
        return _until(last, kind, words)
    return day_or_days(text, words) if kind == "on" else bare(text, words)


def _since(start: str, running: bool, words: Words) -> str:
    point = _point(start, words)
    if _is_day(start):
        return words("since {day}, still running", day=point) if running else words("since {day}", day=point)
    return words("since {start}, still running", start=point) if running else words("since {start}", start=point)


def _until(end: str, kind: str, words: Words) -> str:
    """What lasts ends then; what happens on one day happens then at the latest."""
    point = _point(end, words)
    if kind == "on":
        return words("no later than {day}", day=point) if _is_day(end) else words("no later than {end}", end=point)
    return words("until {day}", day=point) if _is_day(end) else words("until {end}", end=point)


def _as_of(text: str, words: Words) -> str:
    first, last = _ends(text) if "/" in text else ("", text)
    point = day_or_days(text, words) if first and last else _point(first or last, words)
    return words("as of {day}", day=point) if _is_day(first or last) else words("as of {date}", date=point)


def year(text: str) -> str:
    """The first year that an expression names."""
    match = re.search(r"\d{4}", text, re.ASCII)
    return match.group() if match else ""


def machine(text: str) -> str:
    """What ``<time datetime>`` may hold: the first date, without marks."""
    first, last = _ends(text) if "/" in text else (text, "")
    found = POINT.fullmatch(first or last)
    if not found or found[1].endswith("X"):
        return year(text)
    return "-".join(part for part in found.groups()[:3] if part)
