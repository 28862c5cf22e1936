"""The release of the real package: once with no setting made, once with a made-up address."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dalil.publish import write_folder
from dalil.release.model import Address, Release, read_release
from dalil.release.stage import Made, make
from tests.world import ROOT

SITE = Address("https://dalil.example/", "https://code.example/dalil", "dalil@dalil.example")


def prepare(folder: Path) -> Path:
    """A root that holds what a release reads."""
    shutil.copytree(ROOT / "datapackage", folder / "datapackage")
    (folder / "seeds").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(prepare(tmp_path_factory.mktemp("plain")), Address())


@pytest.fixture(scope="session")
def release(made: Made) -> Release:
    return made.release


@pytest.fixture(scope="session")
def sited() -> Release:
    """The same data with every setting made."""
    return read_release(ROOT / "datapackage", SITE)


@pytest.fixture(scope="session")
def dist(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release") / "dist"
    write_folder(folder, made.files)
    return folder


@pytest.fixture
def broken(dist: Path, tmp_path: Path) -> Callable[[str, str, str], Path]:
    """A twin of the release in which one text of one file is another: what every validator must refuse."""

    def break_it(name: str, old: str, new: str) -> Path:
        twin = Path(shutil.copytree(dist, tmp_path / "twin"))
        path = twin / name
        data = path.read_bytes()
        assert old.encode() in data, f"{old!r} is not in {name}"
        path.write_bytes(data.replace(old.encode(), new.encode()))
        return twin

    return break_it
