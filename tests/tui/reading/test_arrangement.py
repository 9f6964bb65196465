"""Panes side by side: whatever is done to them, there are some, one is active, and all fit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading.arrangement import ALONE_BELOW, LEAST_WIDTH, Arrangement

Panes = Arrangement[str]
Operation = Callable[[Panes], Panes]

screen_widths = st.integers(1, 400)


def split(panes: Panes) -> Panes:
    if panes.is_full:
        return panes
    return panes.split(next(name for name in "abcde" if name not in panes.panes))


def operations() -> st.SearchStrategy[list[Operation]]:
    columns, places = st.integers(-500, 500), st.integers(-5, 5)
    return st.lists(
        st.one_of(
            st.just(split),
            st.just(split),
            st.sampled_from([Panes.closed, Panes.only, Panes.equal]),
            places.map(lambda by: lambda panes: panes.moved(by)),
            places.map(lambda number: lambda panes: panes.activated(number)),
            st.tuples(columns, screen_widths).map(lambda pair: lambda panes: panes.widened(*pair)),
            st.tuples(places, columns, screen_widths).map(
                lambda given: lambda panes: panes.edge_moved(*given)
            ),
        ),
        max_size=30,
    )


def done(several: list[Operation]) -> Panes:
    panes = Panes("a")
    for operation in several:
        panes = operation(panes)
    return panes


@given(operations(), screen_widths)
def test_after_anything_one_to_four_panes_fill_the_width(
    several: list[Operation], width: int
) -> None:
    panes = done(several)
    assert 1 <= len(panes.panes) == len(set(panes.panes)) == len(panes.shares) <= 4
    assert 0 <= panes.active < len(panes.panes)
    assert sum(panes.shares) == pytest.approx(1)
    shown, widths = panes.in_sight(width), panes.widths(width)
    assert panes.active in shown
    assert len(shown) == len(widths)
    assert sum(widths) == width
    assert len(shown) == 1 or min(widths) >= LEAST_WIDTH
    assert len(shown) == 1 or width >= ALONE_BELOW


@given(operations(), st.integers(3 * LEAST_WIDTH, 400))
def test_where_not_all_fit_both_neighbours_of_the_active_pane_are_shown(
    several: list[Operation], width: int
) -> None:
    panes = done(several)
    shown = panes.in_sight(width)
    for neighbour in (panes.active - 1, panes.active + 1):
        assert neighbour in shown or not 0 <= neighbour < len(panes.panes)


@given(operations(), st.integers(-60, 60), st.integers(LEAST_WIDTH * 4, 400))
def test_a_pane_gets_the_columns_asked_for_as_far_as_others_can_spare_them(
    several: list[Operation], by: int, width: int
) -> None:
    panes = done(several)
    before = panes.widths(width)
    after = panes.widened(by, width).widths(width)
    spare = sum(before) - before[panes.active] - LEAST_WIDTH * (len(before) - 1)
    least = min(0, LEAST_WIDTH - before[panes.active])
    wanted = before[panes.active] + min(max(by, least), spare)
    assert after[panes.active] == (wanted if len(before) > 1 else width)


def test_a_line_between_panes_moves_and_takes_from_one_for_the_other() -> None:
    panes = Panes("abc")
    assert panes.widths(150) == [50, 50, 50]
    assert panes.edge_moved(1, 7, 150).widths(150) == [57, 43, 50]
    assert panes.edge_moved(2, -100, 150).widths(150) == [50, 36, 64]
    assert panes.edge_moved(0, 5, 150).widths(150) == [50, 50, 50]


@given(operations(), screen_widths, screen_widths)
def test_widths_asked_for_at_one_size_come_back_with_it(
    several: list[Operation], width: int, other: int
) -> None:
    panes = done(several).widened(11, width)
    wanted = panes.widths(width)
    panes.widths(other)
    assert Panes(panes.panes, panes.shares, panes.active).widths(width) == wanted


def test_a_split_pane_stands_beside_its_twin_and_has_half_of_its_room() -> None:
    panes = Panes("ab", (3, 2), active=0).split("c")
    assert panes.panes == ("a", "c", "b")
    assert panes.active == 1
    assert panes.widths(200) == [60, 60, 80]


def test_equal_panes_stay_equal_when_one_comes_or_goes() -> None:
    panes = Panes("ab").split("c")
    assert panes.widths(150) == [50, 50, 50]
    assert panes.closed().widths(150) == [75, 75]


def test_what_a_closed_pane_leaves_is_its_neighbours() -> None:
    panes = Panes("abc", (2, 1, 1), active=1).closed()
    assert panes.panes == ("a", "c")
    assert panes.active == 0
    assert panes.widths(200) == [150, 50]
    assert Panes("abc", active=0).closed().panes == ("b", "c")
    assert Panes("a").closed().panes == ("a",)


def test_a_pane_takes_its_width_along_when_it_is_moved() -> None:
    panes = Panes("abc", (3, 1, 1), active=0).moved(1)
    assert panes.panes == ("b", "a", "c")
    assert panes.active == 1
    assert panes.widths(250) == [50, 150, 50]
    assert panes.moved(9).panes == ("b", "c", "a")
    assert panes.moved(-9).panes == ("a", "b", "c")


@pytest.mark.parametrize(
    "shares", [(1,), (0, 1, 1), (-1, 2, 2), (float("nan"), 1, 1), (float("inf"), 1, 1)]
)
def test_shares_that_are_none_are_equal_ones(shares: tuple[float, ...]) -> None:
    assert Panes("abc", shares).widths(150) == [50, 50, 50]


@pytest.mark.parametrize("panes", ["", "abcde"])
def test_there_is_at_least_one_pane_and_at_most_four(panes: str) -> None:
    with pytest.raises(ValueError, match="one to four"):
        Panes(panes)


def test_below_80_columns_the_active_pane_is_alone() -> None:
    panes = Panes("abcd", active=2)
    assert panes.in_sight(79) == range(2, 3)
    assert panes.in_sight(80) == range(1, 3)
    assert panes.in_sight(120) == range(1, 4)
    assert panes.in_sight(144) == range(4)
