"""A tiny world of tables for the site: two documents that differ, one event, one person, a thing outside."""

from __future__ import annotations

from dalil.package.dictionary import dictionary
from dalil.site.data import Tables

LANGUAGES = ("ar", "en", "fr")


def three(stem: str, ar: str, en: str, fr: str) -> dict[str, str]:
    return {f"{stem}_ar": ar, f"{stem}_en": en, f"{stem}_fr": fr}


def code(codelist: str, name: str, rank: int, forms: dict[str, str] | None = None) -> dict[str, str]:
    label = name.replace("-", " ")
    plural = forms or {}
    return {
        "codelist": codelist,
        "code": name,
        "rank": str(rank),
        **three("label", f"رمز {label}", label, f"fr {label}"),
        **three("definition", "تعريف", f"What {label} means.", f"Ce que {label} veut dire."),
        **{f"forms_{language}": plural.get(language, "") for language in LANGUAGES},
    }


def document(ident: str, publisher: str, published: str, url: str = "", basis: str = "stated") -> dict[str, str]:
    return {
        "id": ident,
        **three("title", "عنوان أصلي", f"Title of {ident}", f"Titre de {ident}"),
        "title_basis": "printed",
        "subtitle_ar": "",
        "publisher": publisher,
        "publisher_basis": "stated",
        "aggregator": "",
        "author": "",
        "dateline": "",
        "language": "ar",
        "published": published,
        "published_basis": basis,
        "url": url,
        "text_sha256": "0" * 64,
        "text_characters": "1000",
        "body_start": "0",
        "body_end": "1000",
        "rights": "quoted",
        "exposure": "0.1234",
        "mentions": "",
        "mentions_set_aside": "",
        **three("summary", "ملخص", "Summary.", "Résumé."),
        **three("note", "", "", ""),
    }


def fact(ident: str, **given: str) -> dict[str, str]:
    empty = [
        "objects_complete",
        "qualifier",
        "value",
        "value_min",
        "value_max",
        "unit",
        "scope",
        "printed",
        "period",
        "period_min",
        "period_max",
        "period_precision",
        "period_type",
        "period_basis",
        "speaker",
        "via",
        "doubt",
    ]
    base = {
        "id": ident,
        "document": ident.partition(".")[0],
        "topic": "summit",
        "kind": "figure",
        "subject": "summit-one",
        "property": "attendance",
        "modality": "actual",
        "negated": "false",
        "basis": "stated",
        "evaluative": "false",
        "weight": "useful",
        **dict.fromkeys(empty, ""),
        **three("statement", f"قول {ident} بين 2021–2022", f"Statement of {ident}.", f"Énoncé de {ident}."),
        **three("note", "", "", ""),
    }
    return base | given


def evidence(name: str, start: int, quote: str = "", premise: str = "false") -> dict[str, str]:
    return {
        "id": f"{name}.{start}",
        "fact": name,
        "document": name.partition(".")[0],
        "char_start": str(start),
        "char_end": str(start + 10),
        "quote": quote,
        "span_sha256": "0" * 64,
        "line": "3",
        "paragraph": "2",
        "part": "body",
        "premise": premise,
        "flaw": "",
    }


def entity(ident: str, kind: str) -> dict[str, str]:
    name = ident.replace("-", " ").title()
    return {
        "id": ident,
        "type": kind,
        **three("label", f"كيان {name}", name, f"Fr {name}"),
        **three("description", "", "", ""),
        "country": "",
        "wikidata": "",
    }


UNIT = {
    "ar": "few=وفود|many=وفدا|other=وفد|one=وفد|two=وفدان",
    "en": "one=delegation|other=delegations",
    "fr": "one=délégation|other=délégations",
}
CODES = {
    "topic": "summit ministerial focus-group approach gctf",
    "kind": "figure date role",
    "qualifier": "exactly more-than between several many none",
    "scope": "founding",
    "part": "body headline",
    "mode": "video",
    "modality": "actual planned",
    "basis": "stated inferred",
    "doubt": "period",
    "flaw": "misprint",
    "verdict": "conflicts agrees",
    "standing": "stands refuted",
    "grade": "official press",
    "entity-type": "person organisation event office",
    "name-form": "full short",
    "rights": "quoted open",
    "title-basis": "printed supplied",
    "weight": "core useful minor",
}


def world() -> Tables:
    """Fresh tables, which a test may change before it builds from them."""
    lists = {
        column.codes: "some" for table in dictionary().values() for column in table.columns if column.codes
    } | CODES
    codes = [
        code(codelist, name, rank) for codelist, names in lists.items() for rank, name in enumerate(names.split(), 1)
    ]
    codes += [code("unit", "delegation", 1, UNIT), code("unit", "term", 2)]
    properties = [
        {
            "id": name,
            "kind": kind,
            "domain": "event",
            "range": span,
            **three("label", f"خاصية {name}", name, name),
            **three("definition", "", "", ""),
        }
        for name, kind, span in (
            ("attendance", "figure", "count"),
            ("term-number", "figure", "ordinal|organisation"),
            ("held-on", "date", "period"),
            ("holds-office", "role", "office"),
        )
    ]
    more = {"qualifier": "more-than", "value": "1080", "value_min": "1081", "unit": "delegation"}
    return {
        "documents": [
            document("paper-2022", "paper", "2022-05-11/2022-05-12", "https://paper.example/a-b", "inferred"),
            document("wire-2022", "wire", "2022-05-12"),
        ],
        "facts": [
            fact(
                "paper-2022.delegations",
                **more,
                period="/2022-05-12",
                period_max="2022-05-12",
                period_type="as-of",
                period_basis="publication",
            ),
            fact(
                "paper-2022.day",
                kind="date",
                property="held-on",
                period="2022-05-11",
                period_min="2022-05-11",
                period_max="2022-05-11",
                period_type="on",
                period_basis="stated",
            ),
            fact(
                "wire-2022.delegations",
                **{**more, "qualifier": "exactly", "value": "79", "value_min": "79", "value_max": "79"},
                speaker="someone",
            ),
            fact(
                "wire-2022.term",
                **{**more, "qualifier": "exactly", "value": "3", "unit": "term"},
                property="term-number",
                period="2015/2016",
                period_min="2015-01-01",
                period_max="2016-12-31",
                period_type="during",
                period_basis="stated",
            ),
            fact(
                "wire-2022.office",
                kind="role",
                property="holds-office",
                subject="someone",
                doubt="period",
                evaluative="true",
                basis="inferred",
            ),
        ],
        "objects": [
            {"fact": "wire-2022.office", "rank": "1", "entity": "chair-office", "mode": "video", "on_behalf_of": ""}
        ],
        "links": [],
        "evidence": [
            evidence("paper-2022.delegations", 200, "أكثر من 1080 وفدا"),
            evidence("paper-2022.day", 100, "الأربعاء - 11 ماي"),
            evidence("wire-2022.delegations", 50, "تسعة وسبعون وفدا"),
            evidence("wire-2022.term", 300),
            evidence("wire-2022.office", 400),
            evidence("wire-2022.office", 10, premise="true"),
        ],
        "entities": [
            entity("summit-one", "event"),
            entity("someone", "person"),
            entity("paper", "organisation"),
            entity("wire", "organisation"),
            entity("chair-office", "office"),
        ],
        "names": [
            {
                "entity": "someone",
                "document": "paper-2022",
                "name": "فلان",
                "language": "ar",
                "form": "full",
                "char_start": "5",
                "char_end": "9",
            }
        ],
        "events": [],
        "comparisons": [
            {
                "id": "how-many",
                "verdict": "conflicts",
                **three("title", "كم وفدا", "How many delegations", "Combien de délégations"),
                **three("note", "حاشية", "A note.", "Une note."),
                "decided_on": "2026-01-02",
            }
        ],
        "comparison_facts": [
            {"comparison": "how-many", "fact": "paper-2022.delegations", "standing": "refuted", "judged": ""},
            {"comparison": "how-many", "fact": "wire-2022.delegations", "standing": "stands", "judged": ""},
        ],
        "outside_pages": [
            {
                "id": "page-one",
                "title": "Closing words",
                "publisher_ar": "الصحافة",
                "publisher_en": "Press",
                "publisher_fr": "Presse",
                "url": "https://press.example/",
                "language": "en",
                "grade": "press",
                "read_on": "2026-01-01",
            }
        ],
        "findings": [
            {
                "id": "how-many.page-one.count",
                "comparison": "how-many",
                "page": "page-one",
                **three("finding", "79 فقط", "Only 79.", "Seulement 79."),
            }
        ],
        "properties": properties,
        "codes": codes,
        "retired": [],
    }
