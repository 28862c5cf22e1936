from pathlib import Path

import pytest

from dalil.located import Items, Table, Text, read_yaml
from dalil.problems import Problem


def read(tmp_path: Path, source: str) -> tuple[Table, list[str]]:
    path = tmp_path / "x.yml"
    path.write_text(source, "utf-8")
    problems: list[Problem] = []
    return read_yaml(path, "x.yml", problems), [str(problem) for problem in problems]


def test_values_stay_what_was_written(tmp_path: Path) -> None:
    tree, problems = read(tmp_path, "on: NO\nday: 2022-05-11\nnumber: 010\nlist: [yes, 1.0]\n")
    assert problems == []
    assert tree == {"on": "NO", "day": "2022-05-11", "number": "010", "list": ["yes", "1.0"]}


def test_values_know_their_place(tmp_path: Path) -> None:
    tree, _ = read(tmp_path, 'a:\n  b: "quoted"\n  c: [one, two]\n')
    table = tree.find("a")
    assert isinstance(table, Table)
    quoted, items = table.find("b"), table.find("c")
    assert isinstance(quoted, Text)
    assert isinstance(items, Items)
    assert (quoted.at.line, quoted.at.column) == (2, 7)
    assert [item.at.column for item in items] == [7, 12]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("a: &x 1\nb: *x\n", "x.yml:1:4: YAML alias; write the value out"),
        ("? [a]\n: 1\n", "x.yml:1:3: a key that is not a word; write `key: value`"),
        ("- a\n", "x.yml:1:1: the file is not a mapping; write `key: value` lines"),
        ("a: 1\n b: 2\n", "x.yml:2:3: broken YAML: mapping values are not allowed in this context; mend the syntax"),
    ],
)
def test_refused(tmp_path: Path, source: str, said: str) -> None:
    assert read(tmp_path, source)[1] == [said]


def test_an_empty_file_is_an_empty_mapping(tmp_path: Path) -> None:
    assert read(tmp_path, "") == ({}, [])
