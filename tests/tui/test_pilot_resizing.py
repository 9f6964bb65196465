"""Changing what an annotation marks, choosing one of several, and notes on a whole document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomli
from at_the_screen import AUTHOR, Reader, add_as, reading


def tables(reader: Reader, document: str = "call.txt") -> list[dict[str, Any]]:
    """What stands in the reader's file, notes without a place among it."""
    file = reader.root / "annotations" / AUTHOR / f"{document}.toml"
    if not file.exists():
        return []
    return list(tomli.loads(file.read_text(encoding="utf-8")).get("annotation", {}).values())


async def test_a_mark_is_made_shorter_and_longer_by_words(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("j", "t", "c")
        await reader.until(reader.marks)
        whole = reader.marks()[0]["exact"]
        await reader.press("S")
        await reader.until(lambda: reader.selected == whole)
        await reader.press("h", "h")
        shorter = reader.selected
        assert whole.startswith(shorter)
        assert len(shorter) < len(whole)
        await reader.press("enter")
        await reader.until(lambda: [one["exact"] for one in reader.marks()] == [shorter])
        (now,) = reader.marks()
        text = (seeds / "call.txt").read_bytes().decode("utf-8")
        assert text[now["start"] : now["end"]] == shorter
        assert (now["tags"], now["status"]) == (["claim"], "open")
        await reader.press("u")
        await reader.until(lambda: [one["exact"] for one in reader.marks()] == [whole])


async def test_a_mark_grows_over_a_paragraph_and_takes_a_tag_in_one_step(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("j", "t", "c", "S", "j", "j", "j")
        longer = reader.selected
        assert "\n\n" in longer
        await reader.press("t", "d")
        await reader.until(lambda: [one["tags"] for one in reader.marks()] == [["claim", "doubt"]])
        assert reader.marks()[0]["exact"] == longer
        await reader.press("u")
        await reader.until(lambda: [one["tags"] for one in reader.marks()] == [["claim"]])
        assert reader.marks()[0]["exact"] in longer
        assert reader.marks()[0]["exact"] != longer


async def test_a_mark_left_alone_stays(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "S", "h", "escape")
        await reader.saved()
        assert reader.marks()[0]["exact"] == reader.sentence
        await reader.press("v", "enter")
        await reader.until("Nothing is being changed")
        await reader.press("escape", "j", "S")
        await reader.until("No annotation here")


async def test_several_sentences_across_paragraphs_are_one_annotation(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("j", "V", "}", "}", "j")
        words = reader.selected
        assert words.count("\n\n") >= 1
        await reader.press("t", "u")
        await reader.until(lambda: [one["exact"] for one in reader.marks()] == [words])


async def test_the_keys_act_on_the_chosen_one_of_several(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "v", "l", "t", "n")
        await reader.until(lambda: len(reader.marks()) == 2)
        await reader.until("1 of 2")
        await reader.press("a")
        await reader.until("2 of 2")
        await reader.press("t", "d")
        await reader.until(
            lambda: sorted(one["tags"] for one in reader.marks()) == [["claim"], ["name", "doubt"]]
        )
        await reader.press("x")
        await reader.until(lambda: [one["tags"] for one in reader.marks()] == [["claim"]])
        await reader.press("a")
        await reader.until("the only annotation here")


async def test_what_is_somebody_elses_is_not_changed(seeds: Path) -> None:
    add_as("ana", seeds, "Putin and al-Sharaa", "claim")
    async with reading(seeds) as reader:
        await reader.press("S")
        await reader.until("ana’s")
        await reader.press("t", "c", "a")
        await reader.until("2 of 2")
        await reader.press("x")
        await reader.saved()
        await reader.press("a", "x")
        await reader.until(lambda: not reader.marks())
        theirs = seeds / "annotations" / "ana" / "call.txt.toml"
        assert "[annotation." in theirs.read_text("utf-8")


async def test_a_note_on_the_whole_text_is_made_shown_edited_and_removed(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("never mentions prisoners", "W")
        await reader.until(lambda: [one["note"] for one in tables(reader)] != [])
        (note,) = tables(reader)
        assert note["note"] == "never mentions prisoners"
        assert not {"start", "end", "exact"} & note.keys()
        assert "• never mentions pris" in reader.screen[0]
        await reader.press("j")
        await reader.until("on the whole text  ▎note  never mentions prisoners")
        await reader.enter(", or bases", "W")
        await reader.until("never mentions prisoners, or bases")
        await reader.press("W")
        await reader.until_typing()
        await reader.press("ctrl+u", "enter")
        await reader.until(lambda: tables(reader) == [])
        await reader.press("u", "j")
        await reader.until("never mentions prisoners, or bases")


async def test_while_a_span_is_changed_the_keys_say_how_to_end(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        await reader.press("t", "c", "S", "h")
        await reader.until("enter take")
        assert reader.sees("RESIZE")
        await reader.press("t", "d")
        await reader.until("Now marked, tagged doubt: ")
        await reader.until(lambda: reader.sees("READ "))


async def test_the_tray_keeps_to_the_mark_that_is_resized(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "v", "l", "t", "q", "escape", "v", "l", "l", "t", "d")
        await reader.until(lambda: len(reader.marks()) == 3)
        await reader.press("escape", "S")
        await reader.until("Select what it is to mark")
        view = reader.pane.view
        assert view is not None
        assert view.selection is not None
        of = view.selection.of
        for key in ("l", "l", "h", "h", "h"):
            await reader.press(key)
            assert [one.annotation.id for one in reader.reading.editing.standing().here] == [of]


async def test_a_span_that_is_being_changed_goes_along_with_the_text(seeds: Path) -> None:
    file = seeds / "call.txt"
    text = file.read_bytes().decode()
    async with reading(seeds) as reader:
        await reader.go("A question of harbours")
        await reader.press("t", "c", "S", "h")
        shorter = reader.selected
        assert shorter == "A question of"
        await reader.saved()
        file.write_text(f"Put in front.\n\n{text}", encoding="utf-8", newline="")
        await reader.until("what was selected still is")
        assert reader.selected == shorter
        assert reader.sees("RESIZE")
        await reader.press("enter")
        await reader.until(lambda: [one["exact"] for one in reader.marks()] == [shorter])
        (now,) = reader.marks()
        await reader.saved()
        assert file.read_bytes().decode()[now["start"] : now["end"]] == shorter
        await reader.press("u")
        whole = "A question of harbours"
        await reader.until(lambda: [one["exact"] for one in reader.marks()] == [whole])


async def test_a_span_whose_words_are_taken_out_of_the_text_is_told_to_be_dropped(
    seeds: Path,
) -> None:
    file = seeds / "call.txt"
    text = file.read_bytes().decode()
    async with reading(seeds) as reader:
        await reader.go("A question of harbours")
        await reader.press("t", "c", "S", "h")
        await reader.saved()
        cut = text.replace("A question of harbours\n\n", "")
        assert cut != text
        file.write_text(cut, encoding="utf-8", newline="")
        await reader.until("what was selected is not there any more")
        await reader.until("READ ")
        assert [one["exact"] for one in reader.marks()] == ["A question of harbours"]


async def test_what_is_selected_stays_so_when_the_document_is_renamed(seeds: Path) -> None:
    async with reading(seeds, "call.txt", indexed=True) as reader:
        await reader.go("A question of harbours")
        await reader.press("v", "l", "l")
        words = reader.selected
        (seeds / "call.txt").rename(seeds / "talk.txt")
        await reader.until("was renamed")
        assert reader.selected == words
