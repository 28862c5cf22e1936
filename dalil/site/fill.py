"""Filling a built page: fact links become citations, record links addresses, comments generated parts.

One pass in the order of the page, since sources are numbered by first use.
"""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup

from dalil.site import dates
from dalil.site.citations import note
from dalil.site.data import bad
from dalil.site.directives import fill as generate
from dalil.site.page import Page

__all__ = ["fill_article", "fill_part"]

_PLACE = re.compile(
    r'<a\b[^>]*?\bhref="(?P<scheme>fact|document|entity|difference):(?P<ids>[^"]*)"[^>]*>(?P<text>.*?)</a>'
    r"|<!--dalil:(?P<name>[a-z-]+)(?P<arguments>[^>]*?)-->",
    re.DOTALL,
)
_HOLE = re.compile(r"\{(|when)\}")
_PARAGRAPH = re.compile(r"<p>(?:(?!</p>).)*?class=\"chip\".*?</p>", re.DOTALL)
_BLOCK_END = re.compile(r"</(?:p|li|td|dd|h\d)>")
# A full stop must not begin a line because a chip ended the one before.
_GLUED = re.compile(
    r'(<button type="button" class="chip"[^>]*>(?:(?!</button>).)*</button>)([\u00a0\u202f]?[.,;:!?،؛؟)»”]+)'
)
_CHIP = re.compile(r'popovertarget="source-([^"]+)"')


def fill_part(page: Page, html: str) -> str:
    """Replace every reference and comment of Dalil's in a piece of HTML."""
    pieces, end = [], 0
    for match in _PLACE.finditer(html):
        between = html[end : match.start()]
        if _BLOCK_END.search(between):
            page.cites.next_block()
        pieces += [between, str(_replace(page, match))]
        end = match.end()
    return "".join([*pieces, html[end:]])


def fill_article(page: Page, html: str) -> str:
    """Fill a prose article, put its side notes, its toggle and its list of sources; typeset it."""
    html = fill_part(page, html)
    html = _GLUED.sub(r'<span class="glue">\1\2</span>', html)
    if 'class="cite"' in html:
        html = _PARAGRAPH.sub(lambda match: _notes(page, match[0]), html)
        html = html.replace("</h1>", f"</h1>{page.render('toggle')}", 1)
    return page.language.typeset(html) + str(page.cites.listing())


def _replace(page: Page, match: re.Match[str]) -> Markup:
    if match["name"]:
        return generate(page, match["name"], match["arguments"])
    ids = [part.strip() for part in unescape(match["ids"]).split(",")]
    if match["scheme"] != "fact":
        return Markup('<a href="{}">{}</a>').format(page.href(match["scheme"], ids[0]), Markup(match["text"]))
    for ident in ids:
        page.fact(ident)
    return page.cites.cite(ids, _values(page, ids, match["text"]))


def _values(page: Page, ids: list[str], text: str) -> str:
    """Put values into ``{}`` (a figure's number, otherwise the date) and ``{when}``, each by its own position."""
    for form in ("", "when"):
        if _HOLE.findall(text).count(form) > len(ids):
            raise bad(page.source, f"more {{{form}}} than facts in {text!r}", "name a fact for each")
    order = {"": iter(ids), "when": iter(ids)}
    return _HOLE.sub(lambda hole: _value(page, next(order[hole[1]]), hole[1]), text)


def _value(page: Page, ident: str, form: str) -> str:
    row, language = page.language.record.facts[ident], page.language
    if form or row["kind"] != "figure":
        text = dates.bare(row["period"], language.words, row["period_type"])
        tag = Markup('<time datetime="{}">{}</time>').format(dates.machine(row["period"]), text)
    else:
        text = language.values.amount(row)
        tag = Markup('<data value="{}">{}</data>').format(row["value"] or text, text)
    if not text:
        raise bad(page.source, f"fact {ident!r} has nothing to put for {{{form}}}", "write it without")
    return str(tag)


def _notes(page: Page, paragraph: str) -> str:
    """One block of side notes a paragraph: a float for each marker comes out of order from right to left."""
    ids = dict.fromkeys(_CHIP.findall(paragraph))
    notes = Markup("").join(note(page.language.facts, ident, page.cites.numbers[ident]) for ident in ids)
    return str(Markup('<div class="notes" aria-hidden="true">{}</div>').format(notes)) + paragraph
