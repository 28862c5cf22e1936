"""Evidence as W3C Web Annotations: each span of an article, tied to the fact it carries.

Offsets are code points of the exact text whose SHA-256 is given, as the model asks
(https://www.w3.org/TR/annotation-model/#text-position-selector).  Where the words may not be published, the
position stands alone.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from dalil.package.cells import Row
from dalil.release.model import LANGUAGES, Release

__all__ = ["CONTEXT", "collection"]

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"sha256": "http://schema.org/sha256"},
]


def collection(release: Release) -> Mapping[str, Any]:
    """The collection with all annotations in one page, ordered by the id of the evidence."""
    items = [_annotation(release, row) for row in release.tables["evidence"]]
    ident = f"{release.folder}annotations.jsonld" if release.folder else f"{release.iri}#annotations"
    return {
        "@context": CONTEXT,
        "id": ident,
        "type": "AnnotationCollection",
        "label": release.title["en"],
        "creator": {"type": "Organization", "name": release.creator},
        "created": f"{release.created}T00:00:00Z",
        "rights": release.licence.url,
        "total": len(items),
        "first": {"id": f"{ident}-1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(release: Release, row: Row) -> Mapping[str, Any]:
    fact = release.index["facts"][row["fact"]]
    start = row["char_start"]
    bodies = [
        {"type": "TextualBody", "value": fact[f"statement_{language}"], "language": language, "format": "text/plain"}
        for language in LANGUAGES
    ]
    return {
        "id": f"{release.address.thing('facts', row['fact'])}#evidence-{start}",
        "type": "Annotation",
        "motivation": "linking" if row["premise"] == "true" else "describing",
        "body": [release.address.thing("facts", row["fact"]), *bodies],
        "target": _target(release, row),
        "rights": release.licence.url,
    }


def _target(release: Release, row: Row) -> Mapping[str, Any]:
    document = release.index["documents"][row["document"]]
    start, end = int(row["char_start"]), int(row["char_end"])
    position = {"type": "TextPositionSelector", "start": start, "end": end, "sha256": row["span_sha256"]}
    quote = [{"type": "TextQuoteSelector", "exact": row["quote"]}] if row["quote"] else []
    return {
        "type": "SpecificResource",
        "source": document["url"] or named(document["text_sha256"]),
        "state": _state(document),
        "selector": [*quote, position],
    }


def named(sha256: str) -> str:
    """The name of a text by its digest (RFC 6920), for one that has no address."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _state(document: Row) -> Mapping[str, str]:
    """Which text is meant: its digest, and the days between which it was published."""
    days = [f"{document[column]}T00:00:00Z" for column in ("published_min", "published_max") if document[column]]
    names = ("sourceDate",) if len(set(days)) == 1 else ("sourceDateStart", "sourceDateEnd")
    when = dict(zip(names, days, strict=False))
    return {"type": "TimeState", **when, "sha256": document["text_sha256"]}
