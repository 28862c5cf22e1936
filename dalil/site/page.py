"""One language's tools, and one page in the making."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dalil.site.address import FOLDERS, Links, archived
from dalil.site.bidi import isolate
from dalil.site.citations import Citations
from dalil.site.data import DIRECTION, NATIVE, Settings, bad
from dalil.site.facts import FactView, FactViews
from dalil.site.record import Record
from dalil.site.spaces import tie
from dalil.site.values import Values
from dalil.site.words import Words

__all__ = ["Language", "Page"]

TEMPLATES = Path(__file__).resolve().parent / "templates"


class Language:
    """What every page of one language draws on."""

    def __init__(self, record: Record, words: Words, settings: Settings, cache: Path | None = None) -> None:
        self.record, self.words, self.settings = record, words, settings
        self.values = Values(record, words)
        self.links = Links(settings, words)
        self.facts = FactViews(self.values, self.links)
        self.cards: dict[tuple[str, str], str] = {}
        self.environment = _environment(cache)
        self.environment.globals.update(
            _=words,
            language=words.language,
            direction=DIRECTION[words.language],
            values=self.values,
            settings=settings,
            alternatives=list(NATIVE.items()),
            archived=archived,
        )

    @property
    def code(self) -> str:
        return self.words.language

    def typeset(self, html: str) -> str:
        """HTML as its language is set: Arabic with numbers and Latin runs isolated, French with its spaces tied."""
        work = {"ar": isolate, "fr": tie}.get(self.code)
        return work(html) if work else html

    @cached_property
    def changed(self) -> str:
        """The day of the last change of the record (ISO 8601), '' where nothing tells it."""
        days = [row["decided_on"] for row in self.record.tables["comparisons"]]
        days += [row["read_on"] for row in self.record.tables["outside_pages"]]
        return (self.settings.created or max(days, default=""))[:10]


def _environment(cache: Path | None) -> Environment:
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=FileSystemBytecodeCache(str(cache)) if cache else None,
    )


class Page:
    """A page at ``path`` below its language's root; citations are numbered as they are rendered."""

    def __init__(self, language: Language, path: str) -> None:
        self.language, self.path = language, path
        self.root = "../" * path.count("/")
        self.cites = Citations(language.facts, language.words, self._card)

    @property
    def source(self) -> str:
        """The written page that this one comes from."""
        return f"docs/{self.language.code}/{self.path.removesuffix('.html')}.md"

    def render(self, template: str, **context: object) -> Markup:
        """Render a template with this page's citations; everything unmarked is escaped."""
        found = self.language.environment.get_template(f"{template}.html.j2")
        return Markup(found.render(page=self, root=self.root, facts=self.language.facts, **context))

    def href(self, kind: str, ident: str) -> str:
        """The relative address of a document, an entity or a difference."""
        record = self.language.record
        known = {"document": record.documents, "entity": record.entities, "difference": record.comparisons}
        if ident not in known[kind]:
            raise bad(self.source, f"there is no {kind} {ident!r}", "correct the link")
        return f"{self.root}{FOLDERS[kind]}/{ident}.html"

    def fact(self, ident: str) -> FactView:
        """A fact's view; an unknown id is an error that names the page."""
        if ident not in self.language.record.facts:
            raise bad(self.source, f"there is no fact {ident!r}", "correct the reference")
        return self.language.facts[ident]

    def _card(self, view: FactView) -> str:
        cards, key = self.language.cards, (view.id, self.root)
        if key not in cards:
            cards[key] = self.language.typeset(str(self.render("card", fact=view)))
        return cards[key]
