from __future__ import annotations

import pytest

from tui.getting_ready import GettingReady


class Overtaken(Exception):
    """A query is asked."""


class Work:
    """So much to do, each step of which takes 10 ms."""

    def __init__(self, steps: int) -> None:
        self.left = steps
        self.now = 0.0
        self.overtaken_after: int | None = None
        self.more = False
        self.ready = GettingReady(self.prepare, self.step, lambda: self.now)

    def step(self) -> None:
        self.now += 0.01
        if self.overtaken_after is not None:
            self.overtaken_after -= 1
            if self.overtaken_after < 0:
                raise Overtaken

    def prepare(self, step: object) -> bool:
        assert callable(step)
        while self.left:
            step()
            self.left -= 1
        return self.more


def test_all_is_done_while_nothing_is_asked() -> None:
    work = Work(100)
    assert work.ready.idle() is None
    assert work.left == 0


def test_it_is_done_again_soon_where_there_may_be_more() -> None:
    work = Work(3)
    work.more = True
    assert work.ready.idle() is not None


def test_a_first_query_does_not_wait() -> None:
    work = Work(100)
    work.ready.before_query()
    assert work.left == 100


def test_queries_that_leave_no_time_between_get_ready_themselves() -> None:
    work = Work(100)
    work.overtaken_after = 0
    with pytest.raises(Overtaken):
        work.ready.idle()
    assert work.left == 100
    work.overtaken_after = None
    for _ in range(3):
        before = work.left
        work.ready.before_query()
        assert before - 5 < work.left < before


def test_a_query_waits_no_more_where_there_was_time_before() -> None:
    work = Work(100)
    work.overtaken_after = 20
    with pytest.raises(Overtaken):
        work.ready.idle()
    work.overtaken_after, left = None, work.left
    work.ready.before_query()
    assert work.left == left


def test_a_query_waits_no_more_once_all_is_ready() -> None:
    work = Work(1)
    work.ready.idle()
    now = work.now
    work.left = 50
    work.ready.before_query()
    assert (work.left, work.now) == (50, now)
