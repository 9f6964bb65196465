"""Leaving: with everything on disk, or asked first."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import AUTHOR, add_as, reading

from tui.actions import action
from tui.keys import Command


def damage(seeds: Path) -> Path:
    """Leaves an annotation file that no save may touch; gives it."""
    add_as("ab", seeds, "A question of harbours")
    file = seeds / "annotations" / AUTHOR / "call.txt.toml"
    file.parent.mkdir()
    file.write_text("[document\n", encoding="utf-8")
    return file


async def test_quitting_saves_what_was_marked_at_the_last_moment(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "q")
        await reader.until(lambda: reader.app.return_value is not None)
        assert len(reader.marks()) == 1
    assert reader.app.return_value == 0


async def test_nothing_is_written_by_reading_alone(seeds: Path) -> None:
    before = sorted(file for file in seeds.rglob("*"))
    async with reading(seeds) as reader:
        await reader.press("j", "space", "G", "q")
        await reader.until(lambda: reader.app.return_value is not None)
    assert sorted(seeds.rglob("*")) == before


async def test_what_cannot_be_saved_is_told_and_kept(seeds: Path) -> None:
    damaged = damage(seeds)
    async with reading(seeds) as reader:
        await reader.press("t", "c")
        await reader.until("NOT SAVED (1)")
        damaged.unlink()
        await reader.press("j", "t", "d")
        await reader.until(lambda: len(reader.marks()) == 2)
        await reader.until(lambda: not reader.sees("NOT SAVED"))


async def test_quitting_asks_before_anything_is_lost(seeds: Path) -> None:
    damaged = damage(seeds)
    async with reading(seeds) as reader:
        await reader.press("t", "c", "q")
        await reader.until("1 unsaved! Quit and lose them?")
        await reader.type("no")
        await reader.press("enter")
        await reader.until("NOT SAVED (1)")
        assert reader.app.return_value is None
        damaged.unlink()
        await reader.press("q")
        await reader.until(lambda: reader.app.return_value is not None)
        assert len(reader.marks()) == 1
    assert reader.app.return_value == 0


async def test_all_answers_are_seen_on_a_small_screen(seeds: Path) -> None:
    damage(seeds)
    async with reading(seeds, size=(80, 24)) as reader:
        await reader.press("t", "c", "q")
        await reader.until("1 unsaved! Quit and lose them?")
        for answer in ("yes loses them", "no stays and tries again", "name saves them there"):
            assert reader.sees(answer)


async def test_textuals_own_key_for_quitting_asks_as_well(seeds: Path) -> None:
    damage(seeds)
    async with reading(seeds) as reader:
        await reader.press("t", "c", "ctrl+q")
        await reader.until("1 unsaved! Quit and lose them?")
        assert reader.app.return_value is None


async def test_a_folder_that_cannot_be_named_is_told_and_nothing_is_lost(seeds: Path) -> None:
    damage(seeds)
    async with reading(seeds) as reader:
        await reader.press("t", "c", "q")
        await reader.until("1 unsaved! Quit and lose them?")
        reader.paste("~nosuchreader/x")
        await reader.press("enter")
        await reader.until("nothing could be saved there")
        await reader.until("NOT SAVED (1)")
        assert reader.app.return_value is None


async def test_quitting_anyway_is_told_by_the_exit_status(seeds: Path) -> None:
    damage(seeds)
    async with reading(seeds) as reader:
        await reader.press("t", "c", "q")
        await reader.until("1 unsaved! Quit and lose them?")
        await reader.type("yes")
        await reader.press("enter")
        await reader.until(lambda: reader.app.return_value is not None)
    assert reader.app.return_value == 1


async def test_an_export_is_written_where_it_was_asked_for(seeds: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    async with reading(seeds) as reader:
        await reader.press("t", "c", "E")
        await reader.until_typing()
        reader.paste(str(target))
        await reader.press("enter")
        await reader.until("1 annotation written to")
        assert "Putin and al-Sharaa speak" in target.read_text(encoding="utf-8")


async def test_an_export_in_no_known_format_is_refused(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("out.exe", "E")
        await reader.until("the ending says the format")


async def test_an_export_replaces_a_file_only_when_told_to(seeds: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    target.write_text("My own words.", encoding="utf-8")
    async with reading(seeds) as reader:
        for answer, words in (("no", "Nothing exported"), ("yes", "0 annotations written to")):
            await reader.press("E")
            await reader.until_typing()
            reader.paste(str(target))
            await reader.press("enter")
            await reader.until("out.md exists: replace it? (yes/no)")
            await reader.type(answer)
            await reader.press("enter")
            await reader.until(words)
            assert (target.read_text(encoding="utf-8") == "My own words.") == (answer == "no")


@pytest.mark.parametrize("key", ["ctrl+q", "palette"])
async def test_quitting_keeps_the_note_that_is_being_written(seeds: Path, key: str) -> None:
    async with reading(seeds) as reader:
        await reader.press("e")
        await reader.until_typing()
        await reader.type("Who says so?")
        if key == "palette":
            await reader.reading.run(Command(action("quit")))
        else:
            await reader.press(key)
        await reader.until(lambda: reader.app.return_value is not None)
        assert reader.marks()[0]["note"] == "Who says so?"
    assert reader.app.return_value == 0
