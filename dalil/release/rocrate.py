"""RO-Crate 1.2: the folder of the release as a research object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dalil.release.model import File, Release
from dalil.release.rights import quotations

__all__ = ["ro_crate"]

Entity = Mapping[str, Any]


def ro_crate(release: Release) -> Mapping[str, Any]:
    """``ro-crate-metadata.json``, with every file made so far."""
    graph = [_descriptor(), _root(release), *_context(release), *map(_file, release.files)]
    return {"@context": "https://w3id.org/ro/crate/1.2/context", "@graph": graph}


def _descriptor() -> Entity:
    return {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.2"},
    }


def _root(release: Release) -> Entity:
    first, last = release.covers
    optional = {"url": {"@id": release.address.site}} if release.address.site else {}
    return {
        "@id": "./",
        "@type": "Dataset",
        "identifier": release.iri,
        "name": release.title["en"],
        "alternateName": [release.title["ar"], release.title["fr"]],
        "description": release.description["en"],
        "datePublished": release.created,
        "version": release.version,
        "license": {"@id": release.licence.url},
        "copyrightNotice": quotations(release, "en"),
        "author": {"@id": "#creator"},
        "publisher": {"@id": "#creator"},
        "keywords": list(release.keywords),
        "inLanguage": list(release.title),
        "temporalCoverage": f"{first}/{last}",
        **optional,
        "isBasedOn": [{"@id": source["@id"]} for source in _sources(release)],
        "hasPart": [{"@id": file.path} for file in release.files],
    }


def _context(release: Release) -> Iterator[Entity]:
    """The entities that the root names: who made it, under what licence, from which articles."""
    page = {"url": release.address.repository} if release.address.repository else {}
    contact = {"contactPoint": {"@id": f"mailto:{release.address.contact}"}} if release.address.contact else {}
    yield {"@id": "#creator", "@type": "Organization", "name": release.creator, **page, **contact}
    if release.address.contact:
        yield {
            "@id": f"mailto:{release.address.contact}",
            "@type": "ContactPoint",
            "name": "Corrections and take-down",
            "contactType": "corrections and take-down",
            "email": release.address.contact,
        }
    yield {
        "@id": release.licence.url,
        "@type": "CreativeWork",
        "name": release.licence.title,
        "identifier": release.licence.name,
        "description": quotations(release, "en"),
    }
    if release.address.site:
        yield {"@id": release.address.site, "@type": "WebPage", "name": release.title["en"]}
    yield from _sources(release)


def _sources(release: Release) -> Iterator[dict[str, Any]]:
    for number, source in enumerate(release.sources, 1):
        yield {"@id": source.get("path") or f"#source-{number}", "@type": "NewsArticle", "name": source["title"]}


def _file(file: File) -> Entity:
    return {
        "@id": file.path,
        "@type": "File",
        "name": file.path,
        "description": file.about,
        "encodingFormat": file.media,
        "contentSize": str(file.size),
        "sha256": file.sha256,
    }
