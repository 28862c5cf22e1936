"""The archive, the checksums and the signature."""

from __future__ import annotations

import hashlib
import io
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from dalil.problems import BadInputError, Location, Problem

__all__ = ["NAMESPACE", "archive", "sign", "sums"]

EPOCH = (1980, 1, 1, 0, 0, 0)
NAMESPACE = "dalil-release"
"""What `ssh-keygen -Y` calls the purpose of a signature: one made for this is good for nothing else."""


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip whose bytes depend on names and contents alone (and on the version of zlib)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            packed.writestr(entry, data)
    return out.getvalue()


def sums(files: Mapping[str, bytes]) -> bytes:
    """What `sha256sum -c` reads, in order of name."""
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return "".join(lines).encode("utf-8")


def sign(data: bytes, key: Path) -> bytes:
    """An SSH signature with an Ed25519 key, the same for the same data.

    Checked with ``ssh-keygen -Y verify -f SIGNERS -I NAME -n dalil-release -s SHA256SUMS.sig < SHA256SUMS``.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "SHA256SUMS"
        path.write_bytes(data)
        command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(path)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        except FileNotFoundError:
            raise _unsigned(key, "ssh-keygen is not here", "install OpenSSH") from None
        if done.returncode:
            what = f"cannot sign with this key: {done.stderr.strip()}"
            raise _unsigned(key, what, "give an Ed25519 key without passphrase")
        return path.with_name("SHA256SUMS.sig").read_bytes()


def _unsigned(key: Path, what: str, remedy: str) -> BadInputError:
    return BadInputError([Problem(Location(str(key)), what, remedy)])
