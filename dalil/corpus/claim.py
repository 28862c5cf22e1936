"""The one-line grammar of a claim and of a period.

    subject property [qualifier] [number unit] [, object [mode] [for entity]] … [, ...]
    on|during|as-of EDTF [, stated|resolved|inferred]

Errors point at the word that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from dalil import edtf, quantity
from dalil.corpus.facts import Claim, Object, Period
from dalil.located import Text
from dalil.problems import Location, Problem

__all__ = ["read_claim", "read_period"]

MODES = ("in-person", "video", "written", "represented", "unstated", "unclear")
PERIOD_TYPES = ("on", "during", "as-of")
BASES = ("stated", "resolved", "inferred")
NUMERIC = re.compile(r"(?=\D*\d)[-+\d.,٫٬]+")
NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
# What a double holds exactly.
DIGITS = 15


class _WrongError(Exception):
    def __init__(self, at: Location, what: str, remedy: str) -> None:
        self.problem = Problem(at, what, remedy)


def _parts(line: Text) -> list[list[Text]]:
    """Words of the line, comma by comma, each with its place."""
    parts: list[list[Text]] = []
    start = 0
    for piece in line.split(","):
        found = re.finditer(r"\S+", piece)
        parts.append([Text(word.group(), line.at.after(start + word.start())) for word in found])
        start += len(piece) + 1
    return parts


def read_claim(line: Text, problems: list[Problem]) -> Claim | None:
    """Take a claim apart; None, with the reason in problems, where it does not follow the grammar."""
    try:
        return _claim(line)
    except _WrongError as wrong:
        problems.append(wrong.problem)
        return None


def _claim(line: Text) -> Claim:
    first, *others = _parts(line)
    if len(first) < 2:
        raise _WrongError(line.at, "a claim needs a subject and a property", "write `subject property …`")
    subject, prop, *rest = first
    others.insert(0, rest)
    qualifier = ""
    numbers: tuple[Decimal, ...] = ()
    unit: Text | None = None
    if rest and (rest[0] in quantity.QUALIFIERS or NUMERIC.fullmatch(rest[0])):
        qualifier, numbers, unit = _figure(rest)
        others.pop(0)
    objects = tuple(_objects(others, line))
    open_list = bool(others) and [*others[-1]] == ["..."]
    complete = False if open_list else True if len(objects) > 1 else None
    low, high = quantity.bounds(qualifier, numbers) if qualifier else (None, None)
    value = numbers[0] if len(numbers) == 1 else Decimal(0) if qualifier == "none" else None
    return Claim(line, subject, prop, qualifier, value, low, high, unit, objects, complete)


def _figure(words: list[Text]) -> tuple[str, tuple[Decimal, ...], Text]:
    qualifier = "exactly"
    rest = list(words)
    if rest[0] in quantity.QUALIFIERS:
        qualifier = str(rest.pop(0))
    wanted = 2 if qualifier == "between" else 0 if qualifier in quantity.NUMBERLESS else 1
    numbers = tuple(_number(word) for word in rest[:wanted])
    end = words[-1].at.after(len(words[-1]))
    if len(numbers) < wanted:
        raise _WrongError(
            end, f"{qualifier} without its number", f"write `{qualifier} {'1 2' if wanted == 2 else '1'} unit`"
        )
    if len(rest) == wanted:
        raise _WrongError(end, "a number without its unit", "write the unit after the number, as in `200 cell`")
    if wanted == 2 and numbers[0] >= numbers[1]:
        raise _WrongError(rest[0].at, f"{numbers[0]} is not below {numbers[1]}", "write the lower number first")
    if len(rest) > wanted + 1:
        raise _WrongError(rest[wanted + 1].at, f"unexpected word {rest[wanted + 1]!s}", "put a comma before an object")
    return qualifier, numbers, rest[wanted]


def _number(word: Text) -> Decimal:
    if not NUMBER.fullmatch(word):
        known = "a number in non-ASCII digits" if any(c.isdigit() and not c.isascii() for c in word) else "not a number"
        raise _WrongError(word.at, f"{known}: {word!s}", "write ASCII digits with a dot, as in 200 or 2.5")
    if len(word) > DIGITS:
        raise _WrongError(word.at, f"a number of more than {DIGITS} digits", "programs would round it: read it again")
    try:
        return Decimal(word)
    except InvalidOperation as error:  # pragma: no cover - the pattern admits numbers only
        raise _WrongError(word.at, f"not a number: {word!s}", "write ASCII digits") from error


def _objects(parts: list[list[Text]], line: Text) -> Iterator[Object]:
    for index, words in enumerate(parts):
        if not words:
            if index or len(parts) > 1:
                raise _WrongError(
                    line.at.after(len(line)), "an empty place in the list", "remove the comma or name the object"
                )
            continue
        if [*words] == ["..."]:
            if index < len(parts) - 1:
                raise _WrongError(words[0].at, "`...` before the end", "put it last")
            continue
        yield _object(words)


def _object(words: list[Text]) -> Object:
    entity, *rest = words
    mode = str(rest.pop(0)) if rest and rest[0] in MODES else ""
    on_behalf_of = None
    if len(rest) >= 2 and rest[0] == "for":
        on_behalf_of = rest[1]
        rest = rest[2:]
    if rest:
        raise _WrongError(
            rest[0].at, f"unexpected word {rest[0]!s}", f"write `entity [{'|'.join(MODES)}] [for entity]`"
        )
    return Object(entity, mode, on_behalf_of)


def read_period(line: Text, problems: list[Problem]) -> Period | None:
    """Read ``when``; None, with the reason in problems, where it does not follow the grammar."""
    try:
        return _period(line)
    except _WrongError as wrong:
        problems.append(wrong.problem)
        return None


def _period(line: Text) -> Period:
    parts = _parts(line)
    if len(parts[0]) != 2 or parts[0][0] not in PERIOD_TYPES or len(parts) > 2:
        raise _WrongError(
            line.at, f"not a period: {line!s}", "write `on|during|as-of DATE[, stated|resolved|inferred]`"
        )
    kind, written = parts[0]
    basis = parts[1][0] if len(parts) == 2 and parts[1] else Text("stated", line.at)
    if basis not in BASES:
        raise _WrongError(basis.at, f"unknown basis {basis!s}", f"choose one of {', '.join(BASES)}")
    try:
        return Period(str(kind), edtf.parse(str(written)), str(basis), written.at)
    except ValueError as error:
        raise _WrongError(
            written.at, f"invalid EDTF: {error}", "write a date such as 2022-05-11, 2014-09 or 2003/"
        ) from error
