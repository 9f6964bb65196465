"""Panes side by side: opened, closed, moved, made wider, and found again the next time."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, reading
from textual.events import MouseDown, MouseMove, MouseUp

from documents.document import Document
from tui.jumps import Place
from tui.pane.pane import Pane
from tui.panels.library_filter import FilteredLibrary

WIDE = (200, 60)
FOUR = ("call.txt", "message.txt", "to-check.md", "third.txt")


@pytest.fixture
def four(seeds: Path) -> Path:
    """The sample workspace with a document more."""
    (seeds / "third.txt").write_text("A third report.\n\nIt says nothing new.\n", encoding="utf-8")
    return seeds


def paths(reader: Reader) -> list[str]:
    return [pane.document.path for pane in reader.reading.panes if pane.document]


def widths(reader: Reader) -> list[int]:
    return [pane.size.width for pane in reader.reading.row.in_sight]


def cursor(pane: Pane) -> int:
    assert pane.view is not None
    assert pane.view.cursor is not None
    return pane.view.cursor.start


async def test_a_split_shows_the_same_place_with_a_cursor_of_its_own(seeds: Path) -> None:
    async with reading(seeds, "call.txt", size=WIDE) as reader:
        await reader.press("1", "2", "G", "|")
        await reader.until(lambda: widths(reader) == [100, 100])
        left, right = reader.reading.panes
        assert paths(reader) == ["call.txt", "call.txt"]
        assert reader.pane is right
        assert cursor(left) == cursor(right)
        await reader.press("j")
        await reader.until("s 13/24")
        assert cursor(left) < cursor(right)


async def test_panes_on_one_document_and_width_share_its_layout(seeds: Path) -> None:
    async with reading(seeds, "call.txt", size=WIDE) as reader:
        await reader.press("|")
        await reader.until(lambda: widths(reader) == [100, 100])
        left, right = (pane.view for pane in reader.reading.panes)
        assert left is not None
        assert right is not None
        assert left.rows is right.rows


async def test_a_mark_and_words_found_are_shown_in_both_panes_of_a_document(seeds: Path) -> None:
    async with reading(seeds, "call.txt", size=WIDE) as reader:
        await reader.enter("tartus", "/")
        await reader.press("|", "t", "c")
        await reader.until(lambda: all(len(pane.marks) == 1 for pane in reader.reading.panes))
        left, right = reader.reading.panes
        assert left.find == right.find
        assert left.find


async def test_panes_are_closed_and_the_last_one_stays(four: Path) -> None:
    async with reading(four, *FOUR, size=WIDE) as reader:
        await reader.press("|")
        await reader.until("4 panes at most")
        await reader.press("tab", "ctrl+w", "c")
        await reader.until(lambda: len(widths(reader)) == 3)
        assert paths(reader) == ["call.txt", "to-check.md", "third.txt"]
        assert sum(widths(reader)) == WIDE[0]
        await reader.press("alt+2", "ctrl+w", "o")
        await reader.until(lambda: widths(reader) == [WIDE[0]])
        assert paths(reader) == ["to-check.md"]
        await reader.press("ctrl+w", "c")
        await reader.until("There is one pane only")


async def test_panes_are_gone_to_by_number_and_moved(four: Path) -> None:
    async with reading(four, *FOUR[:3], size=WIDE) as reader:
        await reader.press("alt+3", "ctrl+w", "H")
        await reader.until(lambda: paths(reader) == ["call.txt", "to-check.md", "message.txt"])
        assert reader.pane is reader.reading.panes[1]
        await reader.press("9", "ctrl+w", "L")
        await reader.until(lambda: paths(reader) == ["call.txt", "message.txt", "to-check.md"])
        await reader.press("ctrl+w", "L")
        await reader.until("This is the rightmost pane")
        await reader.press("alt+4")
        await reader.until("There are 3 panes")
        await reader.press("alt+1", "h")
        await reader.until("no pane to the left")


async def test_a_pane_chosen_by_name_is_gone_to_by_its_number(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("pane 1 to 4", ":")
        await reader.until("a number, as its keys have it")
        await reader.press("2")
        await reader.until(lambda: reader.pane is reader.reading.panes[1])


async def test_widths_are_changed_from_the_keyboard(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press(">", ">")
        await reader.until(lambda: widths(reader) == [68, 52])
        await reader.press("9", ">")
        await reader.until(lambda: widths(reader) == [84, 36])
        await reader.press(">")
        await reader.until("No other pane can be narrower")
        await reader.press("<")
        await reader.until(lambda: widths(reader) == [80, 40])
        await reader.press("ctrl+w", "=")
        await reader.until(lambda: widths(reader) == [60, 60])


async def test_the_line_between_panes_is_dragged(seeds: Path) -> None:
    async with reading(seeds) as reader:
        sentences = [cursor(pane) for pane in reader.reading.panes]
        await reader.pilot.mouse_down(offset=(60, 10))
        await reader.pilot._post_mouse_events([MouseMove], offset=(75, 12), button=1)
        await reader.until(lambda: widths(reader) == [75, 45])
        await reader.pilot._post_mouse_events([MouseMove], offset=(5, 12), button=1)
        await reader.until(lambda: widths(reader) == [36, 84])
        await reader.until("The pane at the left can be no narrower")
        await reader.pilot.mouse_up(offset=(5, 12))
        await reader.pilot.hover(offset=(90, 12))
        await reader.pilot.pause()
        assert widths(reader) == [36, 84]
        assert [cursor(pane) for pane in reader.reading.panes] == sentences
        assert reader.pane is reader.reading.panes[0]


async def test_where_not_all_panes_fit_a_sign_tells_which_these_are(four: Path) -> None:
    async with reading(four, *FOUR, size=(120, 40)) as reader:
        assert reader.sees("1/4 call.txt")
        assert reader.sees("3/4 to-check.md")
        assert not reader.sees("third.txt")
        await reader.press("alt+4", "G")
        await reader.until("4/4 third.txt")
        await reader.until("s 2/2")
        assert not reader.sees("1/4")
        await reader.pilot.resize_terminal(144, 40)
        await reader.until(lambda: widths(reader) == [36] * 4)
        await reader.until(lambda: not reader.sees("4/4"))
        await reader.pilot.resize_terminal(79, 24)
        await reader.until(lambda: widths(reader) == [79])
        await reader.until("4/4 third.txt")
        await reader.press("tab")
        await reader.until("1/4 call.txt")


async def test_a_document_is_opened_in_a_further_pane_where_there_is_room(seeds: Path) -> None:
    async with reading(seeds, size=WIDE) as reader:
        await reader.press("o")
        await reader.until("3 documents")
        await reader.press("G", "O")
        await reader.until("To the checking desk")
        assert paths(reader) == ["call.txt", "to-check.md", "message.txt"]


@pytest.mark.parametrize("size", [(79, 24), (120, 40)])
async def test_a_single_pane_gets_a_neighbour(seeds: Path, size: tuple[int, int]) -> None:
    async with reading(seeds, "call.txt", size=size) as reader:
        await reader.press("o")
        await reader.until("3 documents")
        await reader.press("G", "O")
        await reader.until("To the checking desk")
        assert paths(reader) == ["call.txt", "to-check.md"]


async def test_a_jump_goes_to_the_pane_that_was_active_last(seeds: Path) -> None:
    """Two panes show the document to go to: the reader means the one they came from."""
    async with reading(seeds, size=WIDE) as reader:
        await reader.press("|", "5", "G")  # call.txt twice, then message.txt
        await reader.until("s 5/24")
        first, second, third = reader.reading.panes
        there = reader.reading.place
        assert there is not None
        await reader.press("alt+3")
        await reader.until("s 1/27")
        reader.reading.go(Place(there.path, there.offset))
        assert reader.pane is second
        reader.reading.activate(first)
        reader.reading.activate(third)
        reader.reading.go(there)
        assert reader.pane is first


async def test_panes_their_places_and_widths_are_there_the_next_time(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("5", "G", "|", "1", "2", "G")
        await reader.until("s 12/24")
        await reader.until(lambda: len(widths(reader)) == 3)
        await reader.pilot.resize_terminal(*WIDE)
        await reader.press("alt+1", "ctrl+w", "=", ">", "alt+2", "ctrl+w", "L")
        await reader.until(lambda: paths(reader) == ["call.txt", "message.txt", "call.txt"])
        await reader.until(lambda: len(widths(reader)) == 3)
        before = widths(reader)
        places = [cursor(pane) for pane in reader.reading.panes]
        await reader.reading.save_all()
    async with reading(seeds, size=WIDE) as reader:
        await reader.until("s 12/24")
        assert paths(reader) == ["call.txt", "message.txt", "call.txt"]
        assert reader.pane is reader.reading.panes[2]
        assert widths(reader) == before
        assert [cursor(pane) for pane in reader.reading.panes] == places
        await reader.press("tab")
        await reader.until("s 5/24")


async def test_a_document_that_reads_otherwise_now_keeps_both_its_places(seeds: Path) -> None:
    async with reading(seeds, "call.txt", size=WIDE) as reader:
        await reader.press("5", "G", "|", "1", "2", "G")
        await reader.until("s 12/24")
        places = [cursor(pane) for pane in reader.reading.panes]
        document = reader.pane.document
        assert document is not None
        longer = Document(document.path, document.text + "\nOne line more.\n")
        reader.reading.row.reread(longer)
        await reader.until("s 12/25")
        assert all(pane.document is longer for pane in reader.reading.panes)
        assert [cursor(pane) for pane in reader.reading.panes] == places


async def test_an_open_panel_moves_to_where_there_is_room(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("o", "j")
        await reader.until("3 documents")
        panel = reader.reading.panel
        assert panel is not None
        assert (panel.region.x, panel.region.y) == (0, 0)
        await reader.pilot.resize_terminal(90, 30)
        await reader.until(lambda: panel.region.y > 10 and panel.size.width == 90)
        await reader.pilot.resize_terminal(160, 40)
        await reader.until(lambda: panel.region.y == 0 and panel.size.width < 40)
        assert isinstance(panel, FilteredLibrary)
        assert reader.app.focused is panel.list
        await reader.press("enter")
        await reader.until(lambda: paths(reader) == ["message.txt", "message.txt"])


async def test_pressing_beside_the_line_is_a_click_in_the_text(seeds: Path) -> None:
    async with reading(seeds) as reader:
        right = reader.reading.panes[1]
        await reader.pilot._post_mouse_events([MouseDown, MouseUp], offset=(70, 9), button=1)
        await reader.until(lambda: reader.pane is right)
        assert widths(reader) == [60, 60]


async def test_a_resize_moves_no_linked_pane(seeds: Path) -> None:
    async with reading(seeds, size=(120, 24)) as reader:
        await reader.press("L", "L")
        await reader.until(lambda: reader.reading.links.mode == "proportion")
        await reader.press("1", "2", "G")
        await reader.until("s 12/24")
        left, right = reader.reading.panes
        right.perform(lambda view: view.step(-4))  # the reader turns the linked pane for a moment
        places = [left.position, right.position]
        for size in ((90, 20), (200, 50), (80, 24), (120, 24)):
            await reader.pilot.resize_terminal(*size)
            await reader.until(lambda size=size: sum(widths(reader)) == size[0])
            await reader.pilot.pause()
            assert [cursor(left), cursor(right)] == [place[0] for place in places if place]
        assert [left.position, right.position] == places


async def test_a_file_named_twice_stands_in_two_panes(seeds: Path) -> None:
    named = ("call.txt", "message.txt", "to-check.md", "call.txt")
    async with reading(seeds, *named, size=(200, 40)) as reader:
        shown = [pane.document.path for pane in reader.reading.panes if pane.document]
        assert shown == list(named)
    async with reading(seeds, *named, size=(100, 40)) as reader:
        await reader.until("2 of 4 files fit side by side here")
