"""The kinds of page that the site has, and the one page that stands for each in the browser."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.browser.server import ADDRESS

__all__ = ["GATES", "KINDS", "LANGUAGES", "PAGES", "PROSE", "RECORDS", "Site", "kind_of"]

LANGUAGES = ("ar", "en", "fr")

# The first pattern that a page's path below its language matches names its kind.
PROSE = {
    "home": r"index\.html",
    "topic": r"topics/.+",
    "differences": r"differences/index\.html",
    "difference": r"differences/.+",
    "documents": r"documents/index\.html",
    "document": r"documents/.+",
    "entities": r"entities/index\.html",
    "entity": r"entities/.+",
    "figures": r"figures\.html",
    "timeline": r"timeline\.html",
    "data": r"data/index\.html",
    "explorer": r"data/explorer(-\d+)?\.html",
    "dictionary": r"data/dictionary\.html",
    "sql": r"data/sql\.html",
    "reference": r"data/(api|quality|retired)\.html",
    "cite": r"about/cite\.html",
    "changes": r"about/changes\.html",
    "about": r"about/.+",
    "search": r"search\.html",
}
# What an entity's page shows depends on what the entity is; the other types look like one of these.
ENTITIES = {
    "person": {"person"},
    "organisation": {"organisation", "group"},
    "place": {"place", "country"},
    "event": {"event"},
    "instrument": {"text", "law", "programme"},
    "concept": {"concept", "office"},
}
# Pages that show records, not prose.
RECORDS = (*ENTITIES, "document", "difference", "explorer", "dictionary", "figures", "timeline")
KINDS = (*(kind for kind in PROSE if kind != "entity"), *ENTITIES)
PAGES = [(language, kind) for kind in KINDS for language in LANGUAGES]
# Pages above the languages.
GATES = ("index.html", "404.html")


def kind_of(path: str) -> str:
    """The kind of a page by its path below its language; '' for a page that no kind covers."""
    return next((kind for kind, pattern in PROSE.items() if re.fullmatch(pattern, path)), "")


@dataclass(frozen=True)
class Site:
    """A built site on disk, and the port of the server that shows it."""

    root: Path
    port: int

    def url(self, path: str = "") -> str:
        return ADDRESS + path

    @cached_property
    def paths(self) -> list[str]:
        """Every page, as its path below the root."""
        return sorted(path.relative_to(self.root).as_posix() for path in self.root.rglob("*.html"))

    @cached_property
    def by_kind(self) -> dict[str, list[str]]:
        """The pages of each kind below their language, the smallest first."""
        sizes: dict[str, list[tuple[int, str]]] = {}
        for path in self.paths:
            language, _, below = path.partition("/")
            if language == "en":
                kind = kind_of(below)
                kind = self._entity_kind(Path(below).stem) if kind == "entity" else kind
                sizes.setdefault(kind, []).append(((self.root / path).stat().st_size, below))
        return {kind: [path for _, path in sorted(pages)] for kind, pages in sizes.items()}

    def page(self, language: str, kind: str) -> str:
        """The largest page of a kind: what is too much, too wide or too slow is so there first."""
        return f"{language}/{self._pages(kind)[-1]}"

    def middling(self, language: str, kind: str) -> str:
        """The page of a kind with as many larger as smaller ones, for checks that take their time with each element."""
        pages = self._pages(kind)
        return f"{language}/{pages[(len(pages) - 1) // 2]}"

    def _pages(self, kind: str) -> list[str]:
        assert kind in self.by_kind, f"the site has no page of the kind {kind!r}"
        return self.by_kind[kind]

    def _entity_kind(self, ident: str) -> str:
        kind = self._entity_types.get(ident, "")
        return next((name for name, types in ENTITIES.items() if kind in types), "entity")

    @cached_property
    def _entity_types(self) -> dict[str, str]:
        with (self.root.parent / "datapackage" / "entities.csv").open(encoding="utf-8", newline="") as file:
            return {row["id"]: row["type"] for row in csv.DictReader(file)}
