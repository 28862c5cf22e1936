"""The release beside the pages: a folder a version, the static interface, and the list that offers the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.units import format_unit

from dalil.release.contents import GROUPS, content
from dalil.release.model import File, Release
from dalil.release.static import static_files
from dalil.site.dates import LOCALES
from dalil.site.files import write

__all__ = ["Download", "downloads", "folder", "publish_data", "size"]

SHOWN = 12
"""Digits of a checksum that are shown before one asks for all."""


def folder(release: Release) -> str:
    """Where the files of this version stand, below the site's root."""
    return f"v{release.version}/"


def publish_data(release: Release, folders: Mapping[str, Mapping[str, bytes]], out: Path) -> None:
    """Write each version's files to ``v<version>/`` and the static interface to ``data/``, below ``out``."""
    for version, files in folders.items():
        for name, data in files.items():
            write(out / f"v{version}" / name, data)
    for name, data in static_files(release):
        write(out / name, data)


@dataclass(frozen=True, slots=True)
class Download:
    """A file as it is offered: what it is in the page's language, and its size for people."""

    path: str
    about: str
    form: str
    size: str
    sha256: str

    @property
    def short(self) -> str:
        return self.sha256[:SHOWN]


def downloads(release: Release, language: str) -> dict[str, list[Download]]:
    """The files of the release by group, in the order in which they are offered."""
    groups: dict[str, list[Download]] = {group: [] for group in GROUPS}
    for group, file in _grouped(release):
        about = content(file.path)
        groups[group].append(
            Download(file.path, about.about[language], about.form, size(file.size, language), file.sha256)
        )
    return {group: files for group, files in groups.items() if files}


def _grouped(release: Release) -> Iterator[tuple[str, File]]:
    for file in release.files:
        yield content(file.path).group, file


def size(count: int, language: str) -> str:
    """Bytes as people say them, in powers of a thousand."""
    value, unit = float(count), "digital-byte"
    for larger in ("digital-kilobyte", "digital-megabyte"):
        if value >= 1000:
            value, unit = value / 1000, larger
    rounded = round(value, 1) if value < 10 else round(value)
    return format_unit(rounded, unit, "short", locale=LOCALES[language], numbering_system="latn")
