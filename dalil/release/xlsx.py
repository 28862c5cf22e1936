"""The workbook, for spreadsheets: text stays text, Arabic sheets run from the right, rights come first."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from dalil.package.dictionary import Column
from dalil.release.flat import flat_columns, flat_rows
from dalil.release.model import LANGUAGES, Release
from dalil.release.rights import rights
from dalil.release.typed import Value, typed

__all__ = ["SHEETS", "workbook"]

SHEETS = {
    "rights": {"ar": "الحقوق (ar)", "en": "Rights (en)", "fr": "Droits (fr)"},
    "facts": {"ar": "المعلومات (ar)", "en": "Facts (en)", "fr": "Faits (fr)"},
    "dictionary": {"ar": "المعجم (ar)", "en": "Dictionary (en)", "fr": "Dictionnaire (fr)"},
}
DICTIONARY = {
    "ar": ("الجدول", "العمود", "النوع", "العنوان", "الوصف", "مثال"),
    "en": ("Table", "Column", "Type", "Title", "Description", "Example"),
    "fr": ("Table", "Colonne", "Type", "Titre", "Description", "Exemple"),
}
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDE = {"statement", "description", "quote", "note", "definition", "summary", "finding", "title", "document", "objects"}


def workbook(release: Release) -> bytes:
    """Rights, flat facts and dictionary in each language, then every resource as it is in CSV."""
    import xlsxwriter  # late, as all formats that a plain build does not need

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        made = datetime.fromisoformat(release.created)
        book.set_properties({"title": release.title["en"], "author": release.creator, "created": made})
        sheets = _Sheets(book)
        for language in LANGUAGES:
            _rights(sheets, release, language)
        for language in LANGUAGES:
            rows = [list(row.items()) for row in flat_rows(release, language)]
            columns = flat_columns()
            cells = [[typed(column, dict(row)[column.name]) for column in columns] for row in rows]
            sheets.table(SHEETS["facts"][language], columns, cells, [c.title[language] for c in columns], language)
        for language in LANGUAGES:
            _dictionary(sheets, release, language)
        for name, table in release.schemas.items():
            cells = [[typed(column, row[column.name]) for column in table.columns] for row in release.tables[name]]
            sheets.table(name, table.columns, cells, list(table.header), "en")
    return out.getvalue()


def _rights(sheets: _Sheets, release: Release, language: str) -> None:
    column = Column("description", "string", release.title, release.title, "", False, "", False, "", "")
    lines: list[list[Value]] = [[line] for line in rights(release, language)]
    sheets.table(SHEETS["rights"][language], [column], lines, [release.title[language]], language)


def _dictionary(sheets: _Sheets, release: Release, language: str) -> None:
    names = ("table", "column", "type", "title", "description", "example")
    columns = [Column(name, "string", {}, {}, "", False, "", False, "", "") for name in names]
    rows: list[list[Value]] = [
        [table.name, c.name, c.type, c.title[language], c.description[language], c.example]
        for table in release.schemas.values()
        for c in table.columns
    ]
    sheets.table(SHEETS["dictionary"][language], columns, rows, list(DICTIONARY[language]), language)


class _Sheets:
    """Writes tables as sheets; every cell by its type, so that no text becomes a formula, a link or a number."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.bold = book.add_format({"bold": True, "bottom": 1})
        self.text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self.number = book.add_format({"valign": "top"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})

    def table(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Value]],
        header: Sequence[str],
        language: str,
    ) -> None:
        """A sheet with a frozen header; from right to left in Arabic."""
        sheet = self.book.add_worksheet(name)
        if language == "ar":
            sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        last = 0
        for place, (column, title) in enumerate(zip(columns, header, strict=True)):
            wide = column.name.removesuffix("_ar").removesuffix("_en").removesuffix("_fr") in WIDE
            sheet.set_column(place, place, 60 if wide else 18)
            sheet.write_string(0, place, title, self.bold)
        for last, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                self._write(sheet, last, place, value)
        sheet.autofilter(0, 0, last, len(columns) - 1)

    def _write(self, sheet: Any, row: int, place: int, value: Value) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, place, value, self.number)
        elif isinstance(value, int | float):
            sheet.write_number(row, place, value, self.number)
        elif isinstance(value, date):
            sheet.write_datetime(row, place, value, self.day)
        else:
            sheet.write_string(row, place, value, self.text)
