"""The forms under which a word can be found: the search index gets them all, a query asks for its own.

``assets/fold.js`` does the same to the query; a test runs both over one list of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import yaml

from dalil.text import fold

__all__ = ["firm", "guarded", "index_forms", "known_forms", "loose", "name_form", "words"]

PAIRS = Path(__file__).with_name("pairs.yml")
# U+202F and U+00A0 group digits: 3 461 is one number.
_GROUP = re.compile(r"(?<=\d)[\u202f\u00a0](?=\d{3})")
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670\u0640])*")
_ARABIC = re.compile(r"[\u0620-\u064a]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"})
_HAMZAS = str.maketrans("", "", "ءؤئ")
# The article, alone or after and, so, by, like; for + the is written with one alef less.
_ARTICLE = re.compile(r"^(?:[وف]?[بك]?ال|[وف]?لل)(?=...)")
_PARTICLES = (re.compile(r"^[وفبلك](?=...)"), re.compile(r"^[وف][بلك](?=...)"))
_ENDINGS = re.compile(r"(?<=....)(?:ون|ين|ان|ها|هم|ا)$|(?<=...)(?:ات|ه)$")
_PLURALS = (
    (re.compile(r"(?<=..)ies$"), "y"),
    (re.compile(r"(?<=..[^e])aux$"), "al"),
    (re.compile(r"(?<=..[^s])s$|(?<=eu)x$|(?<=eau)x$"), ""),
)
_FEMININE = re.compile(r"(?<=...)e+$")


def words(text: str) -> list[str]:
    """The words and numbers of a text, as they are written."""
    return _WORD.findall(_GROUP.sub("", text))


@lru_cache(maxsize=65536)
def firm(word: str) -> tuple[str, ...]:
    """Forms that mean the same word: folded, without the article, hamza's seat or ending; the first is the plainest."""
    whole = word.translate(_LIGATURES)
    if not _ARABIC.search(word):
        return tuple(dict.fromkeys((fold(whole), _singular(fold(whole)))))
    seats = [fold(whole), fold(whole.translate(_HAMZAS))]
    bare = [*seats, *(_ARTICLE.sub("", form) for form in seats)]
    return tuple(form for form in dict.fromkeys([*bare, *(_ENDINGS.sub("", form) for form in bare)]) if form)


@lru_cache(maxsize=65536)
def loose(word: str) -> tuple[str, ...]:
    """What is left if the first letters are joined particles (wa-, fa-, bi-, li-, ka-), which they need not be."""
    whole = fold(word)
    found = [particles.sub("", whole) for particles in _PARTICLES if particles.match(whole)]
    return tuple(dict.fromkeys([*found, *(_ENDINGS.sub("", form) for form in found)]))


def _singular(form: str) -> str:
    for ending, instead in _PLURALS:
        if ending.search(form):
            form = ending.sub(instead, form)
            break
    return _FEMININE.sub("", form)


@cache
def _others() -> dict[str, tuple[str, ...]]:
    """The forms of one word of a pair by the plainest form of the other."""
    pairs: dict[str, str] = yaml.safe_load(PAIRS.read_text("utf-8"))
    both = [*pairs.items(), *((other, word) for word, other in pairs.items())]
    return {fold(word): firm(other) for word, other in both}


def name_form(name: str) -> str:
    """A whole name as one word, '' for none: a page that is called so, in any order, comes first."""
    stems = [_ENDINGS.sub("", _ARTICLE.sub("", _singular(fold(word)))) for word in words(name)]
    return f"name{''.join(sorted(stems))}" if stems else ""


def index_forms(spoken: Iterable[str], known: frozenset[str]) -> list[str]:
    """Every form of some words, sorted.

    Three letters left after a particle prove little: they count only where ``known`` holds them, the firm
    forms of all that is searched.
    """
    found = known_forms(spoken)
    found |= {form for word in spoken for form in loose(word) if len(form) > 3 or form in known}
    return sorted(found | {other for form in found for other in _others().get(form, ())})


def guarded(forms: Iterable[str]) -> list[str]:
    """Forms as Pagefind is given them: between letters that keep its own Arabic stemmer away.

    It would cut Bourita and Britain (with and) to the same three letters.
    """
    return [f"q{form}q" if _ARABIC.search(form) else form for form in forms]


def known_forms(spoken: Iterable[str]) -> frozenset[str]:
    """The firm forms of some words."""
    return frozenset(form for word in spoken for form in firm(word))
