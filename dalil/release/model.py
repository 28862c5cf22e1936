"""One release of the data: all that its files and sidecars say comes from here, so that they agree."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from dalil.package.cells import Row, Tables
from dalil.package.dictionary import Table, dictionary
from dalil.package.tables import by_key
from dalil.package.write import read_tables

__all__ = ["LANGUAGES", "Address", "File", "Licence", "Release", "Three", "read_release"]

LANGUAGES = ("ar", "en", "fr")
Three = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Address:
    """Where the release stands and who answers for it; '' where that is not set, and names are then relative."""

    site: str = ""
    repository: str = ""
    contact: str = ""

    def page(self, language: str, path: str) -> str:
        return f"{self.site}{language}/{path}"

    def fact(self, language: str, ident: str) -> str:
        """The permanent link of a fact: its place on the page of its document."""
        return self.page(language, f"documents/{ident.partition('.')[0]}.html#{ident}")

    def data(self, kind: str, ident: str) -> str:
        """The JSON file of one record."""
        return f"{self.site}data/{kind}/{ident}.json"

    def thing(self, kind: str, ident: str) -> str:
        """An absolute IRI of one record: its JSON file, or a UUID made from its id where no site is set."""
        return self.data(kind, ident) if self.site else uuid.uuid5(uuid.NAMESPACE_OID, f"dalil:{kind}:{ident}").urn


@dataclass(frozen=True, slots=True)
class Licence:
    """An SPDX name, the deed's address and a title that says what is left out."""

    name: str
    url: str
    title: str


@dataclass(frozen=True, slots=True)
class File:
    """A file of the release; ``about`` says in English what it is."""

    path: str
    media: str
    about: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Release:
    """A package, read: metadata, rows sorted by key, and the files made from them so far.

    ``created`` is a day (ISO 8601); titles and descriptions are plain text in three languages.
    """

    name: str
    version: str
    created: str
    title: Three
    description: Three
    keywords: Sequence[str]
    licence: Licence
    creator: str
    sources: Sequence[Mapping[str, str]]
    tables: Tables
    address: Address
    descriptor: Mapping[str, Any]
    files: tuple[File, ...] = ()

    @property
    def schemas(self) -> Mapping[str, Table]:
        return dictionary()

    @property
    def folder(self) -> str:
        """The permanent address of this version's files, '' where no site is set."""
        return f"{self.address.site}v{self.version}/" if self.address.site else ""

    @property
    def iri(self) -> str:
        """What identifies this version: its address, else a UUID made from name and version."""
        return self.folder or uuid.uuid5(uuid.NAMESPACE_OID, f"dalil:{self.name}:{self.version}").urn

    @property
    def archive(self) -> str:
        return f"{self.name}-{self.version}.zip"

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Rows of each resource."""
        return {name: len(rows) for name, rows in self.tables.items()}

    @property
    def keys(self) -> Mapping[str, Sequence[str]]:
        """The key of every row of each resource, its parts joined by spaces."""
        key = {name: table.key for name, table in self.schemas.items()}
        return {name: [" ".join(row[part] for part in key[name]) for row in rows] for name, rows in self.tables.items()}

    @cached_property
    def published(self) -> tuple[str, str]:
        """First and last day of publication of the documents."""
        return _span(self.tables["documents"], "published")

    @cached_property
    def covers(self) -> tuple[str, str]:
        """First and last day that the facts speak of; the publication dates where they name none."""
        first, last = _span(self.tables["facts"], "period")
        return first or self.published[0], last or self.published[1]

    @cached_property
    def index(self) -> Mapping[str, Mapping[str, Row]]:
        """Rows by id, of the resources that have one."""
        return {
            name: {row["id"]: row for row in rows}
            for name, rows in self.tables.items()
            if "id" in self.schemas[name].header
        }

    @cached_property
    def terms(self) -> Mapping[tuple[str, str], Row]:
        """Terms of the closed lists by list and code."""
        return {(row["codelist"], row["code"]): row for row in self.tables["codes"]}

    @cached_property
    def _groups(self) -> dict[tuple[str, str], Mapping[str, Sequence[Row]]]:
        return {}

    def rows(self, resource: str, column: str, value: str) -> Sequence[Row]:
        """The rows of a resource whose column has this value."""
        if (resource, column) not in self._groups:
            self._groups[resource, column] = _grouped(self.tables[resource], column)
        return self._groups[resource, column].get(value, ())

    def spans(self, fact: str) -> Sequence[Row]:
        """The evidence of a fact, in the order of its document."""
        return sorted(self.rows("evidence", "fact", fact), key=lambda row: int(row["char_start"]))

    def term(self, codelist: str, code: str, language: str) -> str:
        """A term's label, the code itself where it has none, '' for no code."""
        row = self.terms.get((codelist, code))
        return row[f"label_{language}"] if row else code

    def label(self, resource: str, ident: str, language: str) -> str:
        """The label of an entity or property, '' for none."""
        return self.index[resource][ident][f"label_{language}"] if ident else ""

    def with_files(self, files: Sequence[File]) -> Release:
        return replace(self, files=(*self.files, *files))


def _grouped(rows: Sequence[Row], key: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def _span(rows: Sequence[Row], column: str) -> tuple[str, str]:
    first = min((row[f"{column}_min"] for row in rows if row[f"{column}_min"]), default="")
    return first, max((row[f"{column}_max"] for row in rows if row[f"{column}_max"]), default="")


def read_release(folder: Path, address: Address | None = None) -> Release:
    """Read the package in ``folder``."""
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    (licence,) = descriptor["licenses"]
    tables = {name: by_key(dictionary()[name], rows) for name, rows in read_tables(folder).items()}
    return Release(
        name=descriptor["name"],
        version=descriptor["version"],
        created=descriptor["created"][:10],
        title=descriptor["translations"]["title"],
        description=descriptor["translations"]["description"],
        keywords=descriptor["keywords"],
        licence=Licence(licence["name"], licence["path"], licence["title"]),
        creator=descriptor["contributors"][0]["title"],
        sources=descriptor["sources"],
        tables=tables,
        address=address or Address(),
        descriptor=descriptor,
    )
