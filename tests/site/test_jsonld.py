"""What a page says of itself in its head: Open Graph, canonical, licence, and schema.org in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from dalil.release.model import Address, File, read_release
from dalil.site import Settings, with_release
from dalil.site.data import LANGUAGES
from dalil.site.dates import LOCALES
from dalil.site.head import with_head
from dalil.site.jsonld import article, block
from dalil.site.page import Language, Page
from dalil.site.record import index
from dalil.site.words import load_words
from tests.site.conftest import ADDRESS
from tests.site.world import world

PACKAGE = Path(__file__).parents[2] / "datapackage"
HEAD = '<html><head><title>A &amp; B - Dalil</title><meta name="description" content="&quot;C&quot;"></head></html>'
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
Speak = Callable[..., Language]


def pages(published: Path) -> Iterator[tuple[str, str, LexborHTMLParser]]:
    for path in sorted(published.glob("??/**/*.html")):
        code, _, name = path.relative_to(published).as_posix().partition("/")
        yield code, name, LexborHTMLParser(path.read_text("utf-8"))


def graph(tree: LexborHTMLParser) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in tree.css("head > meta[property]"):
        found.setdefault(str(node.attrs["property"]), []).append(str(node.attrs["content"]))
    return found


def data(tree: LexborHTMLParser) -> list[Any]:
    return [json.loads(node.text()) for node in tree.css('script[type="application/ld+json"]')]


def test_every_page_has_its_open_graph_in_its_language(published: Path) -> None:
    for code, name, tree in pages(published):
        found = graph(tree)
        title = tree.css_first("title")
        assert title is not None
        assert found["og:title"] == [title.text(strip=True).removesuffix(f" - {load_words(code)('Dalil')}")], name
        assert "@@" not in str(found)
        assert found["og:locale"] == [LOCALES[code]]
        assert sorted([*found["og:locale"], *found["og:locale:alternate"]]) == sorted(LOCALES.values())
        assert found["og:url"] == [f"{ADDRESS}{code}/{name}"]
        assert found["og:type"] == ["article" if name.startswith("topics/") else "website"]
        canonical = tree.css_first("link[rel=canonical]")
        assert canonical is not None
        assert canonical.attrs["href"] == found["og:url"][0]


def test_every_picture_named_exists_and_topics_have_their_own(published: Path) -> None:
    for code, name, tree in pages(published):
        (picture,) = graph(tree)["og:image"]
        assert (published / picture.removeprefix(ADDRESS)).is_file()
        own = name.removeprefix("topics/").removesuffix(".html") if name.startswith("topics/") else "dalil"
        assert picture == f"{ADDRESS}{code}/assets/cards/{own}.png"


def test_without_an_address_nothing_is_invented(speak: Speak) -> None:
    html = with_head(HEAD, Page(speak("en"), "index.html"))
    assert "og:title" in html
    assert not re.search(r"og:url|og:image|twitter|canonical", html)


def test_texts_are_escaped_once(speak: Speak) -> None:
    html = with_head(HEAD, Page(speak("en"), "index.html"))
    tree = LexborHTMLParser(html)
    assert graph(tree)["og:title"] == ["A & B"]
    assert graph(tree)["og:description"] == ['"C"']


def test_every_page_names_its_licence(published: Path) -> None:
    for _, name, tree in pages(published):
        assert [node.attrs["href"] for node in tree.css("link[rel=license]")] == [LICENCE], name


def test_a_topic_is_an_article_that_cites_the_documents_cited_on_it(published: Path) -> None:
    for code, name, tree in pages(published):
        if not name.startswith("topics/"):
            continue
        (made,) = data(tree)
        cited = dict.fromkeys(str(node.attrs["popovertarget"]).removeprefix("source-") for node in tree.css(".chip"))
        documents = dict.fromkeys(fact.partition(".")[0] for fact in cited)
        assert (made["@context"], made["@type"], made["inLanguage"]) == ("https://schema.org", "Article", code)
        assert made["dateModified"] == "2026-01-03"
        assert made["author"] == {"@type": "Organization", "name": "Dalil contributors"}
        assert len(made["citation"]) == len(documents) > 0
        assert {source["@type"] for source in made["citation"]} == {"NewsArticle"}
        assert made["url"] == f"{ADDRESS}{code}/{name}"


def test_a_date_of_publication_that_is_not_known_exactly_is_left_out(speak: Speak) -> None:
    page = Page(speak("en"), "topics/gctf.html")
    page.cites.cite(["paper-2022.day", "wire-2022.term", "wire-2022.office"], "words")
    paper, wire = article(page, "Title", "Text")["citation"]
    assert "datePublished" not in paper
    assert paper["url"] == "https://paper.example/a-b"
    assert wire["datePublished"] == "2022-05-12"
    assert "url" not in wire


def test_the_page_of_a_document_describes_the_article(published: Path) -> None:
    for code, name, tree in pages(published):
        if not re.fullmatch(r"documents/(?!index).*", name):
            continue
        (made,) = data(tree)
        assert (made["@type"], made["mainEntity"]["@type"]) == ("WebPage", "NewsArticle")
        assert made["url"] == f"{ADDRESS}{code}/{name}"
        assert made["mainEntity"]["inLanguage"] == "ar"


def test_nothing_is_rated(published: Path) -> None:
    assert not [path for path in published.rglob("*.html") if "ClaimReview" in path.read_text("utf-8")]


def test_no_text_can_close_the_element() -> None:
    html = str(block({"name": "</script><b>&amp;"}))
    assert html.count("</script>") == 1
    assert json.loads(LexborHTMLParser(html).css_first("script").text()) == {"name": "</script><b>&amp;"}  # type: ignore[union-attr]


def test_a_data_block_needs_no_hash_in_the_policy(published: Path) -> None:
    for _, name, tree in pages(published):
        policy = tree.css_first('meta[http-equiv="Content-Security-Policy"]')
        assert policy is not None
        scripts = {node.text() for node in tree.css("script:not([src]):not([type])")}
        assert str(policy.attrs["content"]).count("'sha256-") == len(scripts), name


@pytest.fixture
def landing() -> Callable[[Settings], dict[str, str]]:
    """The head of the page of the data in each language, with the real release."""

    def heads(settings: Settings, *files: File) -> dict[str, str]:
        release = read_release(PACKAGE, Address(settings.site_url)).with_files(files)
        told = with_release(settings, release, "../../")
        return {
            code: with_head(HEAD, Page(Language(index(world()), load_words(code), told), "data/index.html"))
            for code in LANGUAGES
        }

    return heads


def test_the_page_of_the_data_has_the_dataset(landing: Callable[..., dict[str, str]]) -> None:
    for code, html in landing(Settings(ADDRESS)).items():
        (made,) = data(LexborHTMLParser(html))
        assert made["@type"] == "Dataset"
        assert made["url"] == f"{ADDRESS}{code}/data/index.html"
        assert 50 <= len(made["description"]) <= 5000
        assert made["license"] == LICENCE


def links(html: str) -> set[tuple[str, str]]:
    tree = LexborHTMLParser(html)
    return {(str(node.attrs["rel"]).strip(), unescape(str(node.attrs["href"]))) for node in tree.css("link[rel]")}


def test_signposts_lead_to_files_that_are_offered_alone(landing: Callable[..., dict[str, str]]) -> None:
    none = {rel for rel, _ in links(landing(Settings())["en"])}
    assert none == {"alternate", "type", "license"}
    file = File("datapackage.json", "application/json", "About.", 1, "0" * 64)
    assert ("describedby", "../../datapackage.json") in links(landing(Settings(), file)["en"])
    placed = links(landing(Settings(ADDRESS), file)["fr"])
    assert {rel for rel, _ in placed} == {"alternate", "type", "license", "cite-as", "item", "describedby"}
    assert [href for rel, href in placed if rel == "describedby"] == [f"{ADDRESS}v0.1.0/datapackage.json"]
