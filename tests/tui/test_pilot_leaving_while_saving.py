"""Leaving while much is still being saved: waited for, told, and not asked about without need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from at_the_screen import AUTHOR, Reader, reading

from annotations.store import Store
from annotations.undo_file import load_history
from tui.handlers import program
from tui.reading import editing, leaving, status
from tui.reading.elsewhere import not_saved
from tui.saving import SaveState

LONG = 60


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A disk that writes nothing until it is let go, and a reader who is told so at once."""
    let_go = Event()

    def slowed(write: Callable[..., Any]) -> Callable[..., Any]:
        def slow(*arguments: Any) -> Any:
            assert let_go.wait(LONG)
            return write(*arguments)

        return slow

    for name in ("apply", "apply_together"):
        monkeypatch.setattr(Store, name, slowed(getattr(Store, name)))
    monkeypatch.setattr(program, "_AT_ONCE", 0.01)
    monkeypatch.setattr(leaving, "_STEP", 0.01)
    yield let_go
    let_go.set()


def left(reader: Reader) -> bool:
    return reader.app.return_value is not None


async def begin_to_leave(reader: Reader) -> None:
    await reader.press("t", "c", "q")
    await reader.until("Saving, 1 file to go, then Sidelight ends")


async def test_it_is_waited_for_and_then_left(seeds: Path, disk: Event) -> None:
    async with reading(seeds) as reader:
        await begin_to_leave(reader)
        assert not left(reader)
        assert not reader.sees("(yes/no)")
        disk.set()
        await reader.until(lambda: left(reader))
        assert len(reader.marks()) == 1
    assert reader.app.return_value == 0


async def test_other_keys_do_nothing_meanwhile(seeds: Path, disk: Event) -> None:
    async with reading(seeds) as reader:
        await begin_to_leave(reader)
        await reader.press("x", "x", "j", "e", "enter")
        disk.set()
        await reader.until(lambda: left(reader))
        assert [one["tags"] for one in reader.marks()] == [["claim"]]


async def test_escape_stays(seeds: Path, disk: Event) -> None:
    async with reading(seeds) as reader:
        await begin_to_leave(reader)
        await reader.press("escape")
        await reader.until("Not left; saving goes on")
        disk.set()
        await reader.saved()
        await reader.press("j")
        await reader.until("s 2/")
        assert not left(reader)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_the_same_key_again_asks(seeds: Path, disk: Event, key: str) -> None:
    async with reading(seeds) as reader:
        await begin_to_leave(reader)
        await reader.press(key)
        await reader.until("Not all is saved yet! Quit and lose the rest? (yes/no)")
        await reader.until("1 file to go")
        disk.set()
        await reader.until("all is saved now: nothing is lost")
        await reader.type("no")
        await reader.press("enter")
        await reader.until("Not left")
        assert not left(reader)


async def test_what_could_not_be_saved_by_then_is_asked_about(seeds: Path, disk: Event) -> None:
    async with reading(seeds) as reader:
        await begin_to_leave(reader)
        damaged = seeds / "annotations" / AUTHOR / "call.txt.toml"
        damaged.parent.mkdir(parents=True, exist_ok=True)
        damaged.write_text("[document\n", encoding="utf-8")
        disk.set()
        await reader.until("1 unsaved! Quit and lose them?")
        await reader.press("escape")
        damaged.unlink()


async def test_leaving_all_the_same_keeps_the_step_for_undo(seeds: Path, disk: Event) -> None:
    async with reading(seeds) as reader:
        await begin_to_leave(reader)
        await reader.press("q")
        await reader.until("Quit and lose the rest?")
        await reader.type("yes")
        await reader.press("enter")
        await reader.until(lambda: left(reader))
        assert reader.reading.desk.close(0.01).unsaved == 1
        assert load_history(seeds, AUTHOR).next_undo == "tag claim"
        disk.set()
    assert reader.app.return_value == 1


def test_what_is_printed_at_the_end_says_why() -> None:
    assert not_saved(SaveState(2, "disk full")) == "2 changes are not saved: disk full"
    assert not_saved(SaveState(1)).partition(": ")[2]


async def test_of_many_files_it_is_told_how_many_are_left_and_when_all_are_saved(
    seeds: Path, disk: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (status, editing):
        monkeypatch.setattr(module, "MANY_FILES", 2)
    async with reading(seeds) as reader:
        await reader.search("Bogdanov ")
        await reader.until("in 3 documents")
        await reader.enter("claim", "tab", "+")
        await reader.until("(yes/no)")
        await reader.press("y", "enter")
        await reader.until("saving 3 files…")
        disk.set()
        await reader.until("All is saved now")
        await reader.saved()
