"""BadInputError input: every quirk of ``worlds/quirks.yml`` is said word for word, and nothing published is touched."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from dalil import commands
from dalil.problems import BadInputError
from tests.world import ROOT, WORLDS

QUIRKS = yaml.safe_load((WORLDS / "quirks.yml").read_text("utf-8"))
World = Callable[[str], Path]


def disturb(root: Path, quirk: dict[str, list[str]]) -> None:
    """Apply the edits of one quirk."""
    for key in ("edit", "also", "more"):
        if key in quirk:
            name, old, new = quirk[key]
            text = (root / name).read_text("utf-8")
            assert text.count(old) >= 1, f"{old!r} is not in {name}"
            (root / name).write_text(text.replace(old, new, 1), "utf-8")
    if "bytes" in quirk:
        name, old, new = quirk["bytes"]
        data = (root / name).read_bytes()
        (root / name).write_bytes(data.replace(old.encode(), bytes.fromhex(new), 1))
    if "write" in quirk:
        name, content = quirk["write"]
        (root / name).write_text(content, "utf-8")
    if "repeat" in quirk:
        name, word, times = quirk["repeat"]
        (root / name).parent.mkdir()
        (root / name).write_text(f"{word} " * int(times), "utf-8")
    if "link" in quirk:
        name, target = quirk["link"]
        (root / name).symlink_to(target)


def run(command: str, root: Path) -> list[str]:
    """What a command finds wrong."""
    steps = {
        "check": lambda: commands.check(root, None),
        "anchor": lambda: commands.anchor(root, root / "texts"),
        "verify": lambda: commands.verify(root, root / "texts"),
        "build": lambda: commands.build(root),
    }
    try:
        for step in command.split("-then-"):
            steps[step]()
    except BadInputError as bad:
        return [str(problem) for problem in bad.problems]
    return []


def test_the_base_world_is_sound(world: World) -> None:
    root = world("base")
    assert run("check", root) == run("verify", root) == []


@pytest.mark.parametrize("name", sorted(QUIRKS))
def test_quirk(name: str, world: World) -> None:
    root, quirk = world("base"), QUIRKS[name]
    disturb(root, quirk)
    assert run(quirk.get("command", "check"), root) == quirk["says"]


@pytest.mark.parametrize("name", ["unknown_entity", "broken_yaml", "digit_in_prose"])
def test_a_bad_corpus_leaves_what_is_published(name: str, world: World) -> None:
    root = world("base")
    disturb(root, QUIRKS[name])
    for folder in ("site", "datapackage"):
        (root / folder).mkdir()
        (root / folder / "kept").write_text("good")
    done = subprocess.run(
        [sys.executable, ROOT / "build_site.py", "--root", root], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[:-1] == QUIRKS[name]["says"]
    assert [p.name for folder in ("site", "datapackage") for p in (root / folder).iterdir()] == ["kept", "kept"]
