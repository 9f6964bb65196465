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
