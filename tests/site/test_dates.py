"""Dates written for people, in three languages."""

from __future__ import annotations

import pytest

from dalil.site import dates
from dalil.site.words import load_words

WORDS = {language: load_words(language) for language in ("ar", "en", "fr")}


@pytest.mark.parametrize(
    ("text", "kind", "en", "fr", "ar"),
    [
        ("2022-05-11", "on", "11 May 2022", "11 mai 2022", "11 ماي 2022"),
        ("2014-12", "on", "December 2014", "décembre 2014", "دجنبر 2014"),
        ("2010~", "during", "about 2010", "vers 2010", "نحو 2010"),
        ("201X", "during", "2010–2019", "2010–2019", "2010–2019"),
        ("2003/", "during", "since 2003", "depuis 2003", "منذ 2003"),
        ("2016/..", "during", "since 2016, still running", "depuis 2016, toujours en cours", "منذ 2016، ولا يزال"),
        ("2021/2022", "during", "2021–2022", "2021–2022", "2021–2022"),
        ("2010~/2020", "during", "from about 2010 to 2020", "de vers 2010 à 2020", "من نحو 2010 إلى 2020"),
        ("2020-12/2021~", "on", "between December 2020 and about 2021", None, None),
        ("/2022-05-12", "as-of", "as of 12 May 2022", "au 12 mai 2022", "كما في 12 ماي 2022"),
        ("", "on", "", "", ""),
    ],
)
def test_period(text: str, kind: str, en: str, fr: str | None, ar: str | None) -> None:
    expected = {"en": en, "fr": fr, "ar": ar}
    for language, wanted in expected.items():
        if wanted is not None:
            assert dates.period(text, kind, WORDS[language]) == wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-05-11/2022-05-12", "11 or 12 May 2022"),
        ("2021-12-31/2022-01-01", "31 December 2021 or 1 January 2022"),
        ("2021/2022", "between 2021 and 2022"),
        ("2022-05-11", "11 May 2022"),
    ],
)
def test_a_moment_somewhere_inside(text: str, expected: str) -> None:
    assert dates.day_or_days(text, WORDS["en"]) == expected


def test_bare_leaves_the_preposition_to_the_prose() -> None:
    assert [dates.bare(text, WORDS["en"]) for text in ("2003/", "/2022-05-12", "2016/..")] == [
        "2003",
        "12 May 2022",
        "2016",
    ]


def test_machine_dates_are_valid_for_time_elements() -> None:
    assert [dates.machine(text) for text in ("2010~", "2022-05-11/2022-05-12", "/2022", "201X")] == [
        "2010",
        "2022-05-11",
        "2022",
        "",
    ]


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="not a date"):
        dates.bare("yesterday", WORDS["en"])
