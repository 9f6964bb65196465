"""Moving about, and what the screen makes of its size."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from at_the_screen import Reader, reading
from textual.events import MouseScrollDown, MouseScrollUp

from tui.config import Config
from tui.pane.pane import Pane


def has_rows(reader: Reader, rows: int) -> bool:
    return len(reader.screen) == rows


def begins_at(pane: Pane, offset: int) -> bool:
    return pane.view is not None and pane.view.top == offset


async def test_a_folder_opens_with_its_first_two_documents_side_by_side(seeds: Path) -> None:
    async with reading(seeds) as reader:
        assert any("call.txt" in row and "message.txt" in row for row in reader.screen)
        await reader.until("s 1/24")
        assert not (seeds / "annotations").exists()


async def test_a_document_named_is_opened_alone(seeds: Path) -> None:
    async with reading(seeds, "to-check.md") as reader:
        assert reader.sees("to-check.md")
        assert len(reader.reading.panes) == 1


async def test_sentences_are_counted_and_gone_to(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("j", "j", "k")
        await reader.until("s 2/24")
        await reader.press("1", "2", "G")
        await reader.until("s 12/24")
        await reader.press("3", "j")
        await reader.until("s 15/24")
        await reader.press("G")
        await reader.until("s 24/24")
        await reader.press("g")
        await reader.until("s 1/24")


async def test_the_last_page_is_reached_by_pages(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        await reader.press(*["space"] * 9)
        await reader.until("s 24/24")
        assert reader.sees("100%")
        await reader.press(*["b"] * 9)
        await reader.until("s 1/24")


async def test_tab_goes_to_the_other_pane_and_back(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("tab", "j")
        await reader.until("s 2/27")
        await reader.press("tab")
        await reader.until("s 1/24")
        await reader.press("l")
        await reader.until("s 2/27")
        await reader.press("h")
        await reader.until("s 1/24")


async def test_a_mark_is_come_back_to_from_the_other_document(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("5", "G", "m", "a", "G", "tab")
        await reader.until("s 1/27")
        await reader.press("'", "a")
        await reader.until("s 5/24")
        await reader.press("'", "z")
        await reader.until("There is no mark z")


async def test_the_way_back_and_forward(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("5", "G", "1", "5", "G")
        await reader.until("s 15/24")
        await reader.press("ctrl+o")
        await reader.until("s 5/24")
        await reader.press("ctrl+o")
        await reader.until("s 1/24")
        await reader.press("ctrl+o")
        await reader.until("Nowhere to go back to")
        await reader.press("alt+right", "alt+right")
        await reader.until("s 15/24")


async def test_a_smaller_screen_and_back_keeps_the_sentence(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("1", "4", "G")
        await reader.until("s 14/24")
        sentence = reader.sentence
        for size in ((60, 20), (120, 40), (200, 50), (34, 9), (120, 40)):
            await reader.pilot.resize_terminal(*size)
            await reader.until(partial(has_rows, reader, size[1]))
            assert reader.sentence == sentence
            await reader.until(sentence.split()[0])
            await reader.until("s 14/24")


async def test_below_80_columns_there_is_one_pane_and_the_other_a_key_away(seeds: Path) -> None:
    async with reading(seeds, size=(79, 24)) as reader:
        assert reader.sees("call.txt")
        assert not reader.sees("message.txt")
        await reader.press("tab")
        await reader.until("message.txt")
        assert not reader.sees("call.txt")
        await reader.pilot.resize_terminal(80, 24)
        await reader.until(
            lambda: any("call.txt" in row and "message.txt" in row for row in reader.screen)
        )


async def test_a_screen_too_small_says_so_and_recovers(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        await reader.press("j")
        await reader.pilot.resize_terminal(20, 5)
        await reader.until("Too small")
        await reader.pilot.resize_terminal(80, 24)
        await reader.until("s 2/24")
        assert not reader.sees("Too small")


async def test_finding_goes_to_the_words_while_they_are_typed(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("/")
        await reader.until_typing()
        await reader.type("tartus")
        await reader.until(lambda: "naval and air bases on the Syrian coast" in reader.sentence)
        await reader.press("enter", "escape", "ctrl+o")
        await reader.until("s 1/24")


async def test_matches_are_gone_to_one_after_the_other_and_around(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("out of Tartus", "/")
        await reader.until(lambda: "moved out of Tartus" in reader.sentence)
        await reader.press("n")
        await reader.until("Round the end of the text")
        assert "moved out of Tartus" in reader.sentence
        await reader.enter("tartus", "/")
        await reader.press("n")
        await reader.until(lambda: "quays of Tartus" in reader.sentence)
        await reader.press("N")
        await reader.until(lambda: "moved out of Tartus" in reader.sentence)


async def test_finding_given_up_leaves_the_reader_where_they_were(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("3", "G", "/")
        await reader.until_typing()
        await reader.type("quays")
        await reader.until("quays")
        await reader.press("escape")
        await reader.until("s 3/24")


async def test_words_that_are_not_there_are_told(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("zebra", "/")
        await reader.until("“zebra” is not in this document")


async def test_finding_backwards_goes_up_and_around(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("Tartus", "?")
        await reader.until(lambda: "quays of Tartus" in reader.sentence)
        await reader.press("n")
        await reader.until(lambda: "moved out of Tartus" in reader.sentence)


async def test_a_click_goes_to_the_sentence_and_into_its_pane(seeds: Path) -> None:
    async with reading(seeds) as reader:
        row = next(n for n, text in enumerate(reader.screen) if "Dmitry Peskov" in text)
        column = reader.screen[row].index("Dmitry Peskov")
        await reader.pilot.click(offset=(column, row))
        await reader.until(lambda: reader.sentence.startswith("Dmitry Peskov"))
        assert reader.reading.place is not None
        assert reader.reading.place.path == "message.txt"


async def test_a_drag_selects_words(seeds: Path) -> None:
    async with reading(seeds) as reader:
        row = next(n for n, text in enumerate(reader.screen) if "Bashar al-Assad fell" in text)
        column = reader.screen[row].index("Bashar al-Assad fell")
        await reader.pilot.mouse_down(offset=(column + 1, row))
        await reader.pilot.hover(offset=(column + 10, row))
        await reader.pilot.mouse_up(offset=(column + 10, row))
        await reader.until(lambda: reader.selected == "Bashar al-Assad")
        await reader.press("t", "n")
        await reader.until(lambda: [one["exact"] for one in reader.marks()] == ["Bashar al-Assad"])


async def test_a_drag_from_behind_the_last_character_stays_in_the_text(seeds: Path) -> None:
    (seeds / "short.txt").write_text("Nobody called.\nNobody wrote back", encoding="utf-8")
    async with reading(seeds / "short.txt") as reader:
        row = next(n for n, text in enumerate(reader.screen) if "wrote back" in text)
        column = reader.screen[row].index("wrote back")
        await reader.pilot.mouse_down(offset=(column + 12, row))
        await reader.pilot.hover(offset=(column + 1, row))
        await reader.pilot.mouse_up(offset=(column + 1, row))
        await reader.until(lambda: reader.selected == "wrote back")
        await reader.press("t", "q")
        await reader.until(
            lambda: [one.annotation.exact for one in reader.pane.marks] == ["wrote back"]
        )


async def test_the_wheel_scrolls_the_pane_under_it(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        other = reader.reading.panes[1]
        assert other.view is not None
        third = other.view.window()[3].start
        for event, top in ((MouseScrollDown, third), (MouseScrollUp, 0)):
            await reader.pilot._post_mouse_events([event], widget=other, offset=(5, 5))
            await reader.until(partial(begins_at, other, top))
        assert reader.pane is reader.reading.panes[0]


async def test_the_theme_is_changed_and_changed_back(seeds: Path) -> None:
    async with reading(seeds) as reader:
        assert reader.app.theme == "dark"
        await reader.press("ctrl+t")
        await reader.until(lambda: reader.app.theme == "light")
        await reader.press("ctrl+t")
        await reader.until(lambda: reader.app.theme == "dark")


@pytest.mark.parametrize("name", ["light", "dark-contrast", "mono"])
async def test_a_configured_theme_is_used(seeds: Path, name: str) -> None:
    async with reading(seeds, config=Config(theme=name)) as reader:
        assert reader.app.theme == name


async def test_without_colour_the_screen_is_still_read(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(seeds) as reader:
        assert reader.app.theme == "mono"
        assert reader.sees("Putin and al-Sharaa speak")


async def test_remapped_keys_are_obeyed_and_shown(seeds: Path) -> None:
    config = Config(keys={"tag": ("z",), "sentence.next": ("J",)})
    async with reading(seeds, config=config) as reader:
        assert reader.sees("z tag")
        await reader.press("J", "z", "c")
        await reader.until(reader.marks)
        assert reader.marks()[0]["exact"].startswith("Vladimir Putin telephoned")


async def test_places_are_kept_from_one_reading_to_the_next(seeds: Path) -> None:
    async with reading(seeds) as first:
        await first.press("7", "G", "m", "k", "tab", "1", "3", "G")
        await first.until("s 13/27")
        await first.reading.save_all()
    async with reading(seeds) as second:
        await second.until("s 13/27")
        await second.press("tab")
        await second.until("s 7/24")
        await second.press("g", "'", "k")
        await second.until("s 7/24")


async def test_a_document_that_cannot_be_opened_is_told(seeds: Path) -> None:
    (seeds / "broken.txt").write_bytes(b"\x00\x01\x02")
    async with reading(seeds, "broken.txt") as reader:
        await reader.until("broken.txt")


async def test_a_number_behind_the_last_sentence_is_said_to_be(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("4", "0", "G")
        await reader.until("There are 24 sentences: this is the last")
        await reader.until("s 24/24")


async def test_a_part_of_the_text_is_gone_to_and_the_place_is_told(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("%")
        await reader.until("50% to its middle")
        await reader.press("5", "0", "%", "ctrl+g")
        document = reader.pane.document
        view = reader.pane.view
        assert document is not None
        assert view is not None
        assert view.cursor is not None
        assert view.cursor.contains(len(document.text) // 2)
        number = document.segmentation.number_of(view.cursor.start)
        await reader.until(f"call.txt · sentence {number} of 24 · ")
