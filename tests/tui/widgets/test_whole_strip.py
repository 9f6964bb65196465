"""Rows that were shown are freed at once."""

from __future__ import annotations

import gc
import weakref

from rich.segment import Segment

from tui.widgets.whole_strip import WholeStrip


class _Watched(WholeStrip):
    __slots__ = ("__weakref__",)


def test_a_row_that_was_shown_is_freed_without_a_garbage_collection() -> None:
    strip = _Watched([Segment("one"), Segment(" two")])
    assert list(strip.divide([7])) == [strip]
    alive = weakref.ref(strip)
    gc.disable()
    try:
        del strip
        assert alive() is None
    finally:
        gc.enable()


def test_a_row_is_cut_where_it_is_asked_to_be() -> None:
    strip = WholeStrip([Segment("one"), Segment(" two")])
    assert [piece.text for piece in strip.divide([3, 7])] == ["one", " two"]
