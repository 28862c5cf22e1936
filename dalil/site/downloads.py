"""The package beside the pages: its tables as they are, and the SQLite file that the SQL page asks."""

from __future__ import annotations

from pathlib import Path

from dalil.release.model import Release
from dalil.release.sqlite import sqlite_file
from dalil.site.files import write
from dalil.site.sql import DATABASE

__all__ = ["publish_data"]


def publish_data(release: Release, package: Path, out: Path) -> None:
    """Copy the package's files below ``out`` and write the SQLite file beside them."""
    folder = out / Path(DATABASE).parent
    for path in sorted(path for path in package.iterdir() if path.is_file()):
        write(folder / path.name, path.read_bytes())
    write(out / DATABASE, sqlite_file(release))
