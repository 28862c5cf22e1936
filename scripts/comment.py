#!/usr/bin/env python3
"""Print the comment that tells a pull request what it changes in the data.

Reads the Markdown that ``build_site.py diff`` wrote. The first line printed is an invisible marker, by which
the comment of an earlier run is found and replaced. Needs nothing but Python.
"""

from __future__ import annotations

import argparse
from pathlib import Path

MARKER = "<!-- dalil: what changes in the data -->"
LIMIT = 60_000
"""Characters of the diff that are shown; GitHub refuses a comment above 65,536."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("diff", type=Path, help="the diff, as Markdown in UTF-8")
    parser.add_argument("--run", default="", help="address of the run that built the site")
    arguments = parser.parse_args()
    print(body(arguments.diff.read_text(encoding="utf-8"), arguments.run), end="")


def body(diff: str, run: str = "") -> str:
    """The whole comment: marker, heading, the diff (cut above LIMIT), where to see the site."""
    shown, left_out = cut(diff.strip())
    parts = [MARKER, "### What changes in the data", shown or "No row of the data package changes."]
    if left_out:
        parts.append(f"**{left_out} more lines are left out here**; the run's file `diff` has them all.")
    if run:
        parts.append(f"The built site is the file `site` of [this run]({run}).")
    return "\n\n".join(parts) + "\n"


def cut(diff: str, limit: int = LIMIT) -> tuple[str, int]:
    """The first whole lines of a diff, at most ``limit`` characters, and how many lines are left out."""
    if len(diff) <= limit:
        return diff, 0
    shown = diff[: limit + 1].rpartition("\n")[0]
    left_out = diff.count("\n") - shown.count("\n") if shown else diff.count("\n") + 1
    return closed(shown), left_out


def closed(markdown: str) -> str:
    """The same Markdown, a code block or folded part that was cut closed: what follows is text again."""
    fences = [line for line in markdown.splitlines() if line.startswith("```")]
    if len(fences) % 2:
        markdown += "\n```"
    return markdown + "\n\n</details>" * (markdown.count("<details") - markdown.count("</details>"))


if __name__ == "__main__":
    main()
