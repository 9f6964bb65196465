"""The arrows among what the tray shows, and the keys that the status line has room for."""

from __future__ import annotations

from rich.style import Style

from tui.keys import Keymap, KeyReader
from tui.pane.painter import Painter
from tui.reading.choosing import Choice, in_rows, in_sight, scrolled
from tui.reading.hints import hints
from tui.themes import THEMES
from tui.widgets.pieces import Piece

PLAIN = Style.null()


def test_arrows_go_round_and_other_keys_do_not_count() -> None:
    choice = Choice()
    assert choice.moves("left", 3)
    assert choice.index == 2
    assert choice.moves("down", 3)
    assert choice.index == 0
    assert not choice.moves("x", 3)
    assert not choice.moves("down", 0)


def test_what_is_chosen_is_in_sight() -> None:
    entries: list[list[Piece]] = [[(f"entry{number}", PLAIN)] for number in range(5)]
    assert in_sight(entries, 0, 14)[0][0] == "entry0"
    assert in_sight(entries, 3, 14)[:2] == [("entry2", PLAIN), ("entry3", PLAIN)]
    assert in_sight(entries, 3, 2)[0][0] == "entry3"


def test_a_choice_begins_at_what_is_so_now() -> None:
    choice = Choice()
    choice.begin(2)
    assert (choice.index, choice.now) == (2, 2)
    assert choice.moves("right", 3)
    assert (choice.index, choice.now) == (0, 2)
    choice.begin(-1)
    assert (choice.index, choice.now) == (0, -1)


def test_what_does_not_fit_in_a_row_goes_into_the_next() -> None:
    entries: list[list[Piece]] = [[(f"entry{number}", PLAIN)] for number in range(5)]
    rows = in_rows(entries, 14)
    assert ["".join(text for text, _ in row) for row in rows] == [
        "entry0entry1",
        "entry2entry3",
        "entry4",
    ]
    assert in_rows(entries, 3) == entries


def test_rows_scroll_with_what_is_chosen() -> None:
    rows: list[list[Piece]] = [[(str(number), PLAIN)] for number in range(9)]
    for at in range(9):
        shown = scrolled(rows, at, 4)
        assert len(shown) == 4
        assert rows[at] in shown
    assert scrolled(rows, 2, 20) == rows


def test_the_help_is_shown_before_all_other_keys() -> None:
    def shown(room: int) -> str:
        pieces = hints(Painter(THEMES["dark"]), KeyReader(Keymap()), "reading", room)
        return "".join(text for text, _ in pieces)

    assert shown(8) == ""
    assert shown(10) == "  f1 help"
    assert shown(18) == "  t tag  f1 help"
    assert shown(200).endswith("  f1 help")
