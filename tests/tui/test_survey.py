"""A survey knows as much of the whole text as a search through all of it, once it has counted."""

from __future__ import annotations

from threading import Event

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from documents.spans import Span
from tui.find import Find
from tui.survey import NotCounted, Survey
from tui.surveying import Surveyor

texts = st.text("qQab \n", max_size=120)
needles = st.text("ab ", max_size=4).map(lambda rest: f"q{rest}".strip())
offsets = st.integers(0, 120)
sizes = st.integers(1, 130)


def surveyed(text: str, words: str, size: int) -> tuple[Survey, list[Span]]:
    """A complete survey, and all matches."""
    survey = Survey(Find(words), text, size=size)
    for piece in survey.order(0):
        survey.count(piece)
    return survey, list(Find(words).within(text, 0, len(text)))


@given(texts, needles, sizes)
def test_every_match_is_counted_once(text: str, words: str, size: int) -> None:
    survey, spans = surveyed(text, words, size)
    assert survey.complete
    assert survey.found == len(spans)
    assert [survey.number_of(span) for span in spans] == list(range(1, len(spans) + 1))


@given(texts, needles, sizes, offsets)
@example("q" * 8, "q", 4, 8)
def test_onward_is_the_first_match_from_a_place_or_the_first_of_all(
    text: str, words: str, size: int, offset: int
) -> None:
    survey, spans = surveyed(text, words, size)
    onward = [span for span in spans if span.start >= offset]
    assert survey.onward(offset) == next(iter(onward + spans), None)


@given(texts, needles, sizes, offsets)
def test_back_is_the_last_match_before_a_place_or_the_last_of_all(
    text: str, words: str, size: int, offset: int
) -> None:
    survey, spans = surveyed(text, words, size)
    before = [span for span in spans if span.start < offset]
    assert survey.back(offset) == next(reversed(spans + before), None)


@given(texts, needles, sizes, offsets, st.booleans())
def test_an_answer_given_early_is_the_one_given_late(
    text: str, words: str, size: int, offset: int, backward: bool
) -> None:
    late, _ = surveyed(text, words, size)
    early = Survey(Find(words), text, size=size)
    asked = (lambda survey: survey.back(offset)) if backward else (lambda s: s.onward(offset))
    for piece in early.order(offset, backward=backward):
        early.count(piece)
        try:
            assert asked(early) == asked(late)
        except NotCounted:
            assert not early.complete


def test_the_nearest_match_is_known_before_all_is_counted() -> None:
    survey = Survey(Find("x"), "x" + "." * 100 + "x" + "." * 100, size=10)
    pieces = survey.order(95)
    with pytest.raises(NotCounted):
        survey.onward(95)
    survey.count(next(pieces))
    survey.count(next(pieces))
    assert survey.onward(95) == Span(101, 102)
    assert survey.number_of(Span(101, 102)) is None
    assert (survey.found, survey.complete) == (1, False)


def test_counting_a_piece_again_changes_nothing() -> None:
    survey = Survey(Find("x"), "x.x.x", size=2)
    for piece in [0, 0, 1, 2, 1]:
        survey.count(piece)
    assert (survey.found, survey.complete) == (3, True)


def test_a_short_text_is_surveyed_at_once() -> None:
    def report(survey: Survey) -> None:
        raise AssertionError("there is nothing more to tell")

    survey = Survey(Find("x"), "x.x")
    Surveyor(report).begin(survey, 0, backward=False)
    assert survey.complete


def test_a_long_text_is_surveyed_in_a_thread() -> None:
    done = Event()

    def report(survey: Survey) -> None:
        if survey.complete:
            done.set()

    survey = Survey(Find("x"), "." * 50_000_000 + "x")
    Surveyor(report).begin(survey, 25_000_000, backward=True)
    assert done.wait(30)
    assert survey.found == 1


def test_the_newest_survey_is_the_one_that_is_counted() -> None:
    done = Event()
    reported: list[Survey] = []

    def report(survey: Survey) -> None:
        reported.append(survey)
        if survey.complete:
            done.set()

    text = "." * 50_000_000 + "xy"
    surveyor = Surveyor(report)
    for words in ("x", "xy"):
        newest = Survey(Find(words), text)
        surveyor.begin(newest, 0, backward=False)
    assert done.wait(30)
    assert reported[-1] is newest
    assert newest.complete
