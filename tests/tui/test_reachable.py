"""Everything is reached without knowing letters: by arrows, page and function keys, or by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from panel_contexts import IN_PANELS

from tests.tui.at_the_screen import Reader, reading
from tui.actions import ACTIONS, Action
from tui.handlers.program import palette_entries
from tui.keys import Keymap
from tui.pane.selection import Selection

ESSENTIAL = (
    "sentence.next",
    "sentence.previous",
    "paragraph.next",
    "paragraph.previous",
    "page.next",
    "page.previous",
    "line.next",
    "line.previous",
    "text.start",
    "text.end",
    "annotation.next",
    "annotation.previous",
    "jump.back",
    "jump.forward",
    "pane.next",
    "pane.left",
    "pane.right",
    "select.start",
    "select.sentence",
    "tag",
    "note.edit",
    "status.set",
    "annotation.delete",
    "undo",
    "find.forward",
    "find.next",
    "find.previous",
    "review.open",
    "library.open",
    "outline.open",
    "help",
    "palette",
    "escape",
)


def needs_no_letter(keys: str) -> bool:
    """Whether keys are typed alike on every keyboard, whatever its letters."""
    bases = [key if len(key) == 1 else key.split("+")[-1] for key in keys.split(" ")]
    return not any(len(base) == 1 and base.isalpha() for base in bases)


@pytest.mark.parametrize("action_id", ESSENTIAL)
def test_what_reading_needs_has_a_key_without_letters(action_id: str) -> None:
    assert any(map(needs_no_letter, Keymap().keys(action_id)))


@pytest.mark.parametrize(
    "each", [one for one in ACTIONS if one.context in IN_PANELS], ids=lambda one: one.id
)
def test_everything_in_a_panel_has_a_key_without_letters(each: Action) -> None:
    assert any(map(needs_no_letter, each.keys))


def select(reader: Reader) -> None:
    view = reader.pane.view
    assert view is not None
    assert view.cursor is not None
    view.selection = Selection(view.cursor, view.cursor)


async def test_everything_else_stands_in_the_palette(seeds: Path) -> None:
    everywhere = {one.id for one in ACTIONS if one.context in ("reading", "selecting")}
    async with reading(seeds) as reader:
        select(reader)
        listed = {entry.id for entry in palette_entries(reader.reading)}
        assert everywhere - listed == {"palette", "escape"}


async def test_a_document_is_read_marked_and_left_with_arrows_and_function_keys(
    seeds: Path,
) -> None:
    async with reading(seeds) as reader:
        await reader.press("down", "down", "shift+right", "ctrl+right", "f5", "1")
        await reader.until(lambda: len(reader.marks()) == 1)
        assert len(reader.marks()[0]["exact"].split()) == 2
        await reader.press("shift+down", "f5", "2")
        await reader.until(lambda: len(reader.marks()) == 2)
        await reader.press("up", "f2")
        await reader.until_typing()
        await reader.press("1", "enter")
        await reader.until(lambda: len(reader.marks()) == 3)
        await reader.press("ctrl+end", "ctrl+home", "ctrl+right", "delete")
        await reader.until(lambda: len(reader.marks()) == 2)
        await reader.press("/", "2", "0", "2", "4", "enter", "f3")
        await reader.until("2024")
        await reader.enter("quit", "f9", "down", "enter", "backspace", "f10")
        await reader.until(lambda: reader.app._exit)
