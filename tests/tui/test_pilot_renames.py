"""A document that is renamed while it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, reading

from annotations.collection import collect
from annotations.model import PlacedAnnotation
from annotations.store import Store
from documents.workspace import open_workspace
from tui.reading.bars import Bars
from tui.reading.renames import Absences

OLD, NEW = "call.txt", "call of 2025.txt"


def shown(reader: Reader) -> str:
    assert reader.pane.document is not None
    return reader.pane.document.path


async def renamed_with_a_mark(reader: Reader, words: str, *keys: str) -> None:
    """The document has another name once the sentence with these words was marked by keys."""
    await reader.go(words)
    await reader.press(*keys)
    await reader.saved()
    (reader.root / OLD).rename(reader.root / NEW)
    await reader.until(lambda: shown(reader) == NEW)


async def test_it_is_shown_under_its_new_name_with_its_marks(seeds: Path) -> None:
    async with reading(seeds, OLD, indexed=True) as reader:
        await renamed_with_a_mark(reader, "A question of harbours", "t", "c")
        assert "A question of harbours" in reader.sentence
        await reader.until(lambda: len(reader.reading.editing.here()) == 1)
        await reader.press("j", "t", "d")
        await reader.until(lambda: len(reader.marks(NEW)) == 1)
        await reader.press("u")
        await reader.until("Undone: ")
        await reader.until(lambda: not reader.marks(NEW))
        await reader.press("u")
        await reader.until(lambda: not reader.marks(OLD))
        assert not reader.reading.session.everything()


async def test_the_marks_that_went_along_are_not_said_to_be_deleted(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    say = Bars.say

    def heard(bars: Bars, words: str, kind: str) -> None:
        said.append(str(words))
        say(bars, words, kind)

    monkeypatch.setattr(Bars, "say", heard)
    async with reading(seeds, OLD, indexed=True) as reader:
        await reader.press("t", "c")
        await reader.saved()
        (seeds / OLD).rename(seeds / NEW)
        await reader.press("j", "t", "d")
        await reader.until(lambda: shown(reader) == NEW)
        await reader.press("u")
        await reader.until(lambda: len(reader.reading.session.everything()) == 1)
        await reader.saved()
        assert any(NEW in words for words in said)
        assert not any("deleted" in words for words in said)


async def test_one_that_is_gone_is_told_and_stays_as_it_was_read(seeds: Path) -> None:
    async with reading(seeds, OLD, indexed=True) as reader:
        (seeds / OLD).unlink()
        await reader.until("call.txt is gone from the disk")
        assert shown(reader) == OLD


async def test_one_with_the_same_text_that_was_there_all_along_is_not_what_it_became(
    seeds: Path,
) -> None:
    (seeds / NEW).write_bytes((seeds / OLD).read_bytes())
    async with reading(seeds, OLD, indexed=True) as reader:
        (seeds / OLD).unlink()
        await reader.until("call.txt is gone from the disk")
        assert shown(reader) == OLD
        assert not reader.sees("renamed")


async def test_one_that_was_copied_to_another_name_and_removed_was_renamed(seeds: Path) -> None:
    async with reading(seeds, OLD, indexed=True) as reader:
        (seeds / NEW).write_bytes((seeds / OLD).read_bytes())
        (seeds / OLD).unlink()
        await reader.until("was renamed")
        assert shown(reader) == NEW


def test_it_is_looked_for_ever_more_seldom_and_not_at_the_first_look() -> None:
    absences = Absences()
    due = [bool(absences.due(["a.txt"])) for _ in range(16)]
    assert [n for n, one in enumerate(due, start=1) if one] == [2, 4, 8, 16]
    assert absences.due([]) == []
    assert absences.due(["a.txt"]) == []


GONE = "it is gone, but"


def there(reader: Reader) -> list[PlacedAnnotation]:
    """The marks on what the document has become."""
    return reader.reading.session.annotations(NEW)


async def test_what_was_renamed_meanwhile_is_told_once(seeds: Path) -> None:
    async with reading(seeds, indexed=True) as reader:
        await reader.press("t", "c")
        await reader.saved()
    (seeds / OLD).rename(seeds / NEW)
    async with reading(seeds, indexed=True) as reader:
        await reader.until(GONE)
        await reader.until(lambda: len(there(reader)) == 1)
        reader.reading.keep_places()
    said: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Bars, "say", lambda bars, words, kind: said.append(str(words)))
        async with reading(seeds, indexed=True) as reader:
            await reader.until(lambda: len(there(reader)) == 1)
            await reader.until(lambda: "history" in vars(reader.reading.session))
        assert not any(GONE in words for words in said)


async def test_steps_from_before_go_through_on_what_the_document_became(seeds: Path) -> None:
    async with reading(seeds, OLD, indexed=True) as reader:
        await reader.press("t", "c", "j", "t", "d")
        await reader.until(lambda: len(reader.marks(OLD)) == 2)
        await reader.press("x", "x")
        await reader.until(lambda: len(reader.marks(OLD)) == 1)
        await reader.saved()
    (seeds / OLD).rename(seeds / NEW)
    async with reading(seeds, NEW, indexed=True) as reader:
        await reader.until(lambda: len(there(reader)) == 1)
        await reader.until(lambda: "history" in vars(reader.reading.session))
        await reader.press("u")
        await reader.until(lambda: len(there(reader)) == 2)
        await reader.press("u", "u")
        await reader.until(lambda: not there(reader))
        await reader.saved()
        assert not reader.reading.session.everything()
    assert not found_on_disk(seeds)


def found_on_disk(root: Path) -> list[str]:
    """The words of all marks that a program which starts now finds."""
    workspace = open_workspace([root]).workspace
    return [one.annotation.exact for one in collect(workspace, Store(workspace)).annotations]


def rewritten(seeds: Path, path: str = NEW) -> None:
    """The document is edited under the name that it has now."""
    text = (seeds / path).read_text(encoding="utf-8")
    assert "telephoned" in text
    (seeds / path).write_text(text.replace("telephoned", "rang"), encoding="utf-8")


def anchors(reader: Reader) -> list[tuple[str, str]]:
    return [(one.document, str(one.anchor)) for one in reader.reading.session.everything()]


async def test_what_is_renamed_and_then_edited_keeps_its_marks_for_review(seeds: Path) -> None:
    async with reading(seeds, OLD, indexed=True) as reader:
        await renamed_with_a_mark(reader, "telephoned", "t", "c")
        await reader.until(lambda: len(there(reader)) == 1)
        rewritten(seeds)
        await reader.until("1 to look at")
        assert anchors(reader) == [(NEW, "review")]
        await reader.press("R")
        await reader.until("[telephoned]")
        await reader.until("{rang}")


async def test_its_steps_are_taken_back_where_the_marks_are_now(seeds: Path) -> None:
    async with reading(seeds, OLD, indexed=True) as reader:
        await renamed_with_a_mark(reader, "telephoned", "t", "c", "s", "1")
        await reader.until(lambda: len(there(reader)) == 1)
        await reader.press("j", "t", "q")
        await reader.until(lambda: len(reader.marks(NEW)) == 1)
        await reader.press("u")
        await reader.until(lambda: not reader.marks(NEW))
        await reader.saved()
    rewritten(seeds)
    async with reading(seeds, NEW, indexed=True) as reader:
        await reader.until("1 to look at")
        await reader.until(lambda: "history" in vars(reader.reading.session))
        await reader.press("u")
        await reader.until(lambda: [one.annotation.status for one in there(reader)] == ["open"])


async def proposed(reader: Reader) -> None:
    """A decided claim is brought to what is only much like its document, and is at the cursor."""
    await renamed_with_a_mark(reader, "telephoned", "t", "c", "s", "1")
    await reader.until(lambda: len(there(reader)) == 1)
    rewritten(reader.root)
    await reader.until("1 to look at")
    await reader.go(" rang ")
    assert anchors(reader) == [(NEW, "review")]


WRITES = {
    "tag": (["t", "f"], "Tagged"),
    "undo": (["u"], "Undone: status supported"),
    "keep and undo": (["R", "a", "u"], "Undone: keep as it reads now"),
    "delete and undo": (["R", "x", "x", "u"], "Undone: delete"),
}


@pytest.mark.parametrize(("keys", "words"), WRITES.values(), ids=WRITES)
async def test_whatever_is_written_a_place_that_is_only_proposed_still_asks(
    seeds: Path, keys: list[str], words: str
) -> None:
    async with reading(seeds, OLD, indexed=True) as reader:
        await proposed(reader)
        for key in keys:
            await reader.press(key)
            await reader.saved()
        await reader.until(words)
        await reader.until(lambda: anchors(reader) == [(NEW, "review")])
        await reader.until("1 to look at")
    async with reading(seeds, NEW, indexed=True) as reader:
        await reader.until(lambda: anchors(reader) == [(NEW, "review")])


async def test_what_was_done_is_told_and_that_the_mark_went_along(seeds: Path) -> None:
    async with reading(seeds, OLD, indexed=True) as reader:
        await proposed(reader)
        await reader.press("u")
        await reader.until(f"{OLD} is gone, and {NEW} is what it became")
        assert reader.sees("Undone: status supported")
