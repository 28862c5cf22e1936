"""Versions of the data: semantic, and never smaller than what changed."""

from __future__ import annotations

import re

from dalil.problems import Location, Problem, Problems
from dalil.release.diff import BUMPS, Diff

__all__ = ["check_version", "parts", "raised"]

SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)", re.ASCII)
PLACE = Location("seeds/package.yml")


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


def _bump(old: tuple[int, int, int], new: tuple[int, int, int]) -> str:
    """Which part rose first; ``none`` also for a version that fell."""
    for name, was, now in zip(("major", "minor", "patch"), old, new, strict=True):
        if was != now:
            return name if now > was else "none"
    return "none"


def check_version(diff: Diff) -> Problems:
    """A release that changes something rises above the one before, and by enough."""
    old, new = parts(diff.old), parts(diff.new)
    if not new:
        yield Problem(PLACE, f"the version {diff.new!r} is not MAJOR.MINOR.PATCH", "write it so")
    elif old and (new < old or BUMPS.index(_bump(old, new)) < BUMPS.index(diff.bump)):
        what = f"version {diff.new} is too small: since {diff.old} there is a {diff.bump} change"
        yield Problem(PLACE, what, f"set version to {raised(diff.old, diff.bump)} or higher, and created to the day")
