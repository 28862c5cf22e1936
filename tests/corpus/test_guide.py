"""The guide to records says what the readers of records take."""

from __future__ import annotations

import re
from pathlib import Path

from dalil.corpus.claim import read_claim, read_period
from dalil.corpus.comparisons import comparisons, pages
from dalil.corpus.documents import SPAN_KEYS
from dalil.located import Table, Text, read_yaml
from dalil.problems import Location, Problem

GUIDE = Path(__file__).resolve().parents[2] / "seeds/README.md"
HERE = Location("seeds/README.md")


def blocks(folder: Path, problems: list[Problem]) -> list[Table]:
    found = []
    for number, text in enumerate(re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)):
        path = folder / f"{number}.yml"
        path.write_text(text, "utf-8")
        found.append(read_yaml(path, path.name, problems))
    return found


def test_the_examples_are_read_without_a_problem(tmp_path: Path) -> None:
    problems: list[Problem] = []
    fact, comparison, page = blocks(tmp_path, problems)
    (only,) = next(iter(fact.values())).values()  # type: ignore[union-attr]
    assert isinstance(only, Table)
    assert {str(key) for key in only} == {"claim", "when", "link", "by", "quote", "en", "fr", "ar"}
    assert read_claim(Text(str(only.find("claim")), HERE), problems)
    assert read_period(Text(str(only.find("when")), HERE), problems)
    assert len(comparisons(comparison, problems)) == 1
    assert len(pages(page, problems)) == 1
    assert problems == []


def test_the_claims_in_its_text_follow_the_grammar() -> None:
    problems: list[Problem] = []
    told = re.findall(r"`(\S+ (?:dismantled|chaired-by|attended-by) [^`]+)`", GUIDE.read_text("utf-8"))
    assert len(told) == 3
    assert all(read_claim(Text(claim, HERE), problems) for claim in told)
    assert problems == []


def test_it_names_every_way_to_carry_a_fact() -> None:
    text = GUIDE.read_text("utf-8")
    assert [key for key in SPAN_KEYS if f"`{key}:" not in text] == []
