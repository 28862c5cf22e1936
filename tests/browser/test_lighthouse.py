"""Lighthouse's judgement of every kind of page in all that does not hang on the machine's time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.judge import BY_TURNS, Judge, failing, score
from tests.browser.kinds import Site
from tests.browser.server import ADDRESS, serve
from tests.browser.tools import twin

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CATEGORIES = ("accessibility", "best-practices", "seo")


@pytest.mark.parametrize(("language", "kind"), BY_TURNS)
def test_lighthouse_has_nothing_to_say(site: Site, judge: Judge, language: str, kind: str) -> None:
    report = judge.run(site.url(site.middling(language, kind)), *CATEGORIES)
    found = {category: (score(report, category), failing(report, category)) for category in CATEGORIES}
    assert found == {category: (100, []) for category in CATEGORIES}


def test_lighthouse_sees_a_twin_that_is_wrong(tmp_path: Path) -> None:
    for name in ("index", "404"):
        (tmp_path / f"{name}.html").write_text(twin("loud"), encoding="utf-8")
    with serve(tmp_path) as port:
        judge = Judge(port)
        report = judge.run(f"{ADDRESS}index.html", *CATEGORIES)
        judge.close()
    found = {category: " ".join(failing(report, category)) for category in CATEGORIES}
    signs = {"accessibility": "image-alt", "best-practices": "errors-in-console", "seo": "meta-description"}
    assert [category for category, sign in signs.items() if sign not in found[category]] == []
