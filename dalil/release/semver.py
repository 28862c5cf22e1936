"""Version numbers: MAJOR.MINOR.PATCH of Semantic Versioning, without suffixes."""

from __future__ import annotations

import re

__all__ = ["parts", "raised"]

SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", re.ASCII)


def parts(version: str) -> tuple[int, int, int] | None:
    """Major, minor and patch; None for what is no such version."""
    match = SEMVER.fullmatch(version)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def raised(version: str, bump: str) -> str:
    """The smallest version that is as much above this one as the bump asks."""
    major, minor, patch = parts(version) or (0, 0, 0)
    steps = {
        "none": (major, minor, patch),
        "patch": (major, minor, patch + 1),
        "minor": (major, minor + 1, 0),
        "major": (major + 1, 0, 0),
    }
    return ".".join(map(str, steps[bump]))
