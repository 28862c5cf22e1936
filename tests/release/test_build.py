"""The command: the same bytes under any clock and locale, a signature, and refusals that leave what stood."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dalil import commands
from tests.world import ROOT, make_world, unmeasured

SETTINGS = (
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0", "UMASK": "022"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242", "UMASK": "077", "LANG": "ar_MA"},
)


def run(root: Path, *arguments: str, umask: str = "022", **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "build_site.py", "--root", root, *arguments]
    env = {**unmeasured(), "SITE_URL": "", "GITHUB_REPOSITORY": "", **environ}
    return subprocess.run(
        command, env=env, umask=int(umask, 8), cwd=root, capture_output=True, text=True, encoding="utf-8", check=False
    )


def everything(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path.relative_to(folder)): (path.stat().st_mode, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base world with its package, and nothing released."""
    root = make_world("base", tmp_path_factory.mktemp("base") / "root")
    shutil.copy(ROOT / "mkdocs.yml", root)
    commands.build(root, only_package=True)
    return root


@pytest.fixture(scope="module")
def two(base: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two releases of one package under settings that have nothing in common."""
    folder = tmp_path_factory.mktemp("two")
    roots = [Path(shutil.copytree(base, folder / str(number))) for number, _ in enumerate(SETTINGS)]
    key = folder / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", key], check=True)
    for root, environ in zip(roots, SETTINGS, strict=True):
        shutil.copy(key, root / "key")
        shutil.copy(key.with_suffix(".pub"), root / "key.pub")
        (root / "key").chmod(0o600)
        done = run(root, "release", "--key", str(root / "key"), umask=environ["UMASK"], **environ)
        assert done.returncode == 0, done.stderr
    return roots


def test_two_builds_are_the_same_byte_for_byte(two: list[Path]) -> None:
    one, other = (everything(root / "dist") for root in two)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert (two[0] / "seeds/released.csv").read_bytes() == (two[1] / "seeds/released.csv").read_bytes()


def verify(root: Path) -> int:
    signers = root / "signers"
    signers.write_text(f"dalil {(root / 'key.pub').read_text()}")
    command = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", "dalil", "-n", "dalil-release"]
    with (root / "dist/SHA256SUMS").open("rb") as data:
        signature = ["-s", root / "dist/SHA256SUMS.sig"]
        return subprocess.run([*command, *signature], stdin=data, capture_output=True, check=False).returncode


def test_the_signature_holds_and_breaks_with_what_it_signs(two: list[Path], tmp_path: Path) -> None:
    assert verify(two[0]) == 0
    twin = Path(shutil.copytree(two[0], tmp_path / "twin"))
    with (twin / "dist/SHA256SUMS").open("a") as sums:
        sums.write("0" * 64 + "  more\n")
    assert verify(twin) != 0


def test_a_key_that_is_none_is_said(two: list[Path]) -> None:
    done = run(two[0], "release", "--key", str(two[0] / "mkdocs.yml"))
    assert done.returncode == 1
    assert "cannot sign with this key" in done.stderr
    assert "give an Ed25519 key" in done.stderr


def test_ids_that_vanish_or_change_their_meaning_stop_a_release(base: Path, two: list[Path], tmp_path: Path) -> None:
    root = Path(shutil.copytree(base, tmp_path / "root"))
    (root / "dist").mkdir()
    (root / "dist/kept").write_text("good")
    old = (two[0] / "seeds/released.csv").read_text("utf-8")
    facts = [line for line in old.splitlines() if line.startswith("facts,")]
    gone = "facts,alpha-2099.gone,alpha-2099,hope-club,attendance,,,false"
    other = facts[0].replace(",false", ",true")
    (root / "seeds/released.csv").write_text(old.replace(facts[0], other) + gone + "\n", "utf-8")
    done = run(root, "release")
    assert done.returncode == 1
    assert "the id alpha-2099.gone of facts vanished; restore it, or retire it" in done.stderr
    assert f"{facts[0].split(',')[1]} is now another fact; give it a new id" in done.stderr
    assert [path.name for path in (root / "dist").iterdir()] == ["kept"]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("datapackage/facts.csv", "more-than", "mer-than", "not in the closed list"),
        (
            "seeds/documents/alpha-2099.yml",
            "took part",
            "came",
            "facts.csv:1:1: not what seeds/ gives; run `make site`",
        ),
    ],
)
def test_a_package_that_is_broken_or_stale_is_not_released(
    base: Path, tmp_path: Path, name: str, old: str, new: str, said: str
) -> None:
    root = Path(shutil.copytree(base, tmp_path / "root"))
    (root / name).write_text((root / name).read_text("utf-8").replace(old, new), "utf-8")
    done = run(root, "release")
    assert done.returncode == 1
    assert said in done.stderr
    assert not (root / "dist").exists()
    assert not (root / "seeds/released.csv").exists()
