"""The search index: the forms of words, the bare copies, the entries in a fixed order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dalil.package.write import read_tables
from dalil.problems import BadInputError
from dalil.site import search
from dalil.site.copies import aliases
from dalil.site.forms import firm, index_forms, loose, name_form, words
from dalil.site.sql import VENDOR, engine_files

ROOT = Path(__file__).resolve().parents[2]
NONE: frozenset[str] = frozenset()


def meet(asked: str, written: str) -> bool:
    """Whether a query in one form finds a text in another, as the page does it."""
    index = set(index_forms(words(written), NONE))
    return bool(index & {*firm(asked), *loose(asked)})


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("خزانة", "خزانة"), ("والكتاب", "كتاب"), ("بالطباعة", "طباعة"), ("للأندلس", "أندلس"), ("جريدة", "الجريدة"),
        ("وزيتون", "زيتون"), ("أحمد", "احمد"), ("اسامة", "أسامة"), ("الإستشراق", "استشراق"), ("آثارا", "اثارا"),
        ("مدرسة", "مدرسه"), ("مطبعه", "مطبعة"), ("مُحَمَّدٌ", "محمد"), ("سليمان", "سُلَيْمَان"), ("مصطفى", "مصطفي"),
        ("قرطـــبة", "قرطبة"), ("مهندسون", "مهندس"), ("قصور", "قصر"), ("école", "ecole"), ("l’histoire", "histoire"),
        ("manuscript", "manuscripts"), ("المسؤولية", "المسئولية"), ("لبوريطة", "وبوريطة"), ("œuvres", "oeuvre"),
        ("دجنبر", "ديسمبر"), ("وشتنبر", "سبتمبر"), ("ديسمبر", "دجنبر"),
    ],
)  # fmt: skip
def test_a_word_is_found_in_its_other_forms(written: str, asked: str) -> None:
    assert meet(asked, written)


@pytest.mark.parametrize(
    ("written", "asked"), [("وبريطانيا", "بوريطة"), ("كتاب", "مكتب"), ("وزير", "زيارة"), ("cellar", "cell")]
)
def test_what_only_looks_alike_is_not_found(written: str, asked: str) -> None:
    assert not meet(asked, written)


def test_three_letters_after_a_particle_count_only_where_they_are_a_word() -> None:
    assert "امل" not in index_forms(["كامل"], NONE)
    assert "دعم" in index_forms(["لدعم"], frozenset({"دعم"}))


def test_a_name_is_one_word() -> None:
    assert name_form("التحالف الدولي") == name_form("تحالف دولي")
    assert name_form("United States") == name_form("united state") == name_form("States United")
    assert name_form(" – ") == ""


def test_every_alias_belongs_to_an_entity() -> None:
    known = {row["id"] for row in read_tables(ROOT / "datapackage")["entities"]}
    assert set(aliases()) - known == set()


def test_each_language_has_its_index_and_each_page_a_kind(published: Path) -> None:
    entry = (published / "pagefind" / "pagefind-entry.json").read_text("utf-8")
    languages = json.loads(entry)["languages"]
    assert list(languages) == ["ar", "en", "fr"]
    assert len({found["page_count"] for found in languages.values()}) == 1
    assert entry == json.dumps(json.loads(entry), sort_keys=True)
    assert not list((published / "pagefind").glob("*ui*"))


def test_no_published_page_carries_the_forms(published: Path) -> None:
    assert [path for path in published.rglob("*.html") if "data-forms" in path.read_text("utf-8")] == []


def test_an_altered_engine_is_not_published(tmp_path: Path) -> None:
    for path in VENDOR.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert set(engine_files(tmp_path)) == {
        "vendor/sql.js/sql-wasm.js",
        "vendor/sql.js/sql-wasm.wasm",
        "vendor/sql.js/LICENSE",
    }
    (tmp_path / "sql-wasm.js").write_text("other", "utf-8")
    with pytest.raises(BadInputError, match="digest differs"):
        engine_files(tmp_path)


def test_a_failing_indexer_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="Pagefind failed"):
        search.build_index(tmp_path / "nowhere", tmp_path / "out")
