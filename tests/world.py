"""Tiny worlds: the base corpus laid over with the files of one quirk."""

from __future__ import annotations

import shutil
from pathlib import Path

__all__ = ["ROOT", "WORLDS", "make_world"]

ROOT = Path(__file__).resolve().parent.parent
WORLDS = ROOT / "tests" / "worlds"


def make_world(quirk: str, target: Path) -> Path:
    """The base world with the real vocabulary, laid over with the files of one quirk."""
    shutil.copytree(WORLDS / "base", target)
    shutil.copytree(ROOT / "seeds" / "vocabulary", target / "seeds" / "vocabulary")
    overlay = WORLDS / quirk
    if quirk != "base":
        shutil.copytree(overlay, target, dirs_exist_ok=True, symlinks=True)
    return target
