"""Figures in three languages."""

from __future__ import annotations

import pytest

from dalil.site.data import Row
from dalil.site.record import index
from dalil.site.values import Values, number
from dalil.site.words import load_words
from tests.site.world import fact, world

RECORD = index(world())
VALUES = {language: Values(RECORD, load_words(language)) for language in ("ar", "en", "fr")}


def figure(**given: str) -> Row:
    return fact("paper-2022.x", **{"unit": "delegation", **given})


@pytest.mark.parametrize(
    ("row", "en", "fr", "ar"),
    [
        (
            {"qualifier": "more-than", "value": "80"},
            "more than 80 delegations",
            "fr more than 80 délégations",
            "رمز more than 80 وفدا",
        ),
        ({"qualifier": "exactly", "value": "1"}, "1 delegation", "1 délégation", "1 وفد"),
        ({"qualifier": "exactly", "value": "2"}, "2 delegations", "2 délégations", "وفدان"),
        (
            {"qualifier": "between", "value_min": "2", "value_max": "5"},
            "between 2 and 5 delegations",
            "entre 2 et 5 délégations",
            "بين 2 و5 وفود",
        ),
        ({"qualifier": "several"}, "several delegations", "fr several délégations", "رمز several وفود"),
    ],
)
def test_figure(row: dict[str, str], en: str, fr: str, ar: str) -> None:
    assert {language: values.figure(figure(**row)) for language, values in VALUES.items()} == {
        "en": en,
        "fr": fr,
        "ar": ar,
    }


def test_ordinal_is_no_count() -> None:
    row = figure(qualifier="exactly", value="3", unit="term", property="term-number")
    assert VALUES["en"].figure(row) == "term no. 3"


def test_no_figure() -> None:
    assert VALUES["en"].figure(figure(unit="", qualifier="")) == ""


def test_one_grouping_in_all_languages() -> None:
    assert {number("3461.5", language) for language in ("ar", "fr")} == {"3\u202f461,5"}
    assert number("3461.5", "en") == "3\u202f461.5"


def test_share() -> None:
    assert VALUES["fr"].share("0.1834") == "18,3\u00a0%"
