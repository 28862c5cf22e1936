"""Every fact stands on anchored words; what is published of an article stays within its limits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalil.anchors import digest
from dalil.corpus.facts import Anchor, Document, Fact, Span
from dalil.corpus.model import Corpus
from dalil.problems import Problem, Problems

__all__ = ["CAP", "RULES", "WORDS", "exposure"]

WORDS = 10
CAP = 0.20
ANCHOR = "run `build_site.py anchor --texts DIR`"


def _spans(document: Document, corpus: Corpus) -> Iterator[tuple[Fact, Span, Anchor | None]]:
    kept = corpus.anchors[document.id].spans
    for fact in document.facts:
        for span in fact.spans:
            yield fact, span, kept.get((str(fact.slug), span.number))


def exposure(document: Document, corpus: Corpus) -> float:
    """Share of the body's code points that the published quotations show, each counted once."""
    start, end = document.body
    shown: set[int] = set()
    for _, span, anchor in _spans(document, corpus):
        if span.is_quote and anchor:
            shown.update(range(max(start, anchor.start), min(end, anchor.end)))
    return len(shown) / (end - start) if end > start else 0.0


def carried(corpus: Corpus) -> Problems:
    """A fact has a span that states it, not only a premise."""
    for fact in corpus.facts():
        if all(span.premise for span in fact.spans):
            yield Problem(fact.at, f"{fact.id} has no words that carry it", "add `quote:` or `at:`")


def anchored(corpus: Corpus) -> Problems:
    """Offsets and digests are kept for every span, lie in the text, and match the words or offsets of the record."""
    for document in corpus.documents:
        for fact, span, anchor in _spans(document, corpus):
            at = span.text.at
            if not span.is_quote and not span.offsets:
                yield Problem(at, f"words under {span.kind} of {fact.id}", f"they are not to be published: {ANCHOR}")
            elif anchor is None:
                yield Problem(at, f"span {span.number} of {fact.id} is not anchored", ANCHOR)
            elif not 0 <= anchor.start < anchor.end <= document.text_characters:
                yield Problem(at, f"span {anchor.start}-{anchor.end} outside the text", ANCHOR)
            elif _differs(span, anchor):
                yield Problem(at, f"the words of {fact.id} are not those that were anchored", ANCHOR)


def _differs(span: Span, anchor: Anchor) -> bool:
    if span.is_quote:
        return len(span.text) != anchor.end - anchor.start or digest(span.text) != anchor.sha256
    return span.offsets != (anchor.start, anchor.end)


def leftover(corpus: Corpus) -> Problems:
    """No anchor without its span, no two spans of a fact at one place."""
    for document in corpus.documents:
        kept = corpus.anchors[document.id].spans
        used = {(str(fact.slug), span.number) for fact in document.facts for span in fact.spans}
        for slug, number in kept:
            if (slug, number) not in used:
                yield Problem(document.id.at, f"an anchor of {slug} span {number} that no fact has", ANCHOR)
        for fact in document.facts:
            starts = [kept[key].start for s in fact.spans if (key := (str(fact.slug), s.number)) in kept]
            if len(starts) != len(set(starts)):
                yield Problem(fact.at, f"two spans of {fact.id} begin at one place", "keep one")


def quotations(corpus: Corpus) -> Problems:
    """At most ten words a quotation and a fifth of the body, unless the rights are open."""
    for document in corpus.documents:
        if document.rights == "open":
            continue
        for fact, span, _ in _spans(document, corpus):
            words = len(re.findall(r"\S+", span.text))
            if span.is_quote and words > WORDS:
                what = f"quote too long: {fact.id} quotes {words} words"
                yield Problem(span.text.at, what, f"quote at most {WORDS}, or move it to `at:`")
        share = exposure(document, corpus)
        if share > CAP:
            what = f"exposure above the cap: {document.id!s} shows {share:.1%} of its body"
            yield Problem(document.id.at, what, f"move quotations to `at:` until it is {CAP:.0%} or less")


def inside(corpus: Corpus) -> Problems:
    """The parts of a document, and what is set aside, lie in its text."""
    for document in corpus.documents:
        for name, (start, end) in document.parts.items():
            if not 0 <= start < end <= document.text_characters:
                yield Problem(document.id.at, f"{name} {start}-{end} outside the text", "correct the range")
        for entry in document.set_aside:
            if not entry.span.offsets:
                yield Problem(entry.span.text.at, "words under set_aside", f"they are not to be published: {ANCHOR}")
            elif not 0 <= entry.span.offsets[0] < entry.span.offsets[1] <= document.text_characters:
                yield Problem(
                    entry.span.text.at, f"set_aside {entry.span.text!s} outside the text", "correct the range"
                )


def named(corpus: Corpus) -> Problems:
    """Every spelling has its place in the text, and no place is kept for another."""
    for document in corpus.documents:
        kept = dict(corpus.anchors[document.id].names)
        for name in document.names:
            if kept.pop((str(name.entity), str(name.text)), None) is None:
                yield Problem(name.text.at, f"the name {name.text!s} is not anchored", ANCHOR)
        for entity, text in kept:
            yield Problem(document.id.at, f"an anchor of the name {text} of {entity} that no record has", ANCHOR)


RULES = (carried, anchored, leftover, quotations, inside, named)
