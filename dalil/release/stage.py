"""The commands ``release`` and ``diff``, and the release that the site offers: what they make, without writing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dalil.package.validate import validate, validate_with_frictionless
from dalil.problems import stop_on
from dalil.release import changes
from dalil.release.build import release_files
from dalil.release.contents import listed
from dalil.release.diff import Diff, compare
from dalil.release.earlier import archives, unpacked
from dalil.release.ledger import kept, ledger
from dalil.release.model import Address, Release, read_release
from dalil.release.sources import latest_release, read_package
from dalil.release.versions import check_version

__all__ = ["Made", "difference", "draft", "make"]

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

    ``previous`` is the release to compare with, by default the highest that is known; ``key`` is an
    Ed25519 key in OpenSSH's format.
    """
    package, promised = root / "datapackage", root / LEDGER
    stop_on([*validate(package), *validate_with_frictionless(package)])
    release = read_release(package, address)
    if promised.exists():
        stop_on(kept(release, promised.read_bytes(), LEDGER))
    found = _since(root, package, previous or latest_release(root))
    stop_on(check_version(found) if found else ())
    return _made(release, found, key)


def draft(root: Path, package: Path, address: Address) -> Made:
    """The release that the package in ``package`` would make now, for the site; unsigned, its ledger not checked.

    Where ``releases/`` holds this very version, what was published then: it is never altered, and a package that
    differs from it is an error.
    """
    release = read_release(package, address)
    kept_as = archives(root).get(release.version)
    if kept_as is None:
        made = _made(release, _since(root, package, latest_release(root, below=release.version)), None)
        return replace(made, release=listed(release, made.files))
    found = _since(root, package, str(kept_as))
    stop_on(check_version(found) if found else ())
    files = unpacked(kept_as)
    return Made(listed(release, files), files, ledger(release))


def _since(root: Path, package: Path, before: str) -> Diff | None:
    """What changed since the release ``before``; None where there is none."""
    return compare(read_package(root, before), read_package(root, str(package))) if before else None


def _made(release: Release, found: Diff | None, key: Path | None) -> Made:
    if found is None:
        log = changes.first_release(release.version, release.created, release.keys)
    else:
        log = changes.changelog(found, release.created)
    return Made(release, release_files(release, log, key), ledger(release))
