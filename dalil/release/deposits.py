"""What repositories and reference managers read: CITATION.cff 1.2.0, DataCite 4.6 and Zenodo's own file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as Xml

import yaml

from dalil.release.model import LANGUAGES, Release
from dalil.release.rights import quotations

__all__ = ["citation_cff", "datacite", "zenodo"]

KERNEL = "http://datacite.org/schema/kernel-4"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPDX = "https://spdx.org/licenses/"


def citation_cff(release: Release) -> bytes:
    """CITATION.cff of type dataset, as YAML."""
    address = {"url": release.folder, "repository": release.address.repository}
    made = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "message": "If you use these data, please cite them as below, with the version you used.",
        "title": release.title["en"],
        "abstract": release.description["en"],
        "authors": [{"name": release.creator}],
        "version": release.version,
        "date-released": release.created,
        "license": release.licence.name,
        "keywords": list(release.keywords),
        **{name: value for name, value in address.items() if value},
    }
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=100).encode("utf-8")


def zenodo(release: Release) -> bytes:
    """``.zenodo.json``, which Zenodo reads in place of CITATION.cff."""
    kind = {"relation": "isDerivedFrom", "resource_type": "publication-article", "scheme": "url"}
    related = [{"identifier": source["path"], **kind} for source in release.sources if "path" in source]
    made = {
        "title": release.title["en"],
        "upload_type": "dataset",
        "description": f"<p>{release.description['en']}</p><p>{quotations(release, 'en')}</p>",
        "creators": [{"name": release.creator}],
        "publication_date": release.created,
        "version": release.version,
        "access_right": "open",
        "license": release.licence.name.lower(),
        "language": "ara",
        "keywords": list(release.keywords),
        "related_identifiers": related,
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, f"{{{KERNEL}}}{name}", attributes)
    element.text = text or None
    return element


def datacite(release: Release) -> bytes:
    """``datacite.xml``; until a DOI is given the identifier is the version's address, or its UUID."""
    Xml.register_namespace("", KERNEL)
    root = Xml.Element(f"{{{KERNEL}}}resource")
    _add(root, "identifier", release.iri, identifierType="URL" if release.folder else "URN")
    creator = _add(_add(root, "creators"), "creator")
    _add(creator, "creatorName", release.creator, nameType="Organizational")
    _titles(root, release)
    _add(root, "publisher", release.creator)
    _add(root, "publicationYear", release.created[:4])
    _add(root, "resourceType", "Data package", resourceTypeGeneral="Dataset")
    subjects = _add(root, "subjects")
    for word in release.keywords:
        _add(subjects, "subject", word).set(LANG, "en")
    dates = _add(root, "dates")
    _add(dates, "date", release.created, dateType="Issued")
    _add(dates, "date", "/".join(release.covers), dateType="Coverage")
    _add(root, "language", "ar")
    _related(root, release)
    sizes, formats = _add(root, "sizes"), _add(root, "formats")
    _add(sizes, "size", f"{release.counts['facts']} facts")
    for media in sorted({file.media for file in release.files}):
        _add(formats, "format", media)
    _add(root, "version", release.version)
    _rights(root, release)
    descriptions = _add(root, "descriptions")
    for language, text in _languages(release.description):
        _add(descriptions, "description", text, descriptionType="Abstract").set(LANG, language)
    Xml.indent(root)
    return bytes(Xml.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def _languages(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """English first: it is the title that the descriptor has."""
    return ((language, texts[language]) for language in ("en", *(code for code in LANGUAGES if code != "en")))


def _titles(root: Xml.Element, release: Release) -> None:
    titles = _add(root, "titles")
    for language, text in _languages(release.title):
        kind: dict[str, Any] = {} if language == "en" else {"titleType": "TranslatedTitle"}
        _add(titles, "title", text, **kind).set(LANG, language)


def _related(root: Xml.Element, release: Release) -> None:
    addresses = [source["path"] for source in release.sources if "path" in source]
    related = _add(root, "relatedIdentifiers") if addresses else root
    for address in addresses:
        _add(related, "relatedIdentifier", address, relatedIdentifierType="URL", relationType="IsDerivedFrom")


def _rights(root: Xml.Element, release: Release) -> None:
    licence = release.licence
    listed = _add(root, "rightsList")
    known = {"rightsIdentifier": licence.name, "rightsIdentifierScheme": "SPDX", "schemeURI": SPDX}
    _add(listed, "rights", licence.title, rightsURI=licence.url, **known)
    _add(listed, "rights", quotations(release, "en"))
