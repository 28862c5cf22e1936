"""Versions of the data: semantic, and never smaller than what changed."""

from __future__ import annotations

from dalil.problems import Location, Problem, Problems
from dalil.release.diff import BUMPS, Diff
from dalil.release.semver import parts, raised

__all__ = ["check_version"]

PLACE = Location("seeds/package.yml")


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
