"""Keys that are typed faster than what they open can open: each counts, in the order typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from at_the_screen import Reader, reading
from textual.events import Paste
from textual.widgets import Input, TextArea

from tui.reading import background
from tui.reading.all_hits import AllHits

WORD = "quickbrownfoxjumpsoverthelazydog"
"""Most of its letters are commands where text is read; the first one leaves."""

OPENING = {
    "search": ["ctrl+f"],
    "palette": ["f10"],
    "find": ["/"],
    "find backwards": ["?"],
    "find by name": ["f10", *"find in this", "enter"],
    "tags": ["T"],
    "tags after a panel was closed": ["c", "escape", "T"],
    "note": ["e"],
    "note on the text": ["W"],
    "note after a mark was made": ["t", "c", "e"],
    "filter of the library": ["o", "/"],
    "filter of all annotations": ["A", "/"],
    "filter of the help": ["f1", "/"],
    "find after the help": ["f1", "escape", "/"],
    "tag for all shown": ["t", "c", "A", "+"],
    "name of a search to save": ["ctrl+f", *"call ", "ctrl+s"],
}


def written(reader: Reader) -> str:
    """What stands where the reader types."""
    focused = reader.app.focused
    if isinstance(focused, TextArea):
        return focused.text
    return focused.value if isinstance(focused, Input) else ""


@pytest.mark.parametrize("turns", [0, 1, 2, 5, 13])
@pytest.mark.parametrize("opening", OPENING.values(), ids=OPENING)
async def test_what_is_typed_while_a_line_opens_stands_in_it(
    seeds: Path, opening: list[str], turns: int
) -> None:
    async with reading(seeds) as reader:
        await reader.type_ahead(*opening, *WORD, turns=turns)
        await reader.until(lambda: written(reader) == WORD)


@pytest.mark.parametrize("turns", range(8))
async def test_a_key_that_takes_back_takes_back_what_was_typed_before_it(
    seeds: Path, turns: int
) -> None:
    async with reading(seeds) as reader:
        keys = ["/", *"poet", "backspace", "backspace", *"rx", "left", "delete", "t"]
        await reader.type_ahead(*keys, turns=turns)
        await reader.until(lambda: written(reader) == "port")


async def test_what_is_pasted_while_a_line_opens_stands_between_what_is_typed(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.type_ahead("ctrl+f", *"call ")
        reader.app.post_message(Paste("and message"))
        await reader.type_ahead(*" twice")
        await reader.until(lambda: written(reader) == "call and message twice")


async def test_all_shown_are_tagged_and_deleted_by_what_is_typed_at_once(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.type_ahead("t", "c", "j", "t", "c", "A", "+", *"checked", "enter")
        await reader.until(
            lambda: [one["tags"] for one in reader.marks()] == [["claim", "checked"]] * 2
        )
        await reader.type_ahead("!", *"yes", "enter")
        await reader.until(lambda: not reader.marks())


async def test_all_hits_are_tagged_by_what_is_typed_at_once(seeds: Path) -> None:
    async with reading(seeds, indexed=True) as reader:
        await reader.type_ahead("ctrl+f", *"Baniyas ")
        await reader.until("1 hit in 1 document")
        await reader.type_ahead("tab", "+", *"checked", "enter", *"yes", "enter")
        await reader.until("Tagged checked: 1 sentence")


@pytest.fixture
def reads_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Has few of the hits listed, and the others read only when it is let go."""
    let_go, work = Event(), AllHits._work
    monkeypatch.setattr(background, "_SENTENCES_SHOWN", 2)

    def slow(hits: AllHits, *arguments: Any) -> None:
        assert let_go.wait(60)
        work(hits, *arguments)

    monkeypatch.setattr(AllHits, "_work", slow)
    yield let_go
    let_go.set()


async def test_what_is_typed_while_all_hits_are_read_is_for_the_tag(
    seeds: Path, reads_on: Event
) -> None:
    async with reading(seeds) as reader:
        await reader.search("Bogdanov ")
        await reader.until("first 2 shown")
        await reader.press("tab", "+")
        await reader.until("Reading all that was found")
        await reader.press(*"checked", "enter", *"yes", "enter")
        reads_on.set()
        await reader.until("Tagged checked: 5 sentences in 3 documents")
        await reader.saved()


async def test_escape_ends_the_reading_of_all_hits_and_what_was_typed_for_it(
    seeds: Path, reads_on: Event
) -> None:
    async with reading(seeds) as reader:
        await reader.search("Bogdanov ")
        await reader.until("first 2 shown")
        await reader.press("tab", "+")
        await reader.until("Reading all that was found")
        await reader.press(*"cec", "escape")
        await reader.until("Nothing tagged")
        reads_on.set()
        await reader.press("escape", "j")
        await reader.until("s 2/")
        assert reader.reading.panel is None


async def test_a_file_is_replaced_where_the_answer_was_typed_before_it_was_asked_for(
    seeds: Path, tmp_path: Path
) -> None:
    file = tmp_path / "marks.csv"
    file.write_text("old", encoding="utf-8")
    async with reading(seeds) as reader:
        await reader.type_ahead("t", "c", "E", *str(file), "enter", *"yes", "enter")
        await reader.until("1 annotation written")
    assert "claim" in file.read_text(encoding="utf-8")


async def test_what_is_typed_behind_the_end_of_a_line_is_for_the_text(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.type_ahead("/", *"Putin", "enter", *"12G", "e", *"here", "enter", *"3G")
        await reader.until(lambda: [one["note"] for one in reader.marks()] == ["here"])
        await reader.until("s 3/24")
        await reader.press("1", "2", "G")
        await reader.until(lambda: reader.sentence == reader.marks()[0]["exact"])


async def test_nothing_is_done_with_keys_behind_the_one_that_leaves(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c")
        await reader.until(lambda: len(reader.marks()) == 1)
        await reader.type_ahead("q", "x", "x")
        await reader.until(lambda: reader.app.return_code is not None)
    assert [one["tags"] for one in reader.marks()] == [["claim"]]
