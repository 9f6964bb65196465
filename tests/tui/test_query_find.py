"""What a query marks in a text on the screen is what the search finds in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.spans import Span
from search_index.finding.patterns import pattern
from search_index.folding import fold
from search_index.queries.query import Words
from tui.find import Find
from tui.query_find import QueryFind
from tui.survey import Survey


def carried(query: str) -> QueryFind:
    return QueryFind(query, asked=query)


def marked(query: str, text: str) -> list[str]:
    return [text[slice(*span)] for span in carried(query).within(text, 0, len(text))]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("call", ["call", "Call"]),
        ("cal*", ["call", "Call", "called"]),
        ('"the call"', ["the call"]),
        ("call OR envoy", ["call", "envoy", "Call"]),
        ("call -message tag:claim", ["call", "Call"]),
        (r"/c\w+d/", ["called"]),
        ("tag:claim", []),
        ("", []),
    ],
)
def test_every_wanted_term_is_marked(query: str, words: list[str]) -> None:
    assert marked(query, "After the call the envoy said: Call us. He called.") == words


def test_there_is_something_to_look_for_just_where_there_are_terms() -> None:
    assert carried("call")
    assert not carried("tag:claim")
    assert carried("call") != Find("call")


def test_hits_that_overlap_are_all_marked_and_counted() -> None:
    assert marked('"a b" OR "b c"', "a b c") == ["a b", "b c"]
    survey = Survey(carried('one "one call"'), "One call more, one other.")
    survey.count(0)
    assert survey.found == 3
    assert [survey.number_of(Span(0, end)) for end in (3, 8)] == [1, 2]
    assert [survey.number_of(Span(0, 24)), survey.number_of(Span(4, 8))] == [None, None]


def test_an_expression_that_takes_too_long_marks_nothing_and_soon() -> None:
    assert marked("/(a+)+$b/", "a" * 300) == []


TEXTS = st.text(st.sampled_from("ab \nÉé漢"), max_size=1500)


@given(TEXTS, st.integers(0, 1500), st.integers(1, 400))
def test_a_stretch_of_a_text_holds_the_hits_of_the_whole_text(
    text: str, start: int, length: int
) -> None:
    found = list(pattern(Words("ab")).find(text, fold(text)))
    wanted = [span for span in found if start <= span.start < start + length]
    assert list(carried("ab").beginning(text, start, start + length)) == wanted


def test_all_hits_of_a_long_text_are_counted() -> None:
    text = "One call more. " * 3000
    survey = Survey(carried("call"), text)
    for piece in survey.order(0):
        survey.count(piece)
    assert survey.found == 3000
    assert survey.onward(5) == Span(19, 23)
