"""Taking typed values out of a mapping, key by key, and reporting what is left over."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from dalil import edtf
from dalil.corpus.terms import LANGUAGES, Labels
from dalil.edtf import Edtf
from dalil.located import Items, Table, Text, Tree
from dalil.problems import Location, Problem

__all__ = ["SLUG", "Section"]

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
UNKNOWN = edtf.parse("0001")


class Section:
    """A mapping of the curated record, being read.

    Every getter returns a value even where the record is wrong, and puts the reason in ``problems``;
    :meth:`done` reports the keys nobody asked for.
    """

    def __init__(self, table: Table, what: str, problems: list[Problem]) -> None:
        self.table, self.what, self.problems = table, what, problems
        self.asked: set[str] = set()

    def wrong(self, at: Location, what: str, remedy: str) -> None:
        self.problems.append(Problem(at, what, remedy))

    def raw(self, key: str) -> Tree | None:
        self.asked.add(key)
        return self.table.find(key)

    def text(self, key: str, *, required: bool = False, default: str = "") -> Text:
        """The string under a key; ``default`` where it is absent or no string."""
        value = self.raw(key)
        if isinstance(value, Text) and (value or not required):
            return Text(" ".join(value.split("\n")).strip(), value.at)
        if value is not None and not isinstance(value, Text):
            self.wrong(value.at, f"{self.what}: {key} must be one value", "write it on one line")
        elif required:
            at = self.table.at if value is None else value.at
            self.wrong(at, f"{self.what} lacks {key}", f"add `{key}: …`")
        return Text(default, self.table.at)

    def flag(self, key: str) -> bool:
        value = self.text(key)
        if value not in ("", "true", "false"):
            self.wrong(value.at, f"{key} must be true or false", "write true or leave it out")
        return value == "true"

    def count(self, key: str) -> int:
        value = self.text(key, required=True)
        if not re.fullmatch(r"\d+", value, re.ASCII):
            self.wrong(value.at, f"{self.what}: {key} is not a whole number in ASCII digits", "write digits only")
            return 0
        return int(value)

    def items(self, key: str) -> tuple[Text, ...]:
        """One string or a list of strings."""
        value = self.raw(key)
        if isinstance(value, Text):
            return (value,)
        found: list[Text] = []
        for item in value if isinstance(value, Items) else ():
            if isinstance(item, Text):
                found.append(item)
            else:
                self.wrong(item.at, f"{key} holds something that is not a string", "write plain strings")
        if isinstance(value, Table):
            self.wrong(value.at, f"{key} must be a string or a list", "write `- …` lines")
        return tuple(found)

    def sub(self, key: str) -> Table:
        """The mapping under a key; an empty one where there is none."""
        value = self.raw(key)
        if isinstance(value, Table):
            return value
        if value is not None and (isinstance(value, Items) or value != ""):
            self.wrong(value.at, f"{self.what}: {key} must be a mapping", "write `key: value` lines below it")
        return Table(value.at if value is not None else self.table.at)

    def labels(self, key: str, *, required: bool = False) -> Labels:
        """The three languages under a key."""
        table = self.sub(key)
        if not table:
            if required:
                self.wrong(self.table.at, f"{self.what} lacks {key}", f"add `{key}:` with ar, en and fr")
            return self._labels(table, needed=False)
        section = Section(table, f"{self.what}: {key}", self.problems)
        labels = section._labels(table, needed=True)
        section.done()
        return labels

    def languages(self, *, required: bool = True) -> Labels:
        """The three languages as keys of this very mapping."""
        return self._labels(self.table, needed=required)

    def _labels(self, table: Table, *, needed: bool) -> Labels:
        found = {language: self.text(language) if table is self.table else Text("", table.at) for language in LANGUAGES}
        for language, value in found.items():
            if needed and not value:
                written = table.find(language)
                at = table.at if written is None else written.at
                self.wrong(at, f"missing translation: {self.what} lacks {language}", f"add `{language}: …`")
        return Labels(**found)

    def date(self, key: str) -> Edtf:
        value = self.text(key, required=True)
        try:
            return edtf.parse(str(value)) if value else UNKNOWN
        except ValueError as error:
            self.wrong(value.at, f"invalid EDTF: {error}", "write a date such as 2022-05-11")
            return UNKNOWN

    def tables(self, pattern: re.Pattern[str] = SLUG) -> Mapping[Text, Table]:
        """Every entry of this mapping as a mapping; its keys are ids."""
        found: dict[Text, Table] = {}
        for key, value in self.table.items():
            if not pattern.fullmatch(key):
                self.wrong(key.at, f"malformed id {key!s}", "use lower-case ASCII letters, digits and single hyphens")
            if isinstance(value, Table):
                found[key] = value
            else:
                self.wrong(value.at, f"{key!s} must be a mapping", "write `key: value` lines below it")
        return found

    def done(self) -> None:
        """Report keys that nobody asked for."""
        for key in self.table:
            if key not in self.asked:
                self.wrong(key.at, f"unknown key {key!s} in {self.what}", _hint(key, self.asked))


def _hint(key: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(key, list(known), 1)
    return f"did you mean {near[0]}?" if near else "remove it"
