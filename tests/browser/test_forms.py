"""A query is folded by a script and the index by Python: both must do the same to every word."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dalil.site import forms
from dalil.text import fold

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "dalil" / "site" / "assets" / "fold.js"
# What the record may not hold, but people type.
HARD = "والإرهاب بالطباعة للأندلس للجنة مُحَمَّدٌ قرطـــبة المسئولية شؤون رؤية ﻻجئ ١٢٣ ۴۵ 3\u202f461 œuvre Æsop l’œil réseaux İstanbul ß ﬁn é"


def test_script_and_python_fold_every_word_alike(browser: Browser) -> None:
    files = [*ROOT.glob("datapackage/*.csv"), *ROOT.glob("docs/*/**/*.md"), *ROOT.glob("dalil/site/*.yml")]
    text = "\n".join([HARD, *(path.read_text("utf-8") for path in files)])
    spoken = sorted(set(forms.words(text)))
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    assert page.evaluate("text => [...new Set(Forms.words(text))]", text) == list(dict.fromkeys(forms.words(text)))
    script = (
        "words => words.map((word) => [Forms.fold(word), Forms.firm(word), Forms.loose(word), Forms.nameForm(word)])"
    )
    for word, found in zip(spoken, page.evaluate(script, spoken), strict=True):
        wanted = [fold(word), list(forms.firm(word)), list(forms.loose(word)), forms.name_form(word)]
        assert found == wanted, word
    page.close()
