"""Reading judgements, the pages outside the corpus with their findings, and the retired ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dalil.corpus.claim import read_claim, read_period
from dalil.corpus.model import Comparison, Finding, Judgement, OutsidePage, Retired
from dalil.corpus.section import Section
from dalil.located import Table
from dalil.problems import Problem

__all__ = ["comparisons", "pages", "retired"]

ANY_ID = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*")


def comparisons(table: Table, problems: list[Problem]) -> tuple[Comparison, ...]:
    """The comparisons, in the order of their ids."""
    found = []
    for ident, row in sorted(Section(table, "comparisons", problems).tables().items()):
        section = Section(row, f"comparison {ident!s}", problems)
        facts = Section(section.sub("facts"), f"{section.what}: facts", problems)
        findings = Section(section.sub("findings"), f"{section.what}: findings", problems)
        found.append(
            Comparison(
                ident,
                section.text("verdict", required=True),
                section.labels("title", required=True),
                section.labels("note", required=True),
                section.text("decided_on", required=True),
                tuple(_judgements(facts)),
                tuple(_findings(findings)),
            )
        )
        section.done()
    return tuple(found)


def _judgements(facts: Section) -> Iterator[Judgement]:
    for fact, row in facts.tables(ANY_ID).items():
        section = Section(row, f"{facts.what} {fact!s}", facts.problems)
        yield Judgement(fact, section.text("standing", required=True), section.text("judged"))
        section.done()


def _findings(findings: Section) -> Iterator[Finding]:
    for slug, row in findings.tables().items():
        section = Section(row, f"finding {slug!s}", findings.problems)
        claim, when = section.text("claim"), section.text("when")
        yield Finding(
            slug,
            section.text("page", required=True),
            read_claim(claim, findings.problems) if claim else None,
            read_period(when, findings.problems) if when else None,
            section.text("scope"),
            section.languages(),
        )
        section.done()


def pages(table: Table, problems: list[Problem]) -> Mapping[str, OutsidePage]:
    """The outside pages, in the order of their ids."""
    found = {}
    for ident, row in sorted(Section(table, "outside pages", problems).tables().items()):
        section = Section(row, f"outside page {ident!s}", problems)
        found[str(ident)] = OutsidePage(
            ident,
            title=section.text("title", required=True),
            publisher=section.labels("publisher", required=True),
            **{key: section.text(key, required=True) for key in ("url", "language", "grade", "read_on")},
        )
        section.done()
    return found


def retired(table: Table, problems: list[Problem]) -> Mapping[str, Retired]:
    """The ids that are gone, in their order."""
    found = {}
    for ident, row in sorted(Section(table, "retired ids", problems).tables(ANY_ID).items()):
        section = Section(row, f"retired id {ident!s}", problems)
        resource, retired_in, reason = (
            section.text(key, required=True) for key in ("resource", "retired_in", "reason")
        )
        found[str(ident)] = Retired(ident, resource, retired_in, reason, section.items("replaced_by"))
        section.done()
    return found
