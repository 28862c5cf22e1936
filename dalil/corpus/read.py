"""``seeds/`` on disk → :class:`~dalil.corpus.model.Corpus`; every fault of form is collected."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dalil.corpus import comparisons, vocabulary
from dalil.corpus.documents import read_document
from dalil.corpus.facts import IDENTITY, Anchor, Document, Fold
from dalil.corpus.model import Corpus, Coverage, Package, Release
from dalil.corpus.section import Section
from dalil.corpus.terms import Entity
from dalil.located import Table, is_inside, read_yaml, source_text
from dalil.problems import Location, Problem

__all__ = ["read_corpus"]


class _Folder:
    """The curated files, named as the reader of an error message knows them."""

    def __init__(self, seeds: Path, problems: list[Problem]) -> None:
        self.seeds, self.problems = seeds, problems
        self.readable = True
        self.known: set[Path] = set()

    def name(self, path: Path) -> str:
        return f"{self.seeds.name}/{path.relative_to(self.seeds).as_posix()}"

    def files(self, pattern: str) -> Iterator[Path]:
        for path in sorted(self.seeds.glob(pattern)):
            self.known.add(path)
            if path.is_file() and is_inside(path, self.seeds):
                yield path
            else:
                what = "a symbolic link that leads out of the folder" if path.is_file() else "not a file"
                self.problems.append(Problem(Location(self.name(path)), what, "put the file itself here"))
                self.readable = False

    def unknown(self) -> Iterator[Problem]:
        """Files that nothing reads: a slip in a name would go unnoticed. Names that begin with a dot may stand."""
        for path in sorted(self.seeds.rglob("[!.]*")):
            if path.is_file() and path not in self.known and path.suffix != ".md":
                yield Problem(Location(self.name(path)), "a file that nothing reads", "mend its name, or remove it")

    def yaml(self, pattern: str) -> Mapping[str, Table]:
        """Every YAML file of the pattern by its stem."""
        found = {}
        for path in self.files(pattern):
            before = len(self.problems)
            table = read_yaml(path, self.name(path), self.problems)
            if len(self.problems) == before:
                found[path.stem] = table
            self.readable &= len(self.problems) == before
        return found

    def one(self, name: str) -> Table:
        return self.yaml(name).get(Path(name).stem) or Table(Location(f"{self.seeds.name}/{name}"))

    def rows(self, path: Path) -> list[dict[str, str]]:
        text = source_text(path, self.name(path), self.problems)
        return list(csv.DictReader((text or "").splitlines()))


def read_corpus(seeds: Path, problems: list[Problem]) -> Corpus:
    """Read the whole folder.  What cannot be read is left out and reported in ``problems``."""
    folder = _Folder(seeds, problems)
    for name in ("documents", "vocabulary"):
        if not any((seeds / name).glob("*.yml")):
            folder.readable = False
            problems.append(Problem(Location(f"{seeds.name}/{name}/"), "no records in this folder", "restore it"))
    lists = dict(folder.yaml("vocabulary/*.yml"))
    properties = lists.pop("property", Table(Location(f"{seeds.name}/vocabulary/property.yml")))
    documents = tuple(_documents(folder))
    corpus = Corpus(
        package=_package(folder),
        documents=documents,
        entities=_entities(folder),
        properties=vocabulary.properties(properties, problems),
        codes={name: vocabulary.terms(table, name, problems) for name, table in sorted(lists.items())},
        comparisons=comparisons.comparisons(folder.one("comparisons.yml"), problems),
        pages=comparisons.pages(folder.one("outside.yml"), problems),
        retired=comparisons.retired(folder.one("retired.yml"), problems),
        released=tuple(_released(folder)),
        anchors={document.id: _anchors(folder, document.id) for document in documents},
        coverage=_coverage(folder),
    )
    if folder.readable:
        problems.extend(folder.unknown())
    return replace(corpus, readable=folder.readable)


def _documents(folder: _Folder) -> Iterator[Document]:
    for stem, table in folder.yaml("documents/*.yml").items():
        document = read_document(table, folder.problems)
        if document.id and document.id != stem:
            what = f"the id {document.id!s} differs from the file's name"
            folder.problems.append(Problem(document.id.at, what, f"name the file {document.id!s}.yml"))
            folder.readable = False
        yield document


def _entities(folder: _Folder) -> Mapping[str, Entity]:
    return vocabulary.entities(folder.one("entities.yml"), folder.problems)


def _package(folder: _Folder) -> Package:
    section = Section(folder.one("package.yml"), "the package", folder.problems)
    package = Package(
        name=section.text("name", required=True),
        version=section.text("version", required=True),
        created=section.text("created", required=True),
        title=section.labels("title", required=True),
        description=section.labels("description", required=True),
        keywords=section.items("keywords"),
        at=section.table.at,
    )
    section.done()
    return package


def _released(folder: _Folder) -> Iterator[Release]:
    """The ledger that the last release left; empty before the first."""
    for path in folder.files("released.csv"):
        for row in folder.rows(path):
            identity = tuple(row.get(key) or "" for key in IDENTITY)
            yield Release(row.get("resource") or "", row.get("id") or "", identity)


def _anchors(folder: _Folder, document: str) -> Fold:
    spans: dict[tuple[str, int], Anchor] = {}
    names: dict[tuple[str, str], tuple[int, int]] = {}
    for path in folder.files(f"anchors/{document}.csv"):
        for number, row in enumerate(folder.rows(path), 2):
            try:
                key, anchor = _anchor(row)
            except (KeyError, TypeError, ValueError):
                at = Location(folder.name(path), number)
                folder.problems.append(Problem(at, "a malformed anchor", "run `build_site.py anchor --texts DIR`"))
                continue
            spans[key] = anchor
    for path in folder.files(f"anchors/{document}.names.csv"):
        for number, row in enumerate(folder.rows(path), 2):
            try:
                names[row["entity"], row["name"]] = int(row["char_start"]), int(row["char_end"])
            except (KeyError, TypeError, ValueError):
                at = Location(folder.name(path), number)
                folder.problems.append(Problem(at, "a malformed anchor", "run `build_site.py anchor --texts DIR`"))
    return Fold(spans, names)


def _coverage(folder: _Folder) -> Mapping[str, tuple[Coverage, ...]]:
    """The coverage account by document, as ``anchor`` left it; empty where it never ran."""
    found: dict[str, tuple[Coverage, ...]] = {}
    for path in folder.files("anchors/coverage.csv"):
        for number, row in enumerate(folder.rows(path), 2):
            try:
                counts = [int(row[key]) for key in ("mentions", "in_evidence", "set_aside")]
                found[row["document"]] = (*found.get(row["document"], ()), Coverage(row["kind"], *counts))
            except (KeyError, TypeError, ValueError):
                at = Location(folder.name(path), number)
                folder.problems.append(Problem(at, "malformed coverage", "run `build_site.py anchor --texts DIR`"))
    return found


def _anchor(row: Mapping[str, str]) -> tuple[tuple[str, int], Anchor]:
    numbers = [int(row[key]) for key in ("char_start", "char_end", "line", "paragraph")]
    start, end, line, paragraph = numbers
    return (row["fact"], int(row["span"])), Anchor(start, end, row["span_sha256"], line, paragraph, row["part"])
