"""Taking back what was done in documents that may be gone by now."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from at_the_screen import AUTHOR, reading

from annotations.history import History
from annotations.model import Change, mark
from annotations.store import Store
from annotations.undo_file import save_history
from documents.document import Document
from documents.workspace import open_workspace
from tui.handlers import marking
from tui.reading import many_changes
from tui.session import Session

DOCUMENTS = ("call.txt", "message.txt")


def mark_both(seeds: Path) -> None:
    """Marks two documents in one step, which is kept for undo; their texts are not."""
    workspace = open_workspace([seeds]).workspace
    store, changes = Store(workspace), []
    for path in DOCUMENTS:
        document = workspace.read(path)
        change = Change(None, mark(document.text, 0, 10))
        store.apply(AUTHOR, document, [change])
        changes.append((path, change))
    history = History()
    history.record("tag claim", changes)
    save_history(workspace.root, AUTHOR, history)
    shutil.rmtree(seeds / "annotations" / ".texts")


async def test_a_step_is_taken_back_only_where_all_of_it_can_be_saved(seeds: Path) -> None:
    mark_both(seeds)
    away = (seeds / "call.txt").rename(seeds.parent / "call.txt")
    async with reading(seeds, "message.txt") as reader:
        await reader.press("u")
        await reader.until("Not undone")
        await reader.saved()
        assert [len(reader.marks(path)) for path in DOCUMENTS] == [1, 1]
        assert len(reader.reading.session.annotations("message.txt")) == 1
        away.rename(seeds / "call.txt")
        await reader.press("u")
        await reader.until(lambda: not any(reader.marks(path) for path in DOCUMENTS))
        await reader.press("ctrl+r")
        await reader.until(lambda: all(reader.marks(path) for path in DOCUMENTS))


@pytest.fixture
def reads_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Has two documents be many, and their texts read only when it is let go."""
    let_go, read = Event(), many_changes.text_for

    def slow(session: Session, path: str) -> Document:
        assert let_go.wait(60)
        return read(session, path)

    monkeypatch.setattr(marking, "MANY_FILES", 2)
    monkeypatch.setattr(many_changes, "text_for", slow)
    yield let_go
    let_go.set()


async def test_while_the_texts_of_a_large_step_are_read_the_screen_goes_on(
    seeds: Path, reads_on: Event
) -> None:
    mark_both(seeds)
    async with reading(seeds, "message.txt") as reader:
        await reader.press("u")
        await reader.until("Reading 2 documents for it")
        await reader.press("j")
        assert reader.sees("s 1/")
        reads_on.set()
        await reader.until(lambda: not any(reader.marks(path) for path in DOCUMENTS))
        await reader.until("s 2/")


async def test_escape_leaves_a_large_step_as_it_is(seeds: Path, reads_on: Event) -> None:
    mark_both(seeds)
    async with reading(seeds, "message.txt") as reader:
        await reader.press("u")
        await reader.until("Reading 2 documents for it")
        await reader.press("escape")
        await reader.until("Not undone")
        reads_on.set()
        await reader.saved()
        assert all(reader.marks(path) for path in DOCUMENTS)
        await reader.press("u")
        await reader.until(lambda: not any(reader.marks(path) for path in DOCUMENTS))


async def test_a_deletion_taken_back_finds_its_passage_in_the_text_as_it_is_now(
    seeds: Path,
) -> None:
    document, claim = seeds / "message.txt", "It wants stability soon, and an old friendship kept."
    before = f"One sentence comes first.\n\n{claim} Another follows it.\n\n" + "More. " * 30
    document.write_text(before, encoding="utf-8", newline="")
    async with reading(seeds, "message.txt") as reader:
        await reader.go("It wants")
        await reader.press("t", "c")
        await reader.saved()
        await reader.press("x", "x")
        await reader.until(lambda: not reader.marks("message.txt"))
        await reader.go("One sentence")
        await reader.press("t", "d")
        await reader.saved()
        reworded = claim.replace("wants", "wants no")
        after = "Something quite new stands in front.\n\n" + before.replace(claim, reworded)
        document.write_text(after, encoding="utf-8", newline="")
        await reader.until("Something quite new")
        await reader.press("u")
        await reader.until(lambda: not reader.marks("message.txt"))
        await reader.press("u")
        await reader.until(lambda: len(reader.marks("message.txt")) == 1)
        await reader.saved()
        [mark] = reader.marks("message.txt")
        assert (mark["exact"], "text" in mark) == (claim, True)
        session = reader.reading.session
        await reader.until(lambda: session.annotations("message.txt")[0].start is not None)
        [placed] = session.annotations("message.txt")
        assert after[placed.start : placed.end] == reworded


async def test_a_step_taken_back_on_the_same_text_leaves_the_file_as_it_was(seeds: Path) -> None:
    async with reading(seeds, "call.txt") as reader:
        await reader.press("t", "c")
        await reader.saved()
        [before] = reader.marks()
        await reader.press("x", "x")
        await reader.until(lambda: not reader.marks())
        await reader.press("u")
        await reader.until(lambda: len(reader.marks()) == 1)
        [after] = reader.marks()
        assert {**after, "modified": None} == {**before, "modified": None}
