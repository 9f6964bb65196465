"""From hit to hit through all documents, there and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from documents.spans import Span
from search_index.hits import Hit
from tui.hit_walk import HitWalk, Stop


def hit(document: str, start: int | None, length: int = 2) -> Hit:
    end = None if start is None else start + length
    return Hit("text", document, start, end, None, "", 1.0)


def test_the_next_hit_is_in_this_document_or_else_the_first_of_the_next_one() -> None:
    walk = HitWalk([hit("b.txt", 9), hit("b.txt", 3), hit("a.txt", 5), hit("c.txt", None)])
    assert walk.documents == 2
    assert walk.onward("b.txt", 4) == Stop("b.txt", Span(9, 11))
    assert walk.onward("b.txt", 10) == Stop("a.txt", Span(5, 7))
    assert walk.onward("a.txt", 6) == Stop("b.txt", Span(3, 5), wrapped=True)
    assert walk.back("a.txt", 5) == Stop("b.txt", Span(9, 11))
    assert walk.back("b.txt", 3) == Stop("a.txt", Span(5, 7), wrapped=True)


def test_from_a_document_without_a_hit_the_way_begins_at_its_end() -> None:
    walk = HitWalk([hit("b.txt", 3), hit("a.txt", 5)])
    assert walk.onward("z.txt", 0) == Stop("b.txt", Span(3, 5))
    assert walk.back("z.txt", 0) == Stop("a.txt", Span(5, 7))
    assert not HitWalk([hit("a.txt", None)])


def test_it_is_told_in_which_document_of_how_many_a_hit_is() -> None:
    walk = HitWalk([hit("b.txt", 3), hit("a.txt", 5)])
    assert walk.number("a.txt", Span(5, 7)) == 2
    assert walk.number("a.txt", Span(4, 7)) is None


def test_what_stood_at_a_hit_is_known() -> None:
    found = Hit("text", "a.txt", 5, 7, Span(3, 9), "", 1.0, context="a be c")
    marked = Hit("annotation", "a.txt", 0, 2, Span(0, 9), "zu", 1.0, context="zu be")
    walk = HitWalk([found, marked, hit("a.txt", None)])
    assert walk.words("a.txt", Span(5, 7)) == "be"
    assert walk.words("a.txt", Span(0, 2)) == "zu"
    assert walk.words("b.txt", Span(5, 7)) is None
    assert walk.hits == 2


HITS = st.lists(
    st.builds(hit, st.sampled_from("abc"), st.integers(0, 30), st.integers(1, 3)), min_size=1
)


@given(HITS)
def test_all_hits_are_met_once_on_the_way_round_and_in_turn_on_the_way_back(
    hits: list[Hit],
) -> None:
    walk = HitWalk(hits)
    places = {(one.document, one.start, one.end) for one in hits}
    stop = walk.onward(hits[0].document, 0)
    there = [stop]
    for _ in range(len(places) - 1):
        stop = walk.onward(stop.document, stop.span.start, stop.span.end + 1)
        there.append(stop)
    assert {(one.document, *one.span) for one in there} == places
    for before in reversed(there[:-1]):
        stop = walk.back(stop.document, *stop.span)
        assert (stop.document, stop.span) == (before.document, before.span)
