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
        ("2022-01-01", "on", "1 January 2022", "1er janvier 2022", "1 يناير 2022"),
        ("2014-12", "on", "December 2014", "décembre 2014", "دجنبر 2014"),
        ("2010~", "during", "about 2010", "2010 environ", "نحو 2010"),
        ("201X", "during", "2010–2019", "2010–2019", "2010–2019"),
        ("2003/", "during", "since 2003", "depuis 2003", "منذ 2003"),
        ("2016/..", "during", "since 2016, still running", "depuis 2016, toujours en cours", "منذ 2016، ولا يزال"),
        ("2021/2022", "during", "2021–2022", "2021–2022", "2021–2022"),
        ("2010~/2020", "during", "from about 2010 to 2020", "de 2010 environ à 2020", "من نحو 2010 إلى 2020"),
        ("2022-05-11/", "during", "since 11 May 2022", "depuis le 11 mai 2022", "منذ 11 ماي 2022"),
        (
            "2022-05-11/..",
            "during",
            "since 11 May 2022, still running",
            "depuis le 11 mai 2022, toujours en cours",
            None,
        ),
        ("/2020", "during", "until 2020", "jusqu’en 2020", "إلى 2020"),
        ("/2014-12", "during", "until December 2014", "jusqu’en décembre 2014", "إلى دجنبر 2014"),
        ("/2020-12-17", "during", "until 17 December 2020", "jusqu’au 17 décembre 2020", "إلى 17 دجنبر 2020"),
        ("2020-12/2021~", "on", "between December 2020 and about 2021", "entre décembre 2020 et 2021 environ", None),
        (
            "2022-05-03/2022-05-12",
            "on",
            "between 3 May 2022 and 12 May 2022",
            "entre le 3 mai 2022 et le 12 mai 2022",
            None,
        ),
        ("/2022-05-12", "as-of", "as of 12 May 2022", "au 12 mai 2022", "كما في 12 ماي 2022"),
        ("2023", "as-of", "as of 2023", "en 2023", "كما في 2023"),
        ("2022-05-11/2022-05-12", "as-of", "as of 11 or 12 May 2022", "au 11 ou 12 mai 2022", None),
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


def test_one_moment_with_only_an_end_lasts_not_until_then() -> None:
    day = ["no later than 17 December 2020", "au plus tard le 17 décembre 2020", "في موعد أقصاه 17 دجنبر 2020"]
    month = ["no later than December 2020", "au plus tard en décembre 2020", "في موعد أقصاه دجنبر 2020"]
    for text, expected in (("/2020-12-17", day), ("/2020-12", month)):
        assert [dates.period(text, "on", WORDS[language]) for language in ("en", "fr", "ar")] == expected
    assert dates.day_or_days("/2020-12-17", WORDS["en"]) == day[0]


def test_bare_leaves_the_preposition_to_the_prose() -> None:
    assert [dates.bare(text, WORDS["en"]) for text in ("2003/", "/2022-05-12", "2016/..")] == [
        "2003",
        "12 May 2022",
        "2016",
    ]


def test_bare_gives_one_uncertain_day_as_one() -> None:
    text = "2014-12-15/2014-12-16"
    expected = ["15 or 16 December 2014", "15 ou 16 décembre 2014", "15 أو 16 دجنبر 2014"]
    assert [dates.bare(text, WORDS[language], "on") for language in ("en", "fr", "ar")] == expected
    assert dates.bare(text, WORDS["en"]) == "from 15 December 2014 to 16 December 2014"
    assert dates.bare("/2020-12-17", WORDS["en"], "on") == "17 December 2020"


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
