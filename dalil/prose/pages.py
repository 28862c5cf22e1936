"""Reading the written pages: their lines outside of front matter and fences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dalil.corpus.terms import LANGUAGES
from dalil.located import is_inside, source_text
from dalil.problems import Location, Problem

__all__ = ["Page", "read_pages"]


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: language, path below the language's folder, and its lines outside of fences."""

    language: str
    path: str
    name: str
    lines: tuple[tuple[int, str], ...]


def read_pages(docs: Path, problems: list[Problem]) -> tuple[Page, ...]:
    """Every page of the three languages, in order."""
    pages = []
    for language in LANGUAGES:
        for path in sorted((docs / language).rglob("*.md")):
            relative = path.relative_to(docs / language).as_posix()
            name = f"{docs.name}/{language}/{relative}"
            if not is_inside(path, docs):
                what = "a symbolic link that leads out of the folder"
                problems.append(Problem(Location(name), what, "put the file itself here"))
                continue
            text = source_text(path, name, problems) or ""
            pages.append(Page(language, relative, name, tuple(_prose(text))))
    return tuple(pages)


def _prose(text: str) -> Iterator[tuple[int, str]]:
    """Numbered lines that are neither front matter nor fenced code."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        mark = "---" if number == 1 and line == "---" else line.lstrip()[:3]
        if fence:
            fence = "" if line.strip().startswith(fence) else fence
        elif mark in ("```", "~~~") or (number == 1 and mark == "---"):
            fence = mark
        else:
            yield number, line
