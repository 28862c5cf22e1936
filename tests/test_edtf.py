from datetime import date

import edtf_validate.valid_edtf as reference
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalil.edtf import parse


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2022-05-11", date(2022, 5, 11), date(2022, 5, 11), "day"),
        ("2010~", date(2010, 1, 1), date(2010, 12, 31), "year"),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "decade"),
        ("2003/", date(2003, 1, 1), None, "interval"),
        ("/2022-05-12", None, date(2022, 5, 12), "interval"),
        ("2014-12-15/2014-12-16", date(2014, 12, 15), date(2014, 12, 16), "interval"),
    ],
)
def test_bounds(text: str, earliest: date | None, latest: date | None, precision: str) -> None:
    read = parse(text)
    assert (read.earliest, read.latest, read.precision, read.open_end) == (earliest, latest, precision, False)


def test_an_open_end_differs_from_an_unknown_one() -> None:
    assert parse("2016/..").open_end
    assert not parse("2016/").open_end


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2022-13", "no month 13"),
        ("2023-02-29", "no day 29"),
        ("2021-21", "no month 21"),
        ("201X-05", "a decade has no month"),
        ("2022/2020", "ends before it begins"),
        ("2022-05/2022", "ends before it begins"),
        ("/", "at least one date"),
        ("11 May 2022", "not an EDTF date"),
        ("٢٠٢٢", "not an EDTF date"),
        ("", "not an EDTF date"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse(text)


@settings(deadline=None, max_examples=40)  # the reference parser is slow
@given(
    st.from_regex(
        r"\A(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?%]?(/((19|20)\d\d)?)?\Z",
        alphabet="0123456789-/~?%",
    )
)
def test_what_is_read_is_edtf(text: str) -> None:
    try:
        parse(text)
    except ValueError:
        return
    assert reference.is_valid(text)
