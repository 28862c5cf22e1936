"""Loading examples: two or three lines in each language, printed on the site and run by the tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dalil.release.model import Release

__all__ = ["Example", "examples"]

FOLDER = Path(__file__).resolve().parent / "examples"
TITLES: Mapping[str, tuple[str, str]] = {
    "with_frictionless.py": ("Python: frictionless", "python"),
    "with_pandas.py": ("Python: pandas", "python"),
    "with_polars.py": ("Python: polars", "python"),
    "with_duckdb.py": ("Python: DuckDB", "python"),
    "duckdb.sql": ("DuckDB", "sql"),
    "sqlite.sql": ("SQLite", "sql"),
    "with_frictionless.R": ("R: frictionless", "r"),
    "with_readr.R": ("R: readr", "r"),
    "browser.js": ("JavaScript", "js"),
}


@dataclass(frozen=True, slots=True)
class Example:
    """``language`` is what highlighters call it."""

    name: str
    title: str
    language: str
    code: str


def examples(release: Release, base: str | None = None) -> list[Example]:
    """The examples with the address of the files filled in: ``base``, else that of this version, else none."""
    place = release.folder if base is None else base
    return [
        Example(name, title, language, _filled((FOLDER / name).read_text("utf-8"), place, release))
        for name, (title, language) in TITLES.items()
    ]


def _filled(code: str, base: str, release: Release) -> str:
    return code.replace("BASE/", base).replace("NAME", release.name)
