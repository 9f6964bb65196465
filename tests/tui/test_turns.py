"""Work in threads rests while the reader waits, goes on in turns, and never stops for good."""

from __future__ import annotations

from collections.abc import Callable

from tui.turns import Reader, Turns


class Clock:
    """Time that passes while somebody sleeps, and in which the reader may do something."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept = 0.0
        self.meanwhile: Callable[[], None] = lambda: None

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds
        self.slept += seconds
        self.meanwhile()


def at_work() -> tuple[Clock, Reader, Turns]:
    clock = Clock()
    reader = Reader(clock)
    return clock, reader, Turns(reader, clock, clock.sleep)


def test_short_steps_follow_each_other_without_a_pause() -> None:
    clock, _, turns = at_work()
    turns.pass_on()
    turns.pass_on()
    assert clock.slept == 0


def test_who_had_the_interpreter_for_long_pauses_and_then_has_it_anew() -> None:
    clock, _, turns = at_work()
    clock.now += 1.0
    turns.pass_on()
    paused = clock.slept
    assert paused > 0
    turns.pass_on()
    assert clock.slept == paused


def test_work_rests_until_what_the_reader_did_is_answered() -> None:
    clock, reader, turns = at_work()
    reader.acts()
    assert reader.waits() > 0
    turns.pass_on()
    assert clock.slept > 0
    assert reader.waits() <= 0


def test_what_the_reader_does_meanwhile_is_waited_for_as_well() -> None:
    clock, reader, turns = at_work()
    presses = iter(range(3))

    def press() -> None:
        if next(presses, None) is not None:
            reader.acts()

    clock.meanwhile = press
    reader.acts()
    turns.pass_on()
    assert next(presses, None) is None
    assert reader.waits() <= 0


def test_work_goes_on_at_times_while_the_reader_never_pauses() -> None:
    clock, reader, turns = at_work()
    clock.meanwhile = reader.acts
    reader.acts()
    for _ in range(10):
        turns.pass_on()  # returns
    assert reader.waits() > 0


def test_the_screen_may_change_by_itself_when_the_reader_has_paused() -> None:
    clock, reader, _ = at_work()
    reader.acts()
    assert not reader.pauses()
    clock.sleep(0.6)
    assert reader.pauses()
