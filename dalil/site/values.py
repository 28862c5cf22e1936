"""What a fact says in figures, names and dates, written in one language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from dalil.site import dates
from dalil.site.data import Row
from dalil.site.record import Record
from dalil.site.words import Words

__all__ = ["Values", "number"]

THIN = "\u202f"
# Properties that name a rank, not a count; their range in the tables lists entities alone.
ORDINAL = ("term-number",)


def number(value: str, language: str) -> str:
    """A decimal with Latin digits, the language's decimal mark and U+202F between thousands."""
    locale = Locale.parse(dates.LOCALES[language])
    separator = locale.number_symbols["latn"]["group"]
    return format_decimal(Decimal(value), locale=locale, numbering_system="latn").replace(separator, THIN)


@dataclass(frozen=True)
class Values:
    """Labels and values of one language."""

    record: Record
    words: Words

    @property
    def language(self) -> str:
        return self.words.language

    def text(self, row: Row, stem: str) -> str:
        """A column that has one version a language."""
        return row[f"{stem}_{self.language}"]

    def code(self, codelist: str, code: str, stem: str = "label") -> str:
        """A term's label or definition, '' for no code."""
        return self.text(self.record.codes[codelist, code], stem) if code else ""

    def entity(self, ident: str) -> str:
        """An entity's label, '' for none."""
        return self.text(self.record.entities[ident], "label") if ident else ""

    def listed(self, texts: list[str]) -> str:
        """Several texts joined as the language joins them."""
        return format_list(texts, locale=dates.LOCALES[self.language])

    def unit(self, code: str, amount: Decimal) -> str:
        """The unit's word in the plural form that the amount asks for."""
        row = self.record.codes["unit", code]
        pairs = (pair.partition("=") for pair in row.get(f"forms_{self.language}", "").split("|"))
        forms = {category: word for category, _, word in pairs if word}
        category = str(Locale.parse(self.language).plural_form(amount))
        return forms.get(category) or forms.get("other") or self.text(row, "label")

    def amount(self, row: Row) -> str:
        """The bare number of a figure; a range as two numbers."""
        if row["value"]:
            return number(row["value"], self.language)
        ends = [row["value_min"], row["value_max"]]
        return "–".join(number(end, self.language) for end in ends if end)

    def figure(self, row: Row) -> str:
        """Qualifier, number and unit: ``more than 80 delegations``; '' where there is no figure."""
        if not row["qualifier"] or not row["unit"]:
            return ""
        if self._is_ordinal(row):
            return self.words("{unit} no. {number}", unit=self.unit(row["unit"], Decimal(1)), number=self.amount(row))
        counted = self._counted(row)
        if row["qualifier"] in ("exactly", "between"):
            return counted
        return f"{self.code('qualifier', row['qualifier'])} {counted}"

    def _is_ordinal(self, row: Row) -> bool:
        """Whether the number is a rank: by the property's range, or a property that is one by its definition."""
        ranges = self.record.properties.get(row["property"], {}).get("range", "").split("|")
        return row["property"] in ORDINAL or "ordinal" in ranges

    def _counted(self, row: Row) -> str:
        if row["qualifier"] == "between":
            low, high = (number(row[column], self.language) for column in ("value_min", "value_max"))
            amount = self.words("between {low} and {high}", low=low, high=high)
            return f"{amount} {self.unit(row['unit'], Decimal(row['value_max']))}"
        if not row["value"]:
            return self.unit(row["unit"], Decimal(0 if row["qualifier"] == "none" else 3))
        value = Decimal(row["value"])
        unit = self.unit(row["unit"], value)
        # The Arabic dual says the number itself.
        return unit if self.language == "ar" and value == 2 else f"{self.amount(row)} {unit}"

    def period(self, row: Row) -> str:
        """The fact's period with its preposition."""
        return dates.period(row["period"], row["period_type"], self.words)

    def short(self, row: Row) -> str:
        """What ``{}`` stands for in prose: a figure's number, otherwise the fact's date."""
        if row["kind"] == "figure":
            return self.amount(row)
        return dates.bare(row["period"], self.words, row["period_type"])

    def published(self, document: Row) -> str:
        """The day of publication; an interval means some day within."""
        return dates.day_or_days(document["published"], self.words)

    def share(self, value: str) -> str:
        """A share of one as a percentage with one decimal."""
        return self.words("{number}%", number=number(f"{Decimal(value or 0) * 100:.1f}", self.language))
