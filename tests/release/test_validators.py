"""Other people's validators on the release; each must refuse a twin in which one thing is wrong."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import lxml.etree
import mlcroissant
import pytest
import rdflib
from pyld import jsonld

from dalil.release.dcat import dcat
from dalil.release.model import Release
from dalil.release.stage import Made
from tests.world import ROOT

HERE = Path(__file__).resolve().parent
TOOLS = ROOT / ".venv-tools/bin"
OA = "http://www.w3.org/ns/oa#"
Broken = Callable[[str, str, str], Path]


def needs(there: bool, what: str) -> None:
    """Skip where a tool is missing, except in continuous integration, which must have it."""
    if not there:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is not here")


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    needs((TOOLS / name).exists(), f"{name} (.venv-tools)")
    return subprocess.run([str(TOOLS / name), *map(str, arguments)], capture_output=True, text=True, check=False)


# Data Package


def packed(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w") as out:
        for path in folder.iterdir():
            if path.suffix in (".csv", ".json"):
                out.write(path, path.name)
    return target


def test_frictionless_accepts_the_archive_and_refuses_a_broken_one(
    dist: Path, release: Release, broken: Broken, tmp_path: Path
) -> None:
    report = frictionless.validate(str(dist / release.archive), type="package")
    assert report.valid, report.flatten(["name", "note", "message"])
    assert len(report.tasks) == len(release.tables)
    twin = packed(broken("facts.csv", "more-than", "mer-than"), tmp_path / "twin.zip")
    assert not frictionless.validate(str(twin), type="package").valid


def test_check_datapackage_is_strict(dist: Path, broken: Broken) -> None:
    if importlib.util.find_spec("check_datapackage") is None:
        pytest.skip("check-datapackage needs Python 3.12 or newer")
    command = [sys.executable, "-P", Path(sys.executable).parent / "check-datapackage", "check", "--strict"]
    assert subprocess.run([*command, dist / "datapackage.json"], check=False).returncode == 0
    twin = broken("datapackage.json", '"name": "facts"', '"name": "Facts and figures"')
    assert subprocess.run([*command, twin / "datapackage.json"], check=False).returncode != 0


# Croissant


def croissant_errors(folder: Path, record_set: str = "facts") -> list[str]:
    try:
        data = mlcroissant.Dataset(jsonld=folder / "croissant.json")
        next(iter(data.records(record_set)))
    except (mlcroissant.ValidationError, mlcroissant.GenerationError, ValueError, KeyError) as error:
        return [str(error)]
    return sorted(data.metadata.issues.warnings | data.metadata.issues.errors)


def test_mlcroissant_validates_and_loads(dist: Path, release: Release) -> None:
    assert croissant_errors(dist) == []
    data = mlcroissant.Dataset(jsonld=dist / "croissant.json")
    for name, table in release.schemas.items():
        column = table.key[0]
        read = [row[f"{name}/{column}"].decode() for row in data.records(name)]
        assert read == [row[column] for row in release.tables[name]]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("croissant.json", '"license":', '"licence":'),
        ("croissant.json", '"column": "statement_en"', '"column": "statment_en"'),
        ("facts.csv", "more-than", "mer-than"),
    ],
)
def test_mlcroissant_refuses_a_broken_twin(broken: Broken, name: str, old: str, new: str) -> None:
    assert croissant_errors(broken(name, old, new)) != []


# RO-Crate and citation


def test_roc_validator_accepts_the_crate_and_refuses_a_broken_one(dist: Path, tmp_path: Path) -> None:
    crate = json.loads((dist / "ro-crate-metadata.json").read_text("utf-8"))
    root = next(item for item in crate["@graph"] if item["@id"] == "./")
    del root["license"], root["hasPart"]
    crate["@graph"] = [item for item in crate["@graph"] if item["@type"] != "File"]
    (tmp_path / "ro-crate-metadata.json").write_text(json.dumps(crate), "utf-8")
    done = tool("python", HERE / "rocrate_offline.py", ro_context(), dist, tmp_path)
    sound, wrong = (json.loads(line) for line in done.stdout.splitlines())
    assert sound == [], done.stderr
    assert any("`license`" in line for line in wrong)


def test_cffconvert_accepts_the_citation_and_refuses_a_broken_one(dist: Path, broken: Broken) -> None:
    assert tool("cffconvert", "--validate", "-i", dist / "CITATION.cff").returncode == 0
    assert tool("cffconvert", "--validate", "-i", broken("CITATION.cff", "type:", "tip:") / "CITATION.cff").returncode


# JSON-LD


def ro_context() -> Path:
    spec = importlib.util.find_spec("rocrate")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data/ro-crate.jsonld"


def load(address: str, _: object) -> dict[str, Any]:
    """Contexts from files: no test asks the network."""
    known: dict[str, Any] = {
        "http://www.w3.org/ns/anno.jsonld": lambda: (HERE / "standards/anno.jsonld").read_text("utf-8"),
        "https://w3id.org/ro/crate/1.2/context": lambda: ro_context().read_text("utf-8"),
    }
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": json.loads(known[address]()),
    }


def expand(path: Path) -> Any:
    return jsonld.expand(json.loads(path.read_text("utf-8")), {"documentLoader": load, "base": "https://base.example/"})


def nodes(tree: Any, of_type: str) -> list[Any]:
    """The nodes of a type anywhere in an expanded document."""
    if isinstance(tree, list):
        return [node for item in tree for node in nodes(item, of_type)]
    if not isinstance(tree, dict):
        return []
    return [*([tree] if of_type in tree.get("@type", []) else []), *nodes(list(tree.values()), of_type)]


def annotation_faults(path: Path, release: Release) -> list[str]:
    """What is wrong with the annotations against the evidence that they come from."""
    found = {
        node["@id"].rpartition("-")[2] + node[f"{OA}hasBody"][0]["@id"]: node
        for node in nodes(expand(path), f"{OA}Annotation")
    }
    faults = []
    for row in release.tables["evidence"]:
        node = found.get(row["char_start"] + release.address.thing("facts", row["fact"]))
        target = node[f"{OA}hasTarget"][0] if node else {}
        (state,) = target.get(f"{OA}hasState", [{}])
        position = nodes(target.get(f"{OA}hasSelector"), f"{OA}TextPositionSelector")
        quote = nodes(target.get(f"{OA}hasSelector"), f"{OA}TextQuoteSelector")
        sha256 = release.index["documents"][row["document"]]["text_sha256"]
        sound = (
            [[one[f"{OA}start"][0]["@value"], one[f"{OA}end"][0]["@value"]] for one in position]
            == [[int(row["char_start"]), int(row["char_end"])]]
            and [one[f"{OA}exact"][0]["@value"] for one in quote] == ([row["quote"]] if row["quote"] else [])
            and state.get("http://schema.org/sha256") == [{"@value": sha256}]
            and target.get(f"{OA}hasSource")
        )
        faults += [] if sound else [row["id"]]
    return faults if len(found) == len(release.tables["evidence"]) else [*faults, "another count"]


def test_annotations_expand_with_every_term_and_match_the_evidence(
    dist: Path, release: Release, broken: Broken
) -> None:
    assert annotation_faults(dist / "annotations.jsonld", release) == []
    twin = broken("annotations.jsonld", '"selector":', '"selektor":')
    assert len(annotation_faults(twin / "annotations.jsonld", release)) == release.counts["evidence"]


def test_a_quotation_is_as_long_as_its_offsets_say(release: Release) -> None:
    spans = [row for row in release.tables["evidence"] if row["quote"]]
    assert [row["id"] for row in spans if len(row["quote"]) != int(row["char_end"]) - int(row["char_start"])] == []


def test_the_crate_expands_and_describes_every_file(dist: Path, release: Release) -> None:
    found = nodes(expand(dist / "ro-crate-metadata.json"), "http://schema.org/MediaObject")
    names = {node["@id"].removeprefix("https://base.example/") for node in found}
    sidecars = {"ro-crate-metadata.json", "croissant.json", "dcat.jsonld", "SHA256SUMS", release.archive}
    assert names == {str(path.relative_to(dist)) for path in dist.rglob("*") if path.is_file()} - sidecars


# DCAT


def test_dcat_conforms_to_the_european_profile(dist: Path, made: Made, sited: Release, tmp_path: Path) -> None:
    shapes, twin = tmp_path / "shapes.ttl", tmp_path / "twin.jsonld"
    shapes.write_bytes(gzip.decompress((HERE / "standards/dcat-ap-SHACL-3.0.1.ttl.gz").read_bytes()))
    good = tmp_path / "good.jsonld"
    good.write_text(json.dumps(dcat(sited)), "utf-8")
    done = tool("pyshacl", "-s", shapes, "-df", "json-ld", "-f", "human", dist / "dcat.jsonld")
    assert done.returncode == 0, done.stdout
    done = tool("pyshacl", "-s", shapes, "-df", "json-ld", "-f", "human", good)
    assert done.returncode == 0, done.stdout
    twin.write_text(good.read_text("utf-8").replace('"dct:publisher":', '"dct:publishr":'), "utf-8")
    assert tool("pyshacl", "-s", shapes, "-df", "json-ld", "-f", "human", twin).returncode == 1


def test_dcat_is_a_graph_with_the_distributions(dist: Path, release: Release) -> None:
    graph = rdflib.Graph().parse(dist / "dcat.jsonld", format="json-ld", publicID="https://base.example/")
    found = {str(place) for place in graph.objects(None, rdflib.DCAT.downloadURL)}
    assert f"https://base.example/{release.archive}" in found
    assert {f"https://base.example/{name}.csv" for name in release.tables} <= found


# DataCite


def datacite_faults(path: Path) -> list[str]:
    """What kernel 4 asks for and the file lacks."""
    root = lxml.etree.parse(path).getroot()
    names = {"d": "http://datacite.org/schema/kernel-4"}
    needed = (
        "identifier[@identifierType]", "creators/d:creator/d:creatorName", "titles/d:title", "publisher",
        "publicationYear", "resourceType[@resourceTypeGeneral='Dataset']", "rightsList/d:rights[@rightsURI]",
    )  # fmt: skip
    return [one for one in needed if not root.xpath(f"d:{one}", namespaces=names)]


def test_datacite_has_what_the_kernel_requires(dist: Path, broken: Broken) -> None:
    assert datacite_faults(dist / "datacite.xml") == []
    twin = broken("datacite.xml", "publicationYear", "publicatedYear")
    assert datacite_faults(twin / "datacite.xml") == ["publicationYear"]
