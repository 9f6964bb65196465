"""The newest request is served, those before it are dropped, and nothing ends the thread but us."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tui.newest_first import NewestFirst

LONG = 30.0
"""Seconds to wait at most, on a busy machine."""


class Served:
    """Notes what is served; each one goes on until it is let go, or is overtaken."""

    def __init__(self) -> None:
        self.began: list[str] = []
        self.ended: list[str] = []
        self.slow = False
        self._changed = threading.Condition()
        self.work = NewestFirst("test", self.serve)

    def serve(self, request: str) -> None:
        self._note(self.began, request)
        while self.slow:
            self.work.go_on()
        self._note(self.ended, request)

    def _note(self, where: list[str], request: str) -> None:
        with self._changed:
            where.append(request)
            self._changed.notify_all()

    def until(self, where: list[str], request: str) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: request in where, LONG)


@pytest.fixture
def served() -> Iterator[Served]:
    made = Served()
    yield made
    made.work.close()


def test_requests_are_served_one_after_the_other_in_another_thread(served: Served) -> None:
    for request in ("one", "two"):
        served.work.ask(request)
        served.until(served.ended, request)
    assert served.ended == ["one", "two"]


def test_a_newer_request_overtakes_the_one_that_is_served(served: Served) -> None:
    served.slow = True
    served.work.ask("one")
    served.until(served.began, "one")
    served.work.ask("two")
    served.until(served.began, "two")
    served.slow = False
    served.until(served.ended, "two")
    assert served.ended == ["two"]


def test_of_those_that_wait_only_the_newest_is_served() -> None:
    busy, free = threading.Event(), threading.Event()
    began: list[int] = []
    done = threading.Event()

    def serve(request: int) -> None:
        began.append(request)
        busy.set()
        assert free.wait(LONG)
        if request == 9:
            done.set()

    work = NewestFirst("test", serve)
    work.ask(0)
    assert busy.wait(LONG)
    for request in range(1, 10):
        work.ask(request)
    free.set()
    assert done.wait(LONG)
    work.close()
    assert began == [0, 9]


def test_what_is_dropped_is_not_served_and_the_next_one_is() -> None:
    busy, free, done = threading.Event(), threading.Event(), threading.Event()
    began: list[str] = []

    def serve(request: str) -> None:
        began.append(request)
        busy.set()
        assert free.wait(LONG)
        if request == "three":
            done.set()

    work = NewestFirst("test", serve)
    work.ask("one")
    assert busy.wait(LONG)
    work.ask("two")
    work.drop()
    free.set()
    work.ask("three")
    assert done.wait(LONG)
    work.close()
    assert began == ["one", "three"]


def test_what_is_served_knows_whether_it_is_still_wanted() -> None:
    seen: list[bool] = []
    done = threading.Event()

    def serve(_: int) -> None:
        seen.append(work.overtaken)
        work.drop()
        seen.append(work.overtaken)
        done.set()

    work = NewestFirst("test", serve)
    work.ask(0)
    assert done.wait(LONG)
    work.close()
    assert seen == [False, True]


@pytest.mark.parametrize("slow", [False, True])
def test_its_thread_ends_when_it_is_closed(served: Served, slow: bool) -> None:
    others = set(threading.enumerate())
    served.slow = slow
    served.work.ask("one")
    served.until(served.began, "one")
    (thread,) = [one for one in set(threading.enumerate()) - others if one.name == "test"]
    served.work.close()
    thread.join(LONG)
    assert not thread.is_alive()


def test_there_is_no_thread_before_anything_is_asked() -> None:
    others = set(threading.enumerate())
    work = NewestFirst("test", lambda _: None)
    work.drop()
    work.close()
    assert set(threading.enumerate()) <= others


def test_a_failure_is_told_and_the_next_one_is_served() -> None:
    told: list[Exception] = []
    failed, done = threading.Event(), threading.Event()

    def serve(request: str) -> None:
        if request == "one":
            raise ValueError("out of ink")
        done.set()

    def tell(error: Exception) -> None:
        told.append(error)
        failed.set()

    work = NewestFirst("test", serve, tell)
    work.ask("one")
    assert failed.wait(LONG)
    work.ask("two")
    assert done.wait(LONG)
    work.close()
    assert [str(error) for error in told] == ["out of ink"]


def test_it_is_idle_anew_each_time_it_begins() -> None:
    idle = threading.Semaphore(0)

    def be_idle() -> None:
        idle.release()

    work = NewestFirst[str]("test", lambda _: None, idle=be_idle)
    for _ in range(3):
        work.begin()
        assert idle.acquire(timeout=LONG)
    work.close()
