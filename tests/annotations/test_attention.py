"""Which annotations wait for their reader, and how many."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotations.attention import Tally, asks, waiting
from annotations.model import Anchor, PlacedAnnotation, mark

TEXT = "0123456789" * 20
TOLD = {Anchor.CHANGED, Anchor.REVIEW, Anchor.ORPHAN}


def placed(
    anchor: Anchor, start: int = 0, *, author: str = "mk", document: str = "a.txt", name: str = "x"
) -> PlacedAnnotation:
    annotation = replace(mark(TEXT, start, start + 5), id=name)
    lost = anchor is Anchor.ORPHAN
    place = (None, None) if lost else (start, start + 5)
    return PlacedAnnotation(annotation, author, document, *place, anchor, "0" * 64)


some = st.builds(
    placed,
    st.sampled_from(Anchor),
    st.integers(0, 90),
    author=st.sampled_from(["mk", "anna"]),
    document=st.sampled_from(["a.txt", "b.txt"]),
    name=st.sampled_from("klmnopq"),
)


@given(st.lists(some))
def test_those_wait_whose_text_changed_ones_own_first(everything: list[PlacedAnnotation]) -> None:
    found = waiting(everything, "mk")
    assert sorted(map(id, found)) == sorted(id(one) for one in everything if one.anchor in TOLD)
    own = [one.author == "mk" for one in found]
    assert own == sorted(own, reverse=True)


def test_they_wait_in_the_order_of_their_texts_lost_ones_last() -> None:
    lost, late = placed(Anchor.ORPHAN, 1), placed(Anchor.CHANGED, 50)
    early, other = placed(Anchor.REVIEW, 10), placed(Anchor.CHANGED, 0, document="b.txt")
    assert waiting([late, lost, other, early], "mk") == [early, late, lost, other]


def test_what_sits_where_it_was_put_asks_for_nothing() -> None:
    assert not asks(placed(Anchor.SHIFTED))
    assert not asks(None)
    assert asks(placed(Anchor.REVIEW))


@given(st.lists(some), st.lists(st.tuples(some, st.booleans())))
def test_the_tally_is_what_counting_gives(
    begun: list[PlacedAnnotation], steps: list[tuple[PlacedAnnotation, bool]]
) -> None:
    there: dict[tuple[str, str, str], PlacedAnnotation] = {}
    for one in begun:
        there[one.document, one.author, one.annotation.id] = one
    tally = Tally("mk")
    for path in ("a.txt", "b.txt"):
        own = [one for one in there.values() if (one.document, one.author) == (path, "mk")]
        tally.take(path, sum(map(asks, own)))
    for one, deleted in steps:
        key = (one.document, one.author, one.annotation.id)
        old, new = there.pop(key, None), None if deleted else one
        if new is not None:
            there[key] = new
        tally.replace(one.document, old, new)
    counted = [one for one in there.values() if one.author == "mk" and one.anchor in TOLD]
    assert tally.total == len(counted)
