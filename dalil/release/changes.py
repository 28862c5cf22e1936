"""A difference between two packages, written for people and programs, and as an entry of the data's changelog."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from dalil.release.diff import Change, Diff

__all__ = ["FORMATS", "changelog", "first_release", "render"]

SIGNS = {"added": "+", "removed": "-", "changed": "~"}
TEMPLATES = Path(__file__).resolve().parent / "templates"


def render(diff: Diff, form: str) -> str:
    """The whole difference as ``text``, ``markdown``, ``json`` or ``html``; '' as Markdown where nothing differs."""
    return FORMATS[form](diff)


def _versions(diff: Diff) -> str:
    return diff.new if diff.old == diff.new else f"{diff.old} → {diff.new}"


def _bump(diff: Diff) -> str:
    if diff.bump == "none":
        return "Nothing differs: no new version is needed."
    return f"A new {diff.bump} version is needed."


def _counts(diff: Diff, resource: str = "") -> str:
    counted = ((kind, diff.count(kind, resource)) for kind in SIGNS)
    return ", ".join(f"{number} {kind}" for kind, number in counted if number)


def _notes(diff: Diff) -> Iterator[str]:
    yield from diff.structure
    yield from diff.extended
    yield from (f"{what} changed" for what in diff.metadata)


def _text(diff: Diff) -> str:
    lines = [f"{_versions(diff)}: {_counts(diff) or 'no row differs'}", _bump(diff)]
    lines += [f"! {note}" for note in _notes(diff)]
    for resource, changes in diff.resources.items():
        lines += ["", f"{resource}: {_counts(diff, resource)}"]
        for change in changes:
            lines += _text_row(change)
    return "\n".join(lines) + "\n"


def _text_row(change: Change) -> Iterator[str]:
    yield f"{SIGNS[change.kind]} {' '.join(change.key)}{': ' if change.about else ''}{change.about}"
    if change.kind == "changed":
        yield from (f"    {column}: {was!r} → {now!r}" for column, was, now in change.cells)


def code(text: str) -> str:
    """A Markdown code span of any text: its fence is longer than every run of backticks inside."""
    plain = " ".join(text.split())
    fence = "`" * (max((len(run) for run in re.findall("`+", plain)), default=0) + 1)
    pad = " " if "`" in plain else ""
    return f"{fence}{pad}{plain}{pad}{fence}" if plain else "*empty*"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|@~])", r"\\\1", " ".join(text.split()))


def _markdown(diff: Diff) -> str:
    if diff.bump == "none":
        return ""
    return "\n".join([f"**{_versions(diff)}**: {_counts(diff) or 'no row differs'}. {_bump(diff)}", "", *_body(diff)])


def _body(diff: Diff) -> Iterator[str]:
    notes = list(_notes(diff))
    if notes:
        yield from (*(f"- {_escaped(note)}" for note in notes), "")
    for resource, changes in diff.resources.items():
        yield from (f"<details open><summary>{resource}: {_counts(diff, resource)}</summary>", "")
        for change in changes:
            yield from _markdown_row(change)
        yield from ("", "</details>", "")


def _markdown_row(change: Change) -> Iterator[str]:
    about = f": {_escaped(change.about)}" if change.about else ""
    yield f"- {change.kind} {code(' '.join(change.key))}{about}"
    if change.kind == "changed":
        yield from (f"  - {code(column)}: {code(was)} → {code(now)}" for column, was, now in change.cells)


def _json(diff: Diff) -> str:
    made = {
        "old": diff.old,
        "new": diff.new,
        "bump": diff.bump,
        "structure": [*diff.structure, *diff.extended],
        "metadata": diff.metadata,
        "resources": {name: [_row(change) for change in changes] for name, changes in diff.resources.items()},
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _row(change: Change) -> Mapping[str, object]:
    cells = {column: {"old": was, "new": now} for column, was, now in change.cells}
    return {"key": change.key, "kind": change.kind, "about": change.about, "cells": cells}


def _html(diff: Diff) -> str:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    page = environment.get_template("diff.html.j2")
    return page.render(diff=diff, counts=_counts, notes=list(_notes(diff)), versions=_versions(diff), bump=_bump(diff))


FORMATS: Mapping[str, Callable[[Diff], str]] = {"text": _text, "markdown": _markdown, "json": _json, "html": _html}


def changelog(diff: Diff, created: str) -> Mapping[str, bytes]:
    """The changelog's files of a release: what changed since the one before, row by row."""
    head = f"# Changes of the data\n\n## {diff.new}, {created}\n\nSince {diff.old}: "
    rows = "\n".join(_body(diff)) if diff.bump != "none" else ""
    text = f"{head}{_counts(diff) or 'no row differs'}.\n\n{rows}"
    return {"CHANGELOG.md": text.encode("utf-8"), f"changes/{diff.new}.json": _json(diff).encode("utf-8")}


def first_release(version: str, created: str, keys: Mapping[str, Sequence[str]]) -> Mapping[str, bytes]:
    """The changelog's files where there is no release before: every row, by its key, is new."""
    rows = "".join(f"- {name}: {len(added)} added\n" for name, added in keys.items())
    text = f"# Changes of the data\n\n## {version}, {created}\n\nThe first release.\n\n{rows}"
    made = {"old": None, "new": version, "bump": "first", "added": dict(keys)}
    log = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    return {"CHANGELOG.md": text.encode("utf-8"), f"changes/{version}.json": log.encode("utf-8")}
