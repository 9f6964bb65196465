"""However one look follows another, the text looks as if its look had been set from scratch."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.attributes import Look, change, look

COLOURS = ["", "31", "97", "39", "38;5;200", "38;2;1;2;3"]
GROUNDS = ["", "44", "107", "49", "48;5;17", "48;2;230;0;9"]
ATTRIBUTES = ["1", "3", "4", "7", "9"]


@st.composite
def parameters(draw: st.DrawFn) -> str:
    attributes = draw(st.lists(st.sampled_from(ATTRIBUTES), unique=True))
    parts = [*attributes, draw(st.sampled_from(COLOURS)), draw(st.sampled_from(GROUNDS))]
    return ";".join(part for part in parts if part)


def shown(stream: str) -> list[tuple[object, ...]]:
    """The cells of a row, with all that can be seen of them."""
    screen = pyte.Screen(12, 1)
    pyte.Stream(screen).feed(stream)
    return [tuple(screen.buffer[0][x]) for x in range(12)]


@given(st.lists(parameters(), min_size=1, max_size=10))
def test_changes_show_what_setting_from_scratch_shows(looks: list[str]) -> None:
    changed, before = "", ""
    for after in looks:
        changed += change(before, after) + "x"
        before = after
    set_anew = "".join(f"\x1b[0;{each}mx" if each else "\x1b[0mx" for each in looks)
    assert shown(changed + change(before, "")) == shown(set_anew)


@given(parameters())
def test_nothing_is_sent_where_nothing_changes(same: str) -> None:
    assert change(same, same) == ""


def test_a_look_is_taken_apart() -> None:
    assert look("1;38;2;230;230;230;48;5;17") == Look(
        frozenset(["1"]), "38;2;230;230;230", "48;5;17"
    )
    assert look("4;97;100") == Look(frozenset(["4"]), "97", "100")
    assert look("39;49") == look("") == Look()


def test_only_what_differs_is_sent() -> None:
    assert change("38;2;1;2;3;48;2;4;5;6", "38;2;1;2;3;48;2;7;8;9") == "\x1b[48;2;7;8;9m"
    assert change("31", "1;31") == "\x1b[1m"
    assert change("1;31", "31") == "\x1b[0;31m"
    assert change("1", "") == "\x1b[m"
