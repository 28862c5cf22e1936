from collections.abc import Callable
from pathlib import Path

import pytest

from dalil import commands
from dalil.problems import BadInputError

World = Callable[[str], Path]


def uncover(root: Path, old: str, new: str) -> str:
    path = root / "seeds/documents/alpha-2099.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    commands.anchor(root, root / "texts")
    with pytest.raises(BadInputError) as bad:
        commands.check(root, root / "texts")
    return str(bad.value)


def test_a_date_word_set_aside_no_longer_is_open(world: World) -> None:
    said = uncover(world("base"), "set_aside:\n  - at: 198-233\n    reason: made up for tests\n", "set_aside: []\n")
    assert "date word الشهر" in said
    assert "set it aside: `at:" in said


def test_a_number_outside_evidence_is_open(world: World) -> None:
    said = uncover(world("base"), "    quote: إن 3 منهم جدد\n", "    quote: منهم جدد\n")
    assert "numeral 3" in said


def test_a_name_outside_evidence_is_open(world: World) -> None:
    said = uncover(world("base"), "    at: 93-105\n", "    quote: بمدينة\n")
    assert "name النور" in said


def test_the_account_is_printed(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    root = world("base")
    commands.check(root, root / "texts")
    said = capsys.readouterr().out
    assert "alpha-2099: 6 facts" in said
    assert "numeral: 5, 5 in evidence, 0 set aside, 0 open" in said
    assert "date word: 3, 2 in evidence, 1 set aside, 0 open" in said
