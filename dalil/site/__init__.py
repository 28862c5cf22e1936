"""The reading site: from the package's tables and the prose in ``docs/`` to a folder that can be published."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
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

__all__ = ["Settings", "build", "drawing", "publish_data", "read_settings", "with_release"]

Job = Callable[[], None]


@contextmanager
def drawing(docs: Path, work: Path, settings: Settings) -> Iterator[None]:
    """The engine draws pages and frames into ``work/site`` while the block runs; waits for it at the end.

    ``work`` is disposable. Raises :class:`BadInputError` with every problem of every language.
    """
    work.mkdir(parents=True, exist_ok=True)
    write_pages(docs, work, settings, {code: load_words(code) for code in LANGUAGES})
    with _side_by_side([_Draw(work, code) for code in LANGUAGES]):
        yield


def build(tables: Tables, settings: Settings, work: Path, out: Path) -> None:
    """Finish what the engine has drawn into ``out``, which is emptied first.

    Raises :class:`BadInputError` with every problem; ``out`` is then not fit to be published.
    """
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    out.chmod(0o755)
    words = {code: load_words(code) for code in LANGUAGES}
    record = index(tables)
    languages = {code: Language(record, words[code], settings, work / "cache" / "pages") for code in LANGUAGES}
    with _side_by_side([_Finish(languages[code], work, out) for code in LANGUAGES]):
        for name, content in sql.engine_files().items():
            write(out / name, content)
    write_root(out, languages)
    search.build_index(work / "search", out / "pagefind")
    for code in LANGUAGES:
        words[code].complain()


@dataclass(frozen=True)
class _Draw:
    """One language's run of the engine."""

    work: Path
    code: str

    def __call__(self) -> None:
        engine.run(self.work / f"mkdocs.{self.code}.yml", self.code)


@dataclass(frozen=True)
class _Finish:
    """One language's published folder, and the copies of its pages for the search."""

    language: Language
    work: Path
    out: Path

    def __call__(self) -> None:
        code = self.language.code
        write_cards(self.language, self.out / code, self.work / "cache" / "cards")
        write(self.out / code / FEED, atom(self.language))
        finish(self.language, self.work / "site" / code, self.out / code)
        write_copies(self.language, self.out / code, self.work / "search" / code)


_jobs: list[Job] = []


def _run_job(place: int) -> list[Problem]:
    """Problems come back as a value: they cross from one process to another."""
    try:
        _jobs[place]()
    except BadInputError as error:
        return error.problems
    return []


@contextmanager
def _side_by_side(jobs: Sequence[Job]) -> Iterator[None]:
    """Run the languages while the block runs, each in a process where the system can fork, else after it."""
    # The children inherit the jobs with the memory: nothing has to be sent to them.
    _jobs[:] = jobs
    places = range(len(jobs))
    if "fork" in multiprocessing.get_all_start_methods():
        engine.preload()
        with ProcessPoolExecutor(len(jobs), mp_context=multiprocessing.get_context("fork")) as pool:
            runs = [pool.submit(_run_job, place) for place in places]
            yield
        found = [run.result() for run in runs]
    else:
        yield
        found = [_run_job(place) for place in places]
    stop_on([problem for problems in found for problem in problems])
