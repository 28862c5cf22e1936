"""The SQL page: nothing is loaded before a question is run, and each sample question is answered."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from dalil.site.sql import DATABASE, questions
from tests.browser.kinds import LANGUAGES, Site
from tests.browser.tools import Open

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sample_question_has_an_answer(site: Site, language: str) -> None:
    assert len(questions(language)) == 10
    with closing(sqlite3.connect(f"file:{site.root / DATABASE}?mode=ro", uri=True)) as base:
        counts = {question.text: len(base.execute(question.sql).fetchall()) for question in questions(language)}
    assert [text for text, number in counts.items() if not number] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_runs_in_the_browser(tab: Open, site: Site, language: str) -> None:
    page, asked = tab(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url(f"{language}/data/sql.html"), wait_until="networkidle")
    assert not any(address.endswith((".sqlite", ".wasm", "sql-wasm.js")) for address in asked)
    page.click(".questions li:first-child summary")
    page.click(".questions li:first-child button")
    page.wait_for_selector(".answer td")
    with closing(sqlite3.connect(f"file:{site.root / DATABASE}?mode=ro", uri=True)) as base:
        assert page.locator(".answer tbody tr").count() == len(base.execute(questions(language)[0].sql).fetchall())
    assert "#sql=SELECT" in page.url


def test_a_faulty_question_is_answered_with_the_fault(tab: Open, site: Site) -> None:
    page = tab()
    page.goto(site.url("en/data/sql.html#sql=SELECT%20nothing%20FROM%20nowhere"))
    page.click("[data-sql] button[type=submit]")
    page.wait_for_selector('[data-sql] [role=status] [lang="en"]')
    assert "no such table" in page.inner_text("[data-sql] [role=status]")


def test_from_a_folder_the_page_says_why_not(tab: Open, site: Site) -> None:
    page = tab()
    page.goto((site.root / "ar" / "data" / "sql.html").as_uri())
    page.wait_for_selector("[data-sql] [role=status]:not(:empty)")
    assert not page.is_visible("#statement")
