"""What is said and counted while marks on a changed text are settled, one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, reading

from tui.panels.changed import ChangedPanel

HEADING, FIRST = "A question of harbours", "Vladimir Putin telephoned"


def edit(root: Path, *replacements: tuple[str, str], name: str = "call.txt") -> None:
    """Replaces words of a document on disk."""
    file = root / name
    text = file.read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


async def offered_elsewhere(seeds: Path) -> None:
    """Marks two sentences; then the document has another name, and reads otherwise elsewhere."""
    async with reading(seeds, "call.txt") as reader:
        await reader.press("j", "t", "c", "j", "t", "f")
        await reader.saved()
    edit(seeds, ("A question of harbours", "A question of airfields"))
    (seeds / "call.txt").rename(seeds / "anruf.txt")


def listed(reader: Reader) -> int:
    assert isinstance(reader.reading.panel, ChangedPanel)
    return reader.reading.panel.count()


@pytest.mark.parametrize("named", [["anruf.txt"], []], ids=["named", "unnamed"])
async def test_one_kept_on_the_same_words_counts_no_more_and_asks_again_when_that_is_undone(
    seeds: Path, named: list[str]
) -> None:
    await offered_elsewhere(seeds)
    async with reading(seeds, *named, indexed=True) as reader:
        await reader.press("R")
        await reader.until("1 of 2")
        assert reader.sees("Word for word the same")
        assert not reader.sees("only punctuation")
        await reader.press("a")
        await reader.until("Kept as it reads now; 1 more to look at")
        await reader.press("a")
        await reader.until("Kept as it reads now; none is left to look at")
        await reader.press("u")
        await reader.until("Undone: keep as it reads now")
        await reader.until(lambda: listed(reader) == 1)
        await reader.saved()
        await reader.until("is this the place?")
        assert reader.reading.session.waiting() == 1


TIME, VIEWS = "that Moscow and Damascus have spoken", "exchange of views"
EDITS = ("the first time", "the third time"), ("“in-depth exchange", "“brief exchange")


async def decided_and_changed(seeds: Path, *more: str) -> None:
    """Two claims are decided on, keys pressed; then the words of both change."""
    async with reading(seeds, "call.txt") as reader:
        await reader.go(TIME)
        await reader.press("t", "c", "s", "1", "j", "t", "c", "s", "2", *more)
        await reader.saved()
    edit(seeds, *EDITS)


def statuses(reader: Reader) -> dict[str, tuple[str, list[str]]]:
    """By a word of each claim in the file, its status and the statuses it was given."""
    return {
        next(word for word in ("first", "third", "in-depth", "brief") if word in one["exact"]): (
            one["status"],
            [made["status"] for made in one.get("history", ())],
        )
        for one in reader.marks()
    }


async def test_one_kept_names_its_words_and_the_review_begins_at_it(seeds: Path) -> None:
    await decided_and_changed(seeds)
    async with reading(seeds, "call.txt") as reader:
        await reader.press("R")
        await reader.until("1 of 2")
        await reader.press("a")
        await reader.until(
            "supported on the words before: r decides anew on “…Wednesday, the third"
        )
        await reader.until(lambda: VIEWS in reader.sentence)
        await reader.press("r")
        await reader.until(lambda: TIME in reader.sentence)
        await reader.press("3")
        await reader.saved()
        await reader.until(lambda: statuses(reader)["third"][0] == "refuted")
        assert statuses(reader)["in-depth"] == ("disputed", ["disputed"])


async def test_in_the_list_a_changed_claim_is_decided_on_as_it_reads(seeds: Path) -> None:
    await decided_and_changed(seeds)
    async with reading(seeds, "call.txt") as reader:
        await reader.press("R")
        await reader.until("s decide")
        await reader.press("s", "3")
        await reader.until("Refuted, and kept as it reads now: “…Wednesday, the third time")
        await reader.until(lambda: listed(reader) == 1)
        await reader.press("a")
        await reader.until("none is left to look at")
        await reader.press("s", "1")  # the list is empty: the key is for the claim at the cursor
        await reader.until("Supported: ")
        await reader.saved()
        assert statuses(reader) == {
            "third": ("refuted", ["supported", "refuted"]),
            "brief": ("supported", ["disputed", "supported"]),
        }


async def test_one_whose_place_is_proposed_names_the_keys_that_settle_it(seeds: Path) -> None:
    await offered_elsewhere(seeds)
    async with reading(seeds, "anruf.txt", indexed=True) as reader:
        await reader.press("R")
        await reader.until("is this the place?")
        assert not reader.sees("s decide")
        await reader.press("s")
        await reader.until("is only proposed: a keeps it here, m moves it")


async def test_all_shown_leaves_a_changed_claim_alone_though_it_is_the_only_one(
    seeds: Path,
) -> None:
    await decided_and_changed(seeds, "u", "u")
    async with reading(seeds, "call.txt") as reader:
        await reader.press("A")
        await reader.until("c≠ claim  supported on other words")
        await reader.press("=")
        await reader.until("The text of this one changed: R settles it")
        await reader.press("s")
        await reader.until("Status of 1 claim")
        await reader.type("3")
        await reader.until("refuted, kept as it reads now")
        await reader.press("enter")
        await reader.until("Refuted, and kept as it reads now: “…Wednesday, the third time")


async def test_what_a_status_comes_to_is_told_as_a_whole_in_few_columns(seeds: Path) -> None:
    await decided_and_changed(seeds, "j", "t", "c", "j", "t", "c", "s", "3", "j", "t", "f")
    async with reading(seeds, "call.txt", size=(80, 24)) as reader:
        await reader.press("A")
        await reader.until("Annotations  5")
        await reader.press("=")
        await reader.until("Status of 2 claims")
        await reader.type("3")
        promise = "refuted: 1 changes; unchanged: 1 so already, 1 no claim, 2 whose text changed"
        await reader.until(promise)
        assert reader.screen[-1].strip().startswith("Status of 2 claims 3")


async def test_while_decisions_are_told_in_the_review_the_numbers_stay(seeds: Path) -> None:
    async with reading(seeds, "call.txt", size=(80, 24)) as reader:
        await reader.press("t", "c", "j", "t", "c", "r", "1")
        await reader.until("Supported: ")
        assert reader.sees("1 supported  2 disputed  3 refuted")
        await reader.press("2")
        await reader.until("Disputed: ")
        await reader.until("Every claim is decided")
        assert not reader.sees("1 supported  2 disputed")


async def test_the_sentence_that_a_list_is_about_has_the_bar_of_the_cursor(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await reader.press("t", "c", "r")
        await reader.until("REVIEW")
        shown = [pane.picture.is_meant for pane in reader.reading.panes]
        assert shown == [True, False]
        theme, row = reader.reading.painter.theme, reader.app.screen._compositor.render_strips()[1]
        bars = [one.style for one in row if "┃" in one.text and one.style is not None]
        assert [style.color and style.color.name for style in bars] == [
            theme.cursor_bar,
            theme.separator,
        ]
