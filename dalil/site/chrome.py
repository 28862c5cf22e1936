"""What is mended on every built page outside its article, with a real HTML parser.

The theme's head would send its script into other languages' addresses, its links to neighbours name the
frames, its inline styles forbid a strict policy, and it sets the direction on ``<body>`` alone.
"""

from __future__ import annotations

import base64
import hashlib
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dalil.site.data import DIRECTION, bad
from dalil.site.page import Page
from dalil.site.pages import FRAME

__all__ = ["mend", "policy"]

_SCOPE = re.compile(r'__md_scope=new URL\("([^"]*)",location\)')
_UNWANTED = (
    'link[rel="alternate"]',
    'link[rel="prev"]',
    'link[rel="next"]',
    'meta[name="generator"]',
)
_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}{wasm}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Searching and SQL run programs in WebAssembly; no other page may.
_WASM = re.compile(r'<script src="[^"]*assets/(?:search|sql)\.js"')
_SEARCH = (
    '<a class="md-header__button md-icon dalil-search" href="{href}" aria-label="{label}" title="{label}">'
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M9.5 3a6.5 6.5 0 0 1 4.98 10.68l5.92 '
    '5.9-1.42 1.42-5.9-5.92A6.5 6.5 0 1 1 9.5 3m0 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9"/></svg></a>'
)


def mend(html: str, page: Page) -> str:
    """The page with its head, header and navigation mended and its policy set; text stays as it is."""
    # One scope for the whole site, so that the choice of light or dark goes with the reader.
    html = _SCOPE.sub(lambda match: match[0].replace(match[1], f"{match[1]}/.."), html)
    html = _with_search(html, page)
    tree = LexborHTMLParser(html)
    root = tree.root
    if root is None:
        raise bad(page.source, "the engine wrote no HTML for it", "look at the page")
    _mend_tree(tree, root, page)
    text = tree.html or ""
    return text.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{policy(text)}{_fonts(page)}', 1)


def _fonts(page: Page) -> str:
    """The Arabic face is asked for at once: a face that comes late is not shown at all."""
    if page.language.code != "ar":
        return ""
    address = f'{page.root}assets/fonts/plex-arabic-{{}}.woff2" as="font" type="font/woff2" crossorigin>'
    return "".join(f'<link rel="preload" href="{address.format(weight)}' for weight in (400, 700))


def _with_search(html: str, page: Page) -> str:
    button = _SEARCH.format(href=f"{page.root}search.html", label=page.language.words("Search"))
    return html.replace('<div class="md-header__option">', f'{button}<div class="md-header__option">', 1)


def _mend_tree(tree: LexborHTMLParser, root: LexborNode, page: Page) -> None:
    root.attrs["dir"] = DIRECTION[page.language.code]
    for selector in _UNWANTED:
        for node in tree.css(selector):
            node.decompose()
    for node in tree.css("[style]"):
        del node.attrs["style"]
    for node in tree.css("a.md-select__link"):
        node.attrs["href"] = f"{page.root}../{node.attrs['hreflang']}/{page.path}"
        node.attrs["lang"] = node.attrs["hreflang"]
    # A frame's own entry becomes its record's; every other entry that names a frame goes.
    for node in tree.css(f'li.md-nav__item > a[href$="{FRAME}.html"]'):
        own = FRAME in page.path and node.attrs["href"] == f"{FRAME}.html"
        if node.parent is not None and not own:
            node.parent.decompose()
    _name_landmarks(tree, page)


def _name_landmarks(tree: LexborHTMLParser, page: Page) -> None:
    """Names that the theme leaves out or repeats."""
    for node in tree.css("nav.md-path"):
        node.attrs["aria-label"] = page.language.words("Where you are")
    for node in tree.css("nav.md-nav[aria-labelledby]"):
        label = tree.css_first(f"label#{node.attrs['aria-labelledby']}")
        if label is not None:
            del node.attrs["aria-labelledby"]
            node.attrs["aria-label"] = " ".join(label.text().split())

    for node in tree.css(".md-nav--secondary nav.md-nav[aria-label]"):
        node.attrs["aria-label"] = page.language.words("In this page: {title}", title=node.attrs["aria-label"])


def policy(html: str) -> str:
    """A strict Content-Security-Policy with the hash of each inline script of this page."""
    digests = {hashlib.sha256(code.encode()).digest() for code in _INLINE.findall(html)}
    hashes = sorted(base64.b64encode(digest).decode() for digest in digests)
    wasm = " 'wasm-unsafe-eval'" if _WASM.search(html) else ""
    text = _POLICY.format(hashes="".join(f" 'sha256-{code}'" for code in hashes), wasm=wasm)
    return f'<meta http-equiv="Content-Security-Policy" content="{text}">'
