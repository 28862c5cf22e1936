"""Whether anything changed since the last build: what goes in, and what came out."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

__all__ = ["inputs", "is_current", "remember"]

INPUTS = ("seeds", "docs", "releases", "dalil", "mkdocs.yml", "requirements.txt")
OUTPUTS = ("site", "datapackage")
# Settings that the environment may give.
VARIABLES = ("SITE_URL", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_ACTIONS")
CACHES = frozenset({"__pycache__"})


def _files(root: Path, names: tuple[str, ...]) -> Iterator[Path]:
    for name in names:
        path = root / name
        found = [path] if path.is_file() else sorted(path.rglob("*"))
        yield from (file for file in found if file.is_file() and not CACHES & set(file.parts))


def inputs(root: Path) -> str:
    """A digest of all that a build reads."""
    digest = hashlib.sha256(json.dumps([sys.version, *(os.environ.get(name) for name in VARIABLES)]).encode())
    code = Path(__file__).resolve().parent.parent
    for path in [*_files(root, INPUTS), *(_files(code, ("dalil",)) if code != root else ())]:
        digest.update(str(path).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _outputs(root: Path) -> str:
    """A digest of names, sizes and times of what was published."""
    stats = ((str(path), path.stat()) for path in _files(root, OUTPUTS))
    listed = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest()


def _note(root: Path) -> Path:
    return root / "build" / "fingerprint.json"


def is_current(root: Path) -> bool:
    """Whether site/ and datapackage/ are what the last build left, from the very same inputs."""
    note = _note(root)
    if not note.is_file() or not all((root / name).is_dir() for name in OUTPUTS):
        return False
    return bool(json.loads(note.read_text("utf-8")) == [inputs(root), _outputs(root)])


def remember(root: Path, read: str) -> None:
    """Note that what is published was made of the inputs whose digest is ``read``."""
    _note(root).write_text(json.dumps([read, _outputs(root)]), "utf-8")
