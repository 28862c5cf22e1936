"""Runs that the bidirectional algorithm could misplace are isolated; tags and plain words are left alone."""

from __future__ import annotations

import pytest

from dalil.site.bidi import isolate


@pytest.mark.parametrize(
    "run",
    [
        "2021–2022",
        "2022-05-11",
        "$700",
        "48%",
        "+212 537-76-1123",
        "−3.5",
        "~70",
        "≥80",
        "70+",
        "S/RES/2396 (2017)",
        "CC BY 4.0",
        "1\u202f080",
    ],
)
def test_isolated(run: str) -> None:
    assert isolate(f"<p>بين {run} كلمات</p>") == f"<p>بين <bdi>{run}</bdi> كلمات</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>11 ماي 2022</p>",
        "<p>منتدى GCTF العالمي</p>",
        '<a href="x-1.html" title="2021–2022">نص</a>',
        "<code>2021–2022</code>",
        "<p>&#39; &amp; نص</p>",
        "<title>2021–2022</title>",
        "<script>a-1</script>",
        "<p><bdi>2021–2022</bdi></p>",
    ],
)
def test_left_alone(html: str) -> None:
    assert isolate(html) == html
