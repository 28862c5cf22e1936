"""The commands ``release`` and ``diff``: what they make, without writing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dalil.package.validate import validate, validate_with_frictionless
from dalil.problems import stop_on
from dalil.release import changes
from dalil.release.build import release_files
from dalil.release.diff import compare
from dalil.release.ledger import kept, ledger
from dalil.release.model import Address, Release, read_release
from dalil.release.sources import latest_release, read_package
from dalil.release.versions import check_version

__all__ = ["Made", "difference", "make"]

LEDGER = "seeds/released.csv"


@dataclass(frozen=True, slots=True)
class Made:
    """A release: the files of ``dist/`` by path, and the ledger of its ids."""

    release: Release
    files: Mapping[str, bytes]
    ledger: bytes


def difference(root: Path, old: str, new: str, form: str) -> str:
    """What differs between two packages; each a folder, a zip or a git revision of the repository at root."""
    return changes.render(compare(read_package(root, old), read_package(root, new)), form)


def make(root: Path, address: Address, previous: str = "", key: Path | None = None) -> Made:
    """The release of ``datapackage/`` below root; raises :class:`BadInputError` where it must not be made.

    ``previous`` is the release to compare with, by default the highest tag ``v<version>``; ``key`` is an
    Ed25519 key in OpenSSH's format.
    """
    package, promised = root / "datapackage", root / LEDGER
    stop_on([*validate(package), *validate_with_frictionless(package)])
    release = read_release(package, address)
    if promised.exists():
        stop_on(kept(release, promised.read_bytes(), LEDGER))
    files = release_files(release, _changes(root, release, previous), key)
    return Made(release, files, ledger(release))


def _changes(root: Path, release: Release, previous: str) -> Mapping[str, bytes]:
    """The changelog since the release before, which also says whether the version rose enough."""
    before = previous or latest_release(root)
    if not before:
        return changes.first_release(release.version, release.created, release.keys)
    found = compare(read_package(root, before), read_package(root, str(root / "datapackage")))
    stop_on(check_version(found))
    return changes.changelog(found, release.created)
