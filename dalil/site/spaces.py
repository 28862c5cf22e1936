"""The spaces that French typography puts inside a phrase, made so that no line breaks at them.

Whoever writes types plain spaces before ``; : ! ?`` and inside guillemets; one pass over finished HTML does the rest.
"""

from __future__ import annotations

from dalil.site.bidi import in_text
from dalil.site.values import THIN

__all__ = ["tie"]

_SKIP = "script|style|code|pre|textarea|title"
# What is Arabic or English in a French page has no space there, or keeps its own.
_TOKEN = in_text(
    _SKIP, r"(?P<space>(?<=[^\s\u0600-\u06ff])[ \u00a0](?=[;:!?»](?![\w/]))|(?<=«)[ \u00a0](?![\u0600-\u06ff]))"
)


def tie(html: str) -> str:
    """French HTML with narrow no-break spaces (U+202F) before its high marks and inside its quotation marks."""
    return _TOKEN.sub(lambda match: THIN if match["space"] else match[0], html)
