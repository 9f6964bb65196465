"""Marks and the way back outlive the reader's leaving, and follow a text that changes."""

from __future__ import annotations

from pathlib import Path

from at_the_screen import reading

from documents.places import state_folder, workspace_folder


async def test_marks_and_the_way_back_survive_quitting(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("5", "G", "m", "a", "9", "G", "g")
        await reader.until("s 1/24")
        await reader.reading.save_all()
    async with reading(seeds) as reader:
        await reader.until("s 1/24")
        await reader.press("ctrl+o")
        await reader.until("s 9/24")
        await reader.press("ctrl+o")
        await reader.until("s 5/24")
        await reader.press("alt+right")
        await reader.until("s 9/24")
        await reader.press("'", "a")
        await reader.until("s 5/24")


async def test_words_looked_for_before_quitting_can_be_looked_for_again(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("Tartus", "/")
        await reader.until("/Tartus")
        await reader.reading.save_all()
    async with reading(seeds) as reader:
        await reader.press("/")
        await reader.until_typing()
        await reader.press("up", "enter")
        await reader.until("/Tartus")


async def test_a_place_is_found_again_in_a_text_that_was_changed_meanwhile(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("5", "G", "m", "a", "9", "G")
        await reader.until("s 9/24")
        ninth = reader.sentence
        await reader.reading.save_all()
    text = (seeds / "call.txt").read_text(encoding="utf-8")
    added = "Three more sentences stand here now. One. Two.\n\n"
    (seeds / "call.txt").write_text(added + text, encoding="utf-8")
    async with reading(seeds) as reader:
        await reader.until("s 12/27")
        assert reader.sentence == ninth
        await reader.press("'", "a")
        await reader.until("s 8/27")


async def test_a_text_that_changes_while_it_is_read_stays_at_its_sentence(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("9", "G")
        await reader.until("s 9/24")
        ninth = reader.sentence
        reader.reading.background.look()
        text = (seeds / "call.txt").read_text(encoding="utf-8")
        (seeds / "call.txt").write_text("A new beginning.\n\n" + text, encoding="utf-8")
        reader.reading.background.look()
        await reader.until("s 10/25")
        assert reader.sentence == ninth


async def test_places_are_listed_and_gone_to(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("'", "?")
        await reader.until("No places yet")
        await reader.press("escape", "5", "G", "m", "a", "9", "G", "m", "b", "g")
        await reader.until("s 1/24")
        await reader.press("'", "?")
        await reader.until("2 marked · 1 recent")
        assert any(row.lstrip(" │▸").startswith("a call.txt") for row in reader.screen)
        await reader.press("j", "enter")
        await reader.until("s 9/24")


async def test_a_damaged_way_back_is_no_way_and_the_rest_is_kept(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("9", "G", "m", "a")
        await reader.until("Mark a set")
        await reader.reading.save_all()
        workspace = reader.reading.session.workspace
        file = workspace_folder(state_folder(), workspace.root) / "positions.json"
    kept = file.read_text(encoding="utf-8")
    assert '"behind": [[' in kept
    file.write_text(kept.replace('"behind": [[', '"behind": [7, ["a"], ['), encoding="utf-8")
    async with reading(seeds) as reader:
        await reader.until("s 9/24")
        await reader.press("ctrl+o")
        await reader.until("Nowhere to go back to")


async def test_what_lists_or_goes_back_is_no_letter_for_a_mark(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("m", "?")
        await reader.until("? cannot be a mark: '? lists the marks")
        await reader.press("m", "'")
        await reader.until("' cannot be a mark: '' goes back")
        assert not reader.reading.bookmarks
