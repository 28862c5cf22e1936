"""Citations of one page: a chip at the words, and the printed list whose items are the cards.

Each source stands once on a page. The chip opens the very item of the list as a popover, so that
reading, printing and opening need no script and hold one copy of every quotation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from dalil.site.facts import FactView, FactViews
from dalil.site.words import Words

__all__ = ["Citations"]


class Citations:
    """Numbers sources by first use; ``card`` renders what a list item holds."""

    def __init__(self, facts: FactViews, words: Words, card: Callable[[FactView], str]) -> None:
        self.facts, self.words, self.card = facts, words, card
        self.named = ""
        self.uses: dict[str, int] = {}
        self.numbers: dict[str, int] = {}

    def mark(self, fact: str, repeated: bool = False) -> Markup:
        """The chip of one source; ``repeated`` leaves out a publisher just named."""
        view = self.facts[fact]
        number = self.numbers.setdefault(fact, len(self.numbers) + 1)
        self.uses[fact] = use = self.uses.get(fact, 0) + 1
        name = Markup() if repeated else Markup("<span>{}</span> ").format(view.publisher)
        label = self.words("Source {number}: {publisher}", number=number, publisher=view.publisher)
        return Markup(
            '<button type="button" class="chip" id="cite-{0}-{1}" popovertarget="source-{0}" aria-label="{2}">{3}{4}</button>'
        ).format(fact, use, label, name, number)

    def cite(self, facts: Iterable[str], text: str) -> Markup:
        """Cited words, already HTML, followed by their chips; a publisher just named is not named again."""
        chips = []
        for fact in facts:
            publisher = self.facts[fact].publisher
            chips.append(self.mark(fact, repeated=publisher == self.named))
            self.named = publisher
        return Markup('<span class="cite">{}</span>\u2060{}').format(Markup(text), Markup("").join(chips))

    def next_block(self) -> None:
        """A new paragraph begins: its first chip names its publisher."""
        self.named = ""

    def listing(self) -> Markup:
        """The printed list, in the order of first use; empty where nothing is cited."""
        if not self.numbers:
            return Markup()
        items = Markup("").join(self._item(fact, number) for fact, number in self.numbers.items())
        return Markup(
            '<section class="sources" aria-labelledby="sources"><h2 id="sources">{}</h2>'
            '<p class="sources-lead">{}</p><ol>{}</ol></section>'
        ).format(self.words("Sources"), self.words("Quotations are in Arabic; what they say is retold in our words."), items)

    def _item(self, fact: str, number: int) -> Markup:
        back = self.words("Back to the text")
        ways = Markup(" ").join(
            Markup('<a class="back" href="#cite-{}-{}" aria-label="{} {}">↑{}</a>').format(fact, use, back, use, use)
            for use in range(1, self.uses[fact] + 1)
        )
        return Markup('<li popover id="source-{}" value="{}">{}<p class="ways">{}</p></li>').format(
            fact, number, Markup(self.card(self.facts[fact])), ways
        )


def note(facts: FactViews, ident: str, number: int) -> Markup:
    """A side note: number and words, for wide screens; the card says the rest."""
    view = facts[ident]
    words = next((quote.words for quote in view.quotes if quote.words), "")
    text = Markup('<q lang="{}" dir="auto">{}</q>').format(view.language, words) if words else escape(view.statement)
    return Markup("<span><b>{}</b> {} {}</span>").format(number, view.publisher, text)
