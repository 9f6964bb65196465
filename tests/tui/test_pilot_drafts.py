"""A note that is being written outlasts a program that is killed, and is offered the next time."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import AUTHOR, Reader, add_as, reading

from annotations.drafts import Draft, Subject, left_drafts, write_draft
from tui.widgets import note_editor

PATH = "call.txt"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_editor, "_WRITE_AFTER", 0.01)


def left(seeds: Path) -> list[str]:
    return [draft.words for draft in left_drafts(seeds, AUTHOR)]


def leave(seeds: Path, first: str, last: str, words: str, annotation: str = "") -> None:
    """Another start of the program was killed while this was written on a passage."""
    text = (seeds / PATH).read_text(encoding="utf-8")
    start = text.index(first)
    end = text.index(last, start) + len(last)
    subject = Subject(PATH, start, end, text[start:end], annotation)
    write_draft(seeds, Draft("999999999-a.json", AUTHOR, subject, words))


def first_sentence(seeds: Path) -> str:
    return (seeds / PATH).read_text(encoding="utf-8").split("\n")[0]


async def write(reader: Reader, words: str) -> None:
    await reader.press("e")
    await reader.until_typing()
    await reader.type(words)


async def test_what_is_written_is_kept_and_gone_when_the_note_is_on_disk(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await write(reader, "who says so")
        await reader.until(lambda: left(seeds) == ["who says so"])
        await reader.press("enter")
        await reader.until(lambda: left(seeds) == [])
        assert [one["note"] for one in reader.marks()] == ["who says so"]


async def test_what_was_given_up_is_not_kept(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await write(reader, "no")
        await reader.until(lambda: left(seeds) == ["no"])
        await reader.press("escape", "escape")
        await reader.until(lambda: left(seeds) == [])
        assert reader.marks() == []


async def test_a_note_that_cannot_be_saved_keeps_its_draft(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        (seeds / "annotations").write_text("in the way")
        await write(reader, "still here")
        await reader.until(lambda: left(seeds) == ["still here"])
        await reader.press("enter")
        await reader.until("NOT SAVED")
        assert left(seeds) == ["still here"]
        (seeds / "annotations").unlink()


async def test_it_is_offered_on_its_passage_and_gone_on_with(seeds: Path) -> None:
    leave(seeds, first_sentence(seeds)[:20], ".", "half a thou")
    async with reading(seeds, PATH) as reader:
        await reader.until("A note was being written here: e goes on with it")
        await reader.press("e")
        await reader.until("half a thou")
        await reader.type("ght")
        await reader.press("enter")
        await reader.until(lambda: [one["note"] for one in reader.marks()] == ["half a thought"])
        await reader.until(lambda: left(seeds) == [])


async def test_it_is_offered_from_elsewhere_and_gone_to(seeds: Path) -> None:
    leave(seeds, "Unconfirmed reports say", "for trial.", "by whom")
    async with reading(seeds, "message.txt") as reader:
        await reader.until("A note was being written in call.txt: ctrl+x r goes on with it")
        await reader.press("ctrl+x", "r")
        await reader.until("by whom")
        assert "Unconfirmed reports" in reader.sentence
        await reader.press("enter")
        await reader.until(lambda: [one["note"] for one in reader.marks()] == ["by whom"])


async def test_it_goes_with_its_words_where_the_text_has_changed(seeds: Path) -> None:
    leave(seeds, "Unconfirmed reports say", "for trial.", "by whom")
    file = seeds / PATH
    file.write_text("A new beginning.\n\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    async with reading(seeds, PATH) as reader:
        await reader.until("ctrl+x r goes on with it")
        await reader.press("ctrl+x", "r")
        await reader.until("by whom")
        assert "Unconfirmed reports" in reader.sentence


async def test_a_note_on_the_whole_text_is_gone_on_with_as_such(seeds: Path) -> None:
    draft = Draft("999999999-a.json", AUTHOR, Subject(PATH), "never mentions the prisoners")
    write_draft(seeds, draft)
    async with reading(seeds, "message.txt") as reader:
        await reader.until("A note was being written in call.txt")
        await reader.press("ctrl+x", "r")
        await reader.until("never mentions the prisoners")
        await reader.press("enter")
        await reader.until("Note on the whole text kept")
        await reader.until(lambda: left(seeds) == [])


async def test_a_reply_is_gone_on_with_as_a_reply(seeds: Path) -> None:
    theirs = add_as("jo", seeds, "Unconfirmed reports say", "claim")
    async with reading(seeds, PATH) as reader:
        await reader.go("Unconfirmed reports")
        await reader.press("p")
        await reader.until_typing()
        await reader.type("by whom")
        await reader.until(lambda: left(seeds) == ["by whom"])
        [draft] = left_drafts(seeds, AUTHOR)
    write_draft(seeds, draft._replace(name="999999999-a.json"))
    async with reading(seeds, PATH) as reader:
        await reader.until("ctrl+x r goes on with it")
        await reader.press("ctrl+x", "r")
        await reader.until("by whom")
        await reader.press("enter")
        await reader.until(lambda: [one.get("reply_to") for one in reader.marks()] == [theirs])
        await reader.until(lambda: "999999999-a.json" not in drafts_kept(seeds))


def drafts_kept(seeds: Path) -> list[str]:
    return [draft.name for draft in left_drafts(seeds, AUTHOR)]


async def test_nothing_is_offered_where_the_note_was_kept_after_all(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await write(reader, "kept")
        await reader.press("enter")
        await reader.saved()
    leave(seeds, first_sentence(seeds)[:20], ".", "kept")
    async with reading(seeds, PATH) as reader:
        await reader.until(lambda: left(seeds) == [])
        await reader.press("ctrl+x", "r")
        await reader.until("No note was left half written")
