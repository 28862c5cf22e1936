"""Anchoring: words of a document's text ↔ offsets and digests.

Offsets are Unicode code points ``[start, end)`` into the text exactly as supplied; digests are SHA-256 of
the UTF-8 bytes.  A span is found verbatim and once, or it is a problem: there is no second guess.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from dalil.corpus.facts import Anchor, Document, Fold, Span
from dalil.corpus.model import Corpus
from dalil.located import Text
from dalil.problems import Location, Problem
from dalil.text import is_word

__all__ = ["digest", "is_as_read", "locate", "names_csv", "read_texts", "spans_csv", "verify", "with_offsets"]

Spans = dict[tuple[str, int], Anchor]
SPAN_COLUMNS = ("fact", "span", "char_start", "char_end", "span_sha256", "line", "paragraph", "part")
NAME_COLUMNS = ("entity", "name", "char_start", "char_end")


def digest(text: str) -> str:
    """SHA-256 of the UTF-8 bytes, in lower-case hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_texts(corpus: Corpus, folder: Path, problems: list[Problem]) -> Mapping[str, str]:
    """The text of each document from the folder that holds them; missing or altered ones are problems."""
    found = {}
    for document in corpus.documents:
        path = folder / document.text_file
        at = document.text_file.at
        if not path.is_file():
            problems.append(
                Problem(at, f"no text {document.text_file!s} in the folder of texts", "pass the right folder")
            )
            continue
        data = path.read_bytes()
        text = data.decode("utf-8", "replace")
        if (found_digest := hashlib.sha256(data).hexdigest()) != document.text_sha256:
            what = f"wrong SHA-256: {document.id!s} was read from another text (this one has {found_digest})"
            problems.append(Problem(document.text_sha256.at, what, "supply the text that was read, or read it anew"))
        elif len(text) != document.text_characters:
            what = f"the text has {len(text)} characters, not {document.text_characters}"
            problems.append(Problem(at, what, "correct `characters`"))
        found[str(document.id)] = text
    return found


def is_as_read(document: Document, text: str) -> bool:
    """Whether a text is the one that the record was read from: only then may offsets be taken from it."""
    return digest(text) == document.text_sha256 and len(text) == document.text_characters


def locate(document: Document, text: str, problems: list[Problem]) -> Fold:
    """Every span and every name of the record in the text."""
    spans: Spans = {}
    for fact in document.facts:
        for span in fact.spans:
            found = _find(span, text, problems)
            if found:
                spans[str(fact.slug), span.number] = _anchor(document, text, *found)
    names = {}
    for name in document.names:
        found = _first_word(text, name.text, document.body)
        if found:
            names[str(name.entity), str(name.text)] = found
        else:
            problems.append(
                Problem(name.text.at, f"name not found in the text: {name.text!s}", "copy it from the text")
            )
    return Fold(spans, names)


def _find(span: Span, text: str, problems: list[Problem]) -> tuple[int, int] | None:
    at, words = span.text.at, span.text
    found = span.offsets or _once(words, text, at, problems)
    if not found:
        return None
    start, end = found
    if not 0 <= start < end <= len(text):
        problems.append(Problem(at, f"span {start}-{end} outside the text of {len(text)} characters", "correct it"))
        return None
    if not is_word(text, start, end):
        problems.append(Problem(at, f"the span {start}-{end} cuts a word", "begin and end it at whole words"))
    return found


def _once(words: str, text: str, at: Location, problems: list[Problem]) -> tuple[int, int] | None:
    starts = [match.start() for match in re.finditer(re.escape(words), text)]
    if len(starts) == 1:
        return starts[0], starts[0] + len(words)
    if starts:
        places = ", ".join(map(str, starts))
        problems.append(Problem(at, f"quote found {len(starts)} times (at {places})", "lengthen it, or use `at:`"))
    else:
        problems.append(Problem(at, "quote not found in the text", "copy it from the text, letter by letter"))
    return None


def _first_word(text: str, name: str, body: tuple[int, int]) -> tuple[int, int] | None:
    """The first place of a name as whole words, in the body if it stands there."""
    places = [(m.start(), m.end()) for m in re.finditer(re.escape(name), text)] if name else []
    whole = [place for place in places if is_word(text, *place)]
    inside = [place for place in whole if body[0] <= place[0] < body[1]]
    return next(iter(inside or whole), None)


def _anchor(document: Document, text: str, start: int, end: int) -> Anchor:
    part = next((name for name, (a, b) in document.parts.items() if a <= start and end <= b), "")
    paragraph = 0
    if part == "body":
        before = text[document.body[0] : start].split("\n")
        paragraph = sum(1 for line in before[:-1] if line.strip()) + 1
    return Anchor(start, end, digest(text[start:end]), text.count("\n", 0, start) + 1, paragraph, part)


def spans_csv(fold: Fold) -> str:
    """``seeds/anchors/<document>.csv``, in the order of the record."""
    rows = (
        (slug, number, a.start, a.end, a.sha256, a.line, a.paragraph, a.part)
        for (slug, number), a in fold.spans.items()
    )
    return _csv(SPAN_COLUMNS, rows)


def names_csv(fold: Fold) -> str:
    """``seeds/anchors/<document>.names.csv``: the first place of each spelling."""
    return _csv(NAME_COLUMNS, ((entity, name, *place) for (entity, name), place in fold.names.items()))


def _csv(header: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def with_offsets(source: str, document: Document, text: str) -> str:
    """The record's source with every span given as words under ``at`` or ``premise`` turned into offsets.

    Words that are not found once are left as they are; :func:`locate` reports them.
    """
    wanted = {(node.at.line, node.at.column) for node in _words_to_hide(document)}
    edits = []
    for node in _scalars(yaml.compose(source, Loader=yaml.BaseLoader)):
        quoted = node.style in ("'", '"')
        if (node.start_mark.line + 1, node.start_mark.column + 1 + quoted) in wanted:
            found = _once(" ".join(node.value.split("\n")), text, Location(""), [])
            if found:
                edits.append((node.start_mark.index, node.end_mark.index, f"{found[0]}-{found[1]}"))
    for start, end, offsets in sorted(edits, reverse=True):
        source = source[:start] + offsets + source[end:]
    return source


def _words_to_hide(document: Document) -> Iterator[Text]:
    spans = [span for fact in document.facts for span in fact.spans if not span.is_quote]
    for span in [*spans, *(entry.span for entry in document.set_aside)]:
        if not span.offsets:
            yield span.text


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _scalars(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _scalars(value)


def verify(corpus: Corpus, texts: Mapping[str, str], problems: list[Problem]) -> Iterator[str]:
    """Anchor everything anew and compare with what is kept; one line per document that has a text."""
    for document in corpus.documents:
        text = texts.get(str(document.id))
        if text is None:
            continue
        before = len(problems)
        fresh, kept = locate(document, text, problems), corpus.anchors[document.id]
        problems.extend(_moved(document, fresh, kept))
        faults = len(problems) - before
        state = "in place" if not faults else f"{faults} problems"
        counts = f"{len(document.facts)} facts, {len(fresh.spans)} spans, {len(fresh.names)} names"
        yield f"{document.id!s}: {counts}: {state}"


def _moved(document: Document, fresh: Fold, kept: Fold) -> Iterator[Problem]:
    remedy = "run `build_site.py anchor --texts DIR` and read the difference"
    for fact in document.facts:
        for span in fact.spans:
            key = (str(fact.slug), span.number)
            if key in fresh.spans and fresh.spans[key] != kept.spans.get(key):
                yield Problem(span.text.at, f"the anchor of {fact.id} span {span.number} is not where it was", remedy)
    if fresh.names != kept.names:
        yield Problem(document.id.at, f"the names of {document.id!s} are not where they were", remedy)
