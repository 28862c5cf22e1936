"""The loading examples are run as they are printed; what they load is all of it."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dalil.release.examples import FOLDER, TITLES, Example, examples
from dalil.release.model import Release


@pytest.fixture(scope="module")
def here(dist: Path, release: Release) -> dict[str, Example]:
    return {example.name: example for example in examples(release, f"{dist}/")}


def test_every_example_is_listed_and_short() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_file()} == set(TITLES)
    for path in FOLDER.iterdir():
        if path.is_file():
            assert 1 <= len([line for line in path.read_text("utf-8").splitlines() if line]) <= 3


def test_examples_name_the_address_of_this_version(release: Release, sited: Release) -> None:
    for near, far in zip(examples(release), examples(sited), strict=True):
        assert "BASE" not in near.code + far.code
        assert far.name == "sqlite.sql" or f"https://dalil.example/v{sited.version}/" in far.code


@pytest.mark.parametrize("name", [name for name in TITLES if name.endswith(".py")])
def test_python(name: str, here: dict[str, Example], release: Release) -> None:
    space: dict[str, Any] = {}
    exec(here[name].code, space)
    figures = sum(row["kind"] == "figure" for row in release.tables["facts"])
    assert len(space["facts"]) == (figures if "duckdb" in name else release.counts["facts"])


def test_namibia_is_not_missing(here: dict[str, Example], dist: Path) -> None:
    """The reading that the example shows takes NA for a code."""
    import pandas as pd

    assert "keep_default_na=False" in here["with_pandas.py"].code
    entities = pd.read_csv(dist / "entities.csv", keep_default_na=False, na_values=[""])
    assert entities["country"].dropna().str.fullmatch("[A-Z]{2}").all()


def test_sql(here: dict[str, Example], dist: Path, release: Release) -> None:
    figures = sum(row["kind"] == "figure" for row in release.tables["facts"])
    assert len(duckdb.sql(here["duckdb.sql"].code).fetchall()) == figures
    with contextlib.closing(sqlite3.connect(dist / f"{release.name}.sqlite")) as base:
        assert len(base.execute(here["sqlite.sql"].code).fetchall()) == figures


@pytest.fixture
def served(dist: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    handler = functools.partial(Quiet, directory=str(dist))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_javascript(served: str, release: Release, tmp_path: Path) -> None:
    if not shutil.which("node"):
        pytest.skip("node is not here")
    code = next(one.code for one in examples(release, served) if one.name == "browser.js")
    script = tmp_path / "example.mjs"
    script.write_text(f"{code}\nconsole.log(facts.length);\n", "utf-8")
    env = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    done = subprocess.run(["node", script], capture_output=True, text=True, env=env, check=False)
    assert done.stdout == f"{release.counts['facts']}\n", done.stderr


@pytest.mark.parametrize("name", [name for name in TITLES if name.endswith(".R")])
def test_r(name: str, here: dict[str, Example], release: Release) -> None:
    library = name.removeprefix("with_").removesuffix(".R")
    probe = ["Rscript", "-e", f"library({library})"]
    if not shutil.which("Rscript") or subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip(f"R with {library} is not here")
    script = f"{here[name].code}\ncat(nrow(facts))"
    done = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True, check=False)
    assert done.stdout == str(release.counts["facts"]), done.stderr
