"""The reading site: from the package's tables and the prose in ``docs/`` to a folder that can be published."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from dalil.problems import BadInputError, Problem, stop_on
from dalil.site import engine, search, sql
from dalil.site.cards import write_cards
from dalil.site.copies import write_copies
from dalil.site.data import LANGUAGES, Settings, Tables
from dalil.site.downloads import publish_data
from dalil.site.feeds import FEED, atom
from dalil.site.files import write
from dalil.site.finish import finish
from dalil.site.landing import with_release
from dalil.site.page import Language
from dalil.site.pages import write_pages
from dalil.site.record import index
from dalil.site.root import write_root
from dalil.site.settings import read_settings
from dalil.site.words import load_words

__all__ = ["Settings", "build", "publish_data", "read_settings", "with_release"]


@dataclass(frozen=True)
class _Job:
    """One language's work: engine, then finish, in a process of its own."""

    language: Language
    work: Path
    out: Path

    def __call__(self) -> list[Problem]:
        """Problems come back as a value: they cross from one process to another."""
        code = self.language.code
        try:
            engine.run(self.work / f"mkdocs.{code}.yml", code)
            write_cards(self.language, self.out / code, self.work / "cache" / "cards")
            write(self.out / code / FEED, atom(self.language))
            finish(self.language, self.work / "site" / code, self.out / code)
            write_copies(self.language, self.out / code, self.work / "search" / code)
        except BadInputError as error:
            return error.problems
        return []


def build(tables: Tables, settings: Settings, docs: Path, work: Path, out: Path, report: Callable[[str], None]) -> None:
    """Build the whole site into ``out``, which is emptied first; ``work`` is disposable.

    Raises :class:`BadInputError` with every problem; ``out`` is then not fit to be published.
    """
    work.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    out.chmod(0o755)
    report("building the pages in three languages")
    words = {code: load_words(code) for code in LANGUAGES}
    write_pages(docs, work, settings, words)
    record = index(tables)
    languages = {code: Language(record, words[code], settings, work / "cache" / "pages") for code in LANGUAGES}
    _run([_Job(languages[code], work, out) for code in LANGUAGES])
    write_root(out, languages)
    for name, content in sql.engine_files().items():
        write(out / name, content)
    search.build_index(work / "search", out / "pagefind")
    for code in LANGUAGES:
        words[code].complain()


_jobs: list[_Job] = []


def _run_job(place: int) -> list[Problem]:
    return _jobs[place]()


def _run(jobs: list[_Job]) -> None:
    """Run the languages side by side where the system can fork, else one after another."""
    if "fork" not in multiprocessing.get_all_start_methods():
        stop_on([problem for job in jobs for problem in job()])
        return
    engine.preload()
    # The children inherit the jobs with the memory: nothing has to be sent to them.
    _jobs[:] = jobs
    with ProcessPoolExecutor(len(jobs), mp_context=multiprocessing.get_context("fork")) as pool:
        found = list(pool.map(_run_job, range(len(jobs))))
    _jobs.clear()
    stop_on([problem for problems in found for problem in problems])
