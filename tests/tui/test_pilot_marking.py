"""Marking from the keyboard, down to what stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, add_as, reading

from documents.document import Document
from documents.workspace import open_workspace
from tui.app import SidelightApp
from tui.config import Config
from tui.reading import bars
from tui.session import Session

HEADLINE = "Putin and al-Sharaa speak by telephone as Moscow hopes to keep its bases"


async def write(reader: Reader, words: str) -> None:
    await reader.until_typing()
    await reader.type(words)


async def test_two_keystrokes_tag_a_sentence(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("j", "t", "c")
        await reader.until(reader.marks)
        (claim,) = reader.marks()
        assert claim["exact"].startswith("Vladimir Putin telephoned Ahmad al-Sharaa")
        assert claim["exact"] == reader.sentence
        assert (claim["tags"], claim["status"]) == (["claim"], "open")
        assert reader.sees("Tagged claim")


async def test_the_same_keystrokes_take_the_tag_off_again(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "u")
        await reader.until(reader.marks)
        await reader.press("t", "u")
        await reader.until(lambda: not reader.marks())
        assert reader.sees("Untagged quote")


async def test_a_second_tag_goes_on_the_same_annotation(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "t", "d")
        await reader.until(lambda: [one["tags"] for one in reader.marks()] == [["claim", "doubt"]])
        await reader.press("t", "c")
        await reader.until(lambda: [one["tags"] for one in reader.marks()] == [["doubt"]])
        assert "status" not in reader.marks()[0]


async def test_the_palette_is_shown_while_a_tag_is_waited_for(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t")
        await reader.until(lambda: reader.sees(" c 1 ▸claim") and reader.sees("TAG"))
        await reader.press("escape")
        await reader.until(lambda: not reader.sees("TAG"))
        assert reader.reading.session.annotated() == {}


async def test_a_tag_is_chosen_by_its_number_and_an_unknown_key_is_told(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "2")
        await reader.until(lambda: [one["tags"] for one in reader.marks()] == [["question"]])
        await reader.press("t", "9")
        await reader.until("No tag on 9")


@pytest.mark.parametrize(
    ("keys", "tag"),
    [((), "claim"), (("down",), "question"), (("right", "down", "left"), "question")],
)
async def test_a_tag_is_chosen_with_the_arrows(
    seeds: Path, keys: tuple[str, ...], tag: str
) -> None:
    async with reading(seeds) as reader:
        await reader.press("f5", *keys)
        await reader.until(f"▸{tag}")
        await reader.press("enter")
        await reader.until(lambda: [one["tags"] for one in reader.marks()] == [[tag]])
        await reader.press("f5")
        await reader.until("▸claim")  # and not where it was left


async def test_a_status_is_chosen_with_the_arrows(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "f6")
        await reader.until("▸open (now)")
        await reader.press("left", "right", "right", "right")
        second = reader.reading.session.palette.statuses[2]
        await reader.until(f"▸{second}")
        await reader.press("enter")
        await reader.until(lambda: [one["status"] for one in reader.marks()] == [second])


async def test_a_tag_may_have_a_name_of_its_own(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("T")
        await write(reader, " claim / figure ")
        await reader.press("enter")
        await reader.until(reader.marks)
        assert reader.marks()[0]["tags"] == ["claim/figure"]
        assert reader.marks()[0]["status"] == "open"


async def test_half_a_sentence_is_marked_word_by_word(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.go("Sergei Bogdanov", pane=1)
        await reader.press("v", *"l" * 7, "o", *"l" * 6)
        await reader.until(lambda: reader.selected == "Sergei Bogdanov")
        assert reader.sees("SELECT")
        await reader.press("t", "n")
        await reader.until(lambda: reader.marks("message.txt"))
        (name,) = reader.marks("message.txt")
        assert (name["exact"], name["tags"]) == ("Sergei Bogdanov", ["name"])
        text = (seeds / "message.txt").read_bytes().decode("utf-8")
        assert text[name["start"] : name["end"]] == "Sergei Bogdanov"
        assert reader.sees("READ")


async def test_arrows_with_shift_go_by_words_and_with_alt_by_characters(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("shift+right", "shift+right", "shift+right")
        by_word = reader.selected
        assert len(by_word.split()) == 3
        await reader.press("shift+right", "shift+left")
        assert reader.selected == by_word
        await reader.press("alt+left")
        assert reader.selected == by_word[:-1]
        await reader.press("alt+right")
        assert reader.selected == by_word


async def test_a_selection_can_be_left(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("v", "l")
        await reader.until(lambda: reader.selected == "Putin and")
        await reader.press("escape")
        await reader.until("READ")


async def test_a_note_is_written_changed_and_removed(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("e")
        await write(reader, "a call, not a message")
        await reader.press("enter")
        await reader.until(
            lambda: [one["note"] for one in reader.marks()] == ["a call, not a message"]
        )
        assert reader.marks()[0]["exact"] == HEADLINE
        await reader.press("e")
        await write(reader, "?")
        await reader.press("enter")
        await reader.until(lambda: reader.marks()[0]["note"].endswith("message?"))
        await reader.press("e", "ctrl+u", "enter")
        await reader.until(lambda: not reader.marks())


async def test_escape_leaves_a_note_as_it_was(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("e")
        await write(reader, "never mind")
        await reader.press("escape")
        await reader.until("The note is not kept yet")
        await reader.press("escape")
        await reader.until(lambda: not reader.typing)
        assert reader.reading.session.annotated() == {}


async def test_a_note_may_have_lines(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("e")
        await write(reader, "one")
        await reader.press("ctrl+j")
        await reader.type("two")
        await reader.press("enter")
        await reader.until(reader.marks)
        assert reader.marks()[0]["note"] == "one\ntwo"


async def test_what_was_done_is_undone_and_done_again(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "d")
        await reader.until(reader.marks)
        await reader.press("u")
        await reader.until(lambda: not reader.marks())
        assert reader.sees("Undone: tag doubt")
        await reader.press("ctrl+r")
        await reader.until(reader.marks)
        assert reader.marks()[0]["tags"] == ["doubt"]
        await reader.press("u", "u")
        await reader.until("Nothing to undo")


async def test_an_annotation_is_deleted_and_brought_back(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c")
        await reader.until(reader.marks)
        before = reader.marks()
        await reader.press("x")
        await reader.until(lambda: not reader.marks())
        await reader.press("u")
        await reader.until(reader.marks)
        assert reader.marks() == before


async def test_a_decision_is_made_in_the_text(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("s", "2")
        await reader.until("No claim on this sentence")
        await reader.press("t", "c", "s")
        await reader.until(lambda: reader.sees("DECIDE") and reader.sees("disputed"))
        await reader.press("2")
        await reader.until(lambda: [one["status"] for one in reader.marks()] == ["disputed"])


async def test_annotations_are_gone_to_one_after_the_other(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("3", "G", "t", "c", "9", "G", "t", "c", "g")
        await reader.press("]")
        await reader.until("s 3/")
        await reader.press("]")
        await reader.until("s 9/")
        await reader.press("]")
        await reader.until("No annotation after this sentence")
        await reader.press("[")
        await reader.until("s 3/")


async def test_another_readers_mark_is_seen_and_left_alone(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds) as reader:
        await reader.until("claim · open · ab")
        await reader.press("x")
        await reader.until("This annotation is ab’s")
        await reader.press("t", "d")
        await reader.until(reader.marks)
        assert [one["tags"] for one in reader.marks(author="ab")] == [["claim"]]


async def test_what_another_program_saves_comes_to_the_screen(seeds: Path) -> None:
    async with reading(seeds) as reader:
        add_as("ab", seeds, HEADLINE, "claim")
        await reader.until("claim · open · ab")


async def test_what_came_by_a_pipe_is_read_and_not_marked(seeds: Path) -> None:
    piped = Document("(standard input)", "Words from a pipe.")
    session = Session(open_workspace([seeds / "call.txt"]).workspace, "mk", extra=[piped])
    app = SidelightApp(session, [piped.path], [], Config())
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(seeds, app, pilot)
        await reader.until("Words from a pipe.")
        await reader.press("t", "c")
        await reader.until("no file to keep marks for")
    app.background.close()


async def test_a_decision_that_goes_with_its_tag_is_named(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "s", "2")
        await reader.until("Disputed: “")
        await reader.press("t", "c")
        await reader.until("Untagged claim (it was disputed); u brings it back")
        await reader.press("u")
        await reader.saved()
        assert reader.marks()[0]["status"] == "disputed"


async def test_a_tag_put_on_again_brings_its_decision_along(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "s", "2", "t", "c")
        await reader.until("Untagged claim")
        await reader.press("t", "c")
        await reader.until("Tagged claim (disputed as before)")
        await reader.saved()
        assert reader.marks()[0]["status"] == "disputed"


async def test_from_a_panel_it_is_said_which_sentence_was_tagged(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "q")
        await reader.until("Tagged question")
        await reader.press("t", "q", "c")
        await reader.until("Outline")
        await reader.press("t", "c")
        await reader.until("Tagged claim: “Putin and al-Sharaa speak by telephone")
        await reader.press("t", "c")
        await reader.until("Untagged claim: “Putin and al-Sharaa speak by telephone")


async def test_that_all_is_saved_is_told_for_a_moment(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bars, "SAVED_SECONDS", 0.2)
    async with reading(seeds) as reader:
        await reader.press("t", "c")
        await reader.until("  saved ")
        await reader.until(lambda: not reader.sees("  saved "))
        assert reader.sees("Tagged claim")


async def test_a_message_quotes_as_much_as_there_is_room_for(seeds: Path) -> None:
    async with reading(seeds, size=(120, 40)) as reader:
        await reader.press("t", "c", "s", "2")
        await reader.until("speak by telephone as Moscow hopes to keep its bases”")


async def test_going_on_with_a_note_begins_at_its_end(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("Who", "e")
        await reader.press("e")
        await reader.until_typing()
        await reader.type(" else")
        await reader.press("enter")
        await reader.saved()
        assert reader.marks()[0]["note"] == "Who else"


async def test_undoing_goes_to_what_it_takes_back(seeds: Path) -> None:
    async with reading(seeds, size=(100, 20)) as reader:
        await reader.press("t", "c", "G")
        await reader.until("s 24/24")
        await reader.press("u")
        await reader.until("s 1/24")
        await reader.until("Undone: tag claim")


async def test_undoing_elsewhere_names_the_document(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "tab", "u")
        await reader.until("Undone in call.txt: tag claim")


async def test_a_sentence_without_a_claim_is_told_before_a_status_is_asked_for(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("s")
        await reader.until("No claim on this sentence")
        assert reader.reading.keys.waiting is None


async def test_what_is_pasted_after_a_first_escape_is_not_given_up_by_the_next(
    seeds: Path,
) -> None:
    async with reading(seeds) as reader:
        await reader.press("e")
        await reader.until_typing()
        await reader.type("so")
        await reader.press("escape")
        await reader.until("escape again leaves it as it was")
        reader.paste(" and so on")
        await reader.until("so and so on")
        await reader.press("escape")
        await reader.until("escape again leaves it as it was")
        await reader.press("enter")
        await reader.saved()
        assert [mark["note"] for mark in reader.marks()] == ["so and so on"]
