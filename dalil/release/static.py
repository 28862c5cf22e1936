"""The static interface: one JSON file a record at a lasting address, an index of each kind, and citations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dalil.package.cells import Row
from dalil.release import records
from dalil.release.citations import apa, as_files, bibtex, cite_fact, cite_release, csl, ris
from dalil.release.model import LANGUAGES, Release

__all__ = ["INTERFACE", "static_files"]


def _cited_fact(release: Release, row: Row) -> records.Record:
    return {**records.fact(release, row), "cite": _citations(release, row)}


def _citations(release: Release, row: Row) -> Mapping[str, Any]:
    cited = cite_fact(release, row)
    by_language = {language: apa(cite_fact(release, row, language)) for language in LANGUAGES}
    return {"apa": by_language, "bibtex": bibtex(cited), "ris": ris(cited), "csl": csl(cited)}


INTERFACE: Mapping[str, tuple[str, Callable[[Release, Row], records.Record]]] = {
    "facts": ("statement", _cited_fact),
    "documents": ("title", records.document),
    "entities": ("label", records.entity),
    "comparisons": ("title", records.comparison),
}
"""Kind of record → the column that names it in the index, and what makes the record."""


def static_files(release: Release) -> Iterator[tuple[str, bytes]]:
    """Path below the site's root and content of every file, in a fixed order.

    ``data/<kind>/<id>.json`` (of an id that is gone: what became of it), ``data/<kind>/index.json``,
    ``data/index.json``, and citations (``txt`` in APA, ``bib``, ``ris``, ``json`` in CSL) of the data,
    ``data/citations/dataset.*``, and of all facts of a document, ``data/citations/<document>.*``.
    """
    yield "data/index.json", _indented(_root(release))
    for kind, (name, make) in INTERFACE.items():
        rows = release.tables[kind]
        items = [{"id": row["id"], name: records.three(row, name), "url": _near(row["id"])} for row in rows]
        yield f"data/{kind}/index.json", _indented({**_head(release), "count": len(items), kind: items})
        for row in rows:
            yield f"data/{kind}/{row['id']}.json", f"{records.line(make(release, row))}\n".encode()
    for row in release.tables["retired"]:
        yield f"data/{row['resource']}/{row['id']}.json", f"{records.line(_tombstone(release, row))}\n".encode()
    yield from as_files("data/citations/dataset", [cite_release(release)])
    for document in release.tables["documents"]:
        facts = release.rows("facts", "document", document["id"])
        yield from as_files(f"data/citations/{document['id']}", [cite_fact(release, row) for row in facts])


def _tombstone(release: Release, row: Row) -> records.Record:
    """What stands where the record of an id stood that is gone."""
    pages = {language: release.address.page(language, f"data/retired.html#{row['id']}") for language in LANGUAGES}
    heirs = [{"id": ident, "url": _near(ident)} for ident in row["replaced_by"].split("|") if ident]
    return {**row, "retired": True, "replaced_by": heirs, "pages": pages}


def _near(ident: str) -> str:
    """A record's address, relative to its index."""
    return f"{ident}.json"


def _head(release: Release) -> dict[str, Any]:
    about = {"name": release.name, "version": release.version, "created": release.created}
    return {**about, "licence": release.licence.url}


def _root(release: Release) -> Mapping[str, Any]:
    kinds = {
        kind: {"count": release.counts[kind], "index": f"{kind}/index.json", "record": f"{kind}/{{id}}.json"}
        for kind in INTERFACE
    }
    about = {
        "title": release.title,
        "description": release.description,
        "counts": release.counts,
        "covers": release.covers,
    }
    endings = {"apa": "txt", "bibtex": "bib", "ris": "ris", "csl": "json"}
    cite = {style: f"citations/{{document}}.{ending}" for style, ending in endings.items()}
    return {**_head(release), **about, "kinds": kinds, "citations": cite}


def _indented(record: Mapping[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
