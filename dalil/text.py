"""Words in Arabic and Latin script: where they begin and end, and how two spellings are compared."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["PREFIXES", "fold", "is_word", "word_end", "word_start"]

# Letters that are written joined to the word they introduce: and, so, by, for, like.
PREFIXES = "وفبلك"
_LETTER = re.compile(r"[^\W_]|[\u064b-\u0652\u0670\u0640]")
_DROPPED = dict.fromkeys([0x640, 0x670, *range(0x64B, 0x660), 0x200C, 0x200D, 0x200E, 0x200F, 0x61C, 0xAD])
_ALIKE = str.maketrans("أإآٱىيیکةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "اااايييكهوي01234567890123456789")


def _is_letter(text: str, index: int) -> bool:
    return 0 <= index < len(text) and bool(_LETTER.match(text[index]))


def word_end(text: str, index: int) -> bool:
    """Whether a span may end at this code point: no word goes on across it."""
    return not (_is_letter(text, index - 1) and _is_letter(text, index))


def word_start(text: str, index: int) -> bool:
    """Whether a span may begin here: at a word, or after its joined one-letter prefix or prefixes."""
    if word_end(text, index):
        return True
    first = index - 1
    while _is_letter(text, first - 1):
        first -= 1
    prefix = text[first:index]
    return len(prefix) <= 2 and all(letter in PREFIXES for letter in prefix) and (len(prefix) < 2 or prefix[0] in "وف")


def is_word(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` cuts no word."""
    return word_start(text, start) and word_end(text, end)


def fold(text: str) -> str:
    """The search form: no tatweel, diacritics or marks; one alef, ya, ha, waw; ASCII digits; lower case."""
    plain = unicodedata.normalize("NFKC", text).translate(_DROPPED).translate(_ALIKE)
    decomposed = unicodedata.normalize("NFD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
