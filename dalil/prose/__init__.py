"""Checking the written pages: what they state must be a row, and the three languages must match.

Prose refers to facts with plain links, ``[more than {} delegations](fact:document.slug)``; ``{}`` is the
value as displayed in the page's language and ``{when}`` its period.  Nothing else may bring a digit or the
name of a month into a page.
"""

from __future__ import annotations

from dalil.corpus.model import Corpus
from dalil.problems import Location, Problems
from dalil.prose.length import length
from dalil.prose.lines import citations, foreign, links, records, typed
from dalil.prose.pages import Page, read_pages
from dalil.prose.parity import parity

__all__ = ["Page", "check_pages", "read_pages"]


def check_pages(pages: tuple[Page, ...], corpus: Corpus) -> Problems:
    """Every problem of the pages."""
    facts = {fact.id: fact for fact in corpus.facts()}
    known = records(corpus)
    for page in pages:
        yield from length(page)
        for number, line in page.lines:
            at = Location(page.name, number)
            yield from citations(line, at, facts)
            yield from typed(line, at, page.language)
            yield from links(line, at, known)
            yield from foreign(line, at)
    yield from parity(pages)
