"""schema.org Dataset, for the page of the data and the search engines that read it, and signposting links."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dalil.release.citations import apa, cite_release
from dalil.release.model import File, Release
from dalil.release.rights import quotations

__all__ = ["json_ld", "schema_org", "signposting"]


def schema_org(release: Release, language: str = "en", page: str = "") -> Mapping[str, Any]:
    """The one Dataset of the page at the address ``page``; ``release`` holds the files that it offers."""
    first, last = release.covers
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": release.iri,
        "identifier": release.iri,
        "name": release.title[language],
        "alternateName": [text for code, text in release.title.items() if code != language],
        "description": f"{release.description[language]} {quotations(release, language)}",
        "url": page or release.folder or release.iri,
        "license": release.licence.url,
        "isAccessibleForFree": True,
        "conditionsOfAccess": "public",
        "creator": _body(release),
        "publisher": _body(release),
        "version": release.version,
        "datePublished": release.created,
        "dateModified": release.created,
        "inLanguage": list(release.title),
        "keywords": list(release.keywords),
        "temporalCoverage": f"{first}/{last}",
        "spatialCoverage": [{"@type": "Place", "name": name} for name in _places(release, language)],
        "variableMeasured": [
            {"@type": "PropertyValue", "name": row[f"label_{language}"], "description": row[f"definition_{language}"]}
            for row in release.tables["properties"]
        ],
        "citation": apa(cite_release(release, language)),
        "isBasedOn": [
            {"@type": "NewsArticle", "name": source["title"], **({"url": source["path"]} if "path" in source else {})}
            for source in release.sources
        ],
        "distribution": [_download(release, file) for file in release.files],
    }


def _body(release: Release) -> Mapping[str, Any]:
    made: dict[str, Any] = {"@type": "Organization", "name": release.creator}
    if release.address.repository:
        made["url"] = release.address.repository
    if release.address.contact:
        made["contactPoint"] = {"@type": "ContactPoint", "email": release.address.contact}
    return made


def _places(release: Release, language: str) -> Iterator[str]:
    """The countries and places where the events of the corpus happen."""
    seen = dict.fromkeys(row["place"] for row in release.tables["events"] if row["place"])
    return (release.label("entities", place, language) for place in seen)


def _download(release: Release, file: File) -> Mapping[str, str]:
    return {
        "@type": "DataDownload",
        "name": file.path,
        "description": file.about,
        "contentUrl": f"{release.folder}{file.path}",
        "encodingFormat": file.media,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }


def json_ld(data: Mapping[str, Any]) -> str:
    """JSON that may stand in a ``script`` element: nothing in it can close the element."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def signposting(release: Release, prefix: str = "") -> list[Mapping[str, str]]:
    """``link`` elements of the landing page (https://signposting.org/FAIR/); prefix leads to the release's files."""
    base = release.folder or prefix
    described = {
        "datapackage.json": "application/json",
        "dcat.jsonld": "application/ld+json",
        "croissant.json": "application/ld+json",
        "ro-crate-metadata.json": "application/ld+json",
        "datacite.xml": "application/vnd.datacite.datacite+xml",
    }
    return [
        *([{"rel": "cite-as", "href": release.folder}] if release.folder else []),
        {"rel": "type", "href": "https://schema.org/Dataset"},
        {"rel": "license", "href": release.licence.url},
        {"rel": "item", "href": f"{base}{release.archive}", "type": "application/zip"},
        *({"rel": "describedby", "href": f"{base}{path}", "type": media} for path, media in described.items()),
    ]
