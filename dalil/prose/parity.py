"""The three languages of a page: equal headings, and equal citations under each."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from dalil.corpus.terms import LANGUAGES
from dalil.problems import Location, Problem, Problems
from dalil.prose.pages import Page
from dalil.prose.syntax import CITATION, DIRECTIVE, HEADING, HEADING_ID

__all__ = ["parity"]

Cited = dict[tuple[str, str], list[int]]


def _outline(page: Page) -> tuple[dict[str, int], Cited]:
    """Ids of the headings with their lines; the cited facts under each, with theirs."""
    ids: dict[str, int] = {}
    cited: Cited = {}
    section = ""
    for number, line in page.lines:
        if HEADING.match(line):
            found = HEADING_ID.search(line)
            section = found[1] if found else f"(line {number} has no id)"
            ids.setdefault(section, number)
        facts = [ident for match in CITATION.finditer(line) for ident in match["ids"].split(",")]
        for ident in [*facts, *(match.group() for match in DIRECTIVE.finditer(line))]:
            cited.setdefault((section, ident), []).append(number)
    return ids, cited


def _first_other(page: Page, ids: Mapping[str, int], wanted: Mapping[str, int]) -> Location:
    """The first heading that is not the one wanted; the page itself where headings are missing at its end."""
    for (ident, line), other in zip_longest(ids.items(), wanted, fillvalue=("", 1)):
        if ident != other:
            return Location(page.name, line)
    return Location(page.name)


def _twice(page: Page) -> Problems:
    seen: set[str] = set()
    for number, line in page.lines:
        found = HEADING_ID.search(line) if HEADING.match(line) else None
        if found and found[1] in seen:
            yield Problem(Location(page.name, number), f"a second heading {{#{found[1]}}}", "give it another id")
        seen.update([found[1]] if found else ())


def parity(pages: tuple[Page, ...]) -> Problems:
    by_path: dict[str, dict[str, Page]] = {}
    for page in pages:
        by_path.setdefault(page.path, {})[page.language] = page
        yield from _twice(page)
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
        if list(other_ids) != list(ids):
            what = f"heading ids {', '.join(other_ids)} differ from English {', '.join(ids)}"
            yield Problem(_first_other(page, other_ids, ids), what, "give equal {#id}s in equal order")
            continue
        for key in sorted(set(cited) | set(other_cited)):
            times, others = cited.get(key, []), other_cited.get(key, [])
            if len(times) != len(others):
                at = Location(page.name, others[0]) if others else Location(base.name, times[0])
                what = f"{key[1]} stands {len(others)} times under {key[0]} in {language}, {len(times)} times in en"
                yield Problem(at, what, "cite it equally in each language")
