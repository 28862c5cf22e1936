"""The shapes that the site is made from: the package's tables, the three languages, the settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dalil.package.tables import Row, Tables
from dalil.problems import BadInputError, Location, Problem
from dalil.release.model import Release

__all__ = ["DIRECTION", "LANGUAGES", "NATIVE", "Row", "Settings", "Tables", "bad", "grouped"]

LANGUAGES = ("ar", "en", "fr")
DIRECTION = {"ar": "rtl", "en": "ltr", "fr": "ltr"}
NATIVE = {"ar": "العربية", "en": "English", "fr": "Français"}


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the site stands and who answers for it; '' where that is not set, and pages then say so.

    ``created`` (ISO 8601) and ``version`` are the package's: the site never reads the clock.
    ``dataset`` (schema.org, by language) and ``signposts`` (attributes of ``link``) are the release's, for the
    page of the data, and ``release`` is that release with the files it offers; empty where none was given.
    """

    site_url: str = ""
    repository: str = ""
    contact: str = ""
    created: str = ""
    version: str = ""
    dataset: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    signposts: tuple[Mapping[str, str], ...] = ()
    release: Release | None = None


def grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    """Rows by the value of one column, in their order; rows without a value are left out."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row[key]:
            groups.setdefault(row[key], []).append(row)
    return groups


def bad(path: str, what: str, remedy: str) -> BadInputError:
    """One fault of a page, as the error that the whole build raises."""
    return BadInputError([Problem(Location(path), what, remedy)])
