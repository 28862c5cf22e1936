"""Packages to compare: a folder, a zip, or ``datapackage/`` as a git revision has it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dalil.package.cells import Row
from dalil.problems import BadInputError, Location, Problem
from dalil.release.earlier import archives
from dalil.release.semver import parts

__all__ = ["Package", "latest_release", "read_package"]

FOLDER = "datapackage"
DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Package:
    """A package by its own descriptor, whatever its version had for tables and columns."""

    name: str
    descriptor: Mapping[str, Any]
    tables: Mapping[str, list[Row]]

    @property
    def version(self) -> str:
        return str(self.descriptor.get("version", ""))

    @property
    def schemas(self) -> Mapping[str, Mapping[str, Any]]:
        return {resource["name"]: resource["schema"] for resource in self.descriptor["resources"]}


def read_package(root: Path, name: str) -> Package:
    """The package that ``name`` means: an existing path, else a git revision of the repository at root.

    Raises :class:`BadInputError` where there is none.
    """
    path = Path(name)
    if path.is_dir():
        return _package(name, lambda file: _in_folder(path, file))
    if path.is_file():
        with zipfile.ZipFile(path) if zipfile.is_zipfile(path) else _refuse(name) as packed:
            return _package(name, lambda file: packed.read(file))
    return _revision(root, name)


def _in_folder(path: Path, file: str) -> bytes:
    """A checkout is understood too: its package lies one folder down."""
    return (path / file if (path / DESCRIPTOR).exists() else path / FOLDER / file).read_bytes()


def _refuse(name: str) -> zipfile.ZipFile:
    raise _none(name, "neither a folder nor a zip")


def _none(name: str, what: str) -> BadInputError:
    remedy = "give a folder or zip with datapackage.json, or a git revision that has datapackage/"
    return BadInputError([Problem(Location(name), what, remedy)])


def _revision(root: Path, name: str) -> Package:
    command = ["git", "archive", "--format=tar", "--end-of-options", name, FOLDER]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise _none(name, "no such path, and git is not here") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _none(name, f"no such path, and git says: {said[-1] if said else 'nothing'}")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as packed:
        members = {member.name: member for member in packed.getmembers() if member.isfile()}

        def read(file: str) -> bytes:
            content = packed.extractfile(members[f"{FOLDER}/{file}"])
            return content.read() if content else b""

        return _package(name, read)


def _package(name: str, read: Callable[[str], bytes]) -> Package:
    try:
        descriptor = json.loads(read(DESCRIPTOR))
        tables = {one["name"]: _rows(read(one["path"])) for one in descriptor["resources"]}
    except (KeyError, OSError, ValueError) as error:
        raise _none(name, f"not a data package ({error})") from None
    return Package(name, descriptor, tables)


def _rows(data: bytes) -> list[Row]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def latest_release(root: Path, below: str = "") -> str:
    """The release of the highest version: its zip in ``releases/``, else its tag ``v<version>``; '' for none.

    ``below`` leaves out that version and higher ones.
    """
    limit = parts(below)
    known = {version: str(path) for version, path in archives(root).items()}
    found = {**{tag[1:]: tag for tag in _tags(root)}, **known}
    ranked = sorted((number, version) for version in found if (number := parts(version)))
    return next((found[version] for number, version in reversed(ranked) if not limit or number < limit), "")


def _tags(root: Path) -> list[str]:
    """The tags ``v<version>`` of the repository at root; none where there is no git."""
    command = ["git", "tag", "--list", "v[0-9]*.[0-9]*.[0-9]*"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return []
    return done.stdout.splitlines()
