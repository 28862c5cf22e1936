"""Cards: one a topic and one for the rest, in each language, the same bytes each time, Arabic joined."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
import resvg_py
from fontTools.ttLib import TTFont

from dalil.package.write import read_tables
from dalil.site.cards import FONTS, HEIGHT, WIDTH, address, cards, drawing, write_cards
from dalil.site.data import LANGUAGES
from dalil.site.page import Language

ROOT = Path(__file__).parents[2]
Speak = Callable[..., Language]
ROOM = WIDTH - 2 * 90
LIMIT = 60_000


@pytest.fixture
def real(speak: Speak) -> Callable[[str], Language]:
    tables = read_tables(ROOT / "datapackage")
    return lambda code: speak(code, tables)


def drawn(svg: str) -> bytes:
    return resvg_py.svg_to_bytes(svg, skip_system_fonts=True, font_files=[str(font) for font in FONTS])


def pictures(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.png")}


def test_two_runs_draw_the_same_bytes_and_no_two_cards_are_alike(
    real: Callable[[str], Language], tmp_path: Path
) -> None:
    for run in ("one", "two"):
        for code in LANGUAGES:
            # Each run has a cache of its own: what is compared was drawn twice.
            write_cards(real(code), tmp_path / run / code, tmp_path / f"cache-{run}")
    first, second = pictures(tmp_path / "one"), pictures(tmp_path / "two")
    assert first == second
    assert len(first) == len(LANGUAGES) * 5
    assert len(set(first.values())) == len(first)


def test_size_and_weight(real: Callable[[str], Language], tmp_path: Path) -> None:
    for code in LANGUAGES:
        write_cards(real(code), tmp_path / code, tmp_path / "cache")
    for name, data in pictures(tmp_path).items():
        if "cache" in name:
            continue
        assert struct.unpack(">II", data[16:24]) == (WIDTH, HEIGHT)
        assert len(data) < LIMIT, name


def test_a_card_that_was_drawn_before_is_not_drawn_again(
    speak: Speak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cards(speak("en"), tmp_path / "one", tmp_path / "cache")
    monkeypatch.setattr(resvg_py, "svg_to_bytes", lambda *args, **kwargs: pytest.fail("drawn again"))
    write_cards(speak("en"), tmp_path / "two", tmp_path / "cache")
    assert pictures(tmp_path / "one") == pictures(tmp_path / "two")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_letter_has_a_glyph_and_every_line_has_room(real: Callable[[str], Language], code: str) -> None:
    language = real(code)
    faces = {weight: TTFont(font) for weight, font in zip(("", "700"), FONTS, strict=True)}
    for card in cards(language):
        texts = re.findall(r"<text ([^>]*)>([^<]*)</text>", drawing(language, card))
        assert len(texts) >= 3
        for attributes, text in texts:
            size = int(re.search(r'font-size="(\d+)"', attributes)[1])  # type: ignore[index]
            face = faces["700" if 'font-weight="700"' in attributes else ""]
            letters, widths = face.getBestCmap(), face["hmtx"]
            seen = [ord(letter) for letter in re.sub("[\u2066-\u2069]", "", text)]
            assert not [hex(letter) for letter in seen if letter not in letters], text
            assert sum(widths[letters[letter]][0] for letter in seen) * size / face["head"].unitsPerEm <= ROOM, text


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_runs_into_the_foot(real: Callable[[str], Language], code: str) -> None:
    for card in cards(real(code)):
        places = [int(y) for y in re.findall(r'<text x="\d+" y="(\d+)"', drawing(real(code), card))]
        assert places == sorted(places)
        assert max(places[:-1]) < 530, card.name


def test_arabic_letters_join_and_runs_keep_their_order() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80" font-family="Dalil Cards"><text x="290" y="50" font-size="40" text-anchor="end">{}</text></svg>'
    joined, apart = drawn(svg.format("\u2067كتب\u2069")), drawn(svg.format("\u2067ك\u200cت\u200cب\u2069"))
    assert joined != apart
    assert drawn(svg.format("\u2067من \u20662021–2022\u2069\u2069")) != drawn(svg.format("\u2067من 2021–2022\u2069"))


def test_a_card_counts_what_the_tables_hold(speak: Speak) -> None:
    counts = {card.name: card.counts for card in cards(speak("en"))}
    assert counts["dalil"] == "Facts: 5 · Documents read: 2 · Differences judged: 1"
    assert counts["gctf"].startswith("Facts: 0")


def test_a_topic_has_its_card_and_every_other_page_the_default(speak: Speak) -> None:
    language = speak("ar")
    assert address(language, "topics/gctf.html") == "assets/cards/gctf.png"
    for path in ("index.html", "topics/unknown.html", "documents/gctf.html"):
        assert address(language, path) == "assets/cards/dalil.png"
