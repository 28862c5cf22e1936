from decimal import Decimal

import pytest

from dalil.quantity import QUALIFIERS, bounds

N = Decimal(80)
ONE = Decimal(1)


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    [
        ("exactly", N, N),
        ("more-than", N + ONE, None),
        ("at-least", N, None),
        ("less-than", Decimal(0), N - ONE),
        ("up-to", Decimal(0), N),
        ("about", None, None),
        ("several", Decimal(2), None),
        ("many", None, None),
        ("none", Decimal(0), Decimal(0)),
    ],
)
def test_bounds(qualifier: str, low: Decimal | None, high: Decimal | None) -> None:
    assert bounds(qualifier, (N,)) == (low, high)


def test_between_keeps_both() -> None:
    assert bounds("between", (Decimal(2), Decimal(5))) == (Decimal(2), Decimal(5))


def test_a_decimal_has_no_next_number() -> None:
    assert bounds("more-than", (Decimal("2.5"),)) == (Decimal("2.5"), None)


def test_the_vocabulary_lists_the_same_qualifiers() -> None:
    import yaml

    from tests.world import ROOT

    listed = yaml.safe_load((ROOT / "seeds/vocabulary/qualifier.yml").read_text("utf-8"))
    assert set(listed) == QUALIFIERS
