"""Marks of a document that was renamed and edited in one step: offered until they are settled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from at_the_screen import AUTHOR, Reader, reading

from annotations.collection import collect
from annotations.model import Change, mark
from annotations.store import Store
from documents.workspace import Workspace, open_workspace

CALL, LETTER, MESSAGE = "call.txt", "anruf.txt", "message.txt"
QUOTES = (
    "Vladimir Putin telephoned Ahmad al-Sharaa on Wednesday",
    "A question of harbours",
    "agriculture",
)


def workspace_at(root: Path) -> Workspace:
    return open_workspace([root]).workspace


def found(root: Path) -> list[tuple[str, str]]:
    """The marks that a program which starts now finds, with what became of them."""
    workspace = workspace_at(root)
    everything = collect(workspace, Store(workspace)).annotations
    return sorted((one.document, str(one.anchor)) for one in everything)


def here(reader: Reader) -> list[tuple[str, str]]:
    """The same, as the screen has it."""
    everything = reader.reading.session.everything()
    return sorted((one.document, str(one.anchor)) for one in everything)


def add(root: Path, *quotes: str) -> None:
    workspace = workspace_at(root)
    document = workspace.read(CALL)
    for quote in quotes:
        at = document.text.index(quote)
        one = mark(document.text, at, at + len(quote), tags=("quote",))
        Store(workspace).apply(AUTHOR, document, [Change(None, one)])


def renamed_and_edited(root: Path) -> None:
    """In one step, as whoever saves it under another name does it."""
    text = (root / CALL).read_text(encoding="utf-8")
    (root / LETTER).write_text(text.replace("telephoned", "rang"), encoding="utf-8")
    (root / CALL).unlink()


def looked(reader: Reader, condition: Callable[[], object]) -> Callable[[], object]:
    """The condition, once the program has looked at the disk again."""

    def held() -> object:
        reader.reading.background.look()
        return condition()

    return held


OFFERED = [(LETTER, "review")] * 3

STEPS = {
    "keep": ["a"],
    "keep the second": ["j", "a"],
    "delete": ["x", "x"],
    "move": ["m", "j", "enter"],
    "tag": ["tab", "t", "f", "R"],
    "two": ["a", "x", "x"],
}


@pytest.mark.parametrize("keys", STEPS.values(), ids=STEPS)
async def test_a_step_taken_back_leaves_every_mark_offered(seeds: Path, keys: list[str]) -> None:
    add(seeds, *QUOTES)
    renamed_and_edited(seeds)
    assert found(seeds) == OFFERED
    async with reading(seeds, LETTER, indexed=True) as reader:
        await reader.until("3 to look at")
        await reader.press("R")
        for key in keys:
            await reader.press(key)
            await reader.saved()
        await reader.until(lambda: here(reader) != OFFERED or "t" in keys)
        steps = 2 if keys == STEPS["two"] else 1
        for way in ("u", "ctrl+r", "u"):
            for _ in range(steps):
                await reader.press(way)
                await reader.saved()
        await reader.until(lambda: here(reader) == OFFERED)
        await reader.until("3 to look at")
    assert found(seeds) == OFFERED
    async with reading(seeds, LETTER, indexed=True) as reader:
        await reader.until("3 to look at")
        assert here(reader) == OFFERED


async def test_one_moved_to_a_third_document_is_offered_again_where_it_was(seeds: Path) -> None:
    add(seeds, *QUOTES)
    renamed_and_edited(seeds)
    assert found(seeds) == OFFERED
    async with reading(seeds, LETTER, MESSAGE, indexed=True) as reader:
        await reader.until("3 to look at")
        await reader.press("R")
        await reader.until("was ")
        await reader.press("m", "tab", "j", "enter")
        await reader.until(lambda: len(reader.marks(MESSAGE)) == 1)
        await reader.saved()
        for way in ("u", "ctrl+r", "u"):
            await reader.press(way)
            await reader.saved()
        await reader.until(lambda: here(reader) == OFFERED)
    assert found(seeds) == OFFERED


async def test_while_it_is_read_the_text_says_that_it_is_gone(seeds: Path) -> None:
    add(seeds, *QUOTES)
    async with reading(seeds, CALL, indexed=True) as reader:
        renamed_and_edited(seeds)
        await reader.until(looked(reader, lambda: reader.sees("3 to look at")))
        await reader.until("call.txt  ·  gone; now anruf.txt?")
        await reader.go("A question of harbours")
        await reader.press("j", "t", "q")
        await reader.until("Tagged question; call.txt is gone, and it is offered in anruf.txt")
        await reader.saved()
        await reader.until("4 to look at")
        await reader.until(lambda: here(reader) == [*OFFERED, OFFERED[0]])
        assert found(seeds) == here(reader)
        await reader.press("u")
        await reader.until(lambda: here(reader) == OFFERED)
        await reader.saved()
    assert found(seeds) == OFFERED
