"""The generated parts of the pages of the data: card, files, examples, quality, citations, ids that are gone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dalil.check.evidence import CAP
from dalil.release import records
from dalil.release.citations import apa, bibtex, cite_release, csl, ris
from dalil.release.examples import examples
from dalil.release.model import Release
from dalil.release.static import INTERFACE
from dalil.site import dates
from dalil.site.data import Row
from dalil.site.downloads import downloads, folder, size
from dalil.site.page import Language, Page
from dalil.site.values import number

__all__ = ["OFFERS", "howto_cite"]

Part = Callable[[Page, list[str]], Markup]


def _of_release(part: Callable[[Page, Release], Markup]) -> Part:
    """A part that needs the release; a copy of the site without one says so."""

    def made(page: Page, arguments: list[str]) -> Markup:
        release = page.language.settings.release
        return part(page, release) if release else page.render("no-release")

    return made


@_of_release
def data_card(page: Page, release: Release) -> Markup:
    language = page.language
    archive = next((file for file in release.files if file.path == release.archive), None)
    return page.render(
        "data-card",
        release=release,
        counts={name: number(str(release.counts[name]), language.code) for name in COUNTED},
        size=size(archive.size, language.code) if archive else "",
        covers=_span(release.covers, language),
        published=_span(release.published, language),
        created=dates.bare(release.created, language.words),
        gaps={message: number(str(count), language.code) for message, count in _gaps(release)},
        publishers=dict.fromkeys(language.values.entity(row["publisher"]) for row in release.tables["documents"]),
        cite=apa(cite_release(release, language.code)),
    )


COUNTED = ("documents", "facts", "evidence", "entities", "comparisons", "findings")


def _span(days: tuple[str, str], language: Language) -> str:
    return language.words("{first} to {last}", **{
        name: dates.bare(day, language.words) for name, day in zip(("first", "last"), days, strict=True)
    }) if all(days) else ""  # fmt: skip


def _gaps(release: Release) -> Iterator[tuple[str, int]]:
    """What is known to be missing or unsure, as a message and its count; what does not occur is left out."""
    documents, facts = release.tables["documents"], release.tables["facts"]
    found = {
        "Documents whose day of publication is inferred": sum(d["published_basis"] == "inferred" for d in documents),
        "Documents whose original has no known address": sum(not d["url"] for d in documents),
        "Facts with something in doubt": sum(bool(fact["doubt"]) for fact in facts),
        "Facts inferred from more than is printed": sum(fact["basis"] == "inferred" for fact in facts),
        "Passages given by place alone, their words not quoted": sum(
            not span["quote"] for span in release.tables["evidence"]
        ),
    }
    yield from ((message, count) for message, count in found.items() if count)


@_of_release
def files(page: Page, release: Release) -> Markup:
    prefix = f"{page.root}../{folder(release)}"
    return page.render("downloads", groups=downloads(release, page.language.code), prefix=prefix, messages=GROUPS)


GROUPS = {
    "whole": "All in one",
    "sheets": "For a spreadsheet",
    "programs": "For programs",
    "web": "For the web of data",
    "papers": "To read",
}


@_of_release
def loading(page: Page, release: Release) -> Markup:
    return page.render("examples", examples=examples(release), placed=bool(release.folder))


@dataclass(frozen=True, slots=True)
class Checked:
    """One document's row of the quality report; counts are written out, '' where nobody counted."""

    row: Row
    facts: str
    spans: str
    quoted: str
    mentions: str
    inside: str
    aside: str


@_of_release
def quality(page: Page, release: Release) -> Markup:
    rows = [_checked(release, row, page.language.code) for row in release.tables["documents"]]
    return page.render("quality", rows=rows, cap=page.language.values.share(str(CAP)))


def _checked(release: Release, row: Row, language: str) -> Checked:
    spans = [span for span in release.tables["evidence"] if span["document"] == row["id"]]
    inside = str(int(row["mentions"]) - int(row["mentions_set_aside"] or 0)) if row["mentions"] else ""
    counts = (
        str(len(release.rows("facts", "document", row["id"]))),
        str(len(spans)),
        str(sum(bool(span["quote"]) for span in spans)),
        row["mentions"],
        inside,
        row["mentions_set_aside"],
    )
    return Checked(row, *(number(count, language) if count else "" for count in counts))


@_of_release
def retired(page: Page, release: Release) -> Markup:
    """Tombstones: what became of every id that is gone."""
    known = {"facts", "documents", "entities", "comparisons", "findings"}
    rows = [row for row in release.tables["retired"] if row["resource"] in known]
    return page.render("retired", rows=rows)


def howto_cite(page: Page, arguments: list[str]) -> Markup:
    """The citation of the whole, in each format that reference managers take."""
    release, changed = page.language.settings.release, page.language.changed
    formats = {}
    if release:
        cited = cite_release(release, page.language.code)
        made = json.dumps([csl(cited)], ensure_ascii=False, indent=1)
        formats = {"BibTeX": ("bib", bibtex(cited)), "RIS": ("ris", ris(cited)), "CSL-JSON": ("json", made)}
    return page.render(
        "howto-cite",
        apa=apa(cite_release(release, page.language.code)) if release else "",
        formats=formats,
        when=dates.bare(changed, page.language.words) if changed else "",
    )


@_of_release
def interface(page: Page, release: Release) -> Markup:
    """One real record of each kind at its address, and one fact in full."""
    kinds = {kind: release.tables[kind][0]["id"] for kind in INTERFACE if release.tables[kind]}
    sample = next(iter(release.tables["facts"]), None)
    return page.render(
        "interface",
        kinds=kinds,
        folder=folder(release),
        base=release.address.site,
        sample=json.dumps(records.fact(release, sample), ensure_ascii=False, indent=1) if sample else "",
    )


OFFERS: dict[str, Part] = {
    "data-card": data_card,
    "downloads": files,
    "examples": loading,
    "quality": quality,
    "retired": retired,
    "howto-cite": howto_cite,
    "interface": interface,
}
