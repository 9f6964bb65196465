"""Other authors at the screen: their marks as layers, and replies to them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from at_the_screen import AUTHOR, Reader, add_as, reading

from annotations.model import Change
from annotations.store import Store
from documents.workspace import open_workspace
from tui.config import Config

HEADLINE = "Putin and al-Sharaa speak by telephone as Moscow hopes to keep its bases"


def with_note(seeds: Path, author: str, identifier: str, note: str) -> None:
    workspace = open_workspace([seeds]).workspace
    document = workspace.read("call.txt")
    store = Store(workspace)
    [one] = [each for each in store.read(author, "call.txt").annotations if each.id == identifier]
    store.apply(author, document, [Change(one, replace(one, note=note))])


async def reply_with(reader: Reader, words: str) -> None:
    await reader.enter(words, "p")


async def test_whose_a_mark_is_stands_in_the_margin(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds) as reader:
        await reader.until("╎cA")
        await reader.press("t", "d")
        await reader.until("▎d+")


async def test_whose_a_mark_is_can_be_seen_in_ascii_too(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds, config=Config(boxes="ascii", theme="mono")) as reader:
        await reader.until(":cA")


async def test_an_authors_layer_is_switched_and_stays_so(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds) as reader:
        await reader.until("claim · open · ab")
        await reader.press("w")
        await reader.until("[x] ╎A  ab  1 mark")
        await reader.press("enter")
        await reader.until("[ ] ╎A  ab  1 mark")
        assert not reader.sees("claim · open · ab")
        await reader.press("escape", "r")
        await reader.until("No claims yet")
        await reader.reading.save_all()
    async with reading(seeds) as reader:
        await reader.press("H")
        await reader.until("claim · open · ab")
        await reader.press("H")
        await reader.until("The marks of ab are hidden")
        assert reader.sees(" without ab ")
        assert not reader.sees("claim · open · ab")


async def test_ones_own_marks_are_always_shown(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("H")
        await reader.until("Nobody else has marked anything here")
        await reader.press("w", "enter")
        await reader.until("Your own marks are always shown")


async def test_a_reply_is_ones_own_and_shown_with_what_it_answers(seeds: Path) -> None:
    theirs = add_as("ab", seeds, HEADLINE, "claim")
    with_note(seeds, "ab", theirs, "Who says so?")
    async with reading(seeds) as reader:
        await reply_with(reader, "the kremlin")
        await reader.until("answers ab: “Who says so?”")
        await reader.saved()
        [made] = reader.marks()
        assert (made["reply_to"], made["note"], made["exact"]) == (theirs, "the kremlin", HEADLINE)
        assert [one["note"] for one in reader.marks(author="ab")] == ["Who says so?"]
        await reply_with(reader, ", it seems")
        await reader.until(lambda: reader.marks()[0]["note"] == "the kremlin, it seems")
        assert len(reader.marks()) == 1
        await reader.press("u", "u")
        await reader.until(lambda: not reader.marks())


async def test_an_empty_reply_is_none(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds) as reader:
        await reader.press("p")
        await reader.until_typing()
        await reader.press("enter")
        await reader.until("No reply made")
        assert reader.marks() == []


async def test_which_of_several_is_answered_is_asked(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    other = add_as("cd", seeds, "Moscow hopes", "doubt")
    async with reading(seeds) as reader:
        await reader.press("p")
        await reader.until("Reply to which?")
        await reader.enter("yes", "2")
        await reader.until(reader.marks)
        assert reader.marks()[0]["reply_to"] == other


async def test_where_nobody_else_has_marked_there_is_nothing_to_answer(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "p")
        await reader.until("No annotation of another author here")


async def test_editing_anothers_says_how_to_reply(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds) as reader:
        await reader.press("x")
        await reader.until("This annotation is ab’s; p replies to it")
        await reader.press("j", "k", "&")
        await reader.until("This annotation is ab’s; p replies to it, and your reply can be linked")
        await reader.press("e")
        await reader.until("A note of your own: ab’s stays; p replies to it")
        await reader.press("escape")
        await reader.press("r", "e")
        await reader.until("This annotation is ab’s; p replies to it")
        assert reader.marks() == []


async def test_a_claim_of_another_is_decided_on_in_the_text_as_in_the_review(seeds: Path) -> None:
    theirs = add_as("ab", seeds, HEADLINE, "claim", "quote")
    async with reading(seeds) as reader:
        await reader.press("s", "1")
        await reader.until("Supported, in your answer to ab: “")
        await reader.until(reader.marks)
        await reader.press("j", "k", "s", "2")
        await reader.until("Disputed, in your answer to ab: “")
        await reader.until(lambda: reader.marks()[0]["status"] == "disputed")
        [made] = reader.marks()
        assert made["reply_to"] == theirs
        assert not made.get("tags")
        assert [one["status"] for one in reader.marks(author="ab")] == ["open"]
        await reader.press("j", "k")
        await reader.until("answer · disputed")


async def test_that_anothers_claim_is_open_needs_no_answer(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds) as reader:
        await reader.press("s", "0")
        await reader.until("Open as it was: “")
        assert reader.marks() == []


async def test_what_is_no_claim_offers_no_statuses(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "u")
        await reader.until(reader.marks)
        await reader.press("s")
        await reader.until("No claim on this sentence; t tags one")


async def test_a_decision_on_anothers_claim_outlives_tags_and_note_of_the_answer(
    seeds: Path,
) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds) as reader:
        await reader.press("s", "1")
        await reader.until(reader.marks)
        await reader.press("t", "u")
        await reader.until(lambda: reader.marks()[0].get("tags") == ["quote"])
        await reader.press("t", "u")
        await reader.until(lambda: not reader.marks()[0].get("tags"))
        assert [one["status"] for one in reader.marks()] == ["supported"]


async def test_a_claim_is_decided_on_in_the_reply_that_there_is(seeds: Path) -> None:
    theirs = add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds) as reader:
        await reply_with(reader, "hardly")
        await reader.until(reader.marks)
        await reader.press("r", "2")
        await reader.until("Every claim is decided")
        await reader.saved()
        [made] = reader.marks()
        assert (made["reply_to"], made["note"], made["status"]) == (theirs, "hardly", "disputed")
        assert made["history"][0]["author"] == AUTHOR
        assert reader.sees("0 open · 1 decided")
        assert [one["status"] for one in reader.marks(author="ab")] == ["open"]
