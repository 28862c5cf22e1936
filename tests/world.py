"""Tiny worlds: the base corpus laid over with the files of one quirk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

__all__ = ["ROOT", "WORLDS", "build_copy", "make_world", "unmeasured"]

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


def unmeasured() -> dict[str, str]:
    """The environment for a command whose lines nobody counts: it takes half the time, and other tests run the same."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def build_copy(folder: Path, environ: dict[str, str], umask: int = 0o022) -> str:
    """Build a copy of what the real site is made from; '' or what the build said when it failed."""
    folder.mkdir()
    for name in ("seeds", "docs", "mkdocs.yml"):
        source = ROOT / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder / name)
    command = [sys.executable, str(ROOT / "build_site.py"), "--root", str(folder), "build"]
    env = unmeasured() | environ
    done = subprocess.run(command, env=env, umask=umask, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr + f"\nbuild failed ({done.returncode})"
