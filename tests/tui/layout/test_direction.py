"""Right-to-left text: offsets hold, and a terminal that reorders rows finds each by itself."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from at_the_screen import reading
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from documents.document import Document
from tui.layout.direction import ISOLATOR, has_right_to_left, reads_from_right
from tui.layout.rows import Rows
from tui.layout.setting import set_row
from tui.layout.wrapping import Row
from tui.pane.geometry import Geometry
from tui.pane.margin import MarginLine
from tui.pane.painter import SENTENCE, Layer, Look, Painter
from tui.themes import THEMES, Face
from tui.typography import DEFAULT
from tui.widgets.finishing import isolated

HEBREW = "שלום עולם, 12 ספרים על השולחן."
PAINTER = Painter(THEMES["dark"])


@pytest.mark.parametrize(
    ("text", "from_right"),
    [
        (HEBREW, True),
        (f"12 “{HEBREW}", True),
        (f"A {HEBREW}", False),
        ("12", False),
        ("سلام", True),
    ],
)
def test_a_paragraph_is_read_as_its_first_letter(text: str, from_right: bool) -> None:
    assert reads_from_right(text, 0, len(text)) is from_right


def test_only_text_that_a_terminal_reorders_has_right_to_left() -> None:
    assert has_right_to_left("a ש")
    assert not any(map(has_right_to_left, ["", "plain", "“curly”", "漢字", "Ελλάδα"]))


def test_a_row_without_such_a_letter_stands_where_its_paragraph_does() -> None:
    document = Document("a.txt", f"{HEBREW} 2024, 2025, 2026.\n\n2024 was a year.")
    width = len(HEBREW)
    *_, last, _, other = Rows(document, width).after(0)
    assert document.text[slice(*last[:2])] == "2024, 2025, 2026."
    assert set_row(document, last, width, DEFAULT).display.endswith("  2024, 2025, 2026.")
    assert cell_len(set_row(document, last, width, DEFAULT).display) == width
    assert set_row(document, other, width, DEFAULT).display.startswith("2024")


def test_rows_read_from_the_right_stand_there_and_keep_their_places() -> None:
    document = Document("a.txt", f"{HEBREW}\n\nLatin text here.\n")
    for row in Rows(document, 20).after(0):
        shown = set_row(document, row, 20, DEFAULT)
        words = document.text[row.start : row.end]
        from_right = has_right_to_left(words)
        assert cell_len(shown.display) == (20 if from_right else len(words))
        for offset, character in enumerate(words):
            assert shown.display[shown.place(offset)] == character
            assert shown.offset_at(shown.column(offset)) == offset
        assert shown.offset_at(0) == 0


def test_the_space_before_such_a_row_has_no_tint() -> None:
    row = Row(0, len(HEBREW))
    shown = set_row(Document("a.txt", HEBREW), row, 40, DEFAULT)
    tint = Look(SENTENCE, Face(background="#ff0000"))
    before, text = PAINTER.text(row, shown, [Layer(0, len(HEBREW), tint)])
    assert (before.text.strip(), text.text) == ("", HEBREW)
    assert before.style == PAINTER.style()


@pytest.mark.parametrize("margin", [None, MarginLine("blue", "12", "a note")])
@pytest.mark.parametrize("bar", [True, False])
@pytest.mark.parametrize("length", [4, 34])
def test_on_both_sides_of_it_stands_a_blank_that_is_read_from_the_left(
    margin: MarginLine | None, bar: bool, length: int
) -> None:
    assert unicodedata.bidirectional(ISOLATOR) == "L"
    geometry = Geometry.of(40, separator=True)
    shown = set_row(Document("a.txt", "ש" * length), Row(0, length), geometry.text_width, DEFAULT)
    segments = PAINTER.text(Row(0, length), shown, [])
    painted = PAINTER.strip(geometry, segments, bar=bar, margin=margin).text
    assert cell_len(painted) == geometry.width
    before, _, after = painted.partition(shown.display)
    assert before.endswith(ISOLATOR)
    assert after.startswith(ISOLATOR)


def test_no_other_row_has_such_a_blank() -> None:
    painted = PAINTER.strip(Geometry.of(40, separator=True), [], bar=True).text
    assert ISOLATOR not in painted


@pytest.mark.parametrize("bar", [True, False])
def test_a_note_in_the_margin_is_kept_out_of_the_text(bar: bool) -> None:
    geometry = Geometry.of(110, separator=True)
    english = [Segment("A text in English.", PAINTER.style())]
    margin = MarginLine()._replace(words="שלום 12", hue="blue", letters="12")
    painted = PAINTER.strip(geometry, english, bar=bar, margin=margin).text
    assert cell_len(painted) == geometry.width
    before, _, after = painted.partition("שלום 12")
    assert before.endswith(f"{ISOLATOR}▎12 ")
    assert after.startswith(ISOLATOR)


def test_the_texts_of_a_row_are_kept_apart() -> None:
    bold = Style(bold=True)
    row = Strip(
        [Segment(" 12 שלום "), Segment("עולם", bold), Segment("  "), Segment("34  b ", bold)]
    )
    kept = isolated(row)
    assert kept.text == f"{ISOLATOR}12 שלום עולם{ISOLATOR} 34{ISOLATOR} b{ISOLATOR}"
    assert [one.style for one in kept] == [one.style for one in row]
    assert kept.cell_length == cell_len(kept.text) == row.cell_length


def test_a_row_without_such_a_text_stays_as_it_is() -> None:
    row = Strip([Segment(" 12  plain ")])
    assert isolated(row) is row


async def test_a_panel_keeps_its_columns_apart(seeds: Path) -> None:
    (seeds / "שלום.txt").write_text("Words.", encoding="utf-8")
    async with reading(seeds, size=(100, 24)) as reader:
        await reader.press("o")
        await reader.until("שלום.txt")
        row = next(row for row in reader.screen if "שלום.txt" in row and "Words" not in row)
        before, _, after = row.partition("שלום.txt")
        assert ISOLATOR in before
        assert ISOLATOR in after
