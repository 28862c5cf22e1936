"""A page as it lies on disk, read once into what the checks of links, languages and policies ask for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["PageFile", "broken_links", "differing", "read_page"]

HEADINGS = {"h1", "h2", "h3", "h4"}
MACHINE = {"data": "value", "time": "datetime"}


@dataclass
class PageFile:
    """What one page says to machines. ``sections``: by the id of the heading above, what must be the same in
    every language: the facts cited, and the values and dates written."""

    path: str
    language: str = ""
    direction: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    late_policy: bool = False
    headings: list[str] = field(default_factory=list)
    sections: dict[str, Counter[str]] = field(default_factory=dict)
    switches: dict[str, set[str]] = field(default_factory=dict)


def read_page(root: Path, path: str) -> PageFile:
    """Read one page below ``root``."""
    tree = LexborHTMLParser((root / path).read_text(encoding="utf-8"))
    html = tree.css_first("html")
    assert html is not None
    page = PageFile(path, html.attributes.get("lang") or "", html.attributes.get("dir") or "")
    loads = False
    for node in html.traverse():
        given = node.attributes
        if node.tag == "meta" and (given.get("http-equiv") or "").lower() == "content-security-policy":
            page.policies.append(given.get("content") or "")
            page.late_policy = loads
        loads = loads or node.tag in ("script", "link", "style")
        _note(page, node, given)
    _sections(page, tree.css_first("article") or tree.css_first("main") or html)
    return page


def _note(page: PageFile, node: LexborNode, given: dict[str, str | None]) -> None:
    if given.get("id"):
        page.ids.append(given["id"] or "")
    page.links += [given[name] or "" for name in ("href", "src", "data-src", "poster") if name in given]
    page.links += [f"#{given[name]}" for name in ("popovertarget", "for", "aria-describedby") if given.get(name)]
    page.links += [f"#{ident}" for ident in (given.get("aria-labelledby") or "").split()]
    if node.tag == "a" and given.get("hreflang"):
        page.switches.setdefault(given["hreflang"] or "", set()).add(given.get("href") or "")


def _sections(page: PageFile, article: LexborNode) -> None:
    here = page.sections.setdefault("", Counter())
    for node in article.traverse():
        given = node.attributes
        if node.tag in HEADINGS:
            page.headings.append(f"{node.tag}#{given.get('id') or ''}")
            here = page.sections.setdefault(given.get("id") or "", Counter())
        elif given.get("popovertarget") and given.get("popovertargetaction") != "hide":
            here[f"cites {given['popovertarget']}"] += 1
        elif node.tag in MACHINE:
            here[f"{node.tag} {given.get(MACHINE[node.tag])}"] += 1


def _target(page: PageFile, link: str) -> tuple[str, str] | None:
    """The file and the fragment that a link means; None where it leads off the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    # A trailing slash means a folder, and stays.
    path = normpath(join(dirname(page.path), unquote(parts.path))) if parts.path else page.path
    return path + "/" * parts.path.endswith("/"), unquote(parts.fragment).partition(":~:")[0]


def broken_links(root: Path, pages: dict[str, PageFile], base: str = "/") -> list[str]:
    """Links and fragments that lead nowhere, seen from a folder: `/x` and `x/` are broken too.

    The lost page is shown at any address, so its links begin with ``base``.
    """
    ids = {path: set(page.ids) for path, page in pages.items()}
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    found = []
    for page in pages.values():
        for link in dict.fromkeys(page.links):
            followed = link.removeprefix(base) if page.path == "404.html" else link
            if fault := _fault(_target(page, followed), files, ids):
                found.append(f"{page.path}: {link} {fault}")
    return found


def _fault(target: tuple[str, str] | None, files: set[str], ids: dict[str, set[str]]) -> str:
    if target is None:
        return ""
    path, fragment = target
    if path not in files:
        return "cannot be followed from a folder"
    return "has no such place" if fragment and path in ids and fragment not in ids[path] else ""


def differing(pages: dict[str, PageFile], languages: tuple[str, ...]) -> list[str]:
    """Where the languages of a page differ: its being there, its headings, its citations, its numbers."""
    below = {path.partition("/")[2] for path in pages if path.partition("/")[0] in languages}
    found = []
    for path in sorted(below):
        versions = [pages.get(f"{language}/{path}") for language in languages]
        first = versions[0]
        for language, version in zip(languages, versions, strict=True):
            if version is None or first is None:
                found += [f"{language}/{path} is missing"] if version is None else []
            elif version.headings != first.headings:
                found.append(f"{language}/{path}: headings {sorted(set(version.headings) ^ set(first.headings))}")
            else:
                found += [f"{language}/{path}: {line}" for line in _parted(first, version)]
    return found


def _parted(one: PageFile, other: PageFile) -> list[str]:
    places = [ident for ident in one.sections if one.sections[ident] != other.sections[ident]]
    return [
        f"#{ident}: {one.sections[ident] - other.sections[ident]} against {other.sections[ident] - one.sections[ident]}"
        for ident in places
    ]
