"""The coverage account: what in an article looks like a fact and is inside the evidence of none.

Looked for in the body: numerals, number words with their joined prefixes (ordinals, duals of a short list),
words of dates, and every name that any document prints.  Each is covered by a span of a fact, set aside
in the record with a reason, or a problem.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from dalil.corpus.facts import Document
from dalil.corpus.model import Corpus, Coverage
from dalil.problems import Location, Problem

__all__ = ["COLUMNS", "Account", "Mention", "account", "coverage_csv", "stale"]

COLUMNS = ("document", "kind", "mentions", "in_evidence", "set_aside")

WORDS = Path(__file__).with_name("words.yml")
DIGITS = re.compile(r"\d+(?:[.,/-]\d+)*")
SENTENCE = re.compile(r"[^\n.]+(?:\.(?!\s)[^\n.]*)*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the text that may carry a fact."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Account:
    """Of each kind of mention: how many, how many inside evidence, how many set aside, and the rest."""

    document: Document
    counts: dict[str, tuple[int, int, int]]
    open: tuple[Mention, ...]
    bare: tuple[str, ...]
    sentences: int

    def kept(self) -> tuple[Coverage, ...]:
        """The counts as ``seeds/anchors/coverage.csv`` keeps them."""
        return tuple(Coverage(kind, *numbers) for kind, numbers in self.counts.items())

    def report(self) -> str:
        """The account as lines to read."""
        lines = [f"{self.document.id!s}: {len(self.document.facts)} facts"]
        for kind, (total, inside, aside) in self.counts.items():
            lines.append(f"  {kind}: {total}, {inside} in evidence, {aside} set aside, {total - inside - aside} open")
        lines.append(f"  sentences: {self.sentences}, {len(self.bare)} without evidence")
        return "\n".join([*lines, *(f"    no evidence: {place}" for place in self.bare)])

    def problems(self) -> Iterator[Problem]:
        """One problem per mention that is neither evidence nor set aside."""
        for mention in self.open:
            what = f"{mention.kind} {mention.text} at {mention.start}-{mention.end} is in no evidence"
            remedy = f"read its fact, or set it aside: `at: {mention.start}-{mention.end}` with a reason"
            yield Problem(Location(self.document.path), what, remedy)


@cache
def _lexicon() -> dict[str, re.Pattern[str]]:
    lists = yaml.load(WORDS.read_text("utf-8"), yaml.BaseLoader)
    return {kind: _words(words) for kind, words in lists.items()}


def _words(words: list[str]) -> re.Pattern[str]:
    longest = "|".join(map(re.escape, sorted(set(words), key=len, reverse=True)))
    return re.compile(rf"(?<!\w)[وف]?[بلك]?(?:ال|لل)?(?:{longest})(?!\w)")


def _names(corpus: Corpus) -> re.Pattern[str]:
    names = {str(name.text) for document in corpus.documents for name in document.names}
    longest = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)[وف]?[بلك]?(?:{longest})(?!\w)") if names else re.compile(r"(?!)")


def _mentions(document: Document, text: str, corpus: Corpus) -> Iterator[Mention]:
    start, end = document.body
    patterns = {"numeral": DIGITS, **_lexicon(), "name": _names(corpus)}
    for kind, pattern in patterns.items():
        for match in pattern.finditer(text, start, end):
            yield Mention(kind, match.start(), match.end(), match.group())


def account(document: Document, text: str, corpus: Corpus) -> Account:
    """Hold the body of a text against the spans of its record."""
    evidence = _covered([span.offsets for fact in document.facts for span in fact.spans])
    evidence |= _covered([(a.start, a.end) for a in corpus.anchors[document.id].spans.values()])
    aside = _covered([entry.span.offsets for entry in document.set_aside])
    counts: dict[str, tuple[int, int, int]] = {}
    left: list[Mention] = []
    for mention in _mentions(document, text, corpus):
        place = set(range(mention.start, mention.end))
        total, inside, out = counts.get(mention.kind, (0, 0, 0))
        in_evidence, in_aside = place <= evidence, place <= aside | evidence
        counts[mention.kind] = (total + 1, inside + in_evidence, out + (in_aside and not in_evidence))
        if not in_aside:
            left.append(mention)
    bare = tuple(_bare(document, text, evidence))
    return Account(document, counts, tuple(left), bare, sum(1 for _ in _sentences(document, text)))


def _covered(spans: list[tuple[int, int] | None]) -> set[int]:
    return {index for span in spans if span for index in range(*span)}


def _sentences(document: Document, text: str) -> Iterator[re.Match[str]]:
    start, end = document.body
    yield from (match for match in SENTENCE.finditer(text, start, end) if match.group().strip())


def _bare(document: Document, text: str, evidence: set[int]) -> Iterator[str]:
    for match in _sentences(document, text):
        if not evidence & set(range(match.start(), match.end())):
            yield f"{match.start()}-{match.end()}"


def coverage_csv(coverage: Mapping[str, tuple[Coverage, ...]]) -> str:
    """``seeds/anchors/coverage.csv``: the account without a word of the texts."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for document, rows in sorted(coverage.items()):
        writer.writerows((document, row.kind, row.mentions, row.in_evidence, row.set_aside) for row in rows)
    return out.getvalue()


def stale(corpus: Corpus, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Documents whose account, taken anew, is not the one that is kept."""
    for document in corpus.documents:
        text = texts.get(str(document.id))
        if text is not None and account(document, text, corpus).kept() != corpus.coverage.get(str(document.id)):
            what = f"the coverage account of {document.id!s} is not what seeds/anchors/coverage.csv keeps"
            yield Problem(document.id.at, what, "run `build_site.py anchor --texts DIR` and read the difference")
