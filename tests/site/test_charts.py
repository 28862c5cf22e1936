"""Charts: their rows are the package's rows, each cited, and drawn so that Arabic cannot be reordered."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dalil.package.write import read_tables
from dalil.problems import BadInputError
from dalil.site.bidi import embed, isolate
from dalil.site.charts import CHARTS, Entry, entries, unnumbered
from dalil.site.data import LANGUAGES, Tables
from dalil.site.directives import fill
from dalil.site.drawing import LINE, draw
from dalil.site.page import Language, Page
from tests.site.world import fact, three, world

PACKAGE = Path(__file__).parents[2] / "datapackage"
Speak = Callable[..., Language]


def counted(name: str, **given: str) -> dict[str, str]:
    base = {
        "property": "dismantled", "qualifier": "exactly", "unit": "delegation", "period_type": "during",
        "period_basis": "stated", "topic": "approach",
    }  # fmt: skip
    return fact(f"paper-2022.{name}", **{**base, **given})


def years(first: str, last: str, text: str = "") -> dict[str, str]:
    ends = {"period_min": f"{first}-01-01" if first else "", "period_max": f"{last}-12-31" if last else ""}
    return {"period": text or f"{first}/{last}", **ends}


def tables() -> Tables:
    """The tiny world with counts: one part of another, one still running, one without a number, one from outside."""
    made = world()
    made["properties"].append(
        {
            "id": "dismantled",
            "kind": "figure",
            "domain": "",
            "range": "count",
            **three("label", "خاصية", "broken up", "démantelé"),
        }
    )
    made["facts"] += [
        counted("all", value="210", **years("2002", "2021")),
        counted("part", value="88", scope="founding", **years("2002", "2021")),
        counted("running", value="5", **years("2010", "", "2010~/..")),
        counted("state", value="3", period="/2020-12-17", period_max="2020-12-17", period_type="as-of"),
        counted("many", qualifier="many", **years("2020", "2020", "2020")),
    ]
    made["findings"] = [
        {
            "id": "how-many.page-one.later", "comparison": "how-many", "page": "page-one", "subject": "summit-one",
            "property": "dismantled", "object": "", "qualifier": "exactly", "value": "215", "unit": "delegation",
            "scope": "", "period_type": "during", **years("2002", "", "2002/"),
            **three("finding", "م", "Later.", "Après."),
        }
    ]  # fmt: skip
    return made


def cells(language: Language) -> list[Entry]:
    return entries(language, CHARTS["cells"])


def chart(language: Language, name: str = "cells") -> LexborHTMLParser:
    return LexborHTMLParser(str(fill(Page(language, "figures.html"), "chart", name)))


def test_a_row_for_each_fact_with_a_number_and_each_finding(speak: Speak) -> None:
    found = cells(speak("en", tables()))
    assert [entry.id.rpartition(".")[2] for entry in found] == ["later", "all", "part", "running", "state"]
    assert [view.id for view in unnumbered(speak("en", tables()), CHARTS["cells"])] == ["paper-2022.many"]


@pytest.mark.parametrize(("code", "publisher"), [("ar", "الصحافة"), ("en", "Press"), ("fr", "Presse")])
def test_who_published_a_finding_is_named_in_the_pages_language(speak: Speak, code: str, publisher: str) -> None:
    assert cells(speak(code, tables()))[0].source == publisher


def test_the_third_term_is_not_three_terms(speak: Speak) -> None:
    found = {entry.id: entry.label for entry in entries(speak("en", read_tables(PACKAGE)), CHARTS["terms"])}
    assert "no. 3" in found["aldar-2020.gctf-third-term"]
    assert "3 terms" in found["almoharir-2021.gctf-terms"]


def rows(name: str, resource: str) -> Iterator[dict[str, str]]:
    """The rows that a chart should have, read straight from the package's files."""
    wanted = CHARTS[name]
    with (PACKAGE / "objects.csv").open(encoding="utf-8", newline="") as file:
        objects = [(row["fact"], row["entity"]) for row in csv.DictReader(file)]
    with (PACKAGE / f"{resource}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            named = {row["subject"], *row.get("object", "").split("|")} | {e for f, e in objects if f == row["id"]}
            if row["property"] in wanted.properties and (not wanted.about or named & set(wanted.about)):
                yield row


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_real_charts_hold_the_rows_of_the_package(speak: Speak, name: str, code: str) -> None:
    language = speak(code, read_tables(PACKAGE))
    shown = [entry.id for entry in entries(language, CHARTS[name])]
    beside = [view.id for view in unnumbered(language, CHARTS[name])]
    facts = {row["id"] for row in rows(name, "facts")}
    numberless = {row["id"] for row in rows(name, "findings") if row["unit"] and not row["value"]}
    findings = {row["id"] for row in rows(name, "findings")} - numberless
    assert sorted([*shown, *beside]) == sorted(facts | findings)
    assert facts, "a chart without a fact says nothing"
    assert all(entry.label and entry.source and entry.period for entry in entries(language, CHARTS[name]))


def test_the_table_has_the_rows_of_the_drawing_each_with_its_source(speak: Speak) -> None:
    tree = chart(speak("en", tables()))
    table = [row.attrs["data-row"] for row in tree.css("tbody tr")]
    assert table == [entry.id for entry in cells(speak("en", tables()))]
    assert len(tree.css(".drawing > svg.row")) == len(table)
    for row in tree.css("tbody tr"):
        assert row.css("button.chip, a[rel=external]"), row.html
    assert tree.css("p.meta button.chip"), "what has no number is cited beside"


def test_an_end_that_is_not_told_is_not_drawn_as_told(speak: Speak) -> None:
    by_name = {mark.entry.id.rpartition(".")[2]: mark for mark in draw(cells(speak("en", tables())), ", ", False).marks}
    assert by_name["later"].untold
    assert by_name["later"].entry.span.open_last
    assert not by_name["running"].untold
    assert (by_name["running"].entry.span.open_first, by_name["running"].entry.span.open_last) == (True, True)
    assert not by_name["all"].entry.span.open_first
    assert by_name["state"].point
    assert not by_name["all"].point


def test_places_follow_time_and_stay_inside(speak: Speak) -> None:
    marks = {mark.entry.id.rpartition(".")[2]: mark for mark in draw(cells(speak("en", tables())), ", ", False).marks}
    percent = {name: (float(mark.start.rstrip("%")), float(mark.end.rstrip("%"))) for name, mark in marks.items()}
    assert percent["all"][0] < percent["running"][0] < percent["state"][0] <= percent["all"][1] <= percent["running"][1]
    assert all(0 <= place <= 100 for pair in percent.values() for place in pair)
    assert float(marks["all"].width.rstrip("%")) == pytest.approx(percent["all"][1] - percent["all"][0], abs=0.02)


def test_a_part_is_told_by_words_and_pattern_not_by_colour_alone(speak: Speak) -> None:
    tree = chart(speak("en", tables()))
    part = next(row for row in tree.css("svg.row") if "founding" in row.text())
    whole = next(row for row in tree.css("svg.row") if "210" in row.text())
    assert part.css_first("rect").attrs["fill"] == "url(#chart-cells-hatch)"  # type: ignore[union-attr]
    assert "fill" not in whole.css_first("rect").attrs  # type: ignore[union-attr]


def test_it_has_a_name_and_a_text_in_the_language_of_the_page(speak: Speak) -> None:
    for code in LANGUAGES:
        language = speak(code, tables())
        tree = chart(language)
        drawing = tree.css_first(".drawing")
        assert drawing is not None
        assert drawing.attrs["role"] == "img"
        ids = {node.attrs["id"]: node.text(strip=True) for node in tree.css(".chart > [id]")}
        assert ids[str(drawing.attrs["aria-labelledby"])] == language.words(CHARTS["cells"].title)
        described = ids[str(drawing.attrs["aria-describedby"])]
        assert f"{len(cells(language))}" in described
        assert "2002" in described
        assert "2021" in described


def test_arabic_lines_stand_in_isolates_that_no_later_pass_touches(speak: Speak) -> None:
    html = str(fill(Page(speak("ar", tables()), "figures.html"), "chart", "cells"))
    rows = re.findall(r'<svg class="row".*?</svg>', html, re.DOTALL)
    assert rows
    assert all(row in isolate(html) for row in rows)
    assert all(row.count("<svg") == 1 for row in rows), "a nested svg would end the part that isolation skips"
    lines = re.findall(r"<text[^>]*>([^<]*[\u0600-\u06ff][^<]*)</text>", "".join(rows))
    assert lines
    assert all(line.startswith("\u2067") and line.endswith("\u2069") for line in lines)
    assert "\u20662002–2021\u2069" in "".join(rows)


def test_embed_balances_its_isolates() -> None:
    text = embed("منذ 2002–2021، Al Dar (48%)")
    assert text.count("\u2066") + text.count("\u2067") == text.count("\u2069")


def test_no_style_attribute_and_no_id_twice(speak: Speak) -> None:
    page = Page(speak("fr", tables()), "figures.html")
    html = str(fill(page, "chart", "cells"))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', html)) <= set(ids)
    assert " style=" not in html


def test_lines_fit_a_narrow_screen_unless_a_word_is_longer(speak: Speak) -> None:
    long = cells(speak("en", read_tables(PACKAGE)))
    for mark in draw(long, ", ", False).marks:
        assert all(len(text) <= LINE for _, text, _ in mark.lines if " " in text)


@pytest.mark.parametrize(("name", "said"), [("nothing", "there is no chart"), ("terms", "has no row")])
def test_an_unknown_or_empty_chart_is_an_error(speak: Speak, name: str, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        chart(speak("en", tables()), name)
