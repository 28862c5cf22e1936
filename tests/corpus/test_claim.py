from decimal import Decimal

import pytest

from dalil.corpus.claim import read_claim, read_period
from dalil.located import Text
from dalil.problems import Location, Problem

AT = Location("claims.yml", 7, 12)


def line(text: str) -> Text:
    return Text(text, AT)


def test_a_figure_with_objects() -> None:
    problems: list[Problem] = []
    claim = read_claim(line("morocco term-number 3 term, gctf"), problems)
    assert claim is not None
    assert problems == []
    assert (claim.subject, claim.property, claim.qualifier, claim.value) == ("morocco", "term-number", "exactly", 3)
    assert [str(item.entity) for item in claim.objects] == ["gctf"]
    assert claim.complete is None


def test_objects_with_mode_and_representation() -> None:
    claim = read_claim(line("meeting addressed-by blinken video, ambassador unclear for niger, ..."), [])
    assert claim is not None
    assert [(str(o.entity), o.mode, str(o.on_behalf_of or "")) for o in claim.objects] == [
        ("blinken", "video", ""),
        ("ambassador", "unclear", "niger"),
    ]
    assert claim.complete is False


def test_a_closed_list_is_complete() -> None:
    claim = read_claim(line("gctf co-chaired-by a, b"), [])
    assert claim is not None
    assert claim.complete is True


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("m dismantled more-than 200 cell", Decimal(200), Decimal(201), None),
        ("m dismantled several cell", None, Decimal(2), None),
        ("m dismantled between 5 9 cell", None, Decimal(5), Decimal(9)),
        ("m dismantled none cell", Decimal(0), Decimal(0), Decimal(0)),
    ],
)
def test_qualifiers(text: str, value: Decimal | None, low: Decimal | None, high: Decimal | None) -> None:
    claim = read_claim(line(text), [])
    assert claim is not None
    assert (claim.value, claim.low, claim.high) == (value, low, high)


@pytest.mark.parametrize(
    ("text", "column", "what"),
    [
        ("morocco", 12, "a claim needs a subject and a property"),
        ("morocco dismantled 200", 34, "a number without its unit"),
        ("morocco dismantled 200 big cell", 39, "unexpected word cell"),
        ("morocco dismantled between 5 cell", 41, "not a number: cell"),
        ("morocco dismantled 1,000 cell", 32, "a number without its unit"),
        ("gctf part-of a, , b", 31, "an empty place in the list"),
        ("gctf part-of ..., b", 25, "`...` before the end"),
        ("gctf part-of a quickly", 27, "unexpected word quickly"),
    ],
)
def test_errors_point_at_the_word(text: str, column: int, what: str) -> None:
    problems: list[Problem] = []
    assert read_claim(line(text), problems) is None
    assert (problems[0].at.column, problems[0].what) == (column, what)


def test_a_period_with_its_basis() -> None:
    period = read_period(line("during 2010~/2020, resolved"), [])
    assert period is not None
    assert (period.type, period.edtf.text, period.basis) == ("during", "2010~/2020", "resolved")


@pytest.mark.parametrize("text", ["2020", "in 2020", "on 2020 2021", "on 2020, guessed", "on 2020-02-30"])
def test_a_malformed_period(text: str) -> None:
    problems: list[Problem] = []
    assert read_period(line(text), problems) is None
    assert len(problems) == 1
