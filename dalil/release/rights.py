"""What is whose: one wording for the licence file, the workbook, the readmes and the sidecars."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dalil.release.model import LANGUAGES, Release

__all__ = ["contact", "licence_file", "quotations", "rights"]

HERE = Path(__file__).resolve().parent
DEED = HERE.parents[1] / "LICENSES" / "CC-BY-4.0.txt"


@cache
def _texts() -> Any:
    return yaml.safe_load((HERE / "rights.yml").read_text("utf-8"))


def contact(release: Release, language: str) -> str:
    """Where to write: the contact, else the repository's issues, else that none is set."""
    address = release.address
    return address.contact or address.repository or str(_texts()["not_set"][language])


def rights(release: Release, language: str) -> list[str]:
    """The statement of rights, a paragraph an item."""
    return [
        line.format(
            version=release.version,
            created=release.created,
            creator=release.creator,
            licence=release.licence.name,
            url=release.licence.url,
            contact=contact(release, language),
        )
        for line in _texts()[language]
    ]


def quotations(release: Release, language: str) -> str:
    """The one paragraph that leaves the quotations out."""
    return rights(release, language)[2]


def licence_file(release: Release) -> bytes:
    """The statement in three languages, then the legal code of the licence."""
    statements = ["\n\n".join((release.title[code], *rights(release, code))) for code in LANGUAGES]
    rule = "\n\n" + "=" * 72 + "\n\n"
    return (rule.join([*statements, DEED.read_text("utf-8").strip()]) + "\n").encode("utf-8")
