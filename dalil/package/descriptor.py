"""``datapackage.json``: Data Package 2.0, kept to what version 1 readers accept too."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from dalil.corpus.facts import Document
from dalil.corpus.model import Corpus
from dalil.corpus.terms import LANGUAGES, Labels
from dalil.package.dictionary import Column, Table, dictionary

__all__ = ["descriptor"]

PROFILES = "https://datapackage.org/profiles/2.0"
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International (quotations excluded)",
}
CODES = Mapping[str, Mapping[str, Any]]


def _languages(labels: Labels | Mapping[str, str]) -> dict[str, str]:
    return {language: str(labels[language]) for language in LANGUAGES}


def descriptor(corpus: Corpus, files: Mapping[str, bytes]) -> bytes:
    """The descriptor of the CSV files given by resource name, as UTF-8 JSON."""
    package = corpus.package
    made = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": str(package.name),
        "title": str(package.title.en),
        "description": str(package.description.en),
        "translations": {
            "title": _languages(package.title),
            "description": _languages(package.description),
        },
        "version": str(package.version),
        "created": f"{package.created}T00:00:00Z",
        "languages": list(LANGUAGES),
        "keywords": [str(word) for word in package.keywords],
        "licenses": [LICENCE],
        "contributors": [{"title": "Dalil contributors", "roles": ["creator", "dataCurator"]}],
        "sources": [_source(document, corpus) for document in corpus.documents],
        "resources": [_resource(table, files[table.name], corpus) for table in dictionary().values()],
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _source(document: Document, corpus: Corpus) -> dict[str, str]:
    publisher = corpus.entities[str(document.publisher)].labels.en
    source = {"title": f"{document.title.ar} ({publisher}, {document.published.text})"}
    return {**source, "path": str(document.url)} if document.url else source


def _resource(table: Table, data: bytes, corpus: Corpus) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "title": table.title["en"],
        "description": table.description["en"],
        "translations": {"title": _languages(table.title), "description": _languages(table.description)},
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": _schema(table, corpus),
    }


def _schema(table: Table, corpus: Corpus) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(column, corpus) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    keys = list(_foreign_keys(table))
    return {**schema, "foreignKeys": keys} if keys else schema


def _foreign_keys(table: Table) -> Iterator[dict[str, Any]]:
    for column in table.columns:
        if column.references and not column.many:
            resource = "" if column.references == table.name else column.references
            yield {"fields": [column.name], "reference": {"resource": resource, "fields": ["id"]}}


def _field(column: Column, corpus: Corpus) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.title["en"],
        "description": column.description["en"],
        "translations": {"title": _languages(column.title), "description": _languages(column.description)},
    }
    if column.many:
        field["separator"] = "|"
        if column.references:
            field["references"] = column.references
    if column.example:
        field["example"] = column.example
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.codes and not column.many:
        terms = corpus.codes.get(column.codes, {})
        field["categories"] = [{"value": code, "label": str(term.labels.en)} for code, term in terms.items()]
        constraints["enum"] = list(terms)
    return {**field, "constraints": constraints} if constraints else field
