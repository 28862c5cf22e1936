"""What is mended on every built page outside its article, with a real HTML parser.

The theme's script weighs more than a page and does little that a reading site needs, so it goes, and its sheets
are one; its links to neighbours name the frames, its inline styles forbid a strict policy, some of its attributes
are not valid, and it sets the direction on ``<body>`` alone.
"""

from __future__ import annotations

import base64
import hashlib
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dalil.site.data import DIRECTION, bad
from dalil.site.page import Page
from dalil.site.pages import FRAME
from dalil.site.spaces import tie
from dalil.site.styles import SHEET

__all__ = ["mend", "policy"]

_UNWANTED = (
    'link[rel="alternate"]',
    'link[rel="prev"]',
    'link[rel="next"]',
    'link[rel="stylesheet"]',
    'meta[name="generator"]',
    "script:not([src], [type])",
    "script#__config",
    'script[src*="/javascripts/"]',
    # They wait for the theme's script.
    'input[data-md-toggle="search"]',
    '[data-md-component="header-topic"]',
    '[data-md-component="announce"]',
)
# Before anything is drawn: that scripts run, and the light that the reader chose here or everywhere (see dalil.js).
_SCHEME = (
    '<script>document.documentElement.className="js";document.body.dataset.mdColorScheme='
    '(()=>{try{return localStorage.getItem("dalil.scheme")}catch{}})()||'
    '(matchMedia("(prefers-color-scheme:dark)").matches?"slate":"default")</script>'
)
_BODY = re.compile(r"<body\b[^>]*>")
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
    tree = LexborHTMLParser(_with_search(html, page))
    root = tree.root
    if root is None:
        raise bad(page.source, "the engine wrote no HTML for it", "look at the page")
    _mend_tree(tree, root, page)
    text = _BODY.sub(lambda match: match[0] + _SCHEME, tree.html or "", count=1)
    text = tie(text) if page.language.code == "fr" else text
    sheet = f'<link rel="stylesheet" href="{page.root}{SHEET}">'
    return text.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{policy(text)}{_fonts(page)}{sheet}', 1)


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
    _mend_attributes(tree)
    for node in tree.css("a.md-select__link"):
        node.attrs["href"] = f"{page.root}../{node.attrs['hreflang']}/{page.path}"
        node.attrs["lang"] = node.attrs["hreflang"]
    # A frame's own entry becomes its record's; every other entry that names a frame goes.
    for node in tree.css(f'li.md-nav__item > a[href$="{FRAME}.html"]'):
        own = FRAME in page.path and node.attrs["href"] == f"{FRAME}.html"
        if node.parent is not None and not own:
            node.parent.decompose()
    _name_landmarks(tree, page)


def _mend_attributes(tree: LexborHTMLParser) -> None:
    """No inline styles, nothing that is not valid where it stands, and whatever scrolls is reached without a mouse."""
    for selector, name in (("[style]", "style"), ("input[type=checkbox]", "autocomplete"), ("label", "tabindex")):
        for node in tree.css(f"{selector}[{name}]"):
            del node.attrs[name]
    for node in tree.css("pre:not([tabindex])"):
        node.attrs["tabindex"] = "0"


def _name_landmarks(tree: LexborHTMLParser, page: Page) -> None:
    """Names that the theme leaves out or repeats."""
    words = page.language.words
    names = {
        "nav.md-path": words("Where you are"),
        "nav.md-header__inner": words("Top of the page"),
        "nav.md-tabs": words("Sections"),
        ".md-select button": words("Choose a language"),
    }
    for selector, name in names.items():
        for node in tree.css(selector):
            node.attrs["aria-label"] = name
    for node in tree.css('img[alt="logo"]'):
        node.attrs["alt"] = ""  # its link has the name
    for node in tree.css("nav.md-nav[aria-labelledby]"):
        label = tree.css_first(f"label#{node.attrs['aria-labelledby']}")
        if label is not None:
            del node.attrs["aria-labelledby"]
            node.attrs["aria-label"] = " ".join(label.text().split())

    for node in tree.css(".md-nav--secondary nav.md-nav[aria-label]"):
        node.attrs["aria-label"] = words("In this page: {title}", title=node.attrs["aria-label"])


def policy(html: str) -> str:
    """A strict Content-Security-Policy with the hash of each inline script of this page."""
    digests = {hashlib.sha256(code.encode()).digest() for code in _INLINE.findall(html)}
    hashes = sorted(base64.b64encode(digest).decode() for digest in digests)
    wasm = " 'wasm-unsafe-eval'" if _WASM.search(html) else ""
    text = _POLICY.format(hashes="".join(f" 'sha256-{code}'" for code in hashes), wasm=wasm)
    return f'<meta http-equiv="Content-Security-Policy" content="{text}">'
