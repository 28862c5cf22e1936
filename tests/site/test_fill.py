"""Filling the written pages: what stands for ``{}``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dalil.site.data import Tables
from dalil.site.fill import fill_part
from dalil.site.page import Language, Page
from tests.site.world import fact, world

Speak = Callable[..., Language]
LINK = '<p><a href="fact:paper-2022.begun">begun on {}</a></p>'


def begun(period: str, kind: str) -> Tables:
    """The tiny world with one more date."""
    tables = world()
    given = {"kind": "date", "property": "held-on", "period": period, "period_type": kind, "period_basis": "stated"}
    return {**tables, "facts": [*tables["facts"], fact("paper-2022.begun", **given)]}


def filled(language: Language) -> str:
    return fill_part(Page(language, "topics/summit.html"), LINK)


def test_a_fact_without_a_number_gives_its_date(speak: Speak) -> None:
    html = filled(speak("en", begun("2022-05-11", "on")))
    assert 'begun on <time datetime="2022-05-11">11 May 2022</time>' in html


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "15 or 16 December 2014"), ("fr", "15 ou 16 décembre 2014"), ("ar", "15 أو 16 دجنبر 2014")],
)
def test_one_uncertain_day_is_no_span_of_days(speak: Speak, language: str, text: str) -> None:
    html = filled(speak(language, begun("2014-12-15/2014-12-16", "on")))
    assert f'<time datetime="2014-12-15">{text}</time>' in html


def test_what_lasts_keeps_both_ends(speak: Speak) -> None:
    html = filled(speak("en", begun("2014-12-15/2014-12-16", "during")))
    assert ">from 15 December 2014 to 16 December 2014</time>" in html
