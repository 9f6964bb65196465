from __future__ import annotations

import pytest

from tui.getting_ready import GettingReady
from tui.newest_first import Overtaken


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

    def ask(self, *, taking: float) -> None:
        """A query that takes so many seconds."""

        def answer() -> None:
            self.now += taking

        self.ready.query(answer)

    def fail(self) -> None:
        self.now += 0.3
        raise Overtaken

    def be_overtaken_after(self, steps: int) -> None:
        self.overtaken_after = steps
        with pytest.raises(Overtaken):
            self.ready.idle()
        self.overtaken_after = None

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
    rests = [work.ready.idle() or 0.0 for _ in range(20)]
    assert 0 < rests[0] < 1 < rests[-1] == rests[-2]
    work.ask(taking=0.0)
    assert work.ready.idle() == rests[0]


def test_queries_that_are_quick_do_not_wait() -> None:
    work = Work(100)
    work.ask(taking=0.02)
    work.be_overtaken_after(0)
    work.ask(taking=0.02)
    assert work.left == 100


def test_a_query_does_not_wait_for_long() -> None:
    work = Work(1000)
    work.ask(taking=100.0)
    work.be_overtaken_after(0)
    work.ask(taking=0.0)
    assert work.left > 990


def test_a_first_query_does_not_wait() -> None:
    work = Work(100)
    work.ask(taking=0.0)
    assert work.left == 100


def test_queries_that_leave_no_time_between_get_ready_themselves() -> None:
    work = Work(100)
    work.be_overtaken_after(0)
    work.ask(taking=0.3)
    assert work.left == 100
    for _ in range(3):
        before = work.left
        work.ask(taking=0.3)
        assert before - 11 < work.left < before


def test_a_query_waits_no_more_where_there_was_time_before() -> None:
    work = Work(100)
    work.ask(taking=0.3)
    work.be_overtaken_after(20)
    left = work.left
    work.ask(taking=0.3)
    assert work.left == left


def test_a_query_waits_no_more_once_all_is_ready() -> None:
    work = Work(1)
    work.ask(taking=0.3)
    work.ready.idle()
    work.left = 50
    work.ask(taking=0.3)
    assert work.left == 50


def test_a_query_that_fails_or_is_overtaken_is_as_any_other() -> None:
    work = Work(100)
    work.be_overtaken_after(0)
    with pytest.raises(Overtaken):
        work.ready.query(work.fail)
    work.ask(taking=0.3)
    assert 90 < work.left < 100


def test_a_query_is_answered_whatever_getting_ready_for_it_meets() -> None:
    met: list[str] = []
    now = 0.0

    def prepare(step: object) -> bool:
        met.append("trouble")
        raise KeyError("a.txt")

    def answer() -> None:
        nonlocal now
        now += 0.3
        met.append("answer")

    ready = GettingReady(prepare, lambda: None, lambda: now)
    with pytest.raises(KeyError):
        ready.idle()
    for _ in range(3):
        ready.query(answer)
    assert met == ["trouble", "answer", "trouble", "answer", "trouble", "answer"]
