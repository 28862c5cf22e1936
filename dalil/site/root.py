"""The site's root: a page to choose a language, one page for lost addresses, robots and the sitemap."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from dalil.site.chrome import policy
from dalil.site.data import DIRECTION, LANGUAGES, NATIVE
from dalil.site.files import write
from dalil.site.llms import llms
from dalil.site.page import Language

__all__ = ["write_root"]


def write_root(out: Path, languages: dict[str, Language]) -> None:
    """Write the two pages, ``robots.txt``, ``llms.txt`` and, where the address is known, ``sitemap.xml``."""
    site_url = languages["en"].settings.site_url
    choices = [(code, DIRECTION[code], NATIVE[code], languages[code]) for code in LANGUAGES]
    for name, base in (("index.html", ""), ("404.html", urlsplit(site_url).path or "/")):
        page = languages["en"].environment.get_template("root.html.j2")
        html = page.render(choices=choices, base=base, lost=name == "404.html", policy=policy(""), site_url=site_url)
        write(out / name, html.encode("utf-8"))
    write(out / "robots.txt", _robots(site_url).encode("utf-8"))
    write(out / "llms.txt", llms(languages).encode("utf-8"))
    if site_url:
        write(out / "sitemap.xml", _sitemap(out, site_url, languages["en"].changed).encode("utf-8"))


def _robots(site_url: str) -> str:
    sitemap = f"Sitemap: {site_url}sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _sitemap(out: Path, site_url: str, changed: str) -> str:
    """Every page with its other languages (sitemaps.org 0.9, xhtml:link as Google reads it)."""
    names = sorted(path.relative_to(out / "en").as_posix() for path in (out / "en").rglob("*.html"))
    entries = "".join(_entry(name, code, site_url, changed) for name in names for code in LANGUAGES)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{entries}</urlset>\n"
    )


def _entry(name: str, language: str, site_url: str, changed: str) -> str:
    alternatives = [(code, f"{site_url}{code}/{name}") for code in LANGUAGES]
    # Whoever reads none of the three: the choice of language, and inside the site English.
    alternatives.append(("x-default", site_url if name == "index.html" else f"{site_url}en/{name}"))
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>' for code, address in alternatives
    )
    when = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{escape(f'{site_url}{language}/{name}')}</loc>{when}{others}</url>\n"
