"""One flat table of facts a language, for those who work in a spreadsheet: labels in place of codes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from dalil.package.cells import Row
from dalil.package.dictionary import Column
from dalil.release.model import LANGUAGES, Release, Three

__all__ = ["flat_columns", "flat_csv", "flat_rows", "headers"]

YES = {"ar": "نعم", "en": "yes", "fr": "oui"}
COMMA = {"ar": "؛ ", "en": "; ", "fr": " ; "}
TYPES = {"value": "number", "value_min": "number", "value_max": "number", "from": "date", "until": "date"}


@cache
def headers() -> Mapping[str, Three]:
    """The columns in order, each with its header in three languages."""
    made: Mapping[str, Three] = yaml.safe_load(Path(__file__).with_name("flat.yml").read_text("utf-8"))
    return made


def flat_columns() -> list[Column]:
    """The columns as the data dictionary has them, so that formats with types treat them alike."""
    empty = dict.fromkeys(LANGUAGES, "")
    return [
        Column(name, TYPES.get(name, "string"), title, empty, "", False, "", False, "", "")
        for name, title in headers().items()
    ]


def flat_rows(release: Release, language: str) -> Iterator[Row]:
    """Every fact, as strings, with labels in one language."""
    for fact in release.tables["facts"]:
        yield {**_claim(release, fact, language), **_source(release, fact, language)}


def _claim(release: Release, fact: Row, language: str) -> Row:
    objects = release.rows("objects", "fact", fact["id"])
    coded = {"topic": "topic", "qualifier": "qualifier", "unit": "unit", "scope": "scope", "modality": "modality"}
    plain = ("id", "value", "value_min", "value_max", "period")
    return {
        **{column: fact[column] for column in plain},
        **{column: release.term(codelist, fact[column], language) for column, codelist in coded.items()},
        "period_type": release.term("period-type", fact["period_type"], language),
        "basis": release.term("basis", fact["basis"], language),
        "doubt": COMMA[language].join(release.term("doubt", code, language) for code in fact["doubt"].split("|")),
        "statement": fact[f"statement_{language}"],
        "note": fact[f"note_{language}"],
        "subject": release.label("entities", fact["subject"], language),
        "property": release.label("properties", fact["property"], language),
        "objects": COMMA[language].join(release.label("entities", row["entity"], language) for row in objects),
        "from": fact["period_min"],
        "until": fact["period_max"],
        "negated": YES[language] if fact["negated"] == "true" else "",
        "speaker": release.label("entities", fact["speaker"], language),
        "standing": _standing(release, fact["id"], language),
    }


def _standing(release: Release, fact: str, language: str) -> str:
    rows = release.rows("comparison_facts", "fact", fact)
    return COMMA[language].join(dict.fromkeys(release.term("standing", row["standing"], language) for row in rows))


def _source(release: Release, fact: Row, language: str) -> Row:
    document = release.index["documents"][fact["document"]]
    spans = release.spans(fact["id"])
    return {
        "document": document[f"title_{language}"] or document["title_ar"],
        "publisher": release.label("entities", document["publisher"], language),
        "published": document["published"],
        "quote": " … ".join(row["quote"] for row in spans if row["quote"] and row["premise"] != "true"),
        "source": document["url"],
        "link": release.address.fact(language, fact["id"]),
    }


def flat_csv(release: Release, language: str) -> bytes:
    """UTF-8 without BOM, LF; headers in the language."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(title[language] for title in headers().values())
    writer.writerows([row[name] for name in headers()] for row in flat_rows(release, language))
    return out.getvalue().encode("utf-8")
