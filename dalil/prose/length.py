"""How long an article may be: a topic is read at one sitting, and what it leaves out stands on the documents' pages."""

from __future__ import annotations

import re

from dalil.problems import Location, Problem, Problems
from dalil.prose.pages import Page
from dalil.prose.syntax import DIRECTIVE, HEADING_ID

__all__ = ["length"]

MOST = 900
TARGET = re.compile(r"\]\([^)]*\)")


def _words(page: Page) -> int:
    """The words that a reader of the page meets in its prose, a value counting as one; generated parts do not count."""
    text = " ".join(HEADING_ID.sub("", DIRECTIVE.sub("", line)) for _, line in page.lines)
    return sum(any(sign.isalnum() or sign == "{" for sign in word) for word in TARGET.sub("]", text).split())


def length(page: Page) -> Problems:
    """A topic that runs over."""
    if page.path.startswith("topics/") and (count := _words(page)) > MOST:
        fix = f"tell it in at most {MOST}; the pages of the documents have every fact"
        yield Problem(Location(page.name), f"a topic of {count} words", fix)
