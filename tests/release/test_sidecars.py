"""All sidecars say the same, invent nothing, and the static files and citations come from the same model."""

from __future__ import annotations

import json
import re
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml

from dalil.publish import write_folder
from dalil.release.build import data_files, described, release_files
from dalil.release.citations import apa, bibtex, cite_fact, cite_release, csl, ris
from dalil.release.model import LANGUAGES, Address, Release, read_release
from dalil.release.schema_org import json_ld, schema_org, signposting
from dalil.release.static import static_files
from tests.release.conftest import SITE


def read(dist: Path, name: str) -> Any:
    return json.loads((dist / name).read_text("utf-8"))


def said(dist: Path) -> dict[str, dict[str, str]]:
    """Version, day and licence as each sidecar has them."""
    package, crate = read(dist, "datapackage.json"), read(dist, "ro-crate-metadata.json")
    root = next(item for item in crate["@graph"] if item["@id"] == "./")
    croissant, dcat = read(dist, "croissant.json"), read(dist, "dcat.jsonld")["dcat:dataset"]
    cff, zenodo = yaml.safe_load((dist / "CITATION.cff").read_text("utf-8")), read(dist, ".zenodo.json")
    xml = (dist / "datacite.xml").read_text("utf-8")

    def in_xml(pattern: str) -> str:
        match = re.search(pattern, xml)
        return match[1] if match else ""

    return {
        "version": {
            "datapackage": package["version"],
            "croissant": croissant["version"],
            "ro-crate": root["version"],
            "dcat": dcat["dcat:version"],
            "cff": cff["version"],
            "zenodo": zenodo["version"],
            "datacite": in_xml("<version>(.*)</version>"),
        },
        "day": {
            "datapackage": package["created"][:10],
            "croissant": croissant["datePublished"],
            "ro-crate": root["datePublished"],
            "dcat": dcat["dct:issued"]["@value"],
            "cff": cff["date-released"],
            "zenodo": zenodo["publication_date"],
            "datacite": in_xml('dateType="Issued">(.*)</date>'),
        },
        "licence": {
            "datapackage": package["licenses"][0]["path"],
            "croissant": croissant["license"],
            "ro-crate": root["license"]["@id"],
            "dcat": dcat["dct:license"]["@id"],
            "datacite": in_xml('rightsURI="(.*?)"'),
        },
        "name": {
            "datapackage": package["licenses"][0]["name"],
            "cff": cff["license"],
            "zenodo": zenodo["license"].upper(),
            "datacite": in_xml('rightsIdentifier="(.*?)"'),
        },
        "title": {
            "datapackage": package["title"],
            "croissant": croissant["alternateName"][1],
            "ro-crate": root["name"],
            "cff": cff["title"],
            "zenodo": zenodo["title"],
        },
        "span": {
            "ro-crate": root["temporalCoverage"],
            "dcat": "/".join(dcat["dct:temporal"][f"dcat:{end}Date"]["@value"] for end in ("start", "end")),
            "datacite": in_xml('dateType="Coverage">(.*)</date>'),
        },
        "identifier": {"datapackage": package["id"], "ro-crate": root["identifier"], "dcat": dcat["@id"]},
    }


def test_all_sidecars_agree(dist: Path, release: Release) -> None:
    for what, values in said(dist).items():
        assert len(set(values.values())) == 1, (what, values)
    assert said(dist)["version"]["cff"] == release.version


def test_a_sidecar_that_differs_would_be_seen(dist: Path, broken: Any) -> None:
    assert len(set(said(broken("CITATION.cff", "version: ", "version: 9."))["version"].values())) > 1


def test_counts_agree(dist: Path, release: Release) -> None:
    facts = f"{release.counts['facts']}"
    assert f"<size>{facts} facts</size>" in (dist / "datacite.xml").read_text("utf-8")
    for language in LANGUAGES:
        assert f"| {facts} |" in (dist / f"README.{language}.md").read_text("utf-8")
        assert facts in (dist / f"DATASHEET.{language}.md").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_read_is_whole_in_each_language(dist: Path, release: Release, language: str) -> None:
    readme, codebook, datasheet = (
        (dist / f"{name}.{language}.md").read_text("utf-8") for name in ("README", "CODEBOOK", "DATASHEET")
    )
    assert len(re.findall("^## ", datasheet, re.MULTILINE)) == 7
    assert all(f"`{table}`" in codebook for table in release.schemas)
    columns = [column.name for table in release.schemas.values() for column in table.columns]
    assert all(f"`{column}`" in codebook for column in columns)
    for text in (readme, codebook, datasheet):
        assert release.title[language] in text
        assert release.version in text
        assert "{{ " not in text
    assert release.licence.url in readme


def test_the_licence_leaves_the_quotations_out_in_three_languages(dist: Path) -> None:
    text = (dist / "LICENSE").read_text("utf-8")
    for words in (
        "Quotations are excluded",
        "Les citations sont exclues",
        "الاقتباسات مستثناة",
        "Section 8 -- Interpretation.",
    ):
        assert words in text


def test_without_settings_nothing_is_invented(dist: Path) -> None:
    for path in dist.rglob("*"):
        if path.suffix in (".json", ".jsonld", ".md", ".cff", ".xml") or path.name == "LICENSE":
            text = path.read_text("utf-8")
            assert not re.findall(r"mailto:|dalil\.example|localhost", text), path
    assert "no contact is set yet" in (dist / "README.md").read_text("utf-8")
    assert "not set" in (dist / "DATASHEET.en.md").read_text("utf-8")
    assert read(dist, "datapackage.json")["id"].startswith("urn:uuid:")


def test_with_settings_they_stand_in_every_sidecar(sited: Release, tmp_path: Path) -> None:
    write_folder(tmp_path / "dist", release_files(sited, {}))
    dist, place = tmp_path / "dist", f"https://dalil.example/v{sited.version}/"
    assert set(said(dist)["identifier"].values()) == {place}
    assert read(dist, "datapackage.json")["homepage"] == SITE.site
    assert SITE.contact in (dist / "README.fr.md").read_text("utf-8")
    assert place in (dist / "CITATION.cff").read_text("utf-8")
    assert f'identifierType="URL">{place}' in (dist / "datacite.xml").read_text("utf-8")


# schema.org


@pytest.mark.parametrize("language", LANGUAGES)
def test_schema_org_has_what_search_engines_ask_for(sited: Release, language: str) -> None:
    release = described(sited, list(islice(data_files(sited), 3)))
    data = schema_org(release, language, "https://dalil.example/en/data/index.html")
    assert 50 <= len(str(data["description"])) <= 5000
    assert (data["version"], data["license"]) == (sited.version, sited.licence.url)
    assert data["creator"]["@type"] == "Organization"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", data["temporalCoverage"])
    assert len(data["variableMeasured"]) == sited.counts["properties"]
    assert len(data["distribution"]) == 3
    for one in data["distribution"]:
        assert one["contentUrl"].startswith(f"https://dalil.example/v{sited.version}/")
        assert one["encodingFormat"]


def test_json_in_a_page_cannot_close_its_element() -> None:
    text = json_ld({"name": "</script><b>&"})
    assert "<" not in text
    assert json.loads(text) == {"name": "</script><b>&"}


def test_signposting_leads_to_the_metadata(release: Release, sited: Release) -> None:
    far, near = signposting(sited), signposting(release, "../v/")
    assert {link["rel"] for link in far} == {"cite-as", "type", "license", "item", "describedby"}
    assert "cite-as" not in {link["rel"] for link in near}
    assert f"../v/{release.archive}" in {link["href"] for link in near}


# Citations


def test_the_data_are_cited_in_four_ways(sited: Release) -> None:
    cited = cite_release(sited)
    place = f"https://dalil.example/v{sited.version}/"
    assert apa(cited) == (
        f"Dalil contributors. ({sited.created[:4]}). {sited.title['en']} (Version {sited.version}) [Data set]. {place}"
    )
    assert "  author = {{Dalil contributors}},\n" in bibtex(cited)
    assert ris(cited).startswith("TY  - DATA\r\n")
    assert ris(cited).endswith("ER  - \r\n")
    item = csl(cited)
    assert (item["type"], item["URL"], item["author"]) == ("dataset", place, [{"literal": "Dalil contributors"}])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fact_is_cited_with_its_article_and_its_link(sited: Release, language: str) -> None:
    fact = sited.tables["facts"][0]
    cited = cite_fact(sited, fact, language)
    document = sited.index["documents"][fact["document"]]
    for text in (apa(cited), bibtex(cited), ris(cited), json.dumps(csl(cited), ensure_ascii=False)):
        assert fact["id"] in text
        assert document["title_ar"] in text
        assert f"https://dalil.example/{language}/documents/{document['id']}.html#{fact['id']}" in text


def test_tex_is_told_what_is_text(sited: Release) -> None:
    fact = {**sited.tables["facts"][0], "statement_en": "100 % of {A} & B_1 #2 ~ ^ \\ $"}
    made = bibtex(cite_fact(sited, fact))
    assert r"100 \% of \{A\} \& B\_1 \#2 \textasciitilde{} \textasciicircum{} \textbackslash{} \$" in made
    assert made.count("{") - made.count(r"\{") == made.count("}") - made.count(r"\}")


# Static files


@pytest.fixture(scope="module")
def static(sited: Release) -> dict[str, bytes]:
    return dict(static_files(sited))


def test_every_record_has_a_file_and_an_index_that_leads_to_it(static: dict[str, bytes], sited: Release) -> None:
    root = json.loads(static["data/index.json"])
    for kind in ("facts", "documents", "entities", "comparisons"):
        index = json.loads(static[f"data/{root['kinds'][kind]['index']}"])
        assert index["count"] == sited.counts[kind] == len(index[kind])
        assert {f"data/{kind}/{item['url']}" for item in index[kind]} <= static.keys()
        for item in index[kind]:
            assert json.loads(static[f"data/{kind}/{item['url']}"])["id"] == item["id"]


def test_a_fact_says_how_to_cite_it(static: dict[str, bytes], sited: Release) -> None:
    fact = json.loads(static[f"data/facts/{sited.tables['facts'][0]['id']}.json"])
    assert set(fact["cite"]) == {"apa", "bibtex", "ris", "csl"}
    assert set(fact["cite"]["apa"]) == set(LANGUAGES)
    assert fact["pages"]["ar"].startswith("https://dalil.example/ar/documents/")


def test_citations_come_for_the_data_and_for_each_document(static: dict[str, bytes], sited: Release) -> None:
    for name in ("dataset", *(row["id"] for row in sited.tables["documents"])):
        assert {f"data/citations/{name}.{ending}" for ending in ("txt", "bib", "ris", "json")} <= static.keys()
    bundled = [
        item["id"]
        for row in sited.tables["documents"]
        for item in json.loads(static[f"data/citations/{row['id']}.json"])
    ]
    assert sorted(bundled) == [row["id"] for row in sited.tables["facts"]]


def test_static_files_are_the_same_each_time(static: dict[str, bytes], sited: Release) -> None:
    assert list(static_files(sited)) == list(static.items())


def test_a_release_is_a_package_that_another_can_be_made_from(dist: Path, release: Release) -> None:
    again = read_release(dist)
    assert (again.tables, again.address) == (release.tables, Address())
