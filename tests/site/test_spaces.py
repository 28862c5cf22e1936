"""French spaces hold their phrase together; code, tags and Arabic words are left alone."""

from __future__ import annotations

import pytest

from dalil.site.spaces import tie


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("<p>Vu ? Oui ; non : 3 !</p>", "<p>Vu_? Oui_; non_: 3_!</p>"),
        ("« mot\u00a0»", "«_mot_»"),
        ("<b>vu</b> : non", "<b>vu</b>_: non"),
        ("(a) ; 5 % : b", "(a)_; 5 %_: b"),
    ],
)
def test_tied(written: str, set_: str) -> None:
    assert tie(written) == set_.replace("_", "\u202f")


@pytest.mark.parametrize(
    "html",
    [
        "<code>a ? b : c</code>",
        '<a href="#" title="a ; b">x</a>',
        "<script>a ? b : c</script>",
        "قال : نعم",
        "« نص »",
        "10 :30",
        "&nbsp;",
    ],
)
def test_left_alone(html: str) -> None:
    assert tie(html) == html
