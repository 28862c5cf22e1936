import pytest

from dalil.text import fold, is_word


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("قال الوزير", "الوزير", True),
        ("وقال", "قال", True),
        ("بالرباط", "الرباط", True),
        ("وبالرباط", "الرباط", True),
        ("سيقال", "يقال", False),
        ("الوزيران", "الوزير", False),
        ("المغربية", "المغرب", False),
        ("(الوزير)،", "الوزير", True),
        ("مُحَمَّد", "مُحَمَّ", False),
        ("بولندا", "لندا", False),
    ],
)
def test_spans_cut_no_word(text: str, words: str, whole: bool) -> None:
    start = text.index(words)
    assert is_word(text, start, start + len(words)) is whole


@pytest.mark.parametrize(
    ("one", "other"),
    [("إفريقيا", "افريقيا"), ("بوريطة", "بوريطه"), ("مُكَافَحَةُ", "مكافحه"), ("قـــد", "قد"), ("٢٠٢٢", "2022"),
     ("مصطفى", "مصطفي"), ("École", "ecole"), ("المسؤولية", "المسوولية")],
)  # fmt: skip
def test_fold_joins_spellings(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_fold_keeps_words_apart() -> None:
    assert fold("قلم") != fold("علم")
