"""The joined sheet keeps what a page or a script can use, and drops the rest."""

from __future__ import annotations

import pytest

from dalil.site.styles import join, linked, names

PAGE = '<link rel="stylesheet" href="a.css"><link rel="icon" href="i.svg"><link rel="stylesheet" href="b/c.css"><p class="lead  wide" id="top">'


def test_a_page_tells_its_sheets_and_its_names() -> None:
    assert linked(PAGE) == ["a.css", "b/c.css"]
    assert sorted(names(PAGE)) == ["lead", "top", "wide"]


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        (".lead{margin:0}", True),
        ("#top .lead{margin:0}", True),
        ("p{margin:0}", True),
        ("[dir=rtl] .lead:not(.gone){margin:0}", True),
        (".gone{margin:0}", False),
        (".lead .gone{margin:0}", False),
        ("#nowhere>p{margin:0}", False),
        ("@media print{.gone{margin:0}}", False),
        (".made-by-a-script{margin:0}", True),
    ],
)
def test_a_rule_stays_where_something_can_match_it(rule: str, kept: bool) -> None:
    css = join([rule], {"lead", "top"}, ['element.className = "made-by-a-script"'])
    assert ("margin:0" in css) == kept


def test_a_variable_that_nothing_asks_for_goes_with_those_it_asks_for() -> None:
    css = join([":root{--a:1px;--b:var(--c);--c:2px}p{margin:var(--a)}"], set(), [])
    assert css == ":root{--a:1px}p{margin:var(--a)}"


def test_sheets_keep_their_order() -> None:
    assert join(["p{color:#f00}", "p{color:#0f0}"], set(), []) == "p{color:#0f0}"
