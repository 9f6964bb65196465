"""The margin: every highlight has its letter, every note its words."""

from __future__ import annotations

from dataclasses import replace

from annotated import PALETTE, placed
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from texts import texts

from annotations.links import link_to, linked
from annotations.model import Decision, LinkKind, PlacedAnnotation
from tui.company import Company
from tui.layout.wrapping import Row
from tui.pane.margin import MarginLine, hue_of, letter_of, margin_lines
from tui.pane.marks import Marks
from tui.visible import visible

ROWS = [Row(start, start + 9) for start in range(0, 100, 10)]


def beside(*annotations: PlacedAnnotation, notes: int = 0) -> list[MarginLine]:
    return margin_lines(ROWS, Marks(annotations), PALETTE, notes)


def words(lines: list[MarginLine]) -> list[str]:
    return [line.words for line in lines if line.words]


def test_a_letter_stands_where_an_annotation_begins_and_a_bar_as_far_as_it_goes() -> None:
    lines = beside(placed(12, 35, "claim"))
    assert [line.letters for line in lines[:5]] == ["", "c", "", "", ""]
    assert [line.hue for line in lines[:5]] == [None, "blue", "blue", "blue", None]


def test_in_double_spaced_text_the_bar_goes_on_between_the_rows() -> None:
    lines = margin_lines(ROWS, Marks([placed(12, 35, "claim")]), PALETTE, 0, pitch=2)
    assert len(lines) == 2 * len(ROWS)
    assert [line.letters for line in lines[:8]] == ["", "", "c", "", "", "", "", ""]
    hues = [line.hue for line in lines[:8]]
    assert hues == [None, None, "blue", "blue", "blue", "blue", "blue", None]


def test_a_blank_row_takes_one_line_in_double_spaced_text() -> None:
    rows = [Row(0, 9), Row(10, 10), Row(11, 20)]
    lines = margin_lines(rows, Marks([placed(11, 15, "claim")]), PALETTE, 0, pitch=2)
    assert [line.letters for line in lines] == ["", "", "", "c", ""]


def test_two_letters_are_shown_and_more_are_told_by_a_plus() -> None:
    assert beside(placed(0, 5, "claim", "figure"))[0].letters == "cf"
    assert beside(placed(0, 5, "claim", "figure", "quote"))[0].letters == "c+"
    both = beside(placed(0, 5, "claim", name="one"), placed(3, 5, "claim", "doubt", name="two"))
    assert both[0].letters == "cd"


def test_a_claim_decided_on_other_words_keeps_its_sign_beside_others() -> None:
    one = placed(0, 5, "claim", name="one")
    made = Decision("supported", one.annotation.created, "mk", "other words")
    decided = replace(one.annotation, status="supported", history=(made,))
    there = replace(one, annotation=decided)
    others = placed(0, 5, "doubt", name="two"), placed(2, 5, "quote", name="three")
    assert beside(there)[0].letters == beside(*others, there)[0].letters == "c≠"


def test_a_bare_note_is_a_grey_dot() -> None:
    assert beside(placed(0, 5, note="why?"))[0] == MarginLine("grey", "•")
    assert (letter_of(placed(0, 5), PALETTE), hue_of(placed(0, 5), PALETTE)) == ("•", "grey")


def test_a_tag_takes_after_the_one_above_it() -> None:
    assert hue_of(placed(0, 5, "claim/figure"), PALETTE) == "blue"


def test_a_note_stands_beside_its_first_row_under_its_tags() -> None:
    lines = beside(
        placed(20, 25, "claim", status="open", note="who counted them, and when?"), notes=12
    )
    assert [line.words for line in lines] == [
        "",
        "",
        "claim (open)",
        "who counted",
        "them, and",
        "when?",
        "",
        "",
        "",
        "",
    ]
    assert [line.is_title for line in lines[2:4]] == [True, False]


def test_notes_push_each_other_down_and_hide_none_that_fits() -> None:
    lines = beside(
        placed(0, 5, note="one two three", name="one"),
        placed(11, 12, note="four", name="two"),
        notes=5,
    )
    assert [line.words for line in lines[:6]] == ["one", "two", "three", "", "↑", "four"]


def test_a_title_goes_on_in_a_second_line_and_ends_in_an_ellipsis() -> None:
    claim = placed(0, 5, "claim", "figure", status="open")
    assert words(beside(claim, notes=14)) == ["claim figure", "(open)"]
    assert words(beside(claim, notes=8)) == ["claim", "figure…"]


def test_a_long_note_is_cut_in_the_margin() -> None:
    assert words(beside(placed(0, 5, note="word " * 30), notes=5)) == [*["word"] * 5, "…"]


def test_without_room_there_are_letters_and_no_notes() -> None:
    assert words(beside(placed(0, 5, "claim", note="why?"))) == []


def test_a_note_of_a_row_above_is_not_told_again() -> None:
    lines = margin_lines(ROWS[3:], Marks([placed(25, 45, "claim", note="why?")]), PALETTE, 10)
    assert words(lines) == []
    assert lines[0].hue == "blue"


@given(
    st.lists(
        st.tuples(st.integers(0, 99), texts, st.text(min_size=1, max_size=9)),
        min_size=1,
        max_size=6,
    ),
    st.integers(3, 24),
)
def test_notes_stay_in_their_columns_and_hold_nothing_that_is_obeyed(
    notes: list[tuple[int, str, str]], width: int
) -> None:
    lines = beside(
        *(
            placed(at, at + 3, tag, note=note, name=f"id{n}")
            for n, (at, note, tag) in enumerate(notes)
        ),
        notes=width,
    )
    assert len(lines) == len(ROWS)
    for line in lines:
        assert cell_len(line.words) <= width
        assert visible(line.words) == line.words
        assert visible(line.letters) == line.letters


def test_a_sign_stands_beside_both_ends_of_a_link_and_of_a_reply() -> None:
    target, alone = placed(2, 5, "claim", name="target"), placed(32, 35, "claim", name="alone")
    source = placed(12, 15, "claim", name="source")
    source = replace(source, annotation=linked(source.annotation, link_to(target, LinkKind.CITES)))
    theirs = placed(22, 25, "doubt", name="theirs", author="ab")
    theirs = replace(theirs, annotation=replace(theirs.annotation, reply_to="target"))
    company = Company("mk", lambda: [target, source, theirs, alone])
    lines = margin_lines(ROWS, company.marks([target, source, theirs, alone]), PALETTE, 0)
    assert [line.tied for line in lines[:5]] == [True, True, True, False, False]
    company = Company("mk", lambda: [target, theirs])
    company.show("ab", shown=False)
    hidden = margin_lines(ROWS, company.marks([target, theirs]), PALETTE, 0)
    assert not any(line.tied for line in hidden)
