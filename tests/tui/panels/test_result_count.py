"""The row over the hits tells what is known, in the room there is."""

from __future__ import annotations

import pytest
from rich.style import Style

from search_index.hits import Results
from tui.panels.result_count import first_fitting, how_much

PLAIN = Style()


def answer(total: int, *, plain: str = "“words”", refused: bool = False) -> Results:
    return Results([], total, "words", True, plain=plain, refused=refused)


def test_of_an_answer_that_there_is_not_no_hits_are_counted() -> None:
    assert how_much(answer(0, refused=True), 0) == ("No answer", "No answer")
    assert how_much(answer(0, plain=""), 0)[0] == "No answer"
    assert how_much(answer(0), 0)[0] == "0 hits in 0 documents"


def test_what_is_not_listed_is_told_in_brief_too() -> None:
    whole, brief = how_much(answer(527), 66, chosen=2)
    assert whole == "2 selected · 527 hits in 66 documents, first 0 shown"
    assert brief == "2 selected · 0 of 527 hits, 66 documents"


@pytest.mark.parametrize(
    ("width", "left", "right"),
    [(16, "whole ho", "end"), (11, "whole ho", "end"), (9, "brief", "end"), (6, "brief", "")],
)
def test_what_is_left_out_first_is_what_is_missed_least(width: int, left: str, right: str) -> None:
    lefts = [[("whole ho", PLAIN)], [("brief", PLAIN)]]
    shown = first_fitting(lefts, [("end", PLAIN)], width)
    assert ["".join(text for text, _ in side) for side in shown] == [left, right]


def test_a_query_too_long_for_the_row_leaves_the_right_side_where_it_is() -> None:
    assert first_fitting([[("a long query", PLAIN)]], [("end", PLAIN)], 8)[1] == [("end", PLAIN)]
