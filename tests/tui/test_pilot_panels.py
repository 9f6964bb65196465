"""Search, review, library, outline, help and palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, add_as, reading

from tui.actions import ACTIONS
from tui.config import Config
from tui.panels.library import LibraryPanel
from tui.reading.help import HelpScreen


async def test_hits_come_while_the_query_is_typed(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("bogd")
        await reader.until("blamed Western")
        await reader.until("went to Damascus")
        await reader.until("Who is Bogdanov?")


async def test_a_hit_is_opened_where_it_stands_and_come_back_from(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("apology ")
        await reader.until("1 hit in 1 document")
        await reader.press("enter")
        await reader.until("s 21/27")
        assert "official apology" in reader.sentence
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)
        await reader.press("ctrl+o")
        await reader.until("s 1/24")


async def test_a_note_is_found_like_a_text(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("zanzibar", "e")
        await reader.saved()
        await reader.search("zanzibar")
        await reader.until(
            lambda: any("zanzibar" in row and "Putin" in row for row in reader.screen[20:])
        )


async def test_nothing_found_is_told(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("zebra")
        await reader.until("Nothing found")


async def test_the_query_comes_back_with_the_panel(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("diesel")
        await reader.until("large cargo of diesel")
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)
        await reader.press("ctrl+f")
        await reader.until("large cargo of diesel")


async def test_the_index_comes_into_being_and_the_search_goes_on(seeds: Path) -> None:
    async with reading(seeds, indexed=True) as reader:
        await reader.search("diesel ")
        await reader.until("large cargo of diesel")


async def test_claims_wait_in_the_review_until_they_are_decided(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.go("Unconfirmed reports say", pane=0)
        await reader.press("t", "c")
        await reader.go("Another demand has had its answer", pane=1)
        await reader.press("t", "c")
        await reader.saved()
        await reader.press("g", "r")
        await reader.until("2 open")
        await reader.until(lambda: reader.sentence.startswith("Unconfirmed"))
        await reader.press("2")
        await reader.until("1 open · 1 decided")
        await reader.until(lambda: reader.sentence.startswith("Another demand"))
        await reader.press("1")
        await reader.until("Every claim is decided")
        await reader.until(lambda: [one["status"] for one in reader.marks()] == ["disputed"])
        await reader.until(
            lambda: [one["status"] for one in reader.marks("message.txt")] == ["supported"]
        )


async def test_escape_leaves_the_review_for_where_it_was_opened(seeds: Path) -> None:
    async with reading(seeds, size=(170, 30)) as reader:
        await reader.go("Another demand has had its answer", pane=1)
        await reader.press("t", "c")
        await reader.go("Unconfirmed reports say", pane=0)
        await reader.press("z", "t")
        was = reader.reading.pane, reader.pane.position
        beside = reader.reading.panes[1].position
        await reader.press("r")
        await reader.until(lambda: reader.sentence.startswith("Another demand"))
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)
        await reader.until(lambda: (reader.reading.pane, reader.pane.position) == was)
        assert reader.reading.panes[1].position == beside


async def test_escape_brings_back_the_document_that_the_review_took_away(seeds: Path) -> None:
    async with reading(seeds, "message.txt") as reader:
        await reader.press("t", "c", "o")
        await reader.until("Library")
        await reader.press("g", "enter", "5", "G")
        await reader.until("s 5/24")
        await reader.press("r")
        await reader.until("s 1/")
        await reader.press("escape")
        await reader.until("s 5/24")


async def test_enter_stays_at_the_claim_and_the_way_back_leads_where_it_began(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "5", "G", "9", "G", "r")
        await reader.until("1 open")
        await reader.until("s 1/24")
        await reader.press("enter", "escape")
        await reader.until(lambda: reader.reading.panel is None)
        await reader.until("s 1/24")
        await reader.press("ctrl+o")
        await reader.until("s 9/24")


async def test_a_decision_is_taken_back_in_the_review(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "r")
        await reader.until("1 open")
        await reader.press("3")
        await reader.until("Every claim is decided")
        await reader.press("u")
        await reader.until("1 open · 0 decided")
        await reader.until(lambda: [one["status"] for one in reader.marks()] == ["open"])


async def test_a_note_is_written_in_the_review(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "r")
        await reader.until("1 open")
        panel = reader.reading.focused
        await reader.enter("who says", "e")
        await reader.until(lambda: [one.get("note") for one in reader.marks()] == ["who says"])
        assert reader.reading.focused is panel


async def test_deciding_on_anothers_claim_answers_it(seeds: Path) -> None:
    theirs = add_as("ab", seeds, "Unconfirmed reports say", "claim")
    async with reading(seeds) as reader:
        await reader.press("r")
        await reader.until("1 open")
        await reader.press("2")
        await reader.until(reader.marks)
        (answer,) = reader.marks()
        assert answer["reply_to"] == theirs
        assert answer["status"] == "disputed"
        assert answer["exact"] == "Unconfirmed reports say"
        assert [one["status"] for one in reader.marks(author="ab")] == ["open"]
        await reader.until("Every claim is decided")


async def test_an_empty_review_says_what_to_do(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("r")
        await reader.until("No claims yet")
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)
        assert reader.app.focused is None


async def test_a_document_is_opened_from_the_library(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("o")
        await reader.until("3 documents")
        assert reader.sees("The Harbour Lamp")
        await reader.press("G", "enter")
        await reader.until("To the checking desk")
        assert reader.pane is reader.reading.panes[0]
        assert reader.pane.document is not None
        assert reader.pane.document.path == "to-check.md"


async def test_what_is_no_document_is_named_in_the_library_with_the_reason(seeds: Path) -> None:
    (seeds / "recording.tape").write_bytes(b"\x00\x01\xfe" * 400)
    (seeds / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    async with reading(seeds, size=(80, 24), indexed=True) as reader:
        await reader.press("o")
        await reader.until("3 documents, 2 other files")
        assert reader.sees("PDF files cannot be opened yet")
        await reader.press("G", "enter")
        await reader.until("Cannot open recording.tape: it is not a text")
        assert reader.reading.panel is not None
        await reader.press("O")
        await reader.until("Cannot open recording.tape: it is not a text")


async def test_thousands_of_pictures_do_not_flood_the_library(seeds: Path) -> None:
    for number in range(2000):
        (seeds / f"{number}.jpg").touch()
    async with reading(seeds, size=(80, 24), indexed=True) as reader:
        await reader.press("o")
        await reader.until("2\u202f000 other files")
        assert isinstance(reader.reading.focused, LibraryPanel)
        assert reader.reading.focused.count() <= 200


@pytest.mark.parametrize(("size", "rows"), [((80, 24), 1), ((48, 20), 1), ((120, 40), 2)])
async def test_a_low_or_wide_library_gives_each_document_one_row(
    seeds: Path, size: tuple[int, int], rows: int
) -> None:
    async with reading(seeds, size=size) as reader:
        await reader.press("o")
        await reader.until("3 documents")
        at = [
            next(number for number, row in enumerate(reader.screen) if row.startswith(start))
            for start in ("▸ call.txt", "  message.txt")
        ]
        assert at[1] - at[0] == rows


async def test_a_document_is_opened_beside(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("o")
        await reader.until("3 documents")
        await reader.press("G", "O")
        await reader.until("To the checking desk")
        shown = [pane.document.path for pane in reader.reading.panes if pane.document]
        assert shown == ["call.txt", "to-check.md"]


async def test_headings_are_gone_to_from_the_outline(seeds: Path) -> None:
    async with reading(seeds, "to-check.md") as reader:
        await reader.press("c")
        await reader.until("Outline")
        assert reader.sees("Please settle")
        await reader.press("G", "enter")
        await reader.until(lambda: "Please settle" in reader.sentence)


async def test_a_panel_stays_open_while_the_text_is_read(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("o")
        await reader.until("3 documents")
        await reader.press("tab", "j")
        await reader.until("s 2/24")
        assert reader.sees("3 documents")
        await reader.press("escape")
        await reader.until(lambda: not reader.sees("3 documents"))


@pytest.mark.parametrize("key", ["o", "c", "r", "ctrl+f"])
async def test_a_panel_on_a_small_screen_leaves_text_to_read(seeds: Path, key: str) -> None:
    async with reading(seeds, size=(60, 20)) as reader:
        await reader.press(key)
        await reader.until(lambda: reader.reading.panel is not None)
        await reader.until("Putin and al-Sharaa speak")
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)


async def test_the_help_lists_every_action_with_its_keys(seeds: Path) -> None:
    async with reading(seeds, size=(150, 50)) as reader:
        await reader.press("f1")
        await reader.until(lambda: isinstance(reader.app.screen, HelpScreen))
        await reader.until("Keys")
        shown = "\n".join(reader.screen)
        for _ in range(20):
            await reader.press("space")
            shown += "\n".join(reader.screen)
        for action in ACTIONS:
            assert action.title in shown, action.id
            assert action.keys[0] in shown, action.id
        await reader.press("escape")
        await reader.until("s 1/24")


async def test_the_help_scrolls_where_it_does_not_fit(seeds: Path) -> None:
    async with reading(seeds, size=(60, 20)) as reader:
        await reader.press("f1")
        await reader.until("Next sentence")
        await reader.press("G")
        await reader.until("By status; by document")
        await reader.press("g")
        await reader.until("Next sentence")


async def test_a_command_is_chosen_by_name(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press(":")
        await reader.until_typing()
        await reader.type("light or")
        await reader.until(lambda: not reader.sees("Next sentence"))
        await reader.press("enter")
        await reader.until(lambda: reader.app.theme == "light")
        assert reader.reading.panel is None


async def test_a_command_chosen_by_name_waits_for_its_key(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("tag sentence", "ctrl+p")
        await reader.until("TAG")
        await reader.press("f")
        await reader.until(reader.marks)
        assert reader.marks()[0]["tags"] == ["figure"]


async def test_every_command_of_the_text_stands_in_the_palette(seeds: Path) -> None:
    async with reading(seeds, size=(120, 260)) as reader:
        await reader.press(":")
        await reader.until("Theme: light")
        shown = "\n".join(reader.screen)
        for action in ACTIONS:
            if action.context == "reading" and action.id not in ("palette", "escape"):
                assert action.title in shown, action.id
                assert action.id in shown, action.id


async def test_the_help_is_narrowed_by_what_is_typed(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        await reader.press("f1", "/")
        await reader.until_typing()
        await reader.type("undo")
        await reader.until(lambda: not reader.sees("Next sentence"))
        assert reader.sees("Undo")
        await reader.press("enter", "q")
        await reader.until("READ")
        await reader.press("f1", "/", "x", "escape")
        await reader.until("Next sentence")
        await reader.press("f1")
        await reader.until("READ")


async def test_the_help_obeys_the_keys_that_it_shows(seeds: Path) -> None:
    config = Config(keys={"list.end": ("Z e",), "list.close": ("ctrl+g",)})
    async with reading(seeds, size=(60, 20), config=config) as reader:
        await reader.press("f1", "Z", "e")
        await reader.until("By status; by document")
        await reader.press("п")  # where g stands on a Russian keyboard
        await reader.until("Next sentence")
        await reader.press("ctrl+g")
        await reader.until("READ")


async def test_the_terminals_cursor_is_on_what_is_chosen(seeds: Path) -> None:
    def words_at_cursor(reader: Reader) -> str:
        x, y = reader.app.cursor_position
        return reader.screen[y][x:]

    async with reading(seeds) as reader:
        assert words_at_cursor(reader).startswith("Putin and al-Sharaa")
        await reader.press("v", "l", "l")
        await reader.until(lambda: words_at_cursor(reader).startswith("al-Sharaa"))
        await reader.press("escape")
        for opening in ("o", "c"):
            await reader.press(opening)
            await reader.until("Library" if opening == "o" else "Outline")
            for _ in range(2):
                await reader.until(
                    lambda: "▸ " + words_at_cursor(reader) in "\n".join(reader.screen)
                )
                assert "▸" not in words_at_cursor(reader)
                await reader.press("down")
            await reader.press("escape")
            await reader.until(lambda: reader.reading.panel is None)
        await reader.until(lambda: words_at_cursor(reader).startswith("Putin and al-Sharaa"))


async def test_letters_narrow_the_library(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("o")
        await reader.until("3 documents")
        await reader.press("/")
        await reader.until_typing()
        await reader.type("msg")
        await reader.until("1 of 3 files")
        await reader.press("enter")
        await reader.until(
            lambda: reader.pane.document and reader.pane.document.path == "message.txt"
        )


async def test_a_narrowed_library_is_whole_again_after_escape(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("o")
        await reader.until("3 documents")
        await reader.press("/")
        await reader.until_typing()
        await reader.type("qqq")
        await reader.until("No file has such a name")
        await reader.press("escape")
        await reader.until("3 documents")
        assert isinstance(reader.reading.focused, LibraryPanel)
        await reader.press("enter")
        await reader.until(lambda: reader.reading.focused is None)


async def test_a_narrowed_library_still_opens_beside(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("o")
        await reader.until("3 documents")
        await reader.press("/")
        await reader.until_typing()
        await reader.type("check")
        await reader.press("tab", "O")
        await reader.until("To the checking desk")


async def test_the_help_says_that_more_follows_until_nothing_does(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        await reader.press("f1")
        await reader.until("more rows · space goes on")
        await reader.press("G")
        await reader.until(lambda: not reader.sees("more row"))


async def test_enter_in_an_empty_list_is_answered(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("r")
        await reader.until("No claims yet")
        assert not reader.sees("enter")
        await reader.press("enter")
        await reader.until("Nothing is listed here")
