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
