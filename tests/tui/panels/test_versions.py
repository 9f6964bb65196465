"""Two versions of a passage in rows: what came and went stands out, and nothing else is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from texts import texts

from annotations.anchoring.comparing import differences
from tui.pane.painter import Painter
from tui.panels.versions import Part, abridged, new_parts, old_parts, rows, style_of
from tui.themes import THEMES
from tui.visible import visible

PAINTER = Painter(THEMES["dark"])
OLD = "The court said that 40 people were freed on Monday."
NEW = "The court said that 45 people were not freed on Monday."


def shown(parts: list[Part], width: int = 200) -> list[str]:
    return ["".join(text for text, _ in row) for row in rows(parts, width, PAINTER)]


def test_what_was_taken_out_is_in_brackets_and_what_was_put_in_in_braces() -> None:
    found = differences(OLD, NEW)
    assert shown(old_parts(OLD, found)) == ["The court said that [40] people were freed on Monday."]
    assert shown(new_parts(NEW, found)) == [
        "The court said that {45} people were {not} freed on Monday."
    ]


def test_they_are_told_apart_by_attributes_as_well() -> None:
    out, put_in = (style_of(Part("x", kind), Painter(THEMES["mono"])) for kind in ("out", "in"))
    assert (out.strike, put_in.underline) == (True, True)
    assert not out.underline
    assert not put_in.strike


def test_what_is_the_same_gives_way_to_what_differs() -> None:
    long = "word " * 60
    old, new = f"{long}forty {long}end.", f"{long}fifty {long}end."
    short = abridged(old_parts(old, differences(old, new)), 24)
    (row,) = shown(short, 400)
    assert row.startswith("… word")
    assert " word [forty] word " in row
    assert row.endswith(" …")
    assert len(row) < 100


@given(texts, texts)
def test_a_passage_is_all_there(old: str, new: str) -> None:
    found = differences(old, new)
    for passage, parts in ((old, old_parts(old, found)), (new, new_parts(new, found))):
        joined = "".join(part.text for part in parts)
        assert len(joined) == len(passage)
        assert visible(joined) == joined


@given(texts, texts, st.integers(12, 60), st.integers(10, 80))
def test_rows_fit_and_no_change_is_left_out(old: str, new: str, around: int, width: int) -> None:
    found = differences(old, new)
    parts = old_parts(old, found)
    short = abridged(parts, around)
    assert [part for part in short if part.kind != "same"] == [
        part for part in parts if part.kind != "same"
    ]
    for row in rows(short, width, PAINTER):
        assert sum(cell_len(text) for text, _ in row) <= width
