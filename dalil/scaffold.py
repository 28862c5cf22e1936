"""A new document's record, with all that a program can know of its text filled in."""

from __future__ import annotations

import hashlib
from pathlib import Path

__all__ = ["record"]

RECORD = """\
id: {id}
title:
  ar:
  en:
  fr:
title_basis:            # printed, or supplied by you
publisher:              # an entity of seeds/entities.yml
publisher_basis:        # stated or inferred
language: ar
published:              # EDTF: 2022-05-11, 2022-05, or 2014-12-15/2014-12-16 for some day within
published_basis:        # stated or inferred
url:
rights: quoted          # or open, where the rights allow more than short quotations
text:
  file: {file!r}
  sha256: {sha256}
  characters: {characters}
parts:                  # code points of the text; add headline, subheadline, caption, dateline
  body: {start}-{end}
topic:                  # a code of seeds/vocabulary/topic.yml
summary:
  ar:
  en:
  fr:
note:                   # what is inferred of the bibliography, and why
  ar:
  en:
  fr:

facts: {{}}

names: {{}}

set_aside: []
"""


def record(ident: str, text: Path) -> str:
    """The YAML of ``seeds/documents/<ident>.yml`` for a text file (UTF-8).

    The body is taken from the first to the last letter of the text; the curator narrows it.
    """
    data = text.read_bytes()
    words = data.decode("utf-8")
    start = len(words) - len(words.lstrip())
    return RECORD.format(
        id=ident,
        file=text.name,
        sha256=hashlib.sha256(data).hexdigest(),
        characters=len(words),
        start=start,
        end=len(words.rstrip()),
    )
