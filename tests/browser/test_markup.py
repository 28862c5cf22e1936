"""Valid HTML: the Nu checker where Java is, html-validate where only Node is."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.kinds import GATES, PAGES, Site
from tests.browser.tools import NODE, needed, twin

pytestmark = pytest.mark.browser

VNU = NODE / "vnu-jar" / "build" / "dist" / "vnu.jar"
VALIDATE = NODE / ".bin" / "html-validate"


def nu(files: list[Path]) -> Iterator[str]:
    """Errors of the Nu checker."""
    command = ["java", "-Xss2m", "-jar", str(VNU), "--errors-only", "--format", "json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    for message in json.loads(done.stderr)["messages"]:
        yield f"{message['url'].removeprefix('file:')}:{message.get('lastLine')}: {message['message']}"


def node(files: list[Path]) -> Iterator[str]:
    """Errors of html-validate's rules on what a document may hold."""
    rules = {"root": True, "extends": ["html-validate:document"], "rules": {"require-sri": "off"}}
    config = files[0].parent / ".htmlvalidate.json"
    config.write_text(json.dumps(rules), encoding="utf-8")
    # Into a file: it leaves before a pipe has taken everything.
    report_file = config.with_name("report.json")
    command = [str(VALIDATE), "--config", str(config), "--formatter", f"json={report_file}", *map(str, files)]
    subprocess.run(command, capture_output=True, check=False, cwd=NODE.parent)
    for report in json.loads(report_file.read_text(encoding="utf-8")):
        yield from (
            f"{report['filePath']}:{found['line']}: {found['message']} ({found['ruleId']})"
            for found in report["messages"]
        )


def faults(files: list[Path]) -> list[str]:
    needed(NODE.exists(), "no HTML checker is here (make test installs them where npm is)")
    return list(nu(files) if shutil.which("java") else node(files))


def test_a_page_of_each_kind_is_valid(site: Site, tmp_path: Path) -> None:
    paths = [*GATES, *(site.page(language, kind) for language, kind in PAGES)]
    files = [Path(shutil.copy(site.root / path, tmp_path / path.replace("/", "~"))) for path in paths]
    assert [line.replace(f"{tmp_path}/", "") for line in faults(files)] == []


def test_the_checkers_find_what_is_not_valid(tmp_path: Path) -> None:
    (tmp_path / "broken.html").write_text(twin("invalid"), encoding="utf-8")
    assert len(faults([tmp_path / "broken.html"])) > 2
