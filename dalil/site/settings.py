"""Settings from ``mkdocs.yml``, overridden by the environment; none is invented."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from dalil.site.data import Settings

__all__ = ["read_settings"]


class _Loader(yaml.SafeLoader):
    """MkDocs' files name Python objects (``!!python/name``, ``!ENV``), of which the site needs none."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(config: Path, environ: Mapping[str, str], created: str = "", version: str = "") -> Settings:
    """The public address, the repository's and the contact; in GitHub Actions the runner knows the second."""
    base: dict[str, Any] = yaml.load(config.read_text(encoding="utf-8"), _Loader) or {}
    extra = base.get("extra") or {}
    site_url = environ.get("SITE_URL") or base.get("site_url") or ""
    return Settings(
        site_url=site_url.rstrip("/") + "/" if site_url else "",
        repository=(_from_runner(environ) or extra.get("repository") or "").rstrip("/"),
        contact=extra.get("contact") or "",
        created=created,
        version=version,
    )


def _from_runner(environ: Mapping[str, str]) -> str:
    server, name = environ.get("GITHUB_SERVER_URL"), environ.get("GITHUB_REPOSITORY")
    return f"{server}/{name}" if server and name else ""
