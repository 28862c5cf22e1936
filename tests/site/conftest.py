"""The tiny world, as one language's tools and as a published site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dalil.site.data import Settings, Tables
from dalil.site.page import Language
from dalil.site.record import index
from dalil.site.words import load_words
from tests.site.test_build import made
from tests.site.world import world

ADDRESS = "https://dalil.example/x/"


@pytest.fixture
def speak() -> Callable[..., Language]:
    """The tools of one language, over the tiny world or the tables given."""

    def tools(code: str, tables: Tables | None = None, **settings: str) -> Language:
        return Language(index(tables or world()), load_words(code), Settings(**settings))

    return tools


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny world's site at an address."""
    settings = Settings(ADDRESS, "", "", "2026-01-03T00:00:00Z", "0.1.0")
    return made(tmp_path_factory.mktemp("published"), world(), settings)
