"""Taking back what was done in documents that may be gone by now."""

from __future__ import annotations

import shutil
from pathlib import Path

from at_the_screen import AUTHOR, reading

from annotations.history import History
from annotations.model import Change, mark
from annotations.store import Store
from annotations.undo_file import save_history
from documents.workspace import open_workspace

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
    (seeds / "call.txt").rename(seeds / "call.txt.away")
    async with reading(seeds, "message.txt") as reader:
        await reader.press("u")
        await reader.until("Not undone")
        await reader.saved()
        assert [len(reader.marks(path)) for path in DOCUMENTS] == [1, 1]
        assert len(reader.reading.session.annotations("message.txt")) == 1
        (seeds / "call.txt.away").rename(seeds / "call.txt")
        await reader.press("u")
        await reader.until(lambda: not any(reader.marks(path) for path in DOCUMENTS))
        await reader.press("ctrl+r")
        await reader.until(lambda: all(reader.marks(path) for path in DOCUMENTS))
