"""DCAT 3 as the European profile DCAT-AP 3.0.1 asks for it, in JSON-LD with its context inside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dalil.release.model import File, Release, Three

__all__ = ["dcat"]

AUTHORITY = "http://publications.europa.eu/resource/authority"
LANGUAGE = {"ar": "ARA", "en": "ENG", "fr": "FRA"}
CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def _texts(texts: Three) -> list[Mapping[str, str]]:
    return [{"@value": text, "@language": language} for language, text in texts.items()]


def _date(day: str) -> Mapping[str, str]:
    return {"@value": day, "@type": "xsd:date"}


def _agent(release: Release) -> Mapping[str, Any]:
    return {"@id": f"{release.iri}#creator", "@type": "foaf:Agent", "foaf:name": release.creator}


def _ref(ident: str, of_type: str | list[str], **more: Any) -> Mapping[str, Any]:
    """A resource from elsewhere with its type: validators that are offline cannot look it up."""
    return {"@id": ident, "@type": of_type, **more}


def _languages() -> list[Mapping[str, Any]]:
    return [_ref(f"{AUTHORITY}/language/{code}", "dct:LinguisticSystem") for code in LANGUAGE.values()]


def dcat(release: Release) -> Mapping[str, Any]:
    """The catalogue of one data set, whose distributions are the files made so far and the archive."""
    return {
        "@context": CONTEXT,
        "@id": f"{release.iri}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _texts(release.title),
        "dct:description": _texts(release.description),
        "dct:publisher": _agent(release),
        "dct:language": _languages(),
        "dct:license": _ref(release.licence.url, "dct:LicenseDocument"),
        **_home(release),
        "dcat:dataset": _dataset(release),
    }


def _home(release: Release) -> Mapping[str, Any]:
    site = release.address.site
    return {"foaf:homepage": _ref(site, "foaf:Document")} if site else {}


def _dataset(release: Release) -> Mapping[str, Any]:
    first, last = release.covers
    return {
        "@id": release.iri,
        "@type": "dcat:Dataset",
        "dct:identifier": release.iri,
        "dct:title": _texts(release.title),
        "dct:description": _texts(release.description),
        "dct:creator": _agent(release),
        "dct:publisher": _agent(release),
        "dct:issued": _date(release.created),
        "dct:modified": _date(release.created),
        "dcat:version": release.version,
        "dct:license": _ref(release.licence.url, "dct:LicenseDocument"),
        "dct:accessRights": _concept(f"{AUTHORITY}/access-right/PUBLIC", "public", f"{AUTHORITY}/access-right"),
        "dct:language": _languages(),
        "dcat:keyword": [{"@value": word, "@language": "en"} for word in release.keywords],
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _date(first),
            "dcat:endDate": _date(last),
        },
        "prov:wasDerivedFrom": [
            _ref(source["path"], "prov:Entity", **{"dct:title": source["title"]})
            for source in release.sources
            if "path" in source
        ],
        **_contact(release),
        "dcat:distribution": [*(_file(release, file) for file in release.files), _archive(release)],
    }


def _concept(ident: str, label: str, scheme: str) -> Mapping[str, Any]:
    title = {"@value": label, "@language": "en"}
    listed = _ref(scheme, "skos:ConceptScheme", **{"dct:title": {"@value": "access right", "@language": "en"}})
    return _ref(ident, ["skos:Concept", "dct:RightsStatement"], **{"skos:prefLabel": title, "skos:inScheme": listed})


def _contact(release: Release) -> Mapping[str, Any]:
    mail, page = release.address.contact, release.address.repository
    if not (mail or page):
        return {}
    way = {"vcard:hasEmail": {"@id": f"mailto:{mail}"}} if mail else {"vcard:hasURL": {"@id": page}}
    return {"dcat:contactPoint": {"@type": "vcard:Kind", "vcard:fn": release.creator, **way}}


def _distribution(release: Release, path: str, media: str, about: str) -> dict[str, Any]:
    place = {"@id": f"{release.folder}{path}"}
    return {
        "@type": "dcat:Distribution",
        "dct:title": {"@value": path, "@language": "en"},
        "dct:description": {"@value": about, "@language": "en"},
        "dcat:accessURL": place,
        "dcat:downloadURL": place,
        "dcat:mediaType": _ref(f"https://www.iana.org/assignments/media-types/{media}", "dct:MediaType"),
        "dct:license": _ref(release.licence.url, "dct:LicenseDocument"),
    }


def _file(release: Release, file: File) -> Mapping[str, Any]:
    algorithm = _ref("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm")
    digest = {"@value": file.sha256, "@type": "xsd:hexBinary"}
    return {
        **_distribution(release, file.path, file.media, file.about),
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {"@type": "spdx:Checksum", "spdx:algorithm": algorithm, "spdx:checksumValue": digest},
    }


def _archive(release: Release) -> Mapping[str, Any]:
    """The archive holds this very file, so its digest stands beside it, in SHA256SUMS."""
    return {
        **_distribution(release, release.archive, "application/zip", "All files in one archive."),
        "dcat:packageFormat": _ref("https://www.iana.org/assignments/media-types/application/zip", "dct:MediaType"),
    }
