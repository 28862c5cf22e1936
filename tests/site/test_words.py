"""Catalogues: every message of the code and the templates has a translation, and what is missing is listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dalil.problems import BadInputError
from dalil.site.words import Words, load_words

SITE = Path(__file__).parents[2] / "dalil" / "site"
CALL = re.compile(r"(?:\b_|\bwords)\(\s*([\"'])(.+?)\1(?!\.)")
FIELD = re.compile(r"\{\w+\}")


def messages() -> set[str]:
    files = [*SITE.glob("*.py"), *SITE.glob("templates/*.j2")]
    return {match[2] for path in files for match in CALL.finditer(path.read_text("utf-8"))}


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_message_is_translated(language: str) -> None:
    assert sorted(messages() - set(load_words(language).messages)) == []


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_fields_survive_translation(language: str) -> None:
    for message, text in load_words(language).messages.items():
        assert sorted(FIELD.findall(message)) == sorted(FIELD.findall(text)), message


def test_all_that_is_missing_is_listed() -> None:
    words = Words("fr", {})
    words("One")
    words("Two")
    with pytest.raises(BadInputError) as error:
        words.complain()
    assert [problem.what for problem in error.value.problems] == ["no translation of 'One'", "no translation of 'Two'"]


def test_an_empty_translation_counts_as_missing(tmp_path: Path) -> None:
    (tmp_path / "fr.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "One"\nmsgstr ""\n'
    )
    assert "One" not in load_words("fr", tmp_path).messages
