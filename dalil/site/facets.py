"""What facts can be narrowed by on a page: the values of a column with their labels and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dalil.site.facts import FactView
from dalil.site.page import Language

__all__ = ["FACETS", "Facet", "facets", "label"]

# A column of the facts, and the message that names it.
FACETS = {
    "topic": "Topic",
    "document": "Document",
    "kind": "Kind",
    "property": "Property",
    "speaker": "Said by",
    "weight": "Weight",
}


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values: code, label and number of facts, the most frequent first."""

    name: str
    message: str
    values: tuple[tuple[str, str, int], ...]


def facets(language: Language, names: Iterable[str], views: Sequence[FactView]) -> list[Facet]:
    """The facets of these names over the facts that are shown."""
    return [_facet(language, name, views) for name in names]


def label(language: Language, view: FactView, name: str) -> str:
    """What a fact's value in a facet is called; '' for none."""
    labels = {
        "topic": view.topic,
        "document": f"{view.publisher} {view.document['published'][:4]}",
        "kind": view.kind,
        "property": view.property_label,
        "speaker": view.speaker,
        "weight": language.values.code("weight", view.row["weight"]),
    }
    return labels[name]


def _facet(language: Language, name: str, views: Sequence[FactView]) -> Facet:
    counts = Counter((view.row[name], label(language, view, name)) for view in views)
    none = language.words("the document itself")
    values = ((code or "-", text or none, number) for (code, text), number in counts.most_common())
    return Facet(name, FACETS[name], tuple(values))
