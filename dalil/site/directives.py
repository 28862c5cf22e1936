"""The generated parts of prose pages: ``<!--dalil:name argument,argument-->`` on a line of its own."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from dalil.package.dictionary import dictionary
from dalil.site import dates, explorer, search, sql, views
from dalil.site.charts import CHARTS, entries, unnumbered
from dalil.site.data import Row, bad
from dalil.site.drawing import draw
from dalil.site.facets import facets
from dalil.site.offers import OFFERS
from dalil.site.page import Page

__all__ = ["DIRECTIVES", "fill"]

# Verdicts in the order of a reader's interest: what divides, then what agrees.
DIVIDING = ("conflicts", "undecided", "different-scope", "changed", "compatible", "same-origin", "supplements")


def fill(page: Page, name: str, arguments: str) -> Markup:
    """Render one directive; an unknown name is an error, never an empty place."""
    if name not in DIRECTIVES:
        raise bad(page.source, f"there is no part {name!r}", f"known are {', '.join(DIRECTIVES)}")
    return DIRECTIVES[name](page, [part.strip() for part in arguments.split(",") if part.strip()])


def _key_figures(page: Page, arguments: list[str]) -> Markup:
    return page.render("key-figures", figures=[page.fact(ident) for ident in arguments])


def _documents(page: Page, arguments: list[str]) -> Markup:
    record = page.language.record
    rows = sorted(record.documents.values(), key=lambda row: (row["published"], row["id"]))
    topics = {code: [fact for fact in record.facts.values() if fact["topic"] == code] for code in arguments}
    if topics:
        told = {fact["document"] for facts in topics.values() for fact in facts}
        rows = [row for row in rows if row["id"] in told]
    counts = {row["id"]: len(record.in_document.get(row["id"], ())) for row in rows}
    return page.render("documents", documents=rows, counts=counts, topics=topics)


def _counts(page: Page, arguments: list[str]) -> Markup:
    tables = page.language.record.tables
    names = ("documents", "facts", "evidence", "entities", "comparisons", "findings")
    return page.render("counts", counts={name: len(tables[name]) for name in names})


def _entities(page: Page, arguments: list[str]) -> Markup:
    language = page.language
    groups: dict[str, list[Row]] = {code: [] for code in language.record.ordered_codes("entity-type")}
    for row in sorted(language.record.entities.values(), key=lambda row: language.values.text(row, "label")):
        groups.setdefault(row["type"], []).append(row)
    return page.render("entities", groups={code: rows for code, rows in groups.items() if rows})


def _differences(page: Page, arguments: list[str]) -> Markup:
    language = page.language
    shown = [views.comparison(language, ident) for ident in language.record.comparisons]
    if arguments:
        shown = [item for item in shown if any(view.row["topic"] in arguments for view, _, _ in item.facts)]
    # A verdict that has no place in this order comes last.
    order = sorted(language.record.ordered_codes("verdict"), key=lambda code: (*DIVIDING, code).index(code))
    groups = {code: [item for item in shown if item.row["verdict"] == code] for code in order}
    groups = {code: items for code, items in groups.items() if items}
    return page.render("differences", groups=groups, brief=bool(arguments))


def _timeline(page: Page, arguments: list[str]) -> Markup:
    years: dict[str, list[views.Moment]] = {}
    moments = views.timeline(page.language)
    for moment in moments:
        years.setdefault(moment.year, []).append(moment)
    facts = [fact for moment in moments for fact in moment.facts]
    narrowing = facets(page.language, ("topic", "document", "kind"), facts)
    return page.render("timeline", years=years, facets=narrowing, total=len(facts))


def _figures(page: Page, arguments: list[str]) -> Markup:
    return page.render("figures", groups=views.figures(page.language))


def _chart(page: Page, arguments: list[str]) -> Markup:
    """One chart with its table; a name that is not known, or a chart without a row, is an error."""
    language, name = page.language, " ".join(arguments)
    if name not in CHARTS:
        raise bad(page.source, f"there is no chart {name!r}", f"known are {', '.join(CHARTS)}")
    rows = entries(language, CHARTS[name])
    if not rows:
        raise bad(page.source, f"the chart {name!r} has no row", "take it out, or correct its list of properties")
    drawing = draw(rows, language.words(", "), language.code == "ar")
    return page.render(
        "chart", name=name, chart=CHARTS[name], drawing=drawing, others=unnumbered(language, CHARTS[name])
    )


def _search(page: Page, arguments: list[str]) -> Markup:
    return search.render(page)


def _sql(page: Page, arguments: list[str]) -> Markup:
    release = page.language.settings.release
    database = sql.database(release) if release else ""
    return page.render("sql", questions=sql.questions(page.language.code), database=database, engine=sql.ENGINE)


def _explorer(page: Page, arguments: list[str]) -> Markup:
    return explorer.render(page)


def _dictionary(page: Page, arguments: list[str]) -> Markup:
    return page.render("dictionary", resources=dictionary().values())


def _codes(page: Page, arguments: list[str]) -> Markup:
    terms = [row for row in page.language.record.tables["codes"] if row["codelist"] in arguments]
    if not terms:
        raise bad(page.source, f"there is no code list {', '.join(arguments)!r}", "name one of the package")
    return page.render("codes", terms=terms)


def _simple(template: str) -> Callable[[Page, list[str]], Markup]:
    def part(page: Page, arguments: list[str]) -> Markup:
        changed = page.language.changed
        when = dates.bare(changed, page.language.words) if changed else ""
        return page.render(template, links=page.language.links, changed=changed, when=when, record=page.language.record)

    return part


DIRECTIVES: dict[str, Callable[[Page, list[str]], Markup]] = {
    "key-figures": _key_figures,
    "documents": _documents,
    "counts": _counts,
    "entities": _entities,
    "differences": _differences,
    "timeline": _timeline,
    "figures": _figures,
    "chart": _chart,
    "explorer": _explorer,
    "search": _search,
    "sql": _sql,
    "dictionary": _dictionary,
    "codes": _codes,
    "report": _simple("report"),
    "exposure": _simple("exposure"),
    **OFFERS,
    "changes": _simple("changes"),
    "footer": _simple("footer"),
}
