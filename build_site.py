#!/usr/bin/env python3
"""Build Dalil: ``seeds/`` and ``docs/`` in, the data package and the reading site out."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

try:
    import click

    from dalil import fingerprint
    from dalil.problems import BadInputError

    for needed in ("babel", "frictionless", "mkdocs"):
        if find_spec(needed) is None:
            raise ModuleNotFoundError(f"No module named {needed!r}")
except ModuleNotFoundError as lacking:
    # Started with the system's Python: what it needs is in the environment that make sets up.
    own = Path(__file__).resolve().parent / ".venv/bin/python"
    if own.exists() and Path(sys.prefix) != own.parent.parent:
        os.execv(own, [str(own), *sys.argv])
    sys.exit(f"{lacking}: run `make site` first, which sets up what this needs")


def commands() -> ModuleType:
    """The stages; late, because importing them takes longer than seeing that nothing changed."""
    from dalil import commands as stages

    return stages


ROOT = Path(__file__).resolve().parent
TEXTS = click.option(
    "--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), envvar="DALIL_TEXTS",
    help="Folder that holds the articles as supplied. They are read, never copied.",
)  # fmt: skip


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=ROOT, hidden=True)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Dalil: news documents in; a data package and a site in Arabic, English and French out.

    Without a command it builds everything. Curated records stand in seeds/, written pages in docs/.
    """
    context.obj = root
    if context.invoked_subcommand is None:
        context.invoke(build)


@main.command()
@click.option("--only-package", is_flag=True, help="Write datapackage/ and leave the site as it is.")
@click.option("--force", is_flag=True, help="Build although nothing changed.")
@click.pass_obj
def build(root: Path, only_package: bool = False, force: bool = False) -> None:
    """Check the corpus, then write datapackage/ and site/ (the default)."""
    if not force and not only_package and fingerprint.is_current(root):
        print("nothing changed since the last build: site/index.html is current (--force builds all the same)")
        return
    commands().build(root, only_package=only_package)


@main.command()
@TEXTS
@click.pass_obj
def check(root: Path, texts: Path | None) -> None:
    """Check seeds/ and docs/; with --texts also the coverage of each article."""
    commands().check(root, texts)


@main.command()
@click.option("--port", default=8000, show_default=True)
@click.pass_obj
def serve(root: Path, port: int) -> None:
    """Build, serve site/ on this machine, and build again when something changes."""
    commands().serve(root, port)


@main.command()
@click.argument("ident", metavar="ID")
@click.option("--text", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def add(root: Path, ident: str, text: Path) -> None:
    """Start the record of a new document, ID as publisher-year, from its text."""
    commands().add(root, ident, text)


@main.command()
@TEXTS
@click.pass_obj
def anchor(root: Path, texts: Path | None) -> None:
    """Turn quotations into offsets and digests, written to seeds/anchors/."""
    commands().anchor(root, commands().needed(texts))


@main.command()
@TEXTS
@click.pass_obj
def verify(root: Path, texts: Path | None) -> None:
    """Find every anchor in the articles again; one line per document."""
    commands().verify(root, commands().needed(texts))


@main.command()
@click.option("--previous", default="", help="The release before: folder, zip, revision (default: the highest tag v*).")
@click.option("--key", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Ed25519 key that signs.")
@click.pass_obj
def release(root: Path, previous: str, key: Path | None) -> None:
    """Make the files of a release in dist/ and write its ids to seeds/released.csv."""
    commands().release(root, previous, key)


@main.command()
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json", "html"]), default="text")
@click.pass_obj
def diff(root: Path, old: str, new: str, form: str) -> None:
    """Show what differs between the packages OLD and NEW: folders, zips or git revisions."""
    commands().diff(root, old, new, form)


if __name__ == "__main__":
    try:
        main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except BadInputError as bad:
        print(bad, file=sys.stderr)
        print(f"{len(bad.problems)} problems; nothing published was touched", file=sys.stderr)
        sys.exit(1)
