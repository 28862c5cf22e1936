"""The commands ``release`` and ``diff``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from dalil import publish
from dalil.package.validate import validate, validate_with_frictionless
from dalil.problems import stop_on
from dalil.release import changes
from dalil.release.build import release_files
from dalil.release.diff import compare
from dalil.release.ledger import ledger
from dalil.release.model import Address, Release, read_release
from dalil.release.sources import latest_release, read_package
from dalil.release.versions import check_version

__all__ = ["diff", "release"]


def diff(root: Path, old: str, new: str, form: str) -> str:
    """The difference between two packages; each a folder, a zip or a git revision of the repository at root."""
    return changes.render(compare(read_package(root, old), read_package(root, new)), form)


def release(
    root: Path, address: Address, say: Callable[[str], None], *, previous: str = "", key: Path | None = None
) -> None:
    """``datapackage/`` → ``dist/`` and ``seeds/released.csv``; raises :class:`BadInputError` before it writes.

    ``previous`` is the release to compare with, by default the highest tag ``v<version>``; ``key`` is an
    Ed25519 key in OpenSSH's format.
    """
    package, work, out = root / "datapackage", root / "build" / "dist", root / "dist"
    stop_on([*validate(package), *validate_with_frictionless(package)])
    made = read_release(package, address)
    changed = _changes(root, made, previous)
    say(f"making the files of {made.name} {made.version}: {made.counts['facts']} facts")
    publish.write_folder(work, release_files(made, changed, key))
    stop_on(validate(work))
    publish.swap(work, out)
    (root / "seeds" / "released.csv").write_bytes(ledger(made))
    say(f"done: {(out / made.archive).relative_to(root)}; commit seeds/released.csv and tag v{made.version}")


def _changes(root: Path, release: Release, previous: str) -> Mapping[str, bytes]:
    """The changelog since the release before, which also says whether the version rose enough."""
    before = previous or latest_release(root)
    if not before:
        return changes.first_release(release.version, release.created, release.counts)
    found = compare(read_package(root, before), read_package(root, str(root / "datapackage")))
    stop_on(check_version(found))
    return changes.changelog(found, release.created)
