"""The collector rests until the last of those is done who asked for it."""

from __future__ import annotations

import gc

from tui.collector import Collector


def test_the_first_one_done_does_not_wake_the_collector_for_the_other() -> None:
    collector = Collector()
    first, second = collector.resting(), collector.resting()
    with first:
        second.__enter__()
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


def test_much_that_came_to_stay_is_not_looked_at_again() -> None:
    before = gc.get_freeze_count()
    with Collector().resting():
        few = [[number] for number in range(100)]
    assert gc.get_freeze_count() == before
    with Collector().resting():
        many = [[number] for number in range(50_000)]
    assert gc.get_freeze_count() > before + len(many) - len(few)
    gc.unfreeze()
