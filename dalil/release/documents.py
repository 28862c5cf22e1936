"""What people read first: README, CODEBOOK and DATASHEET in three languages, from templates and the model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel.numbers import format_decimal, format_percent
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dalil.package.cells import Row
from dalil.release.citations import apa, bibtex, cite_release
from dalil.release.flat import headers
from dalil.release.model import LANGUAGES, Release
from dalil.release.rights import contact, rights

__all__ = ["FILES", "render", "texts"]

HERE = Path(__file__).resolve().parent
FILES = ("README", "CODEBOOK", "DATASHEET")


@cache
def _environment() -> Environment:
    # Markdown is not HTML: what is filled in comes from the package, whose cells hold no markup.
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["cell"] = lambda text: text.replace("|", "\\|").replace("\n", " ")
    return environment


def render(name: str, release: Release, language: str, **more: Any) -> str:
    """The template ``<name>.<language>.md.j2``, or ``<name>.md.j2`` where one serves all languages."""
    environment = _environment()
    template = environment.select_template([f"{name}.{language}.md.j2", f"{name}.md.j2"])
    return template.render(
        release=release,
        language=language,
        number=lambda value: format_decimal(value, locale=language, numbering_system="latn"),
        percent=lambda share: format_percent(share, "0.0 %", locale=language, numbering_system="latn"),
        exposure=max((float(row["exposure"]) for row in release.tables["documents"]), default=0.0),
        quoted=sum(bool(row["quote"]) for row in release.tables["evidence"]),
        apa=apa(cite_release(release, language)),
        bibtex=bibtex(cite_release(release, language)),
        rights=rights(release, language),
        contact=contact(release, language),
        headers=headers(),
        codelists=_codelists(release),
        **more,
    )


def _codelists(release: Release) -> dict[str, list[Row]]:
    """The closed lists, their terms in order of rank."""
    lists: dict[str, list[Row]] = {}
    for row in sorted(release.tables["codes"], key=lambda row: (row["codelist"], int(row["rank"]))):
        lists.setdefault(row["codelist"], []).append(row)
    return lists


def texts(release: Release) -> Iterator[tuple[str, bytes]]:
    """Each under its language's code, and the English README also under the name that hosts look for."""
    for language in LANGUAGES:
        for name in FILES:
            yield f"{name}.{language}.md", render(name.lower(), release, language).encode("utf-8")
    yield "README.md", render("readme", release, "en").encode("utf-8")
