"""From one language's engine output to its published folder: prose finished, records poured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dalil.problems import BadInputError, Problem, stop_on
from dalil.site import explorer, styles
from dalil.site.chrome import mend
from dalil.site.data import bad
from dalil.site.directives import fill
from dalil.site.files import write
from dalil.site.fill import fill_article
from dalil.site.frame import Frame, cut
from dalil.site.head import with_head
from dalil.site.page import Language, Page
from dalil.site.pages import FRAME
from dalil.site.records import KINDS, record_pages

__all__ = ["finish", "write"]

_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*?)(</article>)", re.DOTALL)
_FOOTER = "<!--dalil:footer-->"
# The engine's own lists name the frames and the clock; the site has one sitemap and one 404 at its root.
# The theme's sheets are published as one, its scripts not at all: assets/dalil.js does what is needed of theirs.
_DROPPED = re.compile(r"404\.html|sitemap\.xml(\.gz)?|objects\.inv|assets/(stylesheets|javascripts)/.*")
_LEFT = re.compile(r'href="(?:fact|document|entity|difference):|<!--dalil:|@@|' + FRAME)


def finish(language: Language, built: Path, out: Path) -> None:
    """Publish ``built`` (the engine's output) as ``out``; whatever is wrong with any page is listed at once."""
    problems: list[Problem] = []
    used: set[str] = set()
    for path in sorted(path for path in built.rglob("*") if path.is_file()):
        name = path.relative_to(built).as_posix()
        if _DROPPED.fullmatch(name):
            continue
        try:
            used.update(_publish(language, path, name, out))
        except BadInputError as error:
            problems += error.problems
    stop_on(problems)
    write(out / explorer.SCRIPT, explorer.rows_script(language))
    write(out / styles.SHEET, _sheet(built, out, used).encode("utf-8"))
    language.words.complain()


def _sheet(built: Path, out: Path, used: set[str]) -> str:
    """What the home page links, joined; whatever a script can put into a page counts as used."""
    sheets = [built / name for name in styles.linked((built / "index.html").read_text(encoding="utf-8"))]
    texts, scripts = ([path.read_text("utf-8") for path in files] for files in (sheets, sorted(out.rglob("*.js"))))
    return styles.join(texts, used, scripts)


def _publish(language: Language, path: Path, name: str, out: Path) -> Iterator[str]:
    """Write what one built file becomes; yields the names that its pages give to the sheet."""
    if path.suffix != ".html":
        write(out / name, path.read_bytes())
        return
    html = path.read_text(encoding="utf-8")
    pages = _records(language, html, name) if FRAME in name else _written(language, html, name)
    for target, text in pages:
        left = _LEFT.search(text)
        if left:
            source = f"docs/{language.code}/{name}"
            raise bad(source, f"{left.group()!r} is left in {target}", "write the link in Markdown")
        write(out / target, text.encode("utf-8"))
        yield from styles.names(text)


def _written(language: Language, html: str, name: str) -> Iterator[tuple[str, str]]:
    """A written page; the table of all facts in parts, each with its own canonical address."""
    for part in explorer.part_names(language) if name == explorer.FIRST else [name]:
        yield part, _prose(language, html.replace(f'/{name}"', f'/{part}"'), part)


def _prose(language: Language, html: str, name: str) -> str:
    page = Page(language, name)
    html = _ARTICLE.sub(lambda m: m[1] + fill_article(page, m[2]) + m[3], html, count=1)
    return with_head(mend(_with_footer(html, page), page), page)


def _with_footer(html: str, page: Page) -> str:
    return html.replace(_FOOTER, str(fill(page, "footer", "")))


def _records(language: Language, html: str, name: str) -> Iterator[tuple[str, str]]:
    folder = name.partition("/")[0]
    frame = _frame(language, html, name)
    if folder not in KINDS:
        raise bad(name, "no records belong in this folder", "remove the frame")
    for record in record_pages(language, folder):
        yield f"{folder}/{record.slug}.html", frame.pour(record, language.typeset)


def _frame(language: Language, html: str, name: str) -> Frame:
    """The frame is finished once, its policy's hashes taken before any record stands in it."""
    page = Page(language, name)
    return cut(with_head(mend(_with_footer(html, page), page), page))
