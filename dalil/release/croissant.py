"""Croissant 1.1 (MLCommons): the CSV files as record sets whose fields are typed.

File names are relative to the metadata, so that tools load what lies beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dalil.package.dictionary import Column, Table
from dalil.release.citations import bibtex, cite_release
from dalil.release.model import File, Release
from dalil.release.rights import quotations

__all__ = ["croissant"]

TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}
CONTEXT: Mapping[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "prov": "http://www.w3.org/ns/prov#",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def croissant(release: Release) -> Mapping[str, Any]:
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "@id": release.iri,
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": release.name,
        "alternateName": list(release.title.values()),
        "description": release.description["en"],
        "url": release.address.site or release.iri,
        "license": release.licence.url,
        "copyrightNotice": quotations(release, "en"),
        "creator": {"@type": "sc:Organization", "name": release.creator},
        "publisher": {"@type": "sc:Organization", "name": release.creator},
        "datePublished": release.created,
        "dateModified": release.created,
        "version": release.version,
        "inLanguage": list(release.title),
        "keywords": list(release.keywords),
        "citeAs": bibtex(cite_release(release)),
        "isLiveDataset": False,
        "prov:wasDerivedFrom": [{"@id": source["path"]} for source in release.sources if "path" in source],
        "distribution": [_file(file) for file in release.files],
        "recordSet": [_records(table) for table in release.schemas.values()],
    }


def _file(file: File) -> Mapping[str, str]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "description": file.about,
        "contentUrl": file.path,
        "contentSize": f"{file.size} B",
        "encodingFormat": file.media,
        "sha256": file.sha256,
    }


def _records(table: Table) -> Mapping[str, Any]:
    keys = [{"@id": f"{table.name}/{name}"} for name in table.key]
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description["en"],
        "key": keys[0] if len(keys) == 1 else keys,
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> Mapping[str, Any]:
    # No `references` to other tables: the reference implementation takes them for inner joins, and drops every
    # row without a speaker. The keys stand in datapackage.json and in the SQLite file.
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description["en"],
        "dataType": TYPES[column.type],
        "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": column.name}},
    }
