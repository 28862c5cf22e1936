"""Checking the written pages: what they state must be a row, and the three languages must match.

Prose refers to facts with plain links, ``[more than {} delegations](fact:document.slug)``; ``{}`` is the
value as displayed in the page's language and ``{when}`` its period.  Nothing else may bring a digit or the
name of a month into a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dalil.check.wording import months
from dalil.corpus.facts import Fact
from dalil.corpus.model import Corpus
from dalil.corpus.terms import LANGUAGES
from dalil.located import is_inside, source_text
from dalil.problems import Location, Problem, Problems

__all__ = ["Page", "check_pages", "read_pages"]

CITATION = re.compile(r"\[(?P<text>[^\[\]]*)\]\(fact:(?P<ids>[^()\s]*)\)")
LOOSE = re.compile(r"(?i)(?:!\[[^\]]*\]\(|\]\s+\(|<a [^>]*|\()\s*fact:")
DIRECTIVE = re.compile(r"<!--dalil:(?P<name>[a-z-]+)(?:\s+(?P<ids>[^>]*?))?-->")
HEADING = re.compile(r"#{1,6}\s")
HEADING_ID = re.compile(r"\{#([a-z0-9-]+)\}\s*$")
# A link to the page of a record.
RECORD = re.compile(r"\]\((?P<kind>difference|entity|document):(?P<id>[^()\s]*)\)")
# The name of a person or body; a person may be named like a month.
ENTITY = re.compile(r"\[[^\[\]]*\]\(entity:[^()\s]*\)")
NUMBERED = re.compile(r"^\s*\d+\.\s")
PLACE = re.compile(r"\{(when)?\}")
# What may hold digits: code, addresses, HTML comments and tags, ids of headings.
EXEMPT = re.compile(r"`[^`]*`|\]\([^)]*\)|<!--.*?-->|<[^>]*>|\{[#.:][^}]*\}|https?://\S+")


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: language, path below the language's folder, and its lines outside of fences."""

    language: str
    path: str
    name: str
    lines: tuple[tuple[int, str], ...]


def read_pages(docs: Path, problems: list[Problem]) -> tuple[Page, ...]:
    """Every page of the three languages, in order."""
    pages = []
    for language in LANGUAGES:
        for path in sorted((docs / language).rglob("*.md")):
            relative = path.relative_to(docs / language).as_posix()
            name = f"{docs.name}/{language}/{relative}"
            if not is_inside(path, docs):
                what = "a symbolic link that leads out of the folder"
                problems.append(Problem(Location(name), what, "put the file itself here"))
                continue
            text = source_text(path, name, problems) or ""
            pages.append(Page(language, relative, name, tuple(_prose(text))))
    return tuple(pages)


def _prose(text: str) -> Iterator[tuple[int, str]]:
    """Numbered lines that are neither front matter nor fenced code."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        mark = "---" if number == 1 and line == "---" else line.lstrip()[:3]
        if fence:
            fence = "" if line.strip().startswith(fence) else fence
        elif mark in ("```", "~~~") or (number == 1 and mark == "---"):
            fence = mark
        else:
            yield number, line


def check_pages(pages: tuple[Page, ...], corpus: Corpus) -> Problems:
    """Every problem of the pages."""
    facts = {fact.id: fact for fact in corpus.facts()}
    records = _records(corpus)
    for page in pages:
        for number, line in page.lines:
            at = Location(page.name, number)
            yield from _citations(line, at, facts)
            yield from _typed(line, at, page.language)
            yield from _links(line, at, records)
    yield from _parity(pages)


def _records(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    return {
        "difference": frozenset(str(comparison.id) for comparison in corpus.comparisons),
        "entity": frozenset(corpus.entities),
        "document": frozenset(str(document.id) for document in corpus.documents),
    }


def _links(line: str, at: Location, records: Mapping[str, frozenset[str]]) -> Problems:
    for match in RECORD.finditer(line):
        if match["id"] not in records[match["kind"]]:
            what = f"a {match['kind']} that does not exist: {match['id'] or '(empty)'}"
            yield Problem(at.after(match.start("kind")), what, "name one that the package has")


def _citations(line: str, at: Location, facts: Mapping[str, Fact]) -> Problems:
    heading = bool(HEADING.match(line))
    for match in CITATION.finditer(line):
        here = at.after(match.start())
        if heading:
            yield Problem(here, "a citation in a heading", "move it into the text below")
        if line[: match.start()].count("[") > line[: match.start()].count("]"):
            yield Problem(here, "a citation inside a link", "take it out of the link")
        if re.match(r"\s*<(?!!--)", line):
            yield Problem(here, "a citation in raw HTML", "write it in Markdown")
        yield from _citation(match, here, facts)
    for match in DIRECTIVE.finditer(line):
        ids = [] if match["name"] == "entities" else (match["ids"] or "").replace(",", " ").split()
        yield from _unknown([i for i in ids if "." in i], at.after(match.start()), facts)
    for match in LOOSE.finditer(CITATION.sub(lambda m: " " * len(m.group()), line)):
        yield Problem(at.after(match.start()), "a malformed citation", "write `[words](fact:document.slug)`")


def _unknown(ids: list[str], at: Location, facts: Mapping[str, Fact]) -> Problems:
    for ident in ids:
        if ident not in facts:
            yield Problem(at, f"a fact that does not exist: {ident or '(empty)'}", "name a fact by its whole id")


def _citation(match: re.Match[str], at: Location, facts: Mapping[str, Fact]) -> Problems:
    ids = match["ids"].split(",")
    yield from _unknown(ids, at, facts)
    places = PLACE.findall(match["text"])
    if places.count("") > len(ids) or places.count("when") > len(ids):
        yield Problem(at, f"{len(places)} values of {len(ids)} facts", "name a fact for each `{}`")
        return
    for ident in ids[: places.count("")]:
        if ident in facts and not _has_value(facts[ident]):
            yield Problem(at, f"{ident} has no number and no date to display", "remove the `{}`")
    for ident in ids[: places.count("when")]:
        if ident in facts and not facts[ident].period:
            yield Problem(at, f"{ident} has no period to display", "remove the `{when}`")
    if re.search(r"\{(?!(when)?\})|(?<!\{)(?<!\{when)\}", match["text"]):
        yield Problem(at, "a brace that is not `{}` or `{when}`", "write `{}` for the value, `{when}` for the period")


def _has_value(fact: Fact) -> bool:
    claim = fact.claim
    return claim.value is not None or claim.qualifier == "between" or (not claim.qualifier and fact.period is not None)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with what the pattern matches turned to spaces, so that columns stay."""
    return pattern.sub(lambda match: " " * len(match.group()), text)


def _typed(line: str, at: Location, language: str) -> Problems:
    text = _blank(NUMBERED, _blank(PLACE, _blank(EXEMPT, line)))
    for match in re.finditer(r"\d+", text):
        yield Problem(at.after(match.start()), f"a digit typed in prose: {match.group()}", "cite the fact that has it")
    for match in _month(language).finditer(_blank(PLACE, _blank(EXEMPT, _blank(ENTITY, line)))):
        yield Problem(at.after(match.start()), f"a month typed in prose: {match.group()}", "cite the fact that has it")


@cache
def _month(language: str) -> re.Pattern[str]:
    names = sorted(months(language), key=len, reverse=True)
    if language == "en":
        names = [name.capitalize() for name in names]
    joined = "|".join(map(re.escape, names))
    prefix = "[وفبلك]{0,2}" if language == "ar" else ""
    return re.compile(rf"(?<!\w){prefix}(?:{joined})(?!\w)")


Cited = dict[tuple[str, str], list[int]]


def _outline(page: Page) -> tuple[list[str], Cited]:
    """Ids of the headings; the cited facts under each, with their lines."""
    ids: list[str] = []
    cited: Cited = {}
    section = ""
    for number, line in page.lines:
        if HEADING.match(line):
            found = HEADING_ID.search(line)
            section = found[1] if found else f"(line {number} has no id)"
            ids.append(section)
        facts = [ident for match in CITATION.finditer(line) for ident in match["ids"].split(",")]
        for ident in [*facts, *(match.group() for match in DIRECTIVE.finditer(line))]:
            cited.setdefault((section, ident), []).append(number)
    return ids, cited


def _parity(pages: tuple[Page, ...]) -> Problems:
    by_path: dict[str, dict[str, Page]] = {}
    for page in pages:
        by_path.setdefault(page.path, {})[page.language] = page
    for path, versions in sorted(by_path.items()):
        missing = [language for language in LANGUAGES if language not in versions]
        some = next(iter(versions.values()))
        for language in missing:
            yield Problem(Location(some.name), f"missing translation: {path} is not in {language}", "write the page")
        if not missing:
            yield from _same(versions)


def _same(versions: Mapping[str, Page]) -> Problems:
    base = versions["en"]
    ids, cited = _outline(base)
    for language in ("ar", "fr"):
        page = versions[language]
        other_ids, other_cited = _outline(page)
        if other_ids != ids:
            what = f"heading ids {', '.join(other_ids)} differ from English {', '.join(ids)}"
            yield Problem(Location(page.name), what, "give equal {#id}s in equal order")
            continue
        for key in sorted(set(cited) | set(other_cited)):
            times, others = cited.get(key, []), other_cited.get(key, [])
            if len(times) != len(others):
                at = Location(page.name, others[0]) if others else Location(base.name, times[0])
                what = f"{key[1]} stands {len(others)} times under {key[0]} in {language}, {len(times)} times in en"
                yield Problem(at, what, "cite it equally in each language")
