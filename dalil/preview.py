"""A server for writing: it serves ``site/`` and builds again when a file changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from dalil.problems import BadInputError

__all__ = ["serve", "state"]

WATCHED = ("seeds", "docs", "dalil", "mkdocs.yml")


def _files(root: Path) -> Iterator[Path]:
    for name in WATCHED:
        path = root / name
        yield from [path] if path.is_file() else (p for p in path.rglob("*") if p.is_file() and p.suffix != ".pyc")


def state(root: Path) -> frozenset[tuple[str, int]]:
    """What is watched, with the times of its files; differs when something changed."""
    return frozenset((str(path), path.stat().st_mtime_ns) for path in _files(root))


def serve(root: Path, port: int, build: Callable[[], None]) -> None:  # pragma: no cover - runs until interrupted
    """Build, serve on the loopback address, watch once a second."""
    _try(build)
    # The folder is looked up by name at each request, so that a swapped site is seen at once.
    handler = partial(SimpleHTTPRequestHandler, directory=str(root / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"serving http://127.0.0.1:{port}/ (stop with Ctrl-C)", flush=True)
    seen = state(root)
    while True:
        time.sleep(1)
        now = state(root)
        if now != seen:
            seen = now
            _try(build)


def _try(build: Callable[[], None]) -> None:
    try:
        build()
    except BadInputError as bad:
        print(bad, flush=True)
