"""What each file of a release is, in three languages and by whom it is used: for the page that offers them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path, PurePosixPath

import yaml

from dalil.package.dictionary import dictionary
from dalil.problems import BadInputError, Location, Problem
from dalil.release.build import MEDIA
from dalil.release.model import File, Release, Three

__all__ = ["GROUPS", "Content", "content", "listed"]

SOURCE = Path(__file__).with_name("contents.yml")
GROUPS = ("whole", "sheets", "programs", "web", "papers")
"""The order in which files are offered; what each group is for stands in ``contents.yml`` too."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file is; ``group`` is one of :data:`GROUPS`, ``form`` the name of its format."""

    group: str
    form: str
    about: Three


@cache
def _known() -> Mapping[str, Content]:
    """Contents by pattern of the path; the first that fits holds."""
    tree = yaml.load(SOURCE.read_text("utf-8"), yaml.BaseLoader)
    return {row["path"]: Content(row["group"], row["form"], row["about"]) for row in tree}


def content(path: str) -> Content:
    """What the file of a release at ``path`` is; one that nobody described is an error."""
    for pattern, found in _known().items():
        if fnmatch(path, pattern):
            table = dictionary().get(PurePosixPath(path).stem)
            names = table.title if table else {}
            about = {language: text.format(table=names.get(language, "")) for language, text in found.about.items()}
            return Content(found.group, found.form, about)
    at = Location(f"dalil/release/{SOURCE.name}")
    raise BadInputError([Problem(at, f"{path} is not described", "say what it is in three languages")])


def listed(release: Release, files: Mapping[str, bytes]) -> Release:
    """The release with these files in its list, by path."""
    return release.with_files([
        File(
            path,
            MEDIA.get(PurePosixPath(path).suffix, "text/plain"),
            content(path).about["en"],
            len(data),
            hashlib.sha256(data).hexdigest(),
        )
        for path, data in sorted(files.items())
    ])  # fmt: skip
