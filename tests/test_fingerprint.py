from pathlib import Path

import pytest

from dalil import fingerprint


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name in ("seeds", "docs", "site", "datapackage", "build"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text("content")
    (tmp_path / "mkdocs.yml").write_text("site_name: x")
    fingerprint.remember(tmp_path, fingerprint.inputs(tmp_path))
    return tmp_path


def test_nothing_changed(built: Path) -> None:
    assert fingerprint.is_current(built)


@pytest.mark.parametrize("name", ["seeds/file", "docs/file", "mkdocs.yml", "site/file", "datapackage/file"])
def test_a_change_is_seen(built: Path, name: str) -> None:
    (built / name).write_text("other content")
    assert not fingerprint.is_current(built)


@pytest.mark.parametrize("name", ["seeds/file", "site/file"])
def test_a_missing_file_is_seen(built: Path, name: str) -> None:
    (built / name).unlink()
    assert not fingerprint.is_current(built)


def test_a_setting_is_seen(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    assert not fingerprint.is_current(built)


def test_before_the_first_build(tmp_path: Path) -> None:
    assert not fingerprint.is_current(tmp_path)
