"""Work for idle moments is done a step at a time, in turns, what is in sight before the rest."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from tui.reading.chores import Chores

AS_LONG_AS_IT_TAKES = 3600.0


def chore(name: str, steps: int, done: list[str]) -> Iterator[None]:
    for number in range(steps):
        done.append(f"{name}{number}")
        yield


def test_chores_take_turns_so_that_a_long_one_holds_none_up() -> None:
    chores, done = Chores(), list[str]()
    chores.add(("pane", "a"), chore("a", 4, done))
    chores.add(("pane", "b"), chore("b", 2, done))
    chores.add(("other", "a"), chore("c", 1, done))
    chores.work(AS_LONG_AS_IT_TAKES)
    assert done == ["a0", "b0", "c0", "a1", "b1", "a2", "a3"]
    assert not chores


def test_what_is_in_sight_comes_first_though_it_was_added_last() -> None:
    chores, done = Chores(), list[str]()
    chores.add(("pane", "a"), chore("a", 2, done))
    chores.add(("pane", "b"), chore("b", 2, done), in_sight=True)
    chores.add(("other", "b"), chore("c", 1, done), in_sight=True)
    chores.work(AS_LONG_AS_IT_TAKES)
    assert done == ["b0", "c0", "b1", "a0", "a1"]


def test_a_chore_takes_the_place_of_the_one_with_its_key() -> None:
    chores, done = Chores(), list[str]()
    chores.add(("pane", "lay out"), chore("before", 9, done))
    chores.add(("pane", "lay out"), chore("now", 2, done), in_sight=True)
    chores.add(("other", "lay out"), chore("other", 1, done))
    chores.work(AS_LONG_AS_IT_TAKES)
    assert done == ["now0", "now1", "other0"]


def test_chores_are_dropped_with_their_owner() -> None:
    chores, done = Chores(), list[str]()
    chores.add(("pane", "a"), chore("a", 2, done))
    chores.add(("pane", "b"), chore("b", 2, done), in_sight=True)
    chores.add(("other", "a"), chore("c", 1, done))
    chores.drop("pane")
    chores.work(AS_LONG_AS_IT_TAKES)
    assert done == ["c0"]
    assert not chores


def test_no_step_is_begun_when_the_time_is_over() -> None:
    chores, done = Chores(), list[str]()
    chores.add(("pane", "a"), chore("a", 2, done))
    chores.work(0)
    assert done == []
    assert chores


def test_a_step_that_takes_all_the_time_is_the_last_one() -> None:
    """The clock of the chore is the chore itself: its step ends when the time is over."""
    chores, done = Chores(), list[str]()
    seconds = 0.001

    def slow() -> Iterator[None]:
        end = perf_counter() + seconds
        while perf_counter() < end:
            pass
        done.append("slow")
        yield
        done.append("more")

    chores.add(("pane", "slow"), slow())
    chores.work(seconds)
    assert done == ["slow"]
    chores.work(AS_LONG_AS_IT_TAKES)
    assert done == ["slow", "more"]


def test_a_chore_may_add_another_replace_itself_and_drop_its_owner() -> None:
    chores, done = Chores(), list[str]()

    def first() -> Iterator[None]:
        chores.add(("pane", "b"), chore("b", 1, done))
        yield
        chores.add(("pane", "a"), second())
        yield
        done.append("never")

    def second() -> Iterator[None]:
        done.append("a")
        chores.drop("pane")
        yield
        done.append("never")

    chores.add(("pane", "a"), first())
    chores.work(AS_LONG_AS_IT_TAKES)
    assert done == ["b0", "a"]
    assert not chores


def test_while_the_reader_is_busy_only_what_is_in_sight_is_worked_at() -> None:
    chores, done = Chores(), list[str]()
    chores.add(("pane", "b"), chore("b", 1, done))
    chores.add(("pane", "a"), chore("a", 1, done), in_sight=True)
    chores.work(AS_LONG_AS_IT_TAKES, others=False)
    assert done == ["a0"]
    assert chores
    chores.work(AS_LONG_AS_IT_TAKES)
    assert done == ["a0", "b0"]
