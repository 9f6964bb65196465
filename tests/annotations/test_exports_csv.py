"""CSV, for spreadsheets: whole, and never computed."""

from __future__ import annotations

import csv
import io

import pytest
from export_material import annotated, exported, material
from hypothesis import given
from hypothesis import strategies as st


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_is_a_row_an_annotation_with_crlf() -> None:
    page = exported(
        "csv", material(annotated("Monday", note='He said "no",\ntwice'), annotated("He"))
    )
    assert page.count("\r\n") == 3
    first, second = rows(page)
    assert first["exact"] == "Monday"
    assert first["note"] == 'He said "no",\ntwice'
    assert (first["start"], first["end"]) == ("22", "28")
    assert second["tags"] == "claim"


@pytest.mark.parametrize("note", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_csv_holds_nothing_a_spreadsheet_would_compute(note: str) -> None:
    (row,) = rows(exported("csv", material(annotated("Monday", note=note))))
    assert row["note"] == f"'{note}"


def test_csv_for_excel_is_the_same_with_a_byte_order_mark() -> None:
    one = material(annotated("Monday"))
    assert exported("csv-excel", one) == "\ufeff" + exported("csv", one)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_csv_reads_back(note: str) -> None:
    (row,) = rows(exported("csv", material(annotated("Monday", note=note))))
    assert row["note"].removeprefix("'") == note.removeprefix("'")
