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
        publisher = escape(view.publisher)
        label = escape(self.words("Source: {publisher} {number}", number=number, publisher=view.publisher))
        name = "" if repeated else f"<span>{publisher}</span> "
        # Ids are ASCII slugs by contract: only the publisher has to be escaped, and joining is quick.
        return Markup(
            f'<button type="button" class="chip" id="cite-{fact}-{use}" popovertarget="source-{fact}" '
            f'aria-label="{label}">{name}{number}</button>'
        )

    def cite(self, facts: Iterable[str], text: str) -> Markup:
        """Cited words, already HTML, followed by their chips; a publisher just named is not named again."""
        return Markup('<span class="cite">{}</span>\u2060{}').format(Markup(text), self._chips(facts))

    def row(self, facts: Iterable[str]) -> Markup:
        """Chips alone, of several facts that carry one value."""
        self.next_block()
        return self._chips(facts)

    def _chips(self, facts: Iterable[str]) -> Markup:
        chips = []
        for fact in facts:
            publisher = self.facts[fact].publisher
            chips.append(self.mark(fact, repeated=publisher == self.named))
            self.named = publisher
        return Markup("").join(chips)

    def next_block(self) -> None:
        """A new paragraph begins: its first chip names its publisher."""
        self.named = ""

    def listing(self) -> Markup:
        """The printed list, in the order of first use; empty where nothing is cited."""
        if not self.numbers:
            return Markup()
        back = escape(self.words("Back to the text"))
        lead = escape(self.words("Quotations are in Arabic; what they say is retold in our words."))
        items = "".join(self._item(fact, number, back) for fact, number in self.numbers.items())
        return Markup(
            f'<section class="sources" aria-labelledby="sources"><h2 id="sources">{escape(self.words("Sources"))}</h2>'
            f'<p class="sources-lead">{lead}</p><ol>{items}</ol></section>'
        )

    def _item(self, fact: str, number: int, back: str) -> str:
        ways = " ".join(
            f'<a class="back" href="#cite-{fact}-{use}" aria-label="{back} {use}">↑{use}</a>'
            for use in range(1, self.uses[fact] + 1)
        )
        card = self.card(self.facts[fact])
        return f'<li popover id="source-{fact}" value="{number}">{card}<p class="ways">{ways}</p></li>'


def note(facts: FactViews, ident: str, number: int) -> Markup:
    """A side note: number and words, for wide screens; the card says the rest."""
    view = facts[ident]
    words = next(iter(view.quoted), "")
    text = Markup('<q lang="{}" dir="auto">{}</q>').format(view.language, words) if words else escape(view.statement)
    return Markup("<span><b>{}</b> {} {}</span>").format(number, view.publisher, text)
