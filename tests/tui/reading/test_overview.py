"""Where the words stand that are looked for, and where among them the reader is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.find import Find
from tui.pane.painter import Painter
from tui.reading.overview import Sought, bars, overview
from tui.signs import ASCII
from tui.survey import PARTS, Survey
from tui.themes import THEMES

spreads = st.lists(st.integers(0, 10_000), min_size=1, max_size=PARTS)


def shown(sought: Sought, columns: int) -> list[str]:
    return [text for text, _ in overview(Painter(THEMES["dark"]), sought, columns)]


@given(spreads)
def test_there_is_a_bar_where_there_is_a_match_and_the_highest_where_most_are(
    spread: list[int],
) -> None:
    drawn = bars(spread)
    assert [sign == "·" for sign in drawn] == [count == 0 for count in spread]
    for count, sign in zip(spread, drawn, strict=True):
        assert (sign == "█") or count < max(spread) or not count
    assert drawn.translate(ASCII).isascii()


@given(st.text("ab", max_size=400), st.integers(1, 60))
def test_every_match_stands_in_its_part(text: str, size: int) -> None:
    survey = Survey(Find("a"), text, size=size)
    for piece in survey.order(0):
        survey.count(piece)
    wanted = [0] * PARTS
    for offset, letter in enumerate(text):
        wanted[survey.part_of(offset)] += letter == "a"
    assert survey.spread == wanted
    assert sum(survey.spread) == survey.found


def test_the_readers_part_is_apart_from_the_others() -> None:
    sought = Sought("/x 1 of 3", [1, 0, 2, *[0] * 21], 2)
    assert shown(sought, 120) == [" /x 1 of 3 ", " ▄·", "[█]", f"{'·' * 21} "]


def test_with_less_room_there_are_fewer_bars_and_with_little_none() -> None:
    sought = Sought("/x 1 of 3", [1, 0, 2, *[0] * 21], 2)
    assert shown(sought, 80) == [" /x 1 of 3 ", " ▄", "[█]", f"{'·' * 10} "]
    assert shown(sought, 60) == [" /x 1 of 3 "]
    assert shown(Sought("/x none", [0] * 24, 0), 120) == [" /x none "]
