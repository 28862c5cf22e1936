"""The command line: what it prints, how it exits, what it leaves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dalil import preview
from tests.world import ROOT

World = Callable[[str], Path]


def run(root: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """build_site.py as a person starts it."""
    plain = {key: value for key, value in os.environ.items() if key != "DALIL_TEXTS"}
    command = [sys.executable, str(ROOT / "build_site.py"), "--root", str(root), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**plain, **environ})


BARE = [f"{sys.base_prefix}/bin/python3", "-I", "-S"]  # a Python without any package


def test_started_with_another_python_it_finds_its_own() -> None:
    done = subprocess.run([*BARE, ROOT / "build_site.py", "--help"], capture_output=True, text=True, check=False)
    if (ROOT / ".venv/bin/python").exists():
        assert "\n  anchor " in done.stdout, done.stderr
    else:
        assert "run `make site` first" in done.stderr


def test_before_anything_is_set_up_it_says_what_to_do(tmp_path: Path) -> None:
    shutil.copy(ROOT / "build_site.py", tmp_path)
    done = subprocess.run([*BARE, tmp_path / "build_site.py"], capture_output=True, text=True, check=False)
    assert (done.returncode, "run `make site` first" in done.stderr) == (1, True)


def test_help_names_every_command() -> None:
    said = run(ROOT, "--help").stdout
    for command in ("build", "check", "serve", "anchor", "verify", "add", "diff", "release"):
        assert f"\n  {command} " in said


def test_check_says_how_much_is_sound(world: World) -> None:
    done = run(world("base"), "check")
    assert (done.returncode, done.stdout) == (0, "9 facts in 2 documents: no problem\n")


def test_verify_prints_a_line_per_document(world: World) -> None:
    root = world("base")
    done = run(root, "verify", "--texts", str(root / "texts"))
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "alpha-2099: 6 facts, 6 spans, 3 names: in place",
        "beta-2099: 3 facts, 4 spans, 1 names: in place",
    ]


@pytest.mark.parametrize("command", ["anchor", "verify"])
def test_without_the_articles_it_says_how_to_give_them(world: World, command: str) -> None:
    done = run(world("base"), command)
    assert done.returncode == 2
    assert "pass --texts DIR or set DALIL_TEXTS" in done.stderr


def test_the_articles_can_be_given_by_the_environment(world: World) -> None:
    root = world("base")
    assert run(root, "verify", DALIL_TEXTS=str(root / "texts")).returncode == 0


@pytest.mark.parametrize("ends", ["\r\n", "\n\n"])
def test_anchor_takes_no_offsets_from_another_text(world: World, ends: str) -> None:
    root = world("base")
    kept = {path: path.read_bytes() for path in (root / "seeds/anchors").iterdir()}
    text = root / "texts/alpha.txt"
    text.write_bytes(text.read_bytes().replace(b"\n", ends.encode()))
    done = run(root, "anchor", "--texts", str(root / "texts"))
    assert done.returncode == 1
    assert "wrong SHA-256: alpha-2099 was read from another text" in done.stderr
    assert {path: path.read_bytes() for path in kept} == kept


def test_anchor_says_which_text_is_missing(world: World) -> None:
    root = world("base")
    (root / "texts/beta.txt").unlink()
    done = run(root, "anchor", "--texts", str(root / "texts"))
    assert (done.returncode, "no text beta.txt" in done.stderr) == (1, True)


@pytest.mark.parametrize("ident", ["../../x", "Bad Id", "delta"])
def test_add_takes_ids_only(world: World, ident: str) -> None:
    root = world("base")
    before = sorted(root.rglob("*"))
    done = run(root, "add", ident, "--text", str(root / "texts/beta.txt"))
    assert (done.returncode, "is no id of a document" in done.stderr) == (2, True)
    assert sorted(root.rglob("*")) == before


def test_add_takes_any_name_of_a_text(world: World) -> None:
    root = world("base")
    odd = root / "texts/we: ird #x.txt"
    odd.write_bytes((root / "texts/beta.txt").read_bytes())
    assert run(root, "add", "delta-2099", "--text", str(odd)).returncode == 0
    assert "broken YAML" not in run(root, "check").stderr


def test_an_unknown_command_is_refused(world: World) -> None:
    done = run(world("base"), "biuld")
    assert done.returncode == 2
    assert "No such command" in done.stderr


def test_problems_are_counted_and_the_exit_status_is_1(world: World) -> None:
    root = world("base")
    path = root / "seeds/entities.yml"
    path.write_text(path.read_text("utf-8").replace("type: person", "type: people"), "utf-8")
    done = run(root, "check")
    assert done.returncode == 1
    assert "seeds/entities.yml:21:9: unknown entity type people" in done.stderr
    assert done.stderr.splitlines()[-1].endswith("problems; nothing published was touched")


def test_add_starts_a_record_that_check_leads_through(world: World) -> None:
    root = world("base")
    done = run(root, "add", "delta-2099", "--text", str(root / "texts/beta.txt"))
    assert done.returncode == 0
    written = (root / "seeds/documents/delta-2099.yml").read_text("utf-8")
    assert "characters: 84\n" in written
    assert "body: 0-83\n" in written
    said = run(root, "check").stderr
    assert "delta-2099.yml:6:13: the document lacks title_basis; add `title_basis: …`" in said
    assert "missing translation" in said
    again = run(root, "add", "delta-2099", "--text", str(root / "texts/beta.txt"))
    assert (again.returncode, "exists already" in again.stderr) == (2, True)


def test_what_is_watched_changes_with_a_file(world: World) -> None:
    root = world("base")
    (root / "mkdocs.yml").write_text("site_name: x\n")
    before = preview.state(root)
    assert preview.state(root) == before
    (root / "docs/en/index.md").write_text("# Other {#club}\n")
    os.utime(root / "docs/en/index.md", ns=(1, 1))
    assert preview.state(root) != before
