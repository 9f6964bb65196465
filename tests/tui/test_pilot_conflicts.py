"""Two edits of one annotation at the same time: seen, told, decided, and taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from at_the_screen import AUTHOR, Reader, reading
from conflicting import PATH, edit_twice, two_notes, two_statuses

from annotations.model import Change
from annotations.store import Store
from documents.workspace import open_workspace
from tui.config import Config


def own(reader: Reader) -> list[dict[str, Any]]:
    return reader.marks(PATH)


async def test_it_is_marked_in_the_margin_counted_and_named_in_the_tray(seeds: Path) -> None:
    two_statuses(seeds)
    async with reading(seeds, PATH) as reader:
        await reader.until("≷ 1 undecided")
        await reader.go("Unconfirmed reports")
        await reader.until("claim (supported, two")
        assert any("c≷" in row for row in reader.screen)
        await reader.until("claim · supported · two edits")


async def test_in_ascii_there_is_a_sign_as_well(seeds: Path) -> None:
    two_statuses(seeds)
    async with reading(seeds, PATH, config=Config(boxes="ascii")) as reader:
        await reader.until("1 undecided")
        await reader.go("Unconfirmed reports")
        await reader.until(lambda: any("c%" in row for row in rows_in_ascii(reader)))


def rows_in_ascii(reader: Reader) -> list[str]:
    from tui.signs import ASCII

    return [row.translate(ASCII) for row in reader.screen]


async def test_one_of_two_statuses_is_chosen_and_the_choice_taken_back(seeds: Path) -> None:
    two_statuses(seeds)
    async with reading(seeds, PATH) as reader:
        await reader.press("C")
        await reader.until("Two edits at once  1 of 1")
        await reader.until(lambda: "Unconfirmed reports" in reader.sentence)
        await reader.until("1 as it is now")
        await reader.until(lambda: any("gave way" in r and "refuted" in r for r in reader.screen))
        await reader.press("2")
        await reader.until("“refuted” stands; nothing is left to decide; u takes it back")
        await reader.until("Nothing was edited twice at once")
        await reader.saved()
        assert not reader.sees("undecided")
        [one] = own(reader)
        assert one["status"] == "refuted"
        assert "conflicts" not in one
        await reader.press("u")
        await reader.until("≷ 1 undecided")
        await reader.until("Two edits at once  1 of 1")
        await reader.saved()
        [one] = own(reader)
        assert one["status"] == "supported"
        assert len(one["conflicts"]) == 1
        await reader.press("1")
        await reader.until("“supported” stands")
        await reader.saved()
        [one] = own(reader)
        assert one["status"] == "supported"
        assert "conflicts" not in one


async def test_of_two_notes_one_or_both_are_kept(seeds: Path) -> None:
    two_notes(seeds)
    async with reading(seeds, PATH) as reader:
        for key, kept in (("2", "By which count?"), ("3", "Ask the embassy.")):
            await reader.press("C")
            await reader.until("1 both, as it is now")
            await reader.press(key)
            await reader.until("nothing is left to decide")
            await reader.saved()
            assert [one["note"] for one in own(reader)] == [kept]
            await reader.press("u")
            await reader.until("≷ 1 undecided")
        await reader.press("1")
        await reader.until("nothing is left to decide")
        await reader.saved()
        [one] = own(reader)
        assert "By which count?" in one["note"]
        assert "Ask the embassy." in one["note"]


async def test_the_next_question_follows_and_the_text_with_it(seeds: Path) -> None:
    two_statuses(seeds)
    two_notes(seeds)
    async with reading(seeds, PATH) as reader:
        await reader.press("C")
        await reader.until("1 of 2")
        await reader.until(lambda: "lost all meaning" in reader.sentence)
        await reader.press("down")
        await reader.until(lambda: "Unconfirmed reports" in reader.sentence)
        await reader.press("1")
        await reader.until("1 left")
        await reader.until(lambda: "lost all meaning" in reader.sentence)


async def test_another_passage_is_chosen_and_shown(seeds: Path) -> None:
    text = (seeds / PATH).read_text(encoding="utf-8")
    start = text.index("Unconfirmed reports")
    spans = [
        {"start": start, "end": end, "exact": text[start:end]} for end in (start + 11, start + 19)
    ]
    edit_twice(seeds, "Unconfirmed reports say", *spans)
    async with reading(seeds, PATH) as reader:
        await reader.press("C")
        await reader.until("two passages")
        await reader.press("2")
        await reader.until("nothing is left to decide")
        await reader.saved()
        assert [one["exact"] for one in own(reader)] == ["Unconfirmed reports"]
        assert [one.end for one in reader.pane.marks] == [start + 19]


async def test_a_key_that_chooses_nothing_says_so(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("C")
        await reader.until("Nothing was edited twice at once")
        await reader.press("1")
        await reader.until("Nothing is to be decided here")
    two_statuses(seeds)
    async with reading(seeds, PATH) as reader:
        await reader.press("C")
        await reader.until("1 of 1")
        await reader.press("3")
        await reader.until("There are 2 to choose from here")


async def test_it_is_told_when_it_happens(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.go("Unconfirmed reports")
        await reader.press("t", "c")
        await reader.saved()
        two = two_statuses_elsewhere(seeds)
        await reader.until("Two edits at once: its status is “supported” now; “refuted”, of")
        assert two.conflicts
        await reader.until("≷ 1 undecided")


def two_statuses_elsewhere(seeds: Path) -> Any:
    """Two other programs decide on the one claim, each in its own way."""
    workspace = open_workspace([seeds]).workspace
    store, document = Store(workspace), workspace.read(PATH)
    [base] = store.read(AUTHOR, PATH).annotations
    for status in ("refuted", "supported"):
        file = store.apply(AUTHOR, document, [Change(base, replace(base, status=status))])
    return file.annotations[0]
