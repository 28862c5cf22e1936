import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dalil import anchors, commands
from dalil.corpus import read_corpus
from dalil.problems import BadInputError

World = Callable[[str], Path]


def test_words_under_at_become_offsets(world: World) -> None:
    root = world("base")
    path = root / "seeds/documents/alpha-2099.yml"
    before = path.read_text("utf-8")
    path.write_text(before.replace("at: 93-105", 'at: "بمدينة النور"'), "utf-8")
    commands.anchor(root, root / "texts")
    assert path.read_text("utf-8") == before
    commands.check(root, root / "texts")


def test_a_paragraph_counts_from_the_body(world: World) -> None:
    corpus = read_corpus(world("base") / "seeds", [])
    kept = corpus.anchors["alpha-2099"].spans
    assert (kept["attendance", 1].line, kept["attendance", 1].paragraph) == (5, 1)
    assert (kept["founded", 1].line, kept["founded", 1].paragraph) == (6, 2)


@pytest.mark.parametrize("place", [0, 70, 110, 200])
def test_one_changed_character_is_noticed(world: World, place: int) -> None:
    root = world("base")
    path = root / "texts/alpha.txt"
    text = path.read_text("utf-8")
    path.write_text(text[:place] + ("ص" if text[place] != "ص" else "ض") + text[place + 1 :], "utf-8")
    with pytest.raises(BadInputError, match="wrong SHA-256"):
        commands.verify(root, root / "texts")


def test_a_moved_anchor_is_noticed(world: World) -> None:
    root = world("base")
    path = root / "seeds/anchors/alpha-2099.csv"
    path.write_text(path.read_text("utf-8").replace("meeting-place,1,93,105", "meeting-place,1,94,106"), "utf-8")
    with pytest.raises(BadInputError, match="meeting-place span 1 is not where it was"):
        commands.verify(root, root / "texts")


def test_a_moved_name_is_noticed(world: World) -> None:
    root = world("base")
    path = root / "seeds/anchors/alpha-2099.names.csv"
    path.write_text(re.sub(r"127,138", "126,138", path.read_text("utf-8")), "utf-8")
    with pytest.raises(BadInputError, match="names of alpha-2099 are not where they were"):
        commands.verify(root, root / "texts")


@pytest.mark.texts
def test_the_corpus_stands_in_its_texts(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every span and name of the five documents, and the coverage of their bodies."""
    from tests.world import ROOT

    commands.verify(ROOT, texts)
    assert capsys.readouterr().out.count("in place") == 5
    commands.check(ROOT, texts)


@pytest.mark.texts
def test_offsets_count_code_points_of_the_text_as_supplied(texts: Path) -> None:
    """An own reading of the package: no code of the library between the CSV and the text."""
    import csv
    import hashlib

    from tests.world import ROOT

    with (ROOT / "datapackage/documents.csv").open(encoding="utf-8", newline="") as file:
        documents = {row["id"]: row for row in csv.DictReader(file)}
    by_digest = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in texts.glob("*.txt")}
    read = {i: by_digest[row["text_sha256"]].read_bytes().decode() for i, row in documents.items()}
    with (ROOT / "datapackage/evidence.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        span = read[row["document"]][int(row["char_start"]) : int(row["char_end"])]
        assert hashlib.sha256(span.encode()).hexdigest() == row["span_sha256"], row["id"]
        assert row["quote"] in ("", span), row["id"]
    assert len({row["fact"] for row in rows if row["quote"]}) > 50


def test_digest() -> None:
    assert anchors.digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
