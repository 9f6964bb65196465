"""Linked panes: what one shows of what the reader reads in the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, reading

from documents.document import Document
from tui.pane.pane import Pane

ASKED, REJECTED = "Unconfirmed reports say", "Russia rejected a formal request"
ALONE = "The two men agreed"


def other(reader: Reader) -> Pane:
    return next(pane for pane in reader.reading.panes if pane is not reader.pane)


def linked(pane: Pane) -> str:
    """The passage that is marked in a pane."""
    assert pane.document is not None
    passage = pane.picture.linked
    return pane.document.text[slice(*passage)] if passage is not None else ""


def in_sight(pane: Pane, words: str) -> bool:
    assert pane.document is not None
    start, end = pane.in_sight
    return words in pane.document.text[start:end]


async def test_by_content_the_other_pane_shows_what_tells_the_same(seeds: Path) -> None:
    async with reading(seeds, size=(120, 24)) as reader:
        assert not in_sight(other(reader), REJECTED)
        await reader.press("L")
        await reader.until("Linked by content")
        await reader.go(ASKED)
        await reader.until(lambda: REJECTED in linked(other(reader)))
        assert in_sight(other(reader), REJECTED)
        assert linked(reader.pane) == ""
        await reader.until(lambda: any("⇄ content " in row and "%" in row for row in reader.screen))
        assert any("⇄ Another demand" in row or "┆" in row for row in reader.screen)


async def test_a_sentence_without_counterpart_leaves_the_other_pane_where_it_is(
    seeds: Path,
) -> None:
    async with reading(seeds, size=(120, 24)) as reader:
        await reader.press("L")
        await reader.go(ASKED)
        await reader.until(lambda: linked(other(reader)))
        top = other(reader).in_sight
        await reader.go(ALONE)
        await reader.until("⇄ no match")
        assert linked(other(reader)) == ""
        assert other(reader).in_sight == top


async def test_the_link_goes_both_ways(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("L")
        await reader.go("Sergei Bogdanov", pane=1)
        await reader.until(lambda: "Mikhail Bogdanov" in linked(reader.reading.panes[0]))
        assert linked(reader.reading.panes[1]) == ""
        await reader.press("tab")
        await reader.until(lambda: linked(reader.reading.panes[0]) == "")


async def test_by_proportion_the_other_pane_shows_the_same_share(seeds: Path) -> None:
    async with reading(seeds, size=(120, 16)) as reader:
        await reader.press("L", "L")
        await reader.until("⇄ proportion")
        await reader.press("G")
        await reader.until(lambda: in_sight(other(reader), "has not been able to verify"))
        await reader.press("g")
        await reader.until(lambda: in_sight(other(reader), "In a message to Damascus"))


async def test_no_longer_linked_nothing_is_marked(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("L")
        await reader.go(ASKED)
        await reader.until(lambda: linked(other(reader)))
        await reader.press("L", "L")
        await reader.until("no longer linked")
        assert linked(other(reader)) == ""
        await reader.press("k", "j")
        assert not reader.sees("⇄")


async def test_the_other_pane_is_brought_to_the_match_without_a_link(seeds: Path) -> None:
    async with reading(seeds, size=(120, 24)) as reader:
        await reader.go(ASKED)
        before = reader.pane.position
        await reader.press("=")
        view = other(reader).view
        assert view is not None
        await reader.until(
            lambda: view.cursor and REJECTED in view.document.text[slice(*view.cursor)]
        )
        assert reader.pane.position == before
        await reader.until(lambda: REJECTED in linked(other(reader)))
        await reader.press("k")
        await reader.until(lambda: linked(other(reader)) == "")


async def test_where_nothing_tells_the_same_it_is_said(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.go(ALONE)
        place = other(reader).position
        await reader.press("=")
        await reader.until("Found nothing in message.txt that tells the same")
        assert other(reader).position == place


async def test_two_passages_are_compared_word_by_word(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.go("Mikhail Bogdanov")
        await reader.press("D")
        await reader.until("Compare  call.txt 16 ⇄ message.txt 11")
        await reader.until("Mikhail")
        assert any("names" in row and "Mikhail" in row and "Sergei" in row for row in reader.screen)
        await reader.go(ASKED)
        await reader.until(lambda: any("Unconfirmed ≠ " in row for row in reader.screen))
        await reader.go(ALONE)
        await reader.until("Found nothing in message.txt that tells the same")
        await reader.press("D")
        await reader.until(lambda: not reader.sees("Compare  "))
        assert reader.sentence.startswith(ALONE)


def row_of(reader: Reader, words: str) -> int:
    return next(number for number, row in enumerate(reader.screen) if words in row)


async def test_what_differs_stands_under_the_heading_in_as_many_rows_as_it_needs(
    seeds: Path,
) -> None:
    async with reading(seeds) as reader:
        await reader.press("D")
        await reader.go("Mikhail Bogdanov, Russia")
        await reader.until("numbers  ")
        assert row_of(reader, "numbers  ") == row_of(reader, "Compare  ") + 1
        await reader.pilot.resize_terminal(64, 24)
        await reader.until(lambda: len(reader.screen) == 24)
        await reader.until("≠ Sergei, Damascus")
        assert row_of(reader, "≠ Sergei") == row_of(reader, "numbers  ") + 1
        assert row_of(reader, "numbers  ") == row_of(reader, "Compare  ") + 1
        assert reader.sees("numbers  ")
        assert not any("…" in row for row in reader.screen[row_of(reader, "numbers") :][:4])


async def test_the_comparison_takes_no_more_rows_than_it_needs(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        await reader.go("Vladimir Putin telephoned")
        await reader.press("D")
        await reader.until("┄")
        high = row_of(reader, "Compare  ")
        await reader.go(ALONE)
        await reader.until("Found nothing in")
        await reader.until(lambda: row_of(reader, "Compare  ") > high)
        below = reader.screen[row_of(reader, "Compare  ") : -2]
        assert all(below)


async def test_while_it_is_compared_the_passage_is_marked_in_the_other_pane(seeds: Path) -> None:
    async with reading(seeds, size=(160, 30)) as reader:
        await reader.go(ASKED)
        await reader.press("D")
        await reader.until(lambda: REJECTED in linked(other(reader)))
        await reader.until(lambda: in_sight(other(reader), REJECTED))
        await reader.press("D")
        await reader.until(lambda: linked(other(reader)) == "")


async def test_how_sure_it_is_is_told_alike_everywhere_and_never_certain(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("L", "D")
        await reader.go("Vladimir Putin telephoned")
        await reader.until("⇄ content 99%")
        await reader.until(lambda: reader.screen[row_of(reader, "Compare  ")].endswith("99%"))


async def test_the_link_is_kept_from_one_time_to_the_next(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("L")
        await reader.until("⇄ ")
        await reader.reading.save_all()
    async with reading(seeds) as reader:
        await reader.until(lambda: any("⇄ " in row for row in reader.screen[-1:]))
        await reader.go(ASKED)
        await reader.until(lambda: REJECTED in linked(other(reader)))
        await reader.press("L", "L")
        await reader.reading.save_all()
    async with reading(seeds) as reader:
        await reader.go(ASKED)
        assert not reader.sees("⇄")


async def test_with_one_pane_there_is_no_link_to_tell_of(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("L")
        await reader.until("⇄ ")
        await reader.press("ctrl+w", "o", "j")
        await reader.until(lambda: len(reader.reading.panes) == 1)
        await reader.until(lambda: not reader.sees("⇄"))


async def test_the_own_sentence_of_a_pane_that_follows_looks_like_no_match(seeds: Path) -> None:
    async with reading(seeds) as reader:
        assert sum(row.count("┃") for row in reader.screen) > 1
        await reader.press("L")
        await reader.go(ALONE)
        await reader.until("⇄ no match")
        halves = [row.split("│", 1) for row in reader.screen[1:30] if "│" in row]
        assert any("┃" in here for here, _ in halves)
        assert any("·" in there for _, there in halves)
        assert not any("┃" in there for _, there in halves)
        await reader.press("tab")
        await reader.until(
            lambda: any("│" in row and "┃" in row.split("│", 1)[1] for row in reader.screen)
        )


async def test_escape_closes_the_comparison(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        await reader.go(ASKED)
        await reader.press("D")
        await reader.until("Compare  ")
        await reader.press("escape")
        await reader.until(lambda: not reader.sees("Compare  "))


async def test_one_document_alone_cannot_be_linked_and_it_is_said_what_to_do(seeds: Path) -> None:
    async with reading(seeds, "call.txt") as reader:
        for key in ("L", "=", "D"):
            await reader.press("j")
            await reader.press(key)
            await reader.until("Only call.txt is open: o, then O opens another beside it")
        await reader.press("|", "L")
        await reader.until("All panes show call.txt")


async def test_all_other_documents_are_linked_at_once(seeds: Path) -> None:
    (seeds / "third.txt").write_text(
        "Nothing.\n\nRussia was formally asked to hand over Assad, they say.\n", encoding="utf-8"
    )
    async with reading(seeds, "call.txt", "message.txt", "third.txt", size=(200, 50)) as reader:
        await reader.press("L")
        await reader.go(ASKED)
        await reader.until(lambda: all(map(linked, reader.reading.panes[1:])))
        assert "hand over Assad" in linked(reader.reading.panes[2])


@pytest.mark.parametrize("completed", [False, True], ids=["read again", "completed"])
async def test_another_pane_that_shows_more_of_its_text_is_asked_about_anew(
    seeds: Path, completed: bool
) -> None:
    async with reading(seeds, size=(120, 24)) as reader:
        await reader.press("L")
        await reader.go(ASKED)
        await reader.until(lambda: linked(other(reader)))
        before = other(reader).document
        assert before is not None
        whole = Document(before.path, f"{before.text}\n\nMore of it came later.\n")
        row = reader.reading.row
        (row.complete if completed else row.reread)(whole)
        await reader.until(lambda: other(reader).document is whole)
        await reader.until(lambda: whole in reader.reading.links.matches())
        assert REJECTED in linked(other(reader))


@pytest.mark.parametrize("size", [(80, 24), (100, 14), (120, 16)])
async def test_the_passage_stays_in_sight_in_another_size(
    seeds: Path, size: tuple[int, int]
) -> None:
    async with reading(seeds) as reader:
        await reader.press("L")
        await reader.go(ASKED)
        await reader.until(lambda: REJECTED in linked(other(reader)))
        await reader.pilot.resize_terminal(*size)
        await reader.until(lambda: reader.app.size == size)
        await reader.until(lambda: in_sight(other(reader), REJECTED))


async def test_the_passage_stays_in_sight_beside_a_comparison(seeds: Path) -> None:
    async with reading(seeds, size=(120, 22)) as reader:
        await reader.press("L")
        await reader.go(ASKED)
        await reader.until(lambda: REJECTED in linked(other(reader)))
        await reader.press("D")
        await reader.until(lambda: reader.reading.panel)
        await reader.until(lambda: in_sight(other(reader), REJECTED))


async def test_the_passage_stands_out_while_there_is_a_focus(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("L", "z", "f")
        await reader.go(ASKED)
        await reader.until(lambda: REJECTED in linked(other(reader)))
        painter = reader.app.painter
        faded = painter.plain(painter.theme.faded.foreground or "").color

        def colours(words: str) -> set[object]:
            text = other(reader).document.text  # type: ignore[union-attr]
            place = other(reader).place_of(text.index(words))
            assert place is not None
            strip = other(reader).picture.strips(place.y, place.y + 1)[0]
            row = strip.crop(place.x, place.x + len(words))
            return {segment.style.color for segment in row if segment.style}

        await reader.until(lambda: faded not in colours(REJECTED[:12]))
        assert faded in colours("Old wounds")
