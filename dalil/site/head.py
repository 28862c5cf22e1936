"""What a page tells machines in its head: Open Graph, the feed, the licence, and its data as JSON-LD.

Addresses that have to be absolute are left out while the site has none; nothing is invented for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from markupsafe import Markup

from dalil.site import cards, dates, jsonld
from dalil.site.data import LANGUAGES
from dalil.site.feeds import FEED
from dalil.site.landing import PAGE as DATA
from dalil.site.page import Page
from dalil.site.pages import FRAME

__all__ = ["with_head"]

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')


def with_head(html: str, page: Page) -> str:
    """The finished page with all this put at the end of its head."""
    title, description = _texts(html, page)
    graph = _open_graph(page, title, description)
    parts = [Markup('<meta property="{}" content="{}">').format(*pair) for pair in graph]
    if page.language.settings.site_url:
        parts.append(Markup('<meta name="twitter:card" content="summary_large_image">'))
    parts += [_link(link) for link in _links(page)]
    parts += [jsonld.block(data) for data in _data(page, title, description)]
    return html.replace("</head>", f"{Markup('').join(parts)}</head>", 1)


def _texts(html: str, page: Page) -> tuple[str, str]:
    """Title and description as plain text: what the theme has put into the head; marks of a frame stay marks."""
    title, description = _TITLE.search(html), _DESCRIPTION.search(html)
    name = page.language.words("Dalil")
    text = unescape(title[1]).strip() if title else name
    return text.removesuffix(f" - {name}"), unescape(description[1]) if description else ""


def _open_graph(page: Page, title: str, description: str) -> Iterator[tuple[str, str]]:
    """Properties of ogp.me, in the order that readers of them expect."""
    code, base = page.language.code, page.language.links.permanent("")
    yield "og:type", "article" if page.path.startswith("topics/") else "website"
    yield "og:site_name", page.language.words("Dalil")
    yield "og:title", title
    yield "og:description", description
    yield "og:locale", dates.LOCALES[code]
    yield from (("og:locale:alternate", dates.LOCALES[other]) for other in LANGUAGES if other != code)
    if base:
        yield "og:url", f"{base}{page.path}"
        yield "og:image", f"{base}{cards.address(page.language, page.path)}"
        yield "og:image:type", "image/png"
        yield "og:image:width", str(cards.WIDTH)
        yield "og:image:height", str(cards.HEIGHT)
        yield "og:image:alt", title


def _links(page: Page) -> Iterator[Mapping[str, str]]:
    """The feed of changes, the licence of the text, and on the page of the data what describes the data."""
    title = page.language.words("Dalil: changes")
    # The space keeps the theme's script away, which asks every `link[rel=alternate]` for a sitemap of its own.
    yield {"rel": " alternate", "type": "application/atom+xml", "href": f"{page.root}{FEED}", "title": title}
    signposts = page.language.settings.signposts if page.path == DATA else ()
    yield from signposts or [{"rel": "license", "href": jsonld.LICENCE}]


def _link(link: Mapping[str, str]) -> Markup:
    attributes = (Markup(' {}="{}"').format(name, text) for name, text in link.items())
    return Markup("<link{}>").format(Markup("").join(attributes))


def _data(page: Page, title: str, description: str) -> Iterator[Mapping[str, Any]]:
    language = page.language
    if page.path.startswith("topics/") and FRAME not in page.path:
        yield jsonld.article(page, title, description)
    if page.path == DATA and language.code in language.settings.dataset:
        yield language.settings.dataset[language.code]
