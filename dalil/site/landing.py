"""What the page of the data tells machines of the release: schema.org Dataset and signposting links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from dalil.release.model import Release
from dalil.release.schema_org import schema_org, signposting
from dalil.site.data import LANGUAGES, Settings
from dalil.site.downloads import folder

__all__ = ["PAGE", "with_release"]

PAGE = "data/index.html"


def with_release(settings: Settings, release: Release, prefix: str = "") -> Settings:
    """The settings with all that the page of the data says of ``release``.

    ``prefix`` leads from that page to the release's files while the site has no address; by default to the
    folder of the version. Only files that
    ``release`` lists are offered or pointed to: whoever passes them publishes them.
    """
    prefix = prefix or f"../../{folder(release)}"
    offered = {file.path for file in release.files} | ({release.archive} if release.files else set())
    posts = signposting(release, prefix)
    return replace(
        settings,
        release=release,
        dataset={code: _dataset(release, code, settings, prefix) for code in LANGUAGES},
        signposts=tuple(post for post in posts if _stands(post, release.folder or prefix, offered)),
    )


def _dataset(release: Release, code: str, settings: Settings, prefix: str) -> Mapping[str, Any]:
    page = f"{settings.site_url}{code}/{PAGE}" if settings.site_url else ""
    made = dict(schema_org(release, code, page))
    if not release.folder:
        made["distribution"] = [{**one, "contentUrl": f"{prefix}{one['contentUrl']}"} for one in made["distribution"]]
    return {name: value for name, value in made.items() if value}


def _stands(post: Mapping[str, str], base: str, offered: set[str]) -> bool:
    """Whether a link leads to something: another host, the release's own page, or a file that is offered."""
    address = post["href"]
    if post["rel"] == "cite-as":
        return bool(offered)
    if (base and address.startswith(base)) or not urlsplit(address).netloc:
        return address.removeprefix(base) in offered
    return True
