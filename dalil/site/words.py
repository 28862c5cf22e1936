"""The interface's words: English in the code, Arabic and French from the gettext catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.pofile import read_po

from dalil.problems import BadInputError, Location, Problem

__all__ = ["CATALOGUES", "Words", "load_words"]

CATALOGUES = Path(__file__).resolve().parent.parent / "locale"


@dataclass(frozen=True)
class Words:
    """Translates one language; what it lacks is collected, so that one error can list all of it."""

    language: str
    messages: Mapping[str, str]
    missing: set[str] = field(default_factory=set)

    def __call__(self, message: str, **values: object) -> str:
        text = self.messages.get(message, message)
        if self.language != "en" and message not in self.messages:
            self.missing.add(message)
        return text.format(**values) if values else text

    def complain(self) -> None:
        """Raise with every message that was asked for and has no translation."""
        if self.missing:
            at = Location(f"dalil/locale/{self.language}.po")
            raise BadInputError(Problem(at, f"no translation of {text!r}", "add it") for text in self.missing)


def load_words(language: str, folder: Path = CATALOGUES) -> Words:
    """Read ``<language>.po``; an entry left empty counts as missing. English needs no catalogue."""
    if language == "en":
        return Words("en", {})
    with (folder / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    pairs = {str(entry.id): str(entry.string) for entry in catalogue if entry.id}
    return Words(language, {key: value for key, value in pairs.items() if value})
