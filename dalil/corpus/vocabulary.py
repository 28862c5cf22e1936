"""Reading the closed lists, the properties and the entities."""

from __future__ import annotations

from collections.abc import Mapping

from dalil.corpus.section import Section
from dalil.corpus.terms import LANGUAGES, Entity, Event, Property, Term
from dalil.located import Table
from dalil.problems import Problem

__all__ = ["entities", "properties", "terms"]


def terms(table: Table, name: str, problems: list[Problem]) -> Mapping[str, Term]:
    """A closed list, in rank order."""
    found = {}
    for code, row in Section(table, name, problems).tables().items():
        section = Section(row, f"{name} {code!s}", problems)
        labels, definition = section.languages(), section.labels("definition", required=True)
        found[str(code)] = Term(code, labels, definition, _forms(section))
        section.done()
    return found


def _forms(section: Section) -> Mapping[str, Mapping[str, str]]:
    table = section.sub("forms")
    if not table:
        return {}
    forms = Section(table, f"{section.what}: forms", section.problems)
    found = {language: {str(k): str(v) for k, v in forms.sub(language).items()} for language in LANGUAGES}
    forms.done()
    return found


def properties(table: Table, problems: list[Problem]) -> Mapping[str, Property]:
    """The properties, in rank order."""
    found = {}
    for code, row in Section(table, "property", problems).tables().items():
        section = Section(row, f"property {code!s}", problems)
        found[str(code)] = Property(
            code,
            section.text("kind", required=True),
            section.items("domain"),
            section.items("range"),
            section.languages(),
            section.labels("definition", required=True),
        )
        section.done()
    return found


def entities(table: Table, problems: list[Problem]) -> Mapping[str, Entity]:
    """The entities, in the order of their ids."""
    found = {}
    for ident, row in sorted(Section(table, "entities", problems).tables().items()):
        section = Section(row, f"entity {ident!s}", problems)
        found[str(ident)] = Entity(
            ident,
            section.text("type", required=True),
            section.languages(),
            section.labels("about"),
            section.text("country"),
            section.text("wikidata"),
            _event(section),
        )
        section.done()
    return found


def _event(section: Section) -> Event | None:
    table = section.sub("event")
    if not table and section.text("type") != "event":
        return None
    event = Section(table, f"{section.what}: event", section.problems)
    made = Event(*(event.text(key) for key in ("date", "date_fact", "date_finding", "place", "part_of")))
    event.done()
    return made
