"""A tiny world built through the real engine, and what every published page must be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dalil.problems import BadInputError
from dalil.site import Settings, build, drawing
from dalil.site.data import DIRECTION, LANGUAGES, Tables
from dalil.site.pages import FRAME, PAGES
from dalil.site.spaces import tie
from tests.site.world import world

ROOT = Path(__file__).parents[2]
UNSET = Settings()
TOPIC = "# Title {#top}\n\nThere were [more than {} delegations](fact:paper-2022.delegations) [on {when}](fact:paper-2022.day,wire-2022.delegations).\n\n[How many](difference:how-many), [someone](entity:someone), [the paper](document:paper-2022).\n"
PARTS = {
    "documents/index": "documents",
    "entities/index": "entities",
    "differences/index": "differences",
    "timeline": "timeline",
    "figures": "figures",
    "data/explorer": "explorer",
    "data/index": "downloads",
    "about/rights": "exposure",
    "about/changes": "changes",
    "about/cite": "howto-cite",
    "about/method": "codes verdict",
    "about/index": "report",
    "data/dictionary": "dictionary",
    "index": "counts",
}


def project(folder: Path, topic: str = TOPIC) -> Path:
    """A folder with the real configuration and one short page for every page of the navigation."""
    (folder / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    for language in LANGUAGES:
        for page in PAGES:
            if page.endswith(FRAME):
                continue
            path = folder / "docs" / language / f"{page}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            part = f"<!--dalil:{PARTS[page]}-->\n" if page in PARTS else ""
            corrections = (
                "\n## Corrections {#corrections}\n" if page == "about/rights" else "\n## Differences {#differences}\n"
            )
            path.write_text(topic if page.startswith("topics/") else f"# Page {{#top}}\n\n{part}{corrections}", "utf-8")
    return folder / "docs"


def drawn(folder: Path, tables: Tables, settings: Settings, docs: Path) -> Path:
    with drawing(docs, folder / "build", settings):
        pass
    build(tables, settings, folder / "build", folder / "site")
    return folder / "site"


def made(folder: Path, tables: Tables, settings: Settings = UNSET, topic: str = TOPIC) -> Path:
    return drawn(folder, tables, settings, project(folder, topic))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(
        tmp_path_factory.mktemp("world"),
        world(),
        Settings("https://dalil.example/x/", "", "a@dalil.example", "2026-01-03"),
    )


def pages(site: Path) -> Iterator[tuple[Path, LexborHTMLParser]]:
    for path in sorted(site.glob("??/**/*.html")):
        yield path, LexborHTMLParser(path.read_text("utf-8"))


def test_the_languages_have_the_same_pages(site: Path) -> None:
    names = [
        sorted(p.relative_to(site / language).as_posix() for p in (site / language).rglob("*.html"))
        for language in LANGUAGES
    ]
    assert names[0] == names[1] == names[2]
    assert {
        "documents/paper-2022.html",
        "entities/someone.html",
        "differences/how-many.html",
        "topics/gctf.html",
    } <= set(names[0])


def test_headings_and_citations_are_the_same_in_each_language(site: Path) -> None:
    for path, tree in pages(site):
        english = LexborHTMLParser(
            (site / "en" / path.relative_to(site).relative_to(path.relative_to(site).parts[0])).read_text("utf-8")
        )
        for selector, attribute in (("article :is(h1,h2,h3)", "id"), ("article .chip", "popovertarget")):
            assert [n.attrs.get(attribute) for n in tree.css(selector)] == [
                n.attrs.get(attribute) for n in english.css(selector)
            ]


def test_nothing_of_the_machine_is_left(site: Path) -> None:
    for path in site.rglob("*"):
        assert FRAME not in path.as_posix()
        if path.suffix in (".html", ".xml", ".json"):
            text = path.read_text("utf-8")
            assert not re.search(
                rf'@@|{FRAME}|href="fact:|<!--dalil:| style="|rel="(?:prev|next)"|<link [^>]*hreflang|name="generator"',
                text.replace("xhtml:link rel", ""),
            ), path


def test_language_and_direction(site: Path) -> None:
    for path, tree in pages(site):
        language = path.relative_to(site).parts[0]
        html = tree.css_first("html")
        assert html is not None
        assert (html.attrs["lang"], html.attrs["dir"]) == (language, DIRECTION[language])


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    ids: dict[Path, set[str]] = {}
    for path, tree in pages(site):
        ids[path.resolve()] = {node.attrs["id"] or "" for node in tree.css("[id]")}
    for path, tree in pages(site):
        for node in tree.css("a[href]"):
            href = node.attrs["href"] or ""
            if "://" in href or href.startswith("mailto:") or "datapackage/" in href:
                continue
            name, _, fragment = href.partition("#")
            target = (path.parent / name).resolve() if name not in ("", ".") else path.resolve()
            target = target / "index.html" if target.is_dir() else target
            if target.suffix == ".xml":
                assert target.is_file(), (path, href)
                continue
            assert target in ids, (path, href)
            assert not fragment or fragment in ids[target], (path, href)


def test_the_switcher_keeps_the_page(site: Path) -> None:
    for path, tree in pages(site):
        name = path.relative_to(site).as_posix().split("/", 1)[1]
        links = [node.attrs["href"] for node in tree.css("a.md-select__link")]
        assert [(path.parent / (link or "")).resolve() for link in links] == [
            (site / code / name).resolve() for code in LANGUAGES
        ]


def test_every_marker_opens_the_item_of_the_list(site: Path) -> None:
    for path, tree in pages(site):
        items = {node.attrs["id"] for node in tree.css(".sources li[popover]")}
        assert {node.attrs["popovertarget"] for node in tree.css(".chip")} == items, path


def test_prose_shows_values_in_its_language(site: Path) -> None:
    text = {language: (site / language / "topics/gctf.html").read_text("utf-8") for language in LANGUAGES}
    assert 'more than <data value="1080">1\u202f080</data> delegations' in text["en"]
    assert '<time datetime="2022-05-11">11 May 2022</time>' in text["en"]
    assert '<time datetime="2022-05-11">11 ماي 2022</time>' in text["ar"]
    assert "<bdi>1\u202f080</bdi>" in text["ar"]
    assert 'lang="ar" dir="rtl">أكثر من 1080 وفدا' in text["fr"]


def test_an_outside_page_keeps_its_title_and_its_publisher_is_named_in_each_language(site: Path) -> None:
    publishers = {"ar": "الصحافة", "en": "Press", "fr": "Presse"}
    for language, publisher in publishers.items():
        page = LexborHTMLParser((site / language / "differences/how-many.html").read_text("utf-8"))
        (line,) = (link.parent.parent for link in page.css('.meta [lang="en"]'))
        assert line.text().split(", " if language != "ar" else "، ")[:2] == ["Closing words", publisher]


def test_french_pages_break_no_line_before_a_mark(site: Path) -> None:
    loose = [path for path in (site / "fr").rglob("*.html") if tie(text := path.read_text("utf-8")) != text]
    assert loose == []
    assert "\u202f:" in (site / "fr/topics/gctf.html").read_text("utf-8")


def test_the_card_says_where_the_words_stand(site: Path) -> None:
    card = (
        (site / "en/topics/gctf.html")
        .read_text("utf-8")
        .split('id="source-paper-2022.delegations"')[1]
        .split("</li>")[0]
    )
    for part in (
        "11 or 12 May 2022",
        "date inferred",
        "paragraph 2",
        "How many delegations",
        "documents/paper-2022.html#paper-2022.delegations",
        "mailto:a@dalil.example",
        "https://dalil.example/x/en/documents/paper-2022.html#paper-2022.delegations",
    ):
        assert part in card
    day = (site / "en/topics/gctf.html").read_text("utf-8").split('id="source-paper-2022.day"')[1].split("</li>")[0]
    assert "#:~:text=" in day
    assert "%2D" in day


def test_a_document_lists_its_facts_in_the_order_of_the_text(site: Path) -> None:
    tree = LexborHTMLParser((site / "en/documents/wire-2022.html").read_text("utf-8"))
    assert [node.attrs["id"] for node in tree.css(".records > li")] == [
        "wire-2022.delegations",
        "wire-2022.term",
        "wire-2022.office",
    ]
    assert "characters 300–310 of the text" in (site / "en/documents/wire-2022.html").read_text("utf-8")


def test_a_difference_shows_both_sides_and_says_that_only_the_press_tells(site: Path) -> None:
    text = (site / "en/differences/how-many.html").read_text("utf-8")
    assert text.count('class="side"') == 2
    assert "press reports only" in text


def test_policy_allows_exactly_the_scripts_of_the_page(site: Path) -> None:
    for path, _ in pages(site):
        text = path.read_text("utf-8")
        assert text.count("Content-Security-Policy") == 1
        assert "unsafe-inline" not in text
        assert len(set(re.findall(r"<script>(.*?)</script>", text, re.DOTALL))) == len(re.findall(r"'sha256-", text)), (
            path
        )


def test_the_root(site: Path) -> None:
    for name in ("index.html", "404.html"):
        tree = LexborHTMLParser((site / name).read_text("utf-8"))
        assert [node.attrs["hreflang"] for node in tree.css("main a")] == list(LANGUAGES)
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert sitemap.count("<loc>") == sum(1 for _ in site.glob("??/**/*.html"))
    assert "<lastmod>2026-01-03</lastmod>" in sitemap
    assert 'hreflang="x-default"' in sitemap


def test_without_settings_pages_say_so(tmp_path: Path) -> None:
    site = made(tmp_path, world())
    assert not (site / "sitemap.xml").exists()
    assert "No contact address" in (site / "en/about/index.html").read_text("utf-8")
    assert "no public address yet" in (site / "en/about/cite.html").read_text("utf-8")


@pytest.mark.parametrize(
    "faults",
    [
        {
            "[x](fact:nothing.here)": "there is no fact 'nothing.here'",
            "[x](entity:nobody)": "there is no entity 'nobody'",
            "[{} {}](fact:paper-2022.day)": "more {} than facts",
            "[{}](fact:wire-2022.office)": "has nothing to put for {}",
        },
        {
            "<!--dalil:nonsense-->": "there is no part 'nonsense'",
            "<!--dalil:codes nonsense-->": "there is no code list 'nonsense'",
            "@@title@@": "'@@' is left",
        },
        {"[x](missing.md)": "missing.md"},
    ],
)
def test_every_fault_is_listed(tmp_path: Path, faults: dict[str, str]) -> None:
    """One fault a topic, the same in three languages: none may be passed over."""
    docs = project(tmp_path)
    topics = sorted(path.name for path in (docs / "en/topics").iterdir())
    for (text, _), name in zip(faults.items(), topics, strict=False):
        for language in LANGUAGES:
            (docs / language / "topics" / name).write_text(f"# T {{#top}}\n\n{text}\n", "utf-8")
    with pytest.raises(BadInputError) as error:
        drawn(tmp_path, world(), UNSET, docs)
    told = [problem.what for problem in error.value.problems]
    assert {what: sum(what in one for one in told) for what in faults.values()} == dict.fromkeys(faults.values(), 3)
    assert len(told) == 3 * len(faults)


def test_a_missing_page_is_named(tmp_path: Path) -> None:
    docs = project(tmp_path)
    (docs / "fr" / "timeline.md").unlink()
    with pytest.raises(BadInputError, match=r"docs/fr/timeline\.md:1:1: the page is missing"):
        drawn(tmp_path, world(), UNSET, docs)


def test_markup_in_the_data_is_shown_not_obeyed(tmp_path: Path) -> None:
    tables = {name: [dict(row) for row in rows] for name, rows in world().items()}
    tables["entities"][1]["label_en"] = '<b>"Some"</b> & one'
    tables["facts"][0]["statement_en"] = "<script>alert(1)</script>"
    site = made(tmp_path, tables)
    assert "<script>alert" not in "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    title = LexborHTMLParser((site / "en/entities/someone.html").read_text("utf-8")).css_first("h1")
    assert title is not None
    assert title.text() == '<b>"Some"</b> & one#'
