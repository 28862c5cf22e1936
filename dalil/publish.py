"""Putting a finished folder in place of the published one, whole or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

__all__ = ["mend", "swap", "write_folder"]

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files, by path below folder, into an empty folder; modes do not depend on the umask."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in sorted(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    set_modes(folder)


def set_modes(folder: Path) -> None:
    """Folders 755, files 644, whatever the umask."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _backup(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def mend(target: Path) -> None:
    """Finish or undo a swap that was cut off between its two renames."""
    old = _backup(target)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def swap(fresh: Path, target: Path) -> None:
    """Put ``fresh`` at ``target``; one exchange where the system has it, else two renames.

    Afterwards what was published is gone.  Both must lie on one file system.
    """
    mend(target)
    if not target.exists():
        fresh.rename(target)
        return
    if _exchange(fresh, target):
        shutil.rmtree(fresh)
        return
    old = _backup(target)
    target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders with ``renameat2``; False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done = rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return bool(done == 0)
