"""What is typed into lines and notes, and where the terminal's own cursor stands meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, reading
from textual import events
from textual.widgets import Input

PERSIAN = "می\u200cخواهم"
FAMILY = "👨\u200d👩\u200d👧"


def at_cursor(reader: Reader) -> str:
    """What stands at the terminal's cursor and right of it."""
    x, y = reader.app.cursor_position
    return reader.screen[y][x:]


def typed(reader: Reader, words: str) -> None:
    """Types the characters as a terminal's keyboard sends them."""
    assert reader.app.focused is not None
    for character in words:
        reader.app.focused.post_message(events.Key("a_key", character))


@pytest.mark.parametrize(("key", "beside"), [("/", "/"), ("f2", ""), ("ctrl+f", ""), ("f10", "")])
async def test_the_cursor_stands_in_an_empty_line(seeds: Path, key: str, beside: str) -> None:
    async with reading(seeds) as reader:
        await reader.press(key)
        await reader.until_typing()
        focused = reader.app.focused
        assert focused is not None
        await reader.until(lambda: focused.content_region.contains(*reader.app.cursor_position))
        x, y = reader.app.cursor_position
        assert reader.screen[y][:x].strip() == beside


async def test_the_cursor_goes_to_the_command_that_is_chosen_and_back(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("f10", "down", "down")
        await reader.until(lambda: "▸ " + at_cursor(reader) in "\n".join(reader.screen))
        await reader.press("p")
        focused = reader.app.focused
        assert focused is not None
        await reader.until(lambda: focused.region.contains(*reader.app.cursor_position))


async def test_the_cursor_goes_to_the_result_that_is_chosen(seeds: Path) -> None:
    async with reading(seeds, indexed=True) as reader:
        await reader.press("ctrl+f")
        await reader.until_typing()
        await reader.type("putin")
        await reader.until("hits in")
        for key in ("down", "tab", "down"):
            await reader.press(key)
            await reader.until(lambda: "▸ " + at_cursor(reader) in "\n".join(reader.screen))


async def test_the_cursor_is_on_the_first_row_of_the_help(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("f1")
        await reader.until(lambda: reader.app.cursor_position == (2, 1))
        assert at_cursor(reader).strip()


async def test_the_cursor_is_on_the_words_of_an_empty_review(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("r")
        await reader.until(lambda: at_cursor(reader).startswith("No claims yet"))


@pytest.mark.parametrize("words", [PERSIAN, FAMILY])
async def test_joiners_are_typed_into_a_note(seeds: Path, words: str) -> None:
    async with reading(seeds) as reader:
        await reader.press("f2")
        await reader.until_typing()
        typed(reader, words)
        await reader.press("enter")
        await reader.saved()
        assert [one["note"] for one in reader.marks()] == [words]


@pytest.mark.parametrize("words", [PERSIAN, FAMILY])
async def test_joiners_are_typed_into_a_line(seeds: Path, words: str) -> None:
    async with reading(seeds) as reader:
        await reader.press("/")
        await reader.until_typing()
        line = reader.app.focused
        assert isinstance(line, Input)
        typed(reader, words)
        await reader.until(lambda: line.value == words)


@pytest.mark.parametrize("key", ["/", "ctrl+f"])
async def test_words_are_cut_and_put_back_as_in_a_shell(seeds: Path, key: str) -> None:
    async with reading(seeds) as reader:
        await reader.press(key)
        await reader.until_typing()
        line = reader.app.focused
        assert isinstance(line, Input)
        await reader.type("alpha beta gamma")
        for keys, value in (
            (["ctrl+left", "ctrl+left", "alt+d"], "alpha  gamma"),
            (["ctrl+y"], "alpha beta gamma"),
            (["ctrl+u"], " gamma"),
            (["alt+d"], ""),
            (["ctrl+y", "ctrl+y"], " gamma gamma"),
            (["home", "ctrl+k", "ctrl+y"], " gamma gamma"),
            (["ctrl+w", "ctrl+u", "ctrl+u", "ctrl+y"], " gamma "),
        ):
            await reader.press(*keys)
            await reader.until(lambda value=value: line.value == value)


async def test_a_letter_with_alt_types_nothing(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("ctrl+f")
        await reader.until_typing()
        line = reader.app.focused
        assert isinstance(line, Input)
        await reader.type("call")
        for letter in "ux1":
            line.post_message(events.Key(f"alt+{letter}", letter))
        await reader.type("s")
        assert line.value == "calls"
