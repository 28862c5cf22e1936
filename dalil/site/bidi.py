"""Isolation of numbers, ranges, codes and Latin runs in Arabic, in one pass over finished HTML.

Raw, ``2021–2022`` between Arabic words is drawn as ``2022–2021``: a false fact. One pass at the end
covers prose, records and interface words alike, so that no template has to remember it.
"""

from __future__ import annotations

import re

__all__ = ["embed", "in_text", "isolate"]

_LETTER = "A-Za-z0-9\u00c0-\u024f"
_RUN = (
    r"https?://[^\s<>\"«»()\u0600-\u06ff]*[A-Za-z0-9/]"
    rf"|[#@§$€£~≈≥≤±+\-−]{{0,2}}[{_LETTER}]"
    rf"(?:[{_LETTER}\u0300-\u036f]"
    rf"|[ \u00a0\u202f.,:;/'’_+\-–—−@#=~?](?=[{_LETTER}])"
    rf"|[,.;:] (?=[A-Za-z])|(?<=[A-Za-z])\. (?=[{_LETTER}])"
    r"|[ \u00a0]?\([A-Za-z0-9][^()<>&\u0600-\u06ff]*\)"
    r"|[\u00a0\u202f]?[%°+](?![A-Za-z]))*"
)
_SKIP = "script|style|code|pre|title|option|textarea|svg|bdi"


def in_text(skip: str, wanted: str) -> re.Pattern[str]:
    """A pattern that finds ``wanted``, a named group, in the text of HTML: not in tags nor in the elements to skip."""
    return re.compile(rf"<({skip})\b.*?</\1>|<!--.*?-->|<[^>]*>|&\#?\w+;|{wanted}", re.DOTALL)


_TOKEN = in_text(_SKIP, f"(?P<run>{_RUN})")
_PLAIN = re.compile(r"\d+|[A-Za-z\u00c0-\u024f]+")


def isolate(html: str) -> str:
    """Wrap each run that the bidirectional algorithm could misplace in ``<bdi>``; leave tags alone."""
    return _TOKEN.sub(_wrap, html)


def embed(text: str) -> str:
    """Plain Arabic text for a frame drawn from left to right: itself and its runs in Unicode isolates."""
    return "\u2067" + re.sub(_RUN, "\u2066\\g<0>\u2069", text) + "\u2069"


def _wrap(match: re.Match[str]) -> str:
    run = match["run"]
    if run is None or _PLAIN.fullmatch(run):
        return match[0]
    return f"<bdi>{run}</bdi>"
