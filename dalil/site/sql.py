"""The SQL page: sample questions, and SQLite for the browser, published once for all languages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from dalil.problems import Location, Problem, stop_on
from dalil.release.model import Release
from dalil.site.data import LANGUAGES
from dalil.site.downloads import folder

__all__ = ["ENGINE", "QUESTIONS", "Question", "database", "engine_files", "questions"]

# Below the site's root.
ENGINE = "vendor/sql.js"
QUESTIONS = Path(__file__).with_name("questions.yml")
VENDOR = Path(__file__).with_name("assets") / "vendor" / "sql.js"
PUBLISHED = ("sql-wasm.js", "sql-wasm.wasm", "LICENSE")


@dataclass(frozen=True, slots=True)
class Question:
    """A question in one language, and the SQL that answers it in that language's columns."""

    text: str
    sql: str


def database(release: Release) -> str:
    """The SQLite file among the release's own, below the site's root."""
    return f"{folder(release)}{release.name}.sqlite"


@cache
def _samples() -> list[dict[str, str]]:
    samples: list[dict[str, str]] = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    lacking = [sample for sample in samples if set(sample) != {*LANGUAGES, "sql"}]
    at = Location(QUESTIONS.name)
    stop_on(
        [Problem(at, f"a question has the keys {', '.join(sample)}", "give ar, en, fr and sql") for sample in lacking]
    )
    return samples


def questions(language: str) -> list[Question]:
    """The sample questions; ``{language}`` in their SQL stands for the suffix of a column."""
    return [Question(sample[language], sample["sql"].replace("{language}", language).strip()) for sample in _samples()]


def engine_files(source: Path = VENDOR) -> dict[str, bytes]:
    """SQLite for the browser, by path below the site's root; a file that is not the one agreed on is an error."""
    stop_on(list(_altered(source)))
    return {f"{ENGINE}/{name}": (source / name).read_bytes() for name in PUBLISHED}


def _altered(source: Path) -> Iterator[Problem]:
    for line in (source / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split()
        if hashlib.sha256((source / name).read_bytes()).hexdigest() != digest:
            yield Problem(
                Location(f"dalil/site/assets/vendor/sql.js/{name}"), "its digest differs", "get it anew: see README.md"
            )
