"""The commands of ``build_site.py``: the flow of the design, stage after stage."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import click

from dalil import anchors, fingerprint, prose, publish, scaffold
from dalil.check import check as rules
from dalil.check import coverage
from dalil.check.identity import DOCUMENT
from dalil.corpus import Corpus, read_corpus
from dalil.corpus.model import Package
from dalil.package import write
from dalil.package.tables import Tables, tables
from dalil.package.validate import validate, validate_with_frictionless
from dalil.problems import Problem, stop_on

__all__ = ["add", "anchor", "build", "check", "diff", "needed", "release", "serve", "verify"]


def say(line: str) -> None:
    """One line of progress."""
    print(line, flush=True)


def needed(texts: Path | None) -> Path:
    """The folder of the articles, or an error that says how to give it."""
    if texts is None:
        raise click.UsageError("this command needs the articles: pass --texts DIR or set DALIL_TEXTS")
    return texts


def _corpus(root: Path, problems: list[Problem]) -> Corpus:
    corpus = read_corpus(root / "seeds", problems)
    if corpus.readable:
        problems.extend(rules(corpus, sound=not problems))
        problems.extend(prose.check_pages(prose.read_pages(root / "docs", problems), corpus))
    return corpus


def _checked(root: Path) -> Corpus:
    """The corpus without a problem, or :class:`BadInputError` with all of them."""
    problems: list[Problem] = []
    corpus = _corpus(root, problems)
    stop_on(problems)
    return corpus


def build(root: Path, *, only_package: bool = False) -> None:
    """seeds/ and docs/ → datapackage/ and site/; raises :class:`BadInputError` first where they are wrong."""
    work, package, out = root / "build", root / "datapackage", root / "site"
    for target in (package, out):
        publish.mend(target)
    # Taken first: what changes while the build runs belongs to the next one.
    read = fingerprint.inputs(root)
    say("reading and checking seeds/ and docs/")
    corpus = _checked(root)
    made = tables(corpus)
    say(f"writing the package: {len(made['facts'])} facts from {len(made['documents'])} documents")
    publish.write_folder(work / "datapackage", write.files(corpus, made))
    stop_on(validate(work / "datapackage"))
    with ProcessPoolExecutor(1) as side:
        judged = side.submit(_judged, work / "datapackage")
        if not only_package:
            _site(root, made, corpus.package, work)
        stop_on(judged.result())
    publish.swap(work / "datapackage", package)
    if not only_package:
        publish.set_modes(work / "finished")
        publish.swap(work / "finished", out)
        fingerprint.remember(root, read)
        say(f"done: open {(out / 'index.html').relative_to(root)}")


def _judged(package: Path) -> list[Problem]:
    return list(validate_with_frictionless(package))


def _site(root: Path, made: Tables, package: Package, work: Path) -> None:
    """The package in ``work/datapackage`` → the release's files and ``work/finished``."""
    from dalil import site
    from dalil.release import stage
    from dalil.release.earlier import earlier_folders
    from dalil.release.model import Address

    settings = site.read_settings(root / "mkdocs.yml", os.environ, str(package.created), str(package.version))
    say("building the pages in three languages, and the files of the release")
    with site.drawing(root / "docs", work, settings):
        address = Address(settings.site_url, settings.repository, settings.contact)
        drafted = stage.draft(root, work / "datapackage", address)
    say("finishing the pages, making the search")
    version = drafted.release.version
    site.build(made, site.with_release(settings, drafted.release), work, work / "finished")
    site.publish_data(drafted.release, {**earlier_folders(root, version), version: drafted.files}, work / "finished")


def check(root: Path, texts: Path | None) -> None:
    """Every rule; with the articles also what they hold that no fact covers."""
    problems: list[Problem] = []
    corpus = _corpus(root, problems)
    if texts and corpus.readable:
        for ident, text in anchors.read_texts(corpus, texts, problems).items():
            document = next(d for d in corpus.documents if d.id == ident)
            anchors.locate(document, text, problems)
            account = coverage.account(document, text, corpus)
            say(account.report())
            problems.extend(account.problems())
    stop_on(problems)
    say(f"{len(list(corpus.facts()))} facts in {len(corpus.documents)} documents: no problem")


def add(root: Path, ident: str, text: Path) -> None:
    """Write the skeleton of a record; refuses to overwrite one."""
    path = root / "seeds" / "documents" / f"{ident}.yml"
    if not DOCUMENT.fullmatch(ident):
        raise click.UsageError(f"{ident} is no id of a document: write publisher-year, as in aldar-2020")
    if path.exists():
        raise click.UsageError(f"{path.relative_to(root)} exists already")
    try:
        record = scaffold.record(ident, text)
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{text} is not UTF-8: save it as UTF-8") from error
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(record, "utf-8")
    say(f"fill in {path.relative_to(root)}; `build_site.py check` lists what is missing")


def anchor(root: Path, texts: Path) -> None:
    """Write offsets into the records and ``seeds/anchors/``; a document with a problem is left as it was."""
    problems: list[Problem] = []
    seeds = root / "seeds"
    # What is wrong with the records is told once, when they are read again below.
    corpus = read_corpus(seeds, [])
    found = anchors.read_texts(corpus, texts, problems)
    found = {d.id: found[d.id] for d in corpus.documents if d.id in found and anchors.is_as_read(d, found[d.id])}
    for document in corpus.documents:
        if document.id in found:
            path = seeds / "documents" / f"{document.id}.yml"
            source = path.read_text("utf-8")
            anchored = anchors.with_offsets(source, document, found[document.id])
            if anchored != source:
                path.write_text(anchored, "utf-8")
    corpus = read_corpus(seeds, problems)
    accounts = dict(corpus.coverage)
    for document in corpus.documents:
        if document.id in found:
            before = len(problems)
            fold = anchors.locate(document, found[document.id], problems)
            if len(problems) == before:
                target = seeds / "anchors" / f"{document.id}.csv"
                target.parent.mkdir(exist_ok=True)
                target.write_text(anchors.spans_csv(fold), "utf-8")
                target.with_suffix(".names.csv").write_text(anchors.names_csv(fold), "utf-8")
                fresh = replace(corpus, anchors={**corpus.anchors, document.id: fold})
                accounts[str(document.id)] = coverage.account(document, found[document.id], fresh).kept()
            say(f"{document.id}: {len(fold.spans)} spans, {len(fold.names)} names")
    if accounts:
        (seeds / "anchors" / "coverage.csv").write_text(coverage.coverage_csv(accounts), "utf-8")
    stop_on(problems)


def verify(root: Path, texts: Path) -> None:
    """Anchor everything anew and compare; raises :class:`BadInputError` where something moved."""
    problems: list[Problem] = []
    corpus = read_corpus(root / "seeds", problems)
    found = anchors.read_texts(corpus, texts, problems)
    for line in anchors.verify(corpus, found, problems):
        say(line)
    # What moved changes the account too: one fault is told once.
    problems.extend(coverage.stale(corpus, found) if not problems else ())
    stop_on(problems)


def serve(root: Path, port: int) -> None:  # pragma: no cover - runs until it is interrupted
    """Serve the site, and build again on a change; a failed build keeps the last good site."""
    from dalil import preview

    preview.serve(root, port, lambda: build(root))


def release(root: Path, previous: str = "", key: Path | None = None) -> None:
    """``datapackage/`` → ``dist/`` and ``seeds/released.csv``; raises :class:`BadInputError` before it writes."""
    from dalil.release import stage
    from dalil.release.earlier import FOLDER
    from dalil.release.model import Address
    from dalil.site.settings import read_settings

    settings = read_settings(root / "mkdocs.yml", os.environ)
    work, out = root / "build" / "dist", root / "dist"
    say("making the files of the release")
    made = stage.make(root, Address(settings.site_url, settings.repository, settings.contact), previous, key)
    corpus = _checked(root)
    stop_on(write.stale(root / "datapackage", write.files(corpus, tables(corpus))))
    publish.write_folder(work, made.files)
    stop_on(validate(work))
    publish.swap(work, out)
    (root / stage.LEDGER).write_bytes(made.ledger)
    kept = root / FOLDER / made.release.archive
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(made.files[made.release.archive])
    say(f"done: dist/{made.release.archive}; commit {FOLDER}/ and {stage.LEDGER}, and tag v{made.release.version}")


def diff(root: Path, old: str, new: str, form: str = "text") -> None:
    """Print what differs between two packages."""
    from dalil.release import stage

    print(stage.difference(root, old, new, form), end="")
