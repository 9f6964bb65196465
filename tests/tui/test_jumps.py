"""The way back and forth, as a browser has it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.jumps import Jumps, Place

A, B, C, D = (Place("a.txt", n) for n in range(4))


def test_back_and_forward_again() -> None:
    jumps = Jumps()
    jumps.leave(A)
    jumps.leave(B)
    assert jumps.back(C) == B
    assert jumps.back(B) == A
    assert jumps.forward(A) == B
    assert jumps.forward(B) == C
    assert jumps.forward(C) is None


def test_at_the_ends_there_is_nowhere_to_go() -> None:
    jumps = Jumps()
    assert jumps.back(A) is None
    assert jumps.forward(A) is None


def test_a_new_jump_ends_the_way_forward() -> None:
    jumps = Jumps()
    jumps.leave(A)
    assert jumps.back(B) == A
    jumps.leave(C)
    assert jumps.forward(D) is None


def test_where_one_is_already_is_no_place_to_go_back_to() -> None:
    jumps = Jumps()
    jumps.leave(A)
    jumps.leave(B)
    assert jumps.back(B) == A


def test_leaving_a_place_twice_remembers_it_once() -> None:
    jumps = Jumps()
    jumps.leave(A)
    jumps.leave(A)
    assert jumps.back(B) == A
    assert jumps.back(A) is None


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_all_the_way_back_and_all_the_way_forward_end_where_they_began(visits: list[int]) -> None:
    jumps = Jumps()
    here = Place("a.txt", visits[0])
    path = [here]
    for number in visits[1:]:
        there = Place("a.txt", number)
        if there != here:
            jumps.leave(here)
            path = [place for place in path if place != there] + [there]  # each once, as last seen
        here = there
    backwards = [here]
    while (place := jumps.back(here)) is not None:
        here = place
        backwards.append(here)
    assert backwards[::-1] == path
    forwards = [here]
    while (place := jumps.forward(here)) is not None:
        here = place
        forwards.append(here)
    assert forwards == path


def test_the_way_back_has_a_limit() -> None:
    jumps = Jumps()
    for number in range(1000):
        jumps.leave(Place("a.txt", number))
    here, steps = Place("a.txt", 1000), 0
    while (place := jumps.back(here)) is not None:
        here = place
        steps += 1
    assert steps == 200
    assert here == Place("a.txt", 800)


def test_recent_places_come_nearest_first_and_once() -> None:
    jumps = Jumps()
    for place in (A, B, A, C):
        jumps.leave(place)
    assert jumps.recent() == [C, A, B]


def test_the_lists_given_are_kept_up_to_date() -> None:
    behind, ahead = [A], [D]
    jumps = Jumps(behind, ahead)
    assert jumps.forward(B) == D
    assert behind == [A, B]
    assert ahead == []


def test_going_to_and_fro_makes_no_longer_way_back() -> None:
    jumps = Jumps()
    for place in (A, B, A, B, A):
        jumps.leave(place)
    assert jumps.back(B) == A
    assert jumps.back(A) is None
