"""From a package folder to the files of a release, in order: data, then what describes them, then the archive."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dalil.release import records
from dalil.release.annotations import collection
from dalil.release.archive import archive, sign, sums
from dalil.release.croissant import croissant
from dalil.release.dcat import dcat
from dalil.release.deposits import citation_cff, datacite, zenodo
from dalil.release.documents import texts
from dalil.release.flat import flat_csv
from dalil.release.model import LANGUAGES, File, Release
from dalil.release.parquet import parquet_file
from dalil.release.rights import licence_file, quotations
from dalil.release.rocrate import ro_crate
from dalil.release.sqlite import sqlite_file
from dalil.release.xlsx import workbook

__all__ = ["MEDIA", "data_files", "described", "release_files"]

MEDIA = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".ndjson": "application/x-ndjson",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".cff": "application/yaml",
    ".zip": "application/zip",
}
Made = tuple[str, str, bytes]
"""Path, what it is in English, content."""


def release_files(release: Release, changes: Mapping[str, bytes], key: Path | None = None) -> Mapping[str, bytes]:
    """Every file of ``dist/`` by its path; ``changes`` holds the changelog's files, ``key`` signs the checksums.

    The archive holds all of them, with checksums of its own.
    """
    data = list(data_files(release))
    release = described(release, data)
    about = list(_documents(release, changes))
    release = described(release, about)
    files = {path: content for path, _, content in [*data, *about]}
    files.update(_catalogues(release))
    packed = archive({**files, **_checked(files, key)})
    whole = {**files, release.archive: packed}
    return {**whole, **_checked(whole, key)}


def described(release: Release, made: list[Made]) -> Release:
    """The release with these files in its list."""
    return release.with_files([
        File(path, MEDIA.get(Path(path).suffix, "text/plain"), about, len(data), hashlib.sha256(data).hexdigest())
        for path, about, data in made
    ])  # fmt: skip


def _checked(files: Mapping[str, bytes], key: Path | None) -> Mapping[str, bytes]:
    listed = sums(files)
    return {"SHA256SUMS": listed, **({"SHA256SUMS.sig": sign(listed, key)} if key else {})}


def data_files(release: Release) -> Iterator[Made]:
    """The data in every format."""
    tables = {f"{name}.csv": _csv(release, name) for name in release.schemas}
    yield "datapackage.json", "Data Package 2.0 descriptor of the CSV files.", _descriptor(release, tables)
    for name, table in release.schemas.items():
        yield f"{name}.csv", table.description["en"], tables[f"{name}.csv"]
    for language in LANGUAGES:
        about = f"One flat table of facts with labels ({language})."
        yield f"facts_flat_{language}.csv", about, flat_csv(release, language)
    yield "facts.ndjson", "One fact a line, with its evidence, objects and links.", records.ndjson(release)
    about = "Every passage as a W3C Web Annotation."
    yield "annotations.jsonld", about, _json(collection(release))
    about = "All tables with keys, closed lists, and views with labels."
    yield f"{release.name}.sqlite", about, sqlite_file(release)
    about = "Workbook: rights, flat facts and dictionary in three languages, and all tables."
    yield f"{release.name}.xlsx", about, workbook(release)
    for name, table in release.schemas.items():
        yield f"parquet/{name}.parquet", f"{table.title['en']}, with types.", parquet_file(release, table)


def _documents(release: Release, changes: Mapping[str, bytes]) -> Iterator[Made]:
    yield "LICENSE", "Licence and what it leaves out.", licence_file(release)
    for path, data in texts(release):
        yield path, f"{path.split('.')[0].capitalize()} of the data.", data
    for path, data in sorted(changes.items()):
        yield path, "What changed since the last release, row by row.", data
    yield "CITATION.cff", "How to cite, for programs.", citation_cff(release)
    yield "datacite.xml", "DataCite 4.6 metadata.", datacite(release)
    yield ".zenodo.json", "Metadata for a deposit at Zenodo.", zenodo(release)


def _catalogues(release: Release) -> Mapping[str, bytes]:
    return {
        "dcat.jsonld": _json(dcat(release)),
        "croissant.json": _json(croissant(release)),
        "ro-crate-metadata.json": _json(ro_crate(release)),
    }


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _csv(release: Release, name: str) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, release.schemas[name].header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(release.tables[name])
    return out.getvalue().encode("utf-8")


def _descriptor(release: Release, tables: Mapping[str, bytes]) -> bytes:
    """The package's own descriptor with what only a release knows: id, address, and the sorted files' digests."""
    home = release.address.site or release.address.repository
    made = {
        **release.descriptor,
        "id": release.iri,
        **({"homepage": home} if home else {}),
        "resources": [_resource(release, dict(one), tables) for one in release.descriptor["resources"]],
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(release: Release, resource: dict[str, Any], tables: Mapping[str, bytes]) -> Mapping[str, Any]:
    data = tables[resource["path"]]
    resource.update(bytes=len(data), hash=f"sha256:{hashlib.sha256(data).hexdigest()}")
    if resource["name"] == "evidence":
        resource["rightsNote"] = quotations(release, "en")
    return resource
