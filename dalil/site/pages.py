"""What the engine builds: the prose pages as they are, one frame a kind of record, one configuration a language.

``work/docs/<language>/`` and ``work/mkdocs.<language>.yml`` need nothing of Dalil to be built: any engine
that reads MkDocs' configuration can.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import yaml

from dalil.problems import Location, Problem, stop_on
from dalil.site.data import LANGUAGES, NATIVE, Settings
from dalil.site.words import Words

__all__ = ["FRAME", "MARKS", "PAGES", "write_pages"]

# A name that no other path can contain: the theme's own scripts say "frame".
FRAME = "dalil-mould"
MARKS = ("title", "heading", "description", "body", "toc", "slug")
ASSETS = Path(__file__).resolve().parent / "assets"

FRAME_TEXT = """---
title: "@@title@@"
description: "@@description@@"
---

# @@heading@@ {#top}

<!--@@body@@-->

## @@toc@@ {#toc-mark}
"""

# The navigation: each section's title is an English message; a frame is the last child of its section.
NAVIGATION: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Home", ("index",)),
    ("Topics", ("topics/ministerial", "topics/focus-group", "topics/approach", "topics/gctf")),
    ("Differences", ("differences/index", f"differences/{FRAME}")),
    ("Documents", ("documents/index", f"documents/{FRAME}")),
    ("People and bodies", ("entities/index", f"entities/{FRAME}")),
    ("Figures and dates", ("figures", "timeline")),
    (
        "Data",
        ("data/index", "data/explorer", "data/sql", "data/dictionary", "data/quality", "data/api", "data/retired"),
    ),
    ("About", ("about/index", "about/method", "about/cite", "about/rights", "about/add", "about/changes")),
    ("Search", ("search",)),
)
PAGES = tuple(page for _, pages in NAVIGATION for page in pages)


def write_pages(docs: Path, work: Path, settings: Settings, words: dict[str, Words]) -> None:
    """Write the three engine inputs; a page that lacks a language is an error."""
    _complete(docs)
    for language in LANGUAGES:
        target = work / "docs" / language
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(docs / language, target)
        shutil.copytree(ASSETS, target / "assets", ignore=shutil.ignore_patterns("vendor"))
        for section in ("documents", "entities", "differences"):
            (target / section / f"{FRAME}.md").write_text(FRAME_TEXT, encoding="utf-8")
        configuration = _configuration(docs, work, settings, words[language])
        text = yaml.safe_dump(configuration, allow_unicode=True, sort_keys=False)
        (work / f"mkdocs.{language}.yml").write_text(text, encoding="utf-8")


def _complete(docs: Path) -> None:
    pages = [page for page in PAGES if not page.endswith(FRAME)]
    names = [f"{language}/{page}.md" for language in LANGUAGES for page in pages]
    remedy = "write it, with the headings of its other languages"
    stop_on(
        Problem(Location(f"docs/{name}"), "the page is missing", remedy)
        for name in names
        if not (docs / name).is_file()
    )


def _configuration(docs: Path, work: Path, settings: Settings, words: Words) -> dict[str, Any]:
    language = words.language
    base = Path(os.path.relpath(docs.parent / "mkdocs.yml", work)).as_posix()
    site = {"site_url": f"{settings.site_url}{language}/"} if settings.site_url else {"site_url": ""}
    return {
        "INHERIT": base,
        "site_name": words("Dalil"),
        "site_description": words("What five Arabic articles say, with their words, dates and differences."),
        **site,
        "docs_dir": f"docs/{language}",
        "site_dir": f"site/{language}",
        "copyright": "<!--dalil:footer-->",
        "theme": {"language": language, "palette": _palette(words)},
        "extra": {"alternate": [{"name": NATIVE[code], "link": f"/{code}/", "lang": code} for code in LANGUAGES]},
        "nav": _navigation(words),
    }


def _palette(words: Words) -> list[dict[str, Any]]:
    light, dark = words("Switch to dark"), words("Switch to light")
    common = {"primary": "custom", "accent": "custom"}
    return [
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            **common,
            "toggle": {"icon": "material/weather-night", "name": light},
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            **common,
            "toggle": {"icon": "material/weather-sunny", "name": dark},
        },
    ]


def _navigation(words: Words) -> list[Any]:
    entries: list[Any] = []
    for title, pages in NAVIGATION:
        files = [f"{page}.md" for page in pages]
        entries.append({words(title): files[0] if len(files) == 1 else files})
    return entries
