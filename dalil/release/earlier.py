"""Releases that stand: the zips in ``releases/``, each ``<name>-<version>.zip``, never altered again."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from dalil.problems import BadInputError, Location, Problem
from dalil.release.semver import parts

__all__ = ["FOLDER", "archives", "earlier_folders", "unpacked"]

FOLDER = "releases"
NAME = re.compile(r"[a-z0-9-]+-(\d+\.\d+\.\d+)\.zip", re.ASCII)


def archives(root: Path) -> Mapping[str, Path]:
    """The zips below root by version, the lowest first; a zip of another name is an error."""
    found = {}
    for path in sorted((root / FOLDER).glob("*.zip")):
        match = NAME.fullmatch(path.name)
        if not match or not parts(match[1]) or match[1] in found:
            what = "not the only <name>-<version>.zip of its version"
            raise _bad(path, what, "keep what `build_site.py release` wrote")
        found[match[1]] = path
    return dict(sorted(found.items(), key=lambda item: parts(item[0]) or (0, 0, 0)))


def unpacked(path: Path) -> Mapping[str, bytes]:
    """What a zip holds, and the zip itself: the files of its version's folder."""
    data = path.read_bytes()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = [name for name in packed.namelist() if not name.endswith("/")]
            if any(name.startswith("/") or {"..", ""} & set(PurePosixPath(name).parts) for name in names):
                raise _bad(path, "a name in it leads out of its folder", "take the zip that was published")
            return {**{name: packed.read(name) for name in names}, path.name: data}
    except zipfile.BadZipFile as error:
        raise _bad(path, f"not a zip ({error})", "take the zip that was published") from None


def earlier_folders(root: Path, version: str) -> Mapping[str, Mapping[str, bytes]]:
    """The files of every release but ``version``, by version."""
    return {known: unpacked(path) for known, path in archives(root).items() if known != version}


def _bad(path: Path, what: str, remedy: str) -> BadInputError:
    return BadInputError([Problem(Location(f"{FOLDER}/{path.name}"), what, remedy)])
