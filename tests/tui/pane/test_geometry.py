"""The columns of a pane add up at every width."""

from __future__ import annotations

import pytest

from tui.pane.geometry import Geometry
from tui.typography import DEFAULT

WIDTHS = range(10, 301)
MEASURE = DEFAULT.measure


@pytest.mark.parametrize("separator", [False, True])
def test_the_columns_follow_each_other_and_fit(separator: bool) -> None:
    for width in WIDTHS:
        pane = Geometry.of(width, separator=separator)
        assert pane.width == width
        assert int(separator) <= pane.gutter_x < pane.text_x
        assert 1 <= pane.text_width <= MEASURE
        assert pane.margin_x == pane.text_x + pane.text_width
        assert pane.margin_x + pane.margin_width <= width


@pytest.mark.parametrize("separator", [False, True])
def test_more_columns_never_mean_less_text(separator: bool) -> None:
    widths = [Geometry.of(width, separator=separator).text_width for width in WIDTHS]
    assert widths == sorted(widths)
    assert widths[-1] == MEASURE


def test_notes_have_the_margin_only_where_the_text_has_its_measure() -> None:
    panes = [Geometry.of(width, separator=False) for width in WIDTHS]
    assert any(pane.has_notes for pane in panes)
    assert all(pane.text_width == MEASURE for pane in panes if pane.has_notes)


def test_the_text_stands_in_the_middle_where_notes_leave_it_there() -> None:
    pane = Geometry.of(300, separator=False)
    assert abs(pane.text_x - (pane.width - pane.margin_x)) <= 1
    pane = Geometry.of(120, separator=False)
    assert abs(pane.text_x - (pane.width - pane.margin_x)) <= 16
