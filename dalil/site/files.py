"""Writing a published file: the same modes whatever the umask."""

from __future__ import annotations

from pathlib import Path

__all__ = ["write"]


def write(path: Path, content: bytes) -> None:
    """Write one published file with fixed modes, whatever the umask."""
    for folder in reversed([parent for parent in path.parents if not parent.exists()]):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    path.write_bytes(content)
    path.chmod(0o644)
