"""A claim in the review stands in its context, whatever its length."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from annotated import PALETTE, placed
from at_the_screen import Reader, reading
from hypothesis import given
from hypothesis import strategies as st
from texts import texts

from annotations.model import Decision, PlacedAnnotation
from tui.pane.painter import Painter
from tui.panels.excerpt import Surroundings
from tui.panels.review import ReviewPanel
from tui.themes import THEMES
from tui.visible import visible

PAINTER = Painter(THEMES["dark"])


def panel(*claims: PlacedAnnotation, around: Surroundings | None = None) -> ReviewPanel:
    text = around or Surroundings("Before it. ", "The claim.", " After it.")
    review = ReviewPanel(PAINTER, PALETTE, lambda claim: text, lambda claim: "a.txt · The Lamp")
    review.claims = list(claims)
    return review


def rows(review: ReviewPanel, width: int = 60) -> list[str]:
    return ["".join(text for text, _ in row) for row in review.entry(0, width)]


def test_a_claim_is_shown_with_its_place_and_its_context() -> None:
    assert rows(panel(placed(0, 9, "claim"))) == [
        "▎c claim   a.txt · The Lamp",
        "  Before it. The claim. After it.",
    ]


def test_the_note_stands_below() -> None:
    shown = rows(panel(placed(0, 9, "claim", note="who\nsays?")))
    assert shown[-1] == "  who says?"


def test_an_empty_queue_says_why() -> None:
    review = panel()
    assert "No claims yet" in review.empty()
    review.decided = 3
    assert "Every claim is decided" in review.empty()
    review.loading = True
    assert "Reading the annotations" in review.empty()


@given(texts, texts, texts, texts, st.integers(14, 90))
def test_an_entry_fits_its_rows_and_holds_nothing_that_is_obeyed(
    before: str, quote: str, after: str, note: str, width: int
) -> None:
    claim = placed(0, 9, "claim", note=note)
    review = panel(claim, around=Surroundings(before, quote, after))
    shown = rows(review, width)
    assert len(shown) <= review.entry_height
    assert all(visible(row) == row for row in shown)


@given(st.integers(0, 300), st.integers(1, 80), st.integers(40, 120))
def test_the_beginning_of_a_claim_is_in_sight_whatever_stands_before_it(
    length: int, width_of_word: int, width: int
) -> None:
    before = ("w" * width_of_word + " ") * (length // (width_of_word + 1))
    around = Surroundings(f"… {before}"[-70:], "Claimed here.", " After it.")
    assert any("Claimed" in row for row in rows(panel(placed(0, 9, "claim"), around=around), width))


def test_a_decided_claim_gives_way_to_the_next_and_comes_back_when_undone() -> None:
    first, second, third = (placed(n, n + 1, "claim", name=f"id{n}") for n in range(3))
    review = panel()
    review.show([first, second, third], 0)
    review.index = 1
    review.show([first, third], 1)
    assert review.selected() == third
    review.show([first, second, third], 0, {second.annotation.id})
    assert review.selected() == second
    review.show([first], 2)
    assert review.selected() == first
    review.show([], 3)
    assert review.selected() is None


def test_a_claim_that_comes_from_elsewhere_moves_no_selection() -> None:
    first, second, third = (placed(n, n + 1, "claim", name=f"id{n}") for n in range(3))
    review = panel()
    review.show([first, third], 0)
    review.index = 1
    review.show([first, second, third], 0)
    assert review.selected() == third


def test_a_claim_takes_no_more_rows_than_it_needs() -> None:
    short = Surroundings("", "One line.", "")
    review = panel(*(placed(n, n + 1, "claim", name=f"id{n}") for n in range(3)), around=short)
    assert [review.height(n) for n in range(3)] == [2, 2, 2]


async def test_claims_of_a_line_stand_close_together(seeds: Path) -> None:
    lines = "".join(f"Claim number {n} is made.\n\n" for n in range(12))
    (seeds / "call.txt").write_text(lines, encoding="utf-8")
    async with reading(seeds, "call.txt") as reader:
        for _ in range(8):
            await reader.press("t", "c", "j")
        await reader.press("r")
        await reader.until("Review  8 open")
        assert sum("is made." in row for row in rows_of(reader)) >= 7
        await reader.press("G")
        await reader.until(lambda: "number 7" in reader.sentence)
        assert any("number 7" in row for row in rows_of(reader))


def rows_of(reader: Reader) -> list[str]:
    """The rows of the open panel."""
    assert reader.reading.panel is not None
    region = reader.reading.panel.region
    return reader.screen[region.y : region.bottom]


def test_all_words_in_which_a_decided_claim_differs_are_told() -> None:
    before = "The first call, an in-depth exchange of views."
    now = "The third call, a brief exchange of views, not more."
    one = placed(0, len(now), "claim")
    made = Decision("supported", one.annotation.created, "mk", before)
    decided = replace(one.annotation, exact=now, status="supported", history=(made,))
    review = panel(replace(one, annotation=decided), around=Surroundings("", now, ""))
    head, differing, *_ = rows(review, 76)
    assert head == "▎c claim  supported on other words   a.txt · The Lamp"
    assert differing == "  [first] {third}  ·  [an in-depth] {a brief}  ·  {not more}"


async def test_the_selected_claim_is_read_as_a_whole_on_a_small_screen(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        await reader.enter("Who called whom?", "j", "j", "t", "c", "e")
        await reader.press("r")
        await reader.until("REVIEW")
        panel = reader.reading.panel
        assert isinstance(panel, ReviewPanel)
        shown = [row.lstrip("▸┃ ") for row in reader.screen[panel.region.y : panel.region.bottom]]
        below = " ".join(" ".join(shown).split())
        assert " ".join(reader.sentence.split()) in below
        assert "Who called whom?" in below
