"""The engine, run once a language: MkDocs inside a forked process, with its templates compiled once."""

from __future__ import annotations

import importlib
import logging
import os
from pathlib import Path

from dalil.problems import BadInputError, Location, Problem

__all__ = ["preload", "run"]


def preload() -> None:
    """Import the engine before forking, so that three languages pay for it once."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    for name in ("mkdocs.commands.build", "mkdocs.config", *(f"markdown.extensions.{name}" for name in EXTENSIONS)):
        importlib.import_module(name)


EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc")


class _Collector(logging.Handler):
    """Keeps what the engine warns of: in strict mode it would only count it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def run(config_file: Path, language: str) -> None:
    """Build one language into its ``site_dir``; any warning is an error, all are listed."""
    preload()
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    collector, logger = _Collector(), logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    try:
        config = load_config(str(config_file), strict=True)
        _keep_bytecode(config.theme, config_file.parent / "cache" / "theme")
        build(config)
    except (Abort, ConfigurationError) as error:
        at, remedy = Location(f"docs/{language}"), "correct the page or the configuration"
        raise BadInputError(Problem(at, text, remedy) for text in collector.messages or [str(error)]) from error
    finally:
        logger.removeHandler(collector)


def _keep_bytecode(theme: object, folder: Path) -> None:
    """Let the theme's environment read compiled templates from disk; the output stays the same."""
    from jinja2 import Environment, FileSystemBytecodeCache

    folder.mkdir(parents=True, exist_ok=True)
    make = theme.get_env  # type: ignore[attr-defined]

    def get_env() -> Environment:
        environment: Environment = make()
        environment.bytecode_cache = FileSystemBytecodeCache(str(folder))
        return environment

    theme.get_env = get_env  # type: ignore[attr-defined]
