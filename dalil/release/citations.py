"""Citations of the data and of each fact: APA 7, BibTeX, RIS and CSL-JSON 1.0.

Made here because exporters that read CITATION.cff call data software and bodies persons.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dalil.package.cells import Row
from dalil.release.model import Release

__all__ = ["FORMATS", "Cited", "apa", "as_files", "bibtex", "cite_fact", "cite_release", "csl", "ris"]

APA = {
    "ar": ("في", "الإصدار", "مجموعة بيانات"),
    "en": ("In", "Version", "Data set"),
    "fr": ("Dans", "Version", "Jeu de données"),
}
TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited; ``whole`` is the title of the data where one fact is cited, ``origin`` its article.

    ``created`` is a day (ISO 8601); ``url`` is '' where the site's address is not set.
    """

    key: str
    author: str
    title: str
    whole: str
    version: str
    created: str
    url: str
    language: str
    origin: str


def cite_release(release: Release, language: str = "en") -> Cited:
    key = f"{release.name}-{release.version}"
    title = release.title[language]
    return Cited(key, release.creator, title, "", release.version, release.created, release.folder, language, "")


def cite_fact(release: Release, fact: Row, language: str = "en") -> Cited:
    """One fact, by its statement, with the article that says it."""
    document = release.index["documents"][fact["document"]]
    publisher = release.label("entities", document["publisher"], language)
    origin = f"{document['title_ar']} ({publisher}, {document['published']})"
    url = release.address.fact(language, fact["id"]) if release.address.site else ""
    return Cited(
        fact["id"],
        release.creator,
        fact[f"statement_{language}"],
        release.title[language],
        release.version,
        release.created,
        url,
        language,
        origin,
    )


def apa(cited: Cited) -> str:
    """APA, 7th edition, without its italics; its words are of the language of the citation."""
    within, version, kind = APA[cited.language]
    start = f"{cited.author}. ({cited.created[:4]}). "
    title = cited.title.rstrip(".؟?!")
    if cited.whole:
        title = f"{title}. {within} {cited.whole}"
    end = f" {cited.url}" if cited.url else ""
    origin = f" [{cited.key}; {cited.origin}]." if cited.origin else ""
    return f"{start}{title} ({version} {cited.version}) [{kind}].{origin}{end}"


def bibtex(cited: Cited) -> str:
    """An entry ``@misc``, that every style knows; bodies are braced so that they are not cut into names."""
    note = f"Data set; {cited.key}; {cited.origin}" if cited.origin else "Data set"
    fields = {
        "author": "{" + cited.author.translate(TEX) + "}",
        "title": "{" + cited.title.translate(TEX) + "}",
        "year": cited.created[:4],
        "version": cited.version,
        "howpublished": cited.whole.translate(TEX),
        "note": note.translate(TEX),
        "url": cited.url,
    }
    key = re.sub(r"[^A-Za-z0-9.:-]", "-", cited.key)
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}\n"


def ris(cited: Cited) -> str:
    """RIS of type DATA, lines ended by CR LF as the format asks."""
    fields = [
        ("TY", "DATA"),
        ("ID", cited.key),
        ("AU", cited.author),
        ("TI", cited.title),
        ("T2", cited.whole),
        ("PY", cited.created[:4]),
        ("DA", cited.created.replace("-", "/")),
        ("ET", cited.version),
        ("N1", cited.origin),
        ("LA", cited.language),
        ("UR", cited.url),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def csl(cited: Cited) -> Mapping[str, Any]:
    """One item of CSL-JSON."""
    item = {
        "id": cited.key,
        "type": "dataset",
        "title": cited.title,
        "author": [{"literal": cited.author}],
        "issued": {"date-parts": [[int(part) for part in cited.created.split("-")]]},
        "version": cited.version,
        "container-title": cited.whole,
        "note": cited.origin,
        "URL": cited.url,
        "language": cited.language,
    }
    return {name: value for name, value in item.items() if value}


def _csl_file(cited: list[Cited]) -> str:
    return json.dumps([csl(one) for one in cited], ensure_ascii=False, indent=1) + "\n"


FORMATS = {
    "txt": lambda cited: "".join(f"{apa(one)}\n" for one in cited),
    "bib": lambda cited: "\n".join(map(bibtex, cited)),
    "ris": lambda cited: "".join(map(ris, cited)),
    "json": _csl_file,
}


def as_files(name: str, cited: list[Cited]) -> Iterator[tuple[str, bytes]]:
    """The citations in every format, as ``<name>.<ending>``."""
    for ending, write in FORMATS.items():
        yield f"{name}.{ending}", write(cited).encode("utf-8")
