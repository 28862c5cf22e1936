"""YAML read as plain strings that remember where they stand.

PyYAML drops a repeated key in silence and turns ``NO`` into false and a date into an object, so
the node tree is read instead: every scalar stays the string that was written, a repeated key, an
alias and a tag are problems, and each value knows its line and column.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import yaml

from dalil.problems import Location, Problem

__all__ = ["Items", "Table", "Text", "Tree", "is_inside", "read_yaml", "source_text"]

# C0 and C1 controls but tab and line feed, byte order mark, zero-width and bidirectional marks.
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Text(str):
    """A string and the place it was written at."""

    __slots__ = ("at",)
    at: Location

    def __new__(cls, value: str, at: Location) -> Text:
        made = super().__new__(cls, value)
        made.at = at
        return made


class Table(dict[Text, "Tree"]):
    """A mapping and the place it begins at."""

    def __init__(self, at: Location) -> None:
        super().__init__()
        self.at = at

    def find(self, key: str) -> Tree | None:
        """The value under a key, or None."""
        return self.get(Text(key, self.at))


class Items(list["Tree"]):
    """A sequence and the place it begins at."""

    def __init__(self, at: Location) -> None:
        super().__init__()
        self.at = at


Tree = Text | Table | Items


def is_inside(path: Path, folder: Path) -> bool:
    """Whether path, its symbolic links followed, lies in folder."""
    return path.resolve().is_relative_to(folder.resolve())


def source_text(path: Path, name: str, problems: list[Problem]) -> str | None:
    """The text of a curated file, or None where it is not clean UTF-8 in NFC; says why in problems."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8")
        at = Location(name, good.count("\n") + 1, len(good) - good.rfind("\n"))
        problems.append(Problem(at, "the file is not UTF-8", "save it as UTF-8"))
        return None
    problems.extend(_unclean(name, text))
    return text


def _unclean(name: str, text: str) -> Iterator[Problem]:
    if text.startswith("\ufeff"):
        yield Problem(Location(name), "a byte order mark", "save the file as UTF-8 without it")
    if "\r\n" in text:
        yield Problem(Location(name), "the line ends of Windows", "save the file with LF")
    for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1):
        for match in INVISIBLE.finditer(line):
            shown = f"U+{ord(match.group()):04X}"
            at = Location(name, number, match.start() + 1)
            yield Problem(at, f"control or bidi character {shown}", "remove it; direction is added by the build")
        if not unicodedata.is_normalized("NFC", line):
            yield Problem(Location(name, number), "the line is not in Unicode NFC", "normalise it to NFC")


def read_yaml(path: Path, name: str, problems: list[Problem]) -> Table:
    """The mapping a YAML file holds; empty, with the reasons in problems, where it cannot be read."""
    empty = Table(Location(name))
    before = len(problems)
    text = source_text(path, name, problems)
    if text is None or len(problems) > before:
        return empty
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
        problems.append(Problem(at, f"broken YAML: {error.problem}", "mend the syntax"))
        return empty
    except (yaml.YAMLError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else " ".join(str(error).split())
        problems.append(Problem(Location(name), f"broken YAML: {why}", "mend the syntax"))
        return empty
    if node is None:
        return empty
    tree = _Grower(name, problems).grow(node)
    if isinstance(tree, Table):
        return tree
    problems.append(Problem(tree.at, "the file is not a mapping", "write `key: value` lines"))
    return empty


class _Grower:
    def __init__(self, name: str, problems: list[Problem]) -> None:
        self.name, self.problems = name, problems
        self.seen: set[int] = set()

    def at(self, node: yaml.Node) -> Location:
        quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
        return Location(self.name, node.start_mark.line + 1, node.start_mark.column + 1 + quoted)

    def grow(self, node: yaml.Node) -> Tree:
        at = self.at(node)
        if id(node) in self.seen:
            self.problems.append(Problem(at, "YAML alias", "write the value out"))
            return Text("", at)
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, Table(at))
        if isinstance(node, yaml.SequenceNode):
            items = Items(at)
            items.extend(self.grow(child) for child in node.value)
            return items
        return Text(str(node.value), at)

    def mapping(self, node: yaml.MappingNode, table: Table) -> Table:
        for key_node, value_node in node.value:
            key = self.grow(key_node)
            if not isinstance(key, Text):
                self.problems.append(Problem(key.at, "a key that is not a word", "write `key: value`"))
            elif key in table:
                self.problems.append(Problem(key.at, f"duplicate key {key!s}", "keep one of the two"))
            else:
                table[key] = self.grow(value_node)
        return table
