"""Settings: the environment before the file, nothing invented."""

from __future__ import annotations

from pathlib import Path

from dalil.site import Settings, read_settings


def config(folder: Path, text: str) -> Path:
    path = folder / "mkdocs.yml"
    path.write_text(text, "utf-8")
    return path


def test_nothing_is_invented(tmp_path: Path) -> None:
    assert read_settings(config(tmp_path, 'site_url: ""\nextra: {}\n'), {}) == Settings()


def test_the_file(tmp_path: Path) -> None:
    path = config(
        tmp_path,
        "site_url: https://a.example/b\nextra: {repository: https://c.example/d/, contact: x@y.example}\nx: !!python/name:a.b\n",
    )
    assert read_settings(path, {}, "2026-01-01", "1") == Settings(
        "https://a.example/b/", "https://c.example/d", "x@y.example", "2026-01-01", "1"
    )


def test_the_environment_wins(tmp_path: Path) -> None:
    environment = {
        "SITE_URL": "https://e.example",
        "GITHUB_SERVER_URL": "https://g.example",
        "GITHUB_REPOSITORY": "o/n",
    }
    settings = read_settings(config(tmp_path, "site_url: https://a.example\n"), environment)
    assert (settings.site_url, settings.repository) == ("https://e.example/", "https://g.example/o/n")
