"""The SQL page: nothing is loaded before a question is run, and each sample question is answered."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from dalil.site.sql import questions
from tests.browser.kinds import LANGUAGES, Site
from tests.browser.tools import Open

pytestmark = pytest.mark.browser


def asked_of(site: Site, *questions: str) -> list[list[Any]]:
    """What Python's SQLite answers, asked of the published file."""
    (file,) = site.root.glob("v*/*.sqlite")
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as base:
        return [base.execute(question).fetchall() for question in questions]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sample_question_has_an_answer(site: Site, language: str) -> None:
    assert len(questions(language)) == 10
    answers = asked_of(site, *(question.sql for question in questions(language)))
    assert [question.text for question, rows in zip(questions(language), answers, strict=True) if not rows] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_runs_in_the_browser(tab: Open, site: Site, language: str) -> None:
    page, asked = tab(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url(f"{language}/data/sql.html"), wait_until="networkidle")
    assert not any(address.endswith((".sqlite", ".wasm", "sql-wasm.js")) for address in asked)
    page.click(".questions li:first-child summary")
    page.click(".questions li:first-child button")
    page.wait_for_selector(".answer td")
    (rows,) = asked_of(site, questions(language)[0].sql)
    assert page.locator(".answer tbody tr").count() == len(rows)
    assert "#sql=SELECT" in page.url
    assert page.evaluate("document.querySelector('.answer').getBoundingClientRect().top < innerHeight"), "out of sight"


def test_back_does_not_leave_an_answer_under_another_question(tab: Open, site: Site) -> None:
    page = tab()
    page.goto(site.url("en/data/sql.html"))
    for place in (1, 4):
        page.click(f".questions li:nth-child({place}) summary")
        page.click(f".questions li:nth-child({place}) button")
        page.wait_for_selector(".answer td")
    page.go_back()
    page.wait_for_selector(".answer:empty", state="attached")
    assert page.input_value("#statement") == questions("en")[0].sql.strip()
    assert page.inner_text("[data-sql] [role=status]") == ""


def test_a_faulty_question_is_answered_with_the_fault(tab: Open, site: Site) -> None:
    page = tab()
    page.goto(site.url("en/data/sql.html#sql=SELECT%20a%20FROM%20nowhere"))
    page.click("[data-sql] button[type=submit]")
    page.wait_for_selector('[data-sql] [role=status] [lang="en"]')
    assert "no such table" in page.inner_text("[data-sql] [role=status]")


def test_from_a_folder_the_page_says_why_not(tab: Open, site: Site) -> None:
    page = tab()
    page.goto((site.root / "ar" / "data" / "sql.html").as_uri())
    page.wait_for_selector("[data-sql] [role=status]:not(:empty)")
    assert not page.is_visible("#statement")
