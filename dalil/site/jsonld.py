"""schema.org descriptions of the topics' articles and of the documents that they cite.

A judgement is no ClaimReview: Dalil compares what is said and rates nobody's truth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from dalil.release.schema_org import json_ld
from dalil.site import cards
from dalil.site.data import Row
from dalil.site.page import Language, Page

__all__ = ["LICENCE", "article", "block", "document"]

AUTHOR = {"@type": "Organization", "name": "Dalil contributors"}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def block(data: Mapping[str, Any]) -> Markup:
    """A data block, which no policy stops; nothing in it can close the element."""
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(json_ld(data)))


def article(page: Page, title: str, description: str) -> Mapping[str, Any]:
    """A topic's page as an Article; it cites the documents of the facts cited on it, each once."""
    language = page.language
    cited = dict.fromkeys(language.record.facts[fact]["document"] for fact in page.cites.numbers)
    address = language.links.permanent(page.path)
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": title,
        "description": description,
        "inLanguage": language.code,
        "author": AUTHOR,
        "publisher": AUTHOR,
        "license": LICENCE,
        "isAccessibleForFree": True,
        **({"dateModified": language.changed} if language.changed else {}),
        **({"url": address, "mainEntityOfPage": address} if address else {}),
        **({"image": language.links.permanent(cards.address(language, page.path))} if address else {}),
        "citation": _cited(language, cited),
    }


def _cited(language: Language, documents: Iterable[str]) -> list[Mapping[str, Any]]:
    return [_source(language, language.record.documents[ident]) for ident in documents]


def document(language: Language, row: Row) -> Mapping[str, Any]:
    """A document's page: a WebPage about the article as its publisher printed it."""
    address = language.links.permanent(f"documents/{row['id']}.html")
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": language.values.text(row, "title") or row["title_ar"],
        "inLanguage": language.code,
        "author": AUTHOR,
        "license": LICENCE,
        **({"dateModified": language.changed} if language.changed else {}),
        **({"url": address} if address else {}),
        "mainEntity": _source(language, row),
    }


def _source(language: Language, row: Row) -> Mapping[str, Any]:
    """The article itself; a day of publication that is not known exactly is left out."""
    printed = row["title_basis"] == "printed"
    headline = {"headline": row["title_ar"]} if printed else {"name": language.values.text(row, "title")}
    return {
        "@type": "NewsArticle",
        **headline,
        "inLanguage": row["language"],
        "publisher": {"@type": "Organization", "name": language.values.entity(row["publisher"])},
        **({"datePublished": row["published"]} if _DAY.fullmatch(row["published"]) else {}),
        **({"url": row["url"]} if row["url"] else {}),
    }
