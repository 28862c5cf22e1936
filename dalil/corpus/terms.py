"""The words of the record as frozen data: labels, codes, properties and entities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dalil.located import Text

LANGUAGES = ("ar", "en", "fr")


@dataclass(frozen=True, slots=True)
class Labels:
    """One text in the three languages; all empty where the curator wrote none."""

    ar: Text
    en: Text
    fr: Text

    def __getitem__(self, language: str) -> Text:
        return {"ar": self.ar, "en": self.en, "fr": self.fr}[language]

    def __bool__(self) -> bool:
        return any((self.ar, self.en, self.fr))


@dataclass(frozen=True, slots=True)
class Term:
    """A code of a closed list; ``forms`` are the plural forms of a unit, by language and CLDR category."""

    code: Text
    labels: Labels
    definition: Labels
    forms: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Property:
    """What a fact can say of its subject; ``domain`` and ``range`` are entity types, ``any`` for all."""

    code: Text
    kind: Text
    domain: tuple[Text, ...]
    range: tuple[Text, ...]
    labels: Labels
    definition: Labels


@dataclass(frozen=True, slots=True)
class Event:
    date: Text
    date_fact: Text
    date_finding: Text
    place: Text
    part_of: Text


@dataclass(frozen=True, slots=True)
class Entity:
    id: Text
    type: Text
    labels: Labels
    about: Labels
    country: Text
    wikidata: Text
    event: Event | None
