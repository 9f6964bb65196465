"""Work for idle moments is done in order, a step at a time."""

from __future__ import annotations

from collections.abc import Iterator

from tui.reading.chores import Chores

AS_LONG_AS_IT_TAKES = 3600.0


def chore(name: str, steps: int, done: list[str]) -> Iterator[None]:
    for number in range(steps):
        done.append(f"{name}{number}")
        yield


def test_the_first_chore_added_is_done_first_and_to_its_end() -> None:
    chores, done = Chores(), list[str]()
    chores.add(chore("a", 3, done))
    chores.add(chore("b", 2, done))
    chores.work(AS_LONG_AS_IT_TAKES)
    assert done == ["a0", "a1", "a2", "b0", "b1"]
    assert not chores


def test_no_step_is_begun_when_the_time_is_over() -> None:
    chores, done = Chores(), list[str]()
    chores.add(chore("a", 2, done))
    chores.work(0)
    assert done == []
    assert chores


def test_a_step_that_takes_all_the_time_is_the_last_one() -> None:
    """The clock of the chore is the chore itself: its step ends when the time is over."""
    from time import perf_counter

    chores, done = Chores(), list[str]()
    seconds = 0.001

    def slow() -> Iterator[None]:
        end = perf_counter() + seconds
        while perf_counter() < end:
            pass
        done.append("slow")
        yield
        done.append("more")

    chores.add(slow())
    chores.work(seconds)
    assert done == ["slow"]
    chores.work(AS_LONG_AS_IT_TAKES)
    assert done == ["slow", "more"]


def test_a_chore_may_add_another() -> None:
    chores, done = Chores(), list[str]()

    def first() -> Iterator[None]:
        chores.add(chore("b", 1, done))
        yield
        done.append("a")

    chores.add(first())
    chores.work(AS_LONG_AS_IT_TAKES)
    assert done == ["a", "b0"]


def test_forgotten_chores_are_not_done() -> None:
    chores, done = Chores(), list[str]()
    chores.add(chore("a", 2, done))
    chores.clear()
    chores.work(AS_LONG_AS_IT_TAKES)
    assert done == []
    assert not chores
