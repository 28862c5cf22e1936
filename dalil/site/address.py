"""Addresses: of records on the site, of the originals, and for reporting an error."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from dalil.site.data import Row, Settings
from dalil.site.words import Words

__all__ = ["FOLDERS", "Links", "archived", "original"]

FOLDERS = {"document": "documents", "entity": "entities", "difference": "differences"}


def original(document: Row, words_quoted: str) -> str:
    """The original's address, with a text fragment (WICG) where words are quoted; '' where none is known."""
    if not document["url"] or not words_quoted:
        return document["url"]
    # `-` has a meaning in a text directive, and quote() leaves it alone.
    return f"{document['url']}#:~:text={quote(words_quoted, safe='').replace('-', '%2D')}"


def archived(url: str) -> str:
    """Where the Internet Archive lists what copies of a page it keeps; '' for no address."""
    return f"https://web.archive.org/web/*/{url}" if url else ""


@dataclass(frozen=True)
class Links:
    """Addresses that depend on the settings; '' where the setting is missing."""

    settings: Settings
    words: Words

    def permanent(self, path: str) -> str:
        """The absolute address of a page, '' while the site has none."""
        return f"{self.settings.site_url}{self.words.language}/{path}" if self.settings.site_url else ""

    def mail(self, subject: str) -> str:
        """A mail about one thing."""
        title = self.words("Dalil: error in {thing}", thing=subject)
        return f"mailto:{self.settings.contact}?subject={quote(title)}" if self.settings.contact else ""

    def issue(self, subject: str) -> str:
        """A new issue about one thing."""
        title = self.words("Dalil: error in {thing}", thing=subject)
        return f"{self.settings.repository}/issues/new?title={quote_plus(title)}" if self.settings.repository else ""
