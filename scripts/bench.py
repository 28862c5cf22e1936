"""Measure the build against its peers, always as a ratio: `make bench`.

Peer of the site is stock MkDocs with Material of the same pages: their text as Markdown, out of the navigation.
Peer of our own validator is frictionless.  Every ratio is the median of PAIRS pairs, each pair run one after the
other on the same machine; the spread is printed with it.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parent.parent
PAIRS = int(os.environ.get("PAIRS", "5"))
LANGUAGES = ("ar", "en", "fr")
PYTHON = [sys.executable]
BUILD = [*PYTHON, "build_site.py", "build"]
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
STOCK = (
    "site_name: peer\ntheme: {{name: material, language: {language}, font: false}}\ndocs_dir: docs\nsite_dir: site\n"
)
OWN = """
import time, sys
from pathlib import Path
from dalil import commands, prose
from dalil.package import write
from dalil.package.tables import tables
from dalil.package.validate import validate
from dalil import publish
root = Path(sys.argv[1])
start = time.perf_counter()
corpus = commands._checked(root)
made = tables(corpus)
publish.write_folder(root / "build/bench", write.files(corpus, made))
assert not list(validate(root / "build/bench"))
print(time.perf_counter() - start)
"""


def clock(command: list[str], folder: Path) -> float:
    """Seconds a command takes; it must succeed."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, env=QUIET)
    return time.perf_counter() - start


def peer_pages(site: Path, target: Path) -> int:
    """The pages of the built site as Markdown, one project a language; returns how many a language has."""
    for language in LANGUAGES:
        for page in sorted((site / language).rglob("*.html")):
            out = target / language / "docs" / page.relative_to(site / language).with_suffix(".md")
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text("\n\n".join(markdown(page)), "utf-8")
        (target / language / "mkdocs.yml").write_text(STOCK.format(language=language), "utf-8")
    return sum(1 for _ in (target / "en/docs").rglob("*.md"))


def markdown(page: Path) -> Iterator[str]:
    """Headings and paragraphs of a page's article."""
    article = LexborHTMLParser(page.read_text("utf-8")).css_first("article")
    for node in article.css("h1, h2, h3, p, li, td") if article else ():
        text = " ".join(node.text().split())
        level = {"h1": "# ", "h2": "## ", "h3": "### "}.get(node.tag or "", "")
        if text:
            yield f"{level}{text}"


def pairs(name: str, target: float, ours: Callable[[], float], peer: Callable[[], float]) -> bool:
    """Print the ratio of PAIRS pairs; whether its median keeps the target."""
    ratios = sorted(ours() / peer() for _ in range(PAIRS))
    median = statistics.median(ratios)
    state = "kept" if median <= target else "MISSED"
    print(f"{name}: {median:.3f} (from {ratios[0]:.3f} to {ratios[-1]:.3f}), at most {target}: {state}", flush=True)
    return median <= target


def own(work: Path) -> float:
    """Seconds to read, check and package, without what Python takes to start."""
    return float(subprocess.run([*PYTHON, "-c", OWN, str(work)], cwd=work, check=True, stdout=subprocess.PIPE).stdout)


def cold(work: Path) -> float:
    shutil.rmtree(work / "build", ignore_errors=True)
    return clock(BUILD, work)


def reworded(text: str) -> str:
    """A document's record with one statement written anew, longer and shorter by turns."""
    longer = re.sub(r"^    en: (?=[A-Z])", "    en: Now ", text, count=1, flags=re.MULTILINE)
    return text.replace("    en: Now ", "    en: ", 1) if "    en: Now " in text else longer


def changed(work: Path) -> float:
    record = work / "seeds/documents/aldar-2020.yml"
    record.write_text(reworded(record.read_text("utf-8")), "utf-8")
    return clock(BUILD, work)


def validated(work: Path, call: str) -> float:
    code = f"from dalil.package.validate import *; from pathlib import Path; list({call}(Path('datapackage')))"
    return clock([*PYTHON, "-c", code], work)


def copied(folder: str, names: list[str]) -> set[str]:
    """What of a folder is not copied: all that is built or set up."""
    built = {".git", "build", "site", "dist"} if Path(folder) == ROOT else {"node_modules", "__pycache__"}
    return {name for name in names if name in built or name.startswith(".venv")}


def main() -> int:
    """All ratios; the exit status is 1 where one misses its target."""
    with tempfile.TemporaryDirectory() as name:
        work, peers = Path(name, "dalil"), Path(name, "peers")
        shutil.copytree(ROOT, work, ignore=copied)
        clock(BUILD, work)
        print(f"{peer_pages(work / 'site', peers)} pages a language, {PAIRS} pairs", flush=True)

        def stock(*languages: str) -> float:
            return sum(clock([*PYTHON, "-m", "mkdocs", "build", "-q", "-c"], peers / code) for code in languages)

        def three() -> float:
            return stock(*LANGUAGES)

        kept = [
            pairs("read, check and package / one stock build", 0.15, lambda: own(work), lambda: stock("en")),
            pairs("whole build / three stock builds", 0.5, lambda: cold(work), three),
            pairs("one fact changed / three stock builds", 0.5, lambda: changed(work), three),
            pairs("nothing changed / three stock builds", 0.05, lambda: clock(BUILD, work), three),
            pairs(
                "own validator / frictionless",
                0.15,
                lambda: validated(work, "validate"),
                lambda: validated(work, "validate_with_frictionless"),
            ),
        ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
