"""The three texts of one record say the same, and are plain text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain

from babel.dates import get_month_names

from dalil.corpus.model import Corpus
from dalil.corpus.terms import LANGUAGES, Labels
from dalil.problems import Problem, Problems

__all__ = ["MARKUP", "RULES", "figures_in", "months"]

MARKUP = re.compile(r"[<>*`{}|\\]|\]\(|\b_|_\b")
NUMBER = re.compile(r"\d+")
# A space that groups the digits of one number.
GROUPED = re.compile(r"(?<=\d)[\u202f\u00a0](?=\d{3}(?!\d))")
LOCALES = {"ar": ("ar_MA", "ar"), "en": ("en_GB",), "fr": ("fr_FR",)}
# Spellings of months that are not CLDR's own.
OTHER_MONTHS = {"ar": {"غشت": 8, "يوليوز": 7, "شتنبر": 9, "نونبر": 11, "دجنبر": 12, "ماي": 5, "مايو": 5}}


@cache
def months(language: str) -> dict[str, int]:
    """Names of the months in a language, in lower case, with their numbers."""
    found: dict[str, int] = dict(OTHER_MONTHS.get(language, {}))
    for locale in LOCALES[language]:
        for number, name in get_month_names("wide", locale=locale).items():
            found[str(name).lower()] = number
    return found


def figures_in(text: str, language: str) -> Counter[str]:
    """Numbers and months that a text names: ``Counter({'2022': 1, 'month 5': 1})``.

    A month counts only beside a number, so that the English verb *may* and the French word *mars* do not.
    """
    joined = GROUPED.sub("", text)
    found = Counter(NUMBER.findall(unicodedata.normalize("NFKC", joined)))
    known = months(language)
    words = re.findall(r"[^\W_]+", text.lower())
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        for bare in (word, word[1:] if language == "ar" else word):
            if bare in known and (before.isdigit() or after.isdigit()):
                found[f"month {known[bare]}"] += 1
                break
    return found


def texts(corpus: Corpus) -> Iterator[tuple[str, Labels]]:
    """Every text that exists in three languages, with what it is."""
    for fact in corpus.facts():
        yield f"the statement of {fact.id}", fact.statement
        yield f"the note of {fact.id}", fact.note
    yield "the title of the package", corpus.package.title
    yield "the description of the package", corpus.package.description
    for page in corpus.pages.values():
        yield f"the publisher of {page.id!s}", page.publisher
    for document in corpus.documents:
        yield f"the title of {document.id!s}", document.title
        yield f"the summary of {document.id!s}", document.summary
        yield f"the note of {document.id!s}", document.note
    for comparison in corpus.comparisons:
        yield f"the title of {comparison.id!s}", comparison.title
        yield f"the note of {comparison.id!s}", comparison.note
        for finding in comparison.findings:
            yield f"finding {finding.slug!s} of {comparison.id!s}", finding.statement
    for entity in corpus.entities.values():
        yield f"the label of {entity.id!s}", entity.labels
        yield f"the description of {entity.id!s}", entity.about


def same_figures(corpus: Corpus) -> Problems:
    """Numbers and months agree in the three languages."""
    for what, labels in texts(corpus):
        if not all(labels[language] for language in LANGUAGES):
            continue
        found = {language: figures_in(labels[language], language) for language in LANGUAGES}
        if len({frozenset(count.items()) for count in found.values()}) > 1:
            shown = " / ".join(
                f"{language}: {', '.join(sorted(n.elements())) or 'none'}" for language, n in found.items()
            )
            yield Problem(labels.en.at, f"{what} has different numbers in the three languages ({shown})", "correct it")


def told_figures(corpus: Corpus) -> Problems:
    """A statement that has a figure has the figure of its claim."""
    found = ((f"{c.id}.{f.slug}", f.claim, f.period, f.statement) for c in corpus.comparisons for f in c.findings)
    facts = ((fact.id, fact.claim, fact.period, fact.statement) for fact in corpus.facts())
    for ident, claim, period, statement in chain(facts, found):
        if claim is None or not claim.value or claim.value % 1:
            continue
        dated = set(NUMBER.findall(period.edtf.text)) if period else set()
        told = {number.lstrip("0") for number in figures_in(statement.en, "en") if number.isdigit()}
        if told - {number.lstrip("0") for number in dated} and f"{claim.value:f}".lstrip("0") not in told:
            what = f"{ident} claims {claim.value:f}, and its statement tells {', '.join(sorted(told))}"
            yield Problem(claim.text.at, what, "read the figure again")


def plain(corpus: Corpus) -> Problems:
    """No markup in a label or a statement: pages escape what they print."""
    for what, labels in texts(corpus):
        for language in LANGUAGES:
            match = MARKUP.search(labels[language])
            if match:
                at = labels[language].at.after(match.start())
                yield Problem(at, f"markup in {what}: {match.group()}", "write plain text")


def short_notes(corpus: Corpus) -> Problems:
    """The note of a comparison explains in at most eighty words."""
    for comparison in corpus.comparisons:
        for language in LANGUAGES:
            note = comparison.note[language]
            if len(note.split()) > 80:
                yield Problem(note.at, f"a note of {len(note.split())} words", "explain it in at most 80")


RULES = (same_figures, told_figures, plain, short_notes)
