"""The pictures that other sites show beside a link: one a topic and one for all other pages, in each language.

Drawn with resvg, which shapes Arabic and orders mixed text without a browser or a system font, so that a
bare machine draws the same bytes.
"""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dalil.site.bidi import embed
from dalil.site.files import write
from dalil.site.page import Language

__all__ = ["FONTS", "HEIGHT", "WIDTH", "Card", "address", "cards", "drawing", "write_cards"]

WIDTH, HEIGHT = 1200, 630
FONTS = tuple(Path(__file__).resolve().parent / "fonts" / f"cards-{weight}.ttf" for weight in (400, 700))
FOLDER = "assets/cards"
DEFAULT = "dalil"
# Letters of a line: what fits the width at the sizes of the template.
TITLE, TEXT = 29, 58
LINES = 4


@dataclass(frozen=True, slots=True)
class Card:
    """What one picture says, in plain text."""

    name: str
    title: str
    text: str
    counts: str


def address(language: Language, path: str) -> str:
    """The card of the page at ``path`` below the language's root, relative to that root."""
    folder, _, rest = path.partition("/")
    topic = rest.removesuffix(".html")
    known = folder == "topics" and ("topic", topic) in language.record.codes
    return f"{FOLDER}/{topic if known else DEFAULT}.png"


def cards(language: Language) -> Iterator[Card]:
    """The default card, then one for each topic of the record's closed list."""
    words, record, values = language.words, language.record, language.values
    lead = words("What five Arabic articles say, with their words, dates and differences.")
    yield Card(DEFAULT, lead, "", _counts(language, [*record.facts], len(record.comparisons)))
    for codelist, code in record.codes:
        if codelist == "topic":
            facts = [ident for ident, row in record.facts.items() if row["topic"] == code]
            judged = {ident for fact in facts for ident in record.compared(fact)}
            # The cards' font has no narrow no-break space.
            text = values.code("topic", code, "definition").replace("\u202f", "\u00a0")
            yield Card(code, values.code("topic", code), text, _counts(language, facts, len(judged)))


def _counts(language: Language, facts: list[str], differences: int) -> str:
    words = language.words
    documents = {language.record.facts[fact]["document"] for fact in facts}
    pairs = (("Facts", len(facts)), ("Documents read", len(documents)), ("Differences judged", differences))
    return " · ".join(f"{words(label)}{words(': ')}{count}" for label, count in pairs)


def drawing(language: Language, card: Card) -> str:
    """The card as SVG; Arabic lines stand in isolates, since resvg reads every line from the left."""
    lines = [*textwrap.wrap(card.text, TEXT)]
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], f"{lines[LINES - 1].rstrip(' .,،')} …"]
    titles = textwrap.wrap(card.title, TITLE)
    set_text = embed if language.code == "ar" else _plain
    template = language.environment.get_template("card.svg.j2")
    return template.render(
        width=WIDTH, height=HEIGHT, titles=[set_text(line) for line in titles],
        lines=[set_text(line) for line in lines], counts=set_text(card.counts),
        brand=embed("دليل · Dalil") if language.code == "ar" else f"Dalil · {embed('دليل')}",
    )  # fmt: skip


def _plain(text: str) -> str:
    """The narrow space of French has no glyph in the face; the other space that keeps words together has one."""
    return text.replace("\u202f", "\u00a0")


def write_cards(language: Language, out: Path, cache: Path) -> None:
    """Write every card of a language below ``out``; what was drawn before from the same SVG is taken from ``cache``."""
    for card in cards(language):
        write(out / FOLDER / f"{card.name}.png", _drawn(drawing(language, card), cache))


def _drawn(svg: str, cache: Path) -> bytes:
    """The picture as PNG; drawing takes a tenth of a second, and most builds change no card."""
    import resvg_py

    key = hashlib.sha256(f"{resvg_py.__resvg_version__}\n{svg}".encode())
    for font in FONTS:
        key.update(font.read_bytes())
    kept = cache / f"{key.hexdigest()}.png"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        made = kept.with_suffix(".new")
        made.write_bytes(resvg_py.svg_to_bytes(svg, skip_system_fonts=True, font_files=[str(font) for font in FONTS]))
        made.replace(kept)
    return kept.read_bytes()
