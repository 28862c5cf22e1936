"""The rules for one line: what it cites exists, and nothing that a fact should bring is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dalil.check.wording import months
from dalil.corpus.facts import Fact
from dalil.corpus.model import Corpus
from dalil.problems import Location, Problem, Problems
from dalil.prose.syntax import CITATION, DIRECTIVE, HEADING

__all__ = ["citations", "foreign", "links", "records", "typed"]

CODE = re.compile(r"`[^`]*`")
FOREIGN = re.compile(
    r"!\[[^\]]*\]\(\s*<?(?:https?:)?//|<(?:script|img|iframe|object|embed|video|audio|link|style)\b", re.IGNORECASE
)
LOOSE = re.compile(r"(?i)(?:!\[[^\]]*\]\(|\]\s+\(|<a [^>]*|\()\s*fact:")
# A link to the page of a record.
RECORD = re.compile(r"\]\((?P<kind>difference|entity|document):(?P<id>[^()\s]*)\)")
# The name of a person or body; a person may be named like a month.
ENTITY = re.compile(r"\[[^\[\]]*\]\(entity:[^()\s]*\)")
NUMBERED = re.compile(r"^\s*\d+\.\s")
PLACE = re.compile(r"\{(when)?\}")
# What may hold digits: code, addresses, HTML comments and tags, ids of headings.
EXEMPT = re.compile(r"`[^`]*`|\]\([^)]*\)|<!--.*?-->|<[^>]*>|\{[#.:][^}]*\}|https?://\S+")


def records(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    return {
        "difference": frozenset(str(comparison.id) for comparison in corpus.comparisons),
        "entity": frozenset(corpus.entities),
        "document": frozenset(str(document.id) for document in corpus.documents),
    }


def links(line: str, at: Location, records: Mapping[str, frozenset[str]]) -> Problems:
    for match in RECORD.finditer(line):
        if match["id"] not in records[match["kind"]]:
            what = f"a {match['kind']} that does not exist: {match['id'] or '(empty)'}"
            yield Problem(at.after(match.start("kind")), what, "name one that the package has")


def foreign(line: str, at: Location) -> Problems:
    """Nothing comes from another host, and nothing runs."""
    for match in FOREIGN.finditer(_blank(CODE, line)):
        what = f"not allowed in a page: {match.group()}"
        yield Problem(at.after(match.start()), what, "link it: a page brings in nothing of others")


def citations(line: str, at: Location, facts: Mapping[str, Fact]) -> Problems:
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


def typed(line: str, at: Location, language: str) -> Problems:
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
