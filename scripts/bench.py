"""Measure the build against its peers, always as a ratio: `make bench`.

Peer of the site is stock MkDocs with Material of the same pages: their text as Markdown, out of the navigation.
Peer of our own validator is frictionless.  Every ratio is the median of PAIRS pairs, each pair run one after the
other on the same machine; the spread is printed with it.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from selectolax.parser import HTMLParser

ROOT = Path(__file__).resolve().parent.parent
PAIRS = int(os.environ.get("PAIRS", "5"))
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
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=QUIET)
    return time.perf_counter() - start


def peer_pages(site: Path, target: Path) -> int:
    """The pages of the built site as Markdown, one project a language; returns how many a language has."""
    for language in ("ar", "en", "fr"):
        for page in sorted((site / language).rglob("*.html")):
            out = target / language / "docs" / page.relative_to(site / language).with_suffix(".md")
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text("\n\n".join(markdown(page)), "utf-8")
        (target / language / "mkdocs.yml").write_text(STOCK.format(language=language), "utf-8")
    return sum(1 for _ in (target / "en/docs").rglob("*.md"))


def markdown(page: Path) -> Iterator[str]:
    """Headings and paragraphs of a page's article."""
    article = HTMLParser(page.read_text("utf-8")).css_first("article")
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


def main() -> int:
    """All ratios; the exit status is 1 where one misses its target."""
    build = [sys.executable, "build_site.py"]
    with tempfile.TemporaryDirectory() as name:
        work = Path(name) / "dalil"
        keep = shutil.ignore_patterns(".git", ".venv*", "node_modules", "build", "site", "dist", ".*_cache")
        shutil.copytree(ROOT, work, ignore=keep)
        clock(build, work)
        peers = Path(name) / "peers"
        print(f"{peer_pages(work / 'site', peers)} pages a language, {PAIRS} pairs", flush=True)
        stock = [sys.executable, "-m", "mkdocs", "build", "-q", "-c"]

        def one() -> float:
            return clock(stock, peers / "en")

        def three() -> float:
            return sum(clock(stock, peers / language) for language in ("ar", "en", "fr"))

        def own() -> float:
            done = subprocess.run([sys.executable, "-c", OWN, str(work)], cwd=work, check=True, capture_output=True)
            return float(done.stdout)

        def cold() -> float:
            shutil.rmtree(work / "build")
            return clock([*build, "build"], work)

        def changed() -> float:
            record = work / "seeds/documents/aldar-2020.yml"
            text = record.read_text("utf-8")
            record.write_text(
                text.replace("  en: ", "  en: Now ", 1) if "Now " not in text else text.replace("Now ", "")
            )
            return clock(build, work)

        def unchanged() -> float:
            return clock(build, work)

        def validated(call: str) -> float:
            code = f"from dalil.package.validate import *; from pathlib import Path; list({call}(Path('datapackage')))"
            return clock([sys.executable, "-c", code], work)

        kept = [
            pairs("read, check and package / one stock build", 0.15, own, one),
            pairs("whole build / three stock builds", 0.5, cold, three),
            pairs("one fact changed / three stock builds", 0.5, changed, three),
            pairs("nothing changed / three stock builds", 0.05, unchanged, three),
            pairs(
                "own validator / frictionless",
                0.15,
                lambda: validated("validate"),
                lambda: validated("validate_with_frictionless"),
            ),
        ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
