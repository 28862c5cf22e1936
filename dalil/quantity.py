"""What a qualified whole number leaves open: ``more than 80`` is 81 or more, never 80."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

__all__ = ["NUMBERLESS", "QUALIFIERS", "bounds"]

Bound = Decimal | None
ONE = Decimal(1)


def _step(value: Decimal) -> Decimal:
    """The distance to the next whole number; a decimal has none."""
    return ONE if value == value.to_integral_value() else Decimal(0)


_BOUNDS: dict[str, Callable[[Decimal], tuple[Bound, Bound]]] = {
    "exactly": lambda n: (n, n),
    "more-than": lambda n: (n + _step(n), None),
    "at-least": lambda n: (n, None),
    "less-than": lambda n: (Decimal(0), n - _step(n)),
    "up-to": lambda n: (Decimal(0), n),
    "about": lambda n: (None, None),
}
NUMBERLESS: dict[str, tuple[Bound, Bound]] = {
    "several": (Decimal(2), None),
    "many": (None, None),
    "none": (Decimal(0), Decimal(0)),
}
QUALIFIERS = frozenset(_BOUNDS) | frozenset(NUMBERLESS) | {"between"}


def bounds(qualifier: str, numbers: tuple[Decimal, ...]) -> tuple[Bound, Bound]:
    """Lowest and highest number that the qualified figure allows; None where it sets no bound."""
    if qualifier == "between":
        low, high = numbers
        return low, high
    if qualifier in NUMBERLESS:
        return NUMBERLESS[qualifier]
    return _BOUNDS[qualifier](numbers[0])
