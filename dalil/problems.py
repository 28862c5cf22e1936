"""What is wrong with an input, where it stands and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["BadInputError", "Location", "Problem", "Problems", "stop_on"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file; line and column count from 1, in code points."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def after(self, characters: int) -> Location:
        """The place this many code points further on the same line."""
        return Location(self.path, self.line, self.column + characters)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault, printed as ``path:line:column: what is wrong; what to do``."""

    at: Location
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.at}: {self.what}; {self.remedy}"


Problems = Iterator[Problem]


class BadInputError(Exception):
    """The input has problems: all of them, in order of place, each once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def stop_on(problems: Iterable[Problem]) -> None:
    """Raise :class:`BadInputError` with all problems, if there are any."""
    found = list(problems)
    if found:
        raise BadInputError(found)
