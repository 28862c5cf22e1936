"""Arabic as the browser draws it: the order of numbers, ranges, signs and Latin runs; size and lines."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from dalil.site.bidi import isolate
from tests.browser.kinds import KINDS, Site
from tests.browser.tools import Open, script, twin

pytestmark = pytest.mark.browser

DRAWN, FACES, ORDER = script("drawn"), script("faces"), script("order")
# Each is read from left to right, wherever it stands.
FORWARD = (
    "$700", "$700 million", "€1.5", "2021–2022", "2021-2022", "2022-05-11", "+212 537-76-1123", "−3.5", "-3.5", "§1",
    "~70", "≥80", "70+", "#5", "@x", "C++", "https://press.example/a/", "https://press.example/", "GTI 2022, p. 4",
    "48%", "3,461 (48%)", "3\u202f461", "11/05/2022", "S/RES/2396 (2017)", "S/2022/547", "A/77/266", "p. 4", "n°7",
    "1.5x", "Name (U.S.)", "2014–2022", "12/11/2014", "1.5–2.5", "5°",
)  # fmt: skip
# Each as its characters stand from left to right: the page's own direction is the right one for these.
MIXED = {"11 مايو 2022": "2022 ويام 11", "[1]": "]1[", "[1][2]": "]2[]1[", "€1.5 مليار": "رايلم €1.5"}
# As they stand on the site: records and references come isolated.
REFERENCES = {
    "<bdi>GTI 2022, p. 4.</bdi>": "GTI 2022, p. 4.",
    "<bdi>https://press.example/</bdi>": "https://press.example/",
}
FRAMES = ("قيل {} في المغرب", "{} في البداية", "وفي النهاية {}", "وفي النهاية {}.", "بين ({}) قوسين", "و{}، ثم")


def show(page: Page, lines: list[str]) -> None:
    """A right-to-left page with one line a paragraph, none of which breaks."""
    body = "".join(f'<p id="p{number}">{line}</p>' for number, line in enumerate(lines))
    style = "<style>p{white-space:nowrap;font:24px sans-serif}</style>"
    page.set_content(f'<!doctype html><html lang="ar" dir="rtl"><title>bidi</title>{style}{body}</html>')


def shown(page: Page, lines: list[str]) -> list[str]:
    """The characters of each line from left to right."""
    show(page, lines)
    return [page.evaluate(ORDER, f"p{number}") for number in range(len(lines))]


@pytest.mark.parametrize("frame", FRAMES)
def test_each_pattern_is_drawn_in_order(tab: Open, frame: str) -> None:
    lines = [isolate(frame.format(pattern)) for pattern in FORWARD]
    drawn = shown(tab(width=1280), lines)
    assert [(pattern, line) for pattern, line in zip(FORWARD, drawn, strict=True) if pattern not in line] == []


@pytest.mark.parametrize("cases", [MIXED, REFERENCES])
def test_what_the_direction_of_the_page_decides(tab: Open, cases: dict[str, str]) -> None:
    drawn = shown(tab(width=1280), [isolate(f"قيل {text} ثم") for text in cases])
    assert [(text, line) for text, line in zip(cases, drawn, strict=True) if cases[text] not in line] == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_arabic_page_draws_every_number_in_order_and_is_easy_on_the_eye(site: Site, tab: Open, kind: str) -> None:
    page = tab(width=390)
    page.goto(site.url(site.page("ar", kind)))
    assert [*page.evaluate(DRAWN, "body"), *page.evaluate(FACES)] == []


def test_both_checks_see_a_raw_range(tab: Open) -> None:
    raw = [
        "قيل 2021–2022 ثم",
        "قيل ≥80 ثم",
        "قيل <data>2021</data>–<data>2022</data> ثم",
        "قيل C++ ثم",
        "قيل <bdi>2021–2022</bdi> ثم",
    ]
    page = tab(width=1280)
    drawn = shown(page, raw)
    assert "2022–2021" in drawn[0]
    assert "80≥" in drawn[1]
    found = page.evaluate(DRAWN, "body")
    assert [line.partition(" →")[0] for line in found] == ["2021–2022", "≥80", "2021–2022", "C++"]
    show(page, ["<svg width='300' height='40'><text x='150' y='20'>القاعدة 48%</text></svg>", "ال-88 عضوا، الـ88"])
    assert [line.partition(" →")[0] for line in page.evaluate(DRAWN, "body")] == ["48%"]


def test_the_check_sees_small_and_tight_text(tab: Open) -> None:
    page = tab(width=320)
    page.set_content(twin("cut"))
    assert any(line.startswith("15.0px 1.50 lines: p") for line in page.evaluate(FACES))
