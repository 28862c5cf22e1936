"""The site over HTTP as a plain static host serves it: compressed, below a path, with its own page for the lost."""

from __future__ import annotations

import gzip
import mimetypes
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ADDRESS", "HOST", "serve"]

# Every worker has a server and a port of its own, and browsers are told where this host is, so that one built
# site with one address serves all. `.localhost` is a secure context without a certificate. The path below the
# host is what a project's page on a shared host has, and what absolute links forget.
HOST = "dalil.localhost"
ADDRESS = f"http://{HOST}/dalil/"
PREFIX = urlsplit(ADDRESS).path

COMPRESSED = {"text/html", "text/css", "text/javascript", "application/javascript", "application/json", "image/svg+xml"}
COMPRESSED |= {"application/xml", "text/xml", "text/plain", "text/csv", "application/wasm", "application/atom+xml"}
TYPES = {
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".webmanifest": "application/json",
}


@lru_cache(maxsize=4096)
def _content(path: Path, modified: int) -> tuple[str, bytes, bytes]:
    """Type, bytes as they are, bytes as they are sent."""
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    raw = path.read_bytes()
    return kind, raw, gzip.compress(raw, 6) if kind in COMPRESSED else raw


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path

    def do_GET(self) -> None:  # the name is the base class's
        path = self._file()
        status = 200 if path else 404
        path = path or self.root / "404.html"
        kind, raw, packed = _content(path, path.stat().st_mtime_ns)
        zipped = packed is not raw and "gzip" in self.headers.get("Accept-Encoding", "")
        body = packed if zipped else raw
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        # GitHub Pages lets browsers keep a file for ten minutes.
        self.send_header("Cache-Control", "max-age=600")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def _file(self) -> Path | None:
        asked = unquote(urlsplit(self.path).path)
        if not asked.startswith(PREFIX):
            return None
        path = self.root / asked.removeprefix(PREFIX)
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_file() and self.root in path.resolve().parents else None

    def log_message(self, *said: object) -> None:
        """Requests are not written to the terminal."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection early is no error."""


@contextmanager
def serve(root: Path) -> Iterator[int]:
    """Serve ``root`` on the loopback address while the block runs; yields the port."""
    handler = type("Handler", (_Handler,), {"root": root.resolve()})
    server = _Server(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
