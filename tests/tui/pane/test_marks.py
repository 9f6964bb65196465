"""Annotations are found by their place, however they overlap."""

from __future__ import annotations

from annotated import placed
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import PlacedAnnotation
from tui.pane.marks import Marks

spans = st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda pair: (pair[0], sum(pair)))


@st.composite
def several(draw: st.DrawFn) -> list[PlacedAnnotation]:
    found = draw(st.lists(spans, max_size=30))
    return [placed(start, end, name=f"id{n:02}") for n, (start, end) in enumerate(found)]


def by_place(one: PlacedAnnotation) -> tuple[int, int, str]:
    assert one.start is not None
    assert one.end is not None
    return one.start, -one.end, one.annotation.id


@given(several(), spans)
def test_those_that_overlap_a_stretch_are_found_in_text_order(
    everything: list[PlacedAnnotation], stretch: tuple[int, int]
) -> None:
    first, last = stretch
    wanted = [
        one
        for one in sorted(everything, key=by_place)
        if one.start is not None and one.end is not None and one.start < last and first < one.end
    ]
    assert Marks(everything).overlapping(first, last) == wanted


@given(several(), spans)
def test_those_that_begin_in_a_stretch(
    everything: list[PlacedAnnotation], stretch: tuple[int, int]
) -> None:
    first, last = stretch
    marks = Marks(everything)
    assert list(marks.beginning(first, last)) == [
        one for one in sorted(everything, key=by_place) if first <= (one.start or 0) < last
    ]


@given(several(), st.lists(spans, max_size=6))
def test_along_some_stretches_are_those_that_overlap_each(
    everything: list[PlacedAnnotation], stretches: list[tuple[int, int]]
) -> None:
    rising = list(zip(*map(sorted, zip(*stretches, strict=True)), strict=True))
    marks = Marks(everything)
    assert list(marks.along(rising)) == [marks.overlapping(*stretch) for stretch in rising]


@given(several(), several(), st.data())
def test_marks_changed_one_by_one_are_those_made_anew(
    everything: list[PlacedAnnotation], later: list[PlacedAnnotation], data: st.DataObject
) -> None:
    marks, here = Marks(everything), list(everything)
    for new in later:
        old = data.draw(st.sampled_from([*here, None]))
        new = data.draw(st.sampled_from([new, None]))
        here = [one for one in here if one is not old] + ([new] if new else [])
        marks = marks.replaced(old, new)
        assert sorted(marks, key=by_place) == list(marks)
        assert sorted(map(id, marks)) == sorted(map(id, here))
        assert len(marks.overlapping(-1, 200)) == len(here)


class Counting(int):
    """A place of a text that counts how often it is compared with others."""

    compared = 0

    def __lt__(self, other: int) -> bool:
        Counting.compared += 1
        return int(self) < other

    def __gt__(self, other: int) -> bool:
        Counting.compared += 1
        return int(self) > other

    def __le__(self, other: int) -> bool:
        Counting.compared += 1
        return int(self) <= other

    def __ge__(self, other: int) -> bool:
        Counting.compared += 1
        return int(self) >= other


def test_one_that_spans_everything_makes_no_row_look_at_all_others() -> None:
    whole = placed(0, 100_000, name="whole")
    marks = Marks([whole, *(placed(n, n + 5, name=f"{n}") for n in range(0, 100_000, 10))])
    found = marks.overlapping(Counting(99_990), Counting(99_995))
    assert [one.start for one in found] == [0, 99_990]
    assert 0 < Counting.compared < 100


@given(several(), st.integers(-1, 101))
def test_the_nearest_on_either_side_of_a_place(
    everything: list[PlacedAnnotation], offset: int
) -> None:
    marks = Marks(everything)
    ordered = sorted(everything, key=by_place)
    starts = [one.start or 0 for one in ordered]
    after = next((ordered[n] for n, start in enumerate(starts) if start > offset), None)
    before = next((ordered[n] for n in range(len(starts))[::-1] if starts[n] < offset), None)
    assert marks.after(offset) == after
    assert marks.before(offset) == before


@given(several())
def test_all_of_them_are_kept_in_text_order(everything: list[PlacedAnnotation]) -> None:
    marks = Marks(everything)
    assert len(marks) == len(everything)
    assert list(marks) == sorted(everything, key=by_place)


def test_only_those_of_exactly_a_span_are_on_it() -> None:
    wide, exact, inner = (placed(*span) for span in ((0, 9), (2, 6), (3, 4)))
    assert Marks([inner, wide, exact]).on(2, 6) == [exact]


def test_what_has_no_place_is_left_out() -> None:
    assert len(Marks([placed(None, None), placed(1, 2)])) == 1


def test_an_annotation_that_only_touches_a_stretch_is_not_in_it() -> None:
    marks = Marks([placed(0, 5), placed(10, 15)])
    assert marks.overlapping(5, 10) == []


@given(st.lists(st.integers(0, 60), max_size=20), spans)
def test_those_that_are_lost_are_found_where_they_stood(
    places: list[int], stretch: tuple[int, int]
) -> None:
    lost = [placed(None, None, name=f"id{n:02}", stood=at) for n, at in enumerate(places)]
    first, last = stretch
    found = Marks([placed(3, 9), *lost]).gone(first, last)
    wanted = [one for one in lost if one.stood is not None and first <= one.stood < last]
    assert sorted(one.annotation.id for one in found) == [one.annotation.id for one in wanted]
    assert [one.stood for one in found] == sorted(one.stood or 0 for one in wanted)


def test_one_that_gets_a_place_again_is_lost_no_more() -> None:
    lost, other = placed(None, None, stood=5), placed(None, None, name="another2", stood=5)
    again = placed(7, 9)
    marks = Marks([lost, other]).replaced(lost, again)
    assert (marks.gone(0, 60), marks.lost) == ([other], 1)
    back = marks.replaced(again, lost)
    assert (back.gone(0, 60), back.lost) == ([other, lost], 2)
