"""Painting: layers of colour change no character, and a row fills its columns."""

from __future__ import annotations

from colorsys import hsv_to_rgb

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from texts import texts

from tui.layout.rowtext import RowText, row_text
from tui.layout.wrapping import Row, wrap
from tui.pane.geometry import Geometry
from tui.pane.margin import MarginLine
from tui.pane.painter import (
    CURRENT_MATCH,
    MATCH,
    SELECTION,
    SENTENCE,
    SYNTAX,
    TINT,
    Layer,
    Look,
    Painter,
)
from tui.themes import THEMES, Face

PAINTER = Painter(THEMES["dark"])
IN_ASCII = Painter(THEMES["dark"], ascii_only=True)
RANKS = [SYNTAX, SENTENCE, TINT, MATCH, CURRENT_MATCH, SELECTION]


def colour(number: int) -> str:
    red, green, blue = (round(255 * part) for part in hsv_to_rgb(number / 40, 0.7, 0.7))
    return f"#{red:02x}{green:02x}{blue:02x}"


LOOKS = {rank: Look(rank, Face(background=colour(rank))) for rank in RANKS}

spans = st.tuples(st.integers(-5, 60), st.integers(0, 40)).map(lambda two: (two[0], sum(two)))


@st.composite
def layers(draw: st.DrawFn) -> list[Layer]:
    ranks = draw(st.lists(st.sampled_from(RANKS), max_size=8))
    return [Layer(*draw(spans), LOOKS[rank]) for rank in ranks]


def style_at(segments: list[Segment], place: int) -> Style | None:
    for segment in segments:
        if place < len(segment.text):
            return segment.style
        place -= len(segment.text)
    raise AssertionError(f"nothing is shown at {place}")


def background(style: Style | None) -> str:
    assert style is not None
    assert style.bgcolor is not None
    return style.bgcolor.name


def first_row(text: str) -> tuple[Row, RowText]:
    row = next(wrap(text, 0, len(text), 60))
    return row, row_text(text, row)


@given(texts, layers())
def test_what_is_shown_is_the_same_under_any_layers(text: str, over: list[Layer]) -> None:
    row, shown = first_row(text)
    segments = PAINTER.text(row, shown, over)
    assert "".join(segment.text for segment in segments) == shown.display
    assert all(segment.text for segment in segments)


@given(texts, layers())
def test_each_character_has_the_face_of_the_highest_rank_over_it(
    text: str, over: list[Layer]
) -> None:
    row, shown = first_row(text)
    segments = PAINTER.text(row, shown, over)
    for offset in range(row.start, row.end):
        place, following = shown.place(offset), shown.place(offset + 1)
        if place == following or (offset and place == shown.place(offset - 1)):
            continue
        ranks = [layer.look.rank for layer in over if layer.start <= offset < layer.end]
        wanted = colour(max(ranks)) if ranks else PAINTER.theme.background
        assert background(style_at(segments, place)) == wanted


def test_a_row_without_layers_is_one_segment() -> None:
    row, shown = first_row("a plain row")
    assert PAINTER.text(row, shown, []) == [Segment("a plain row", PAINTER.style())]


def test_an_empty_row_has_no_segments() -> None:
    assert PAINTER.text(Row(3, 3), RowText("", None), [Layer(0, 9, LOOKS[TINT])]) == []


def test_highlights_over_each_other_are_mixed() -> None:
    row, shown = first_row("one two three")
    blue, amber = (PAINTER.theme.hues[hue].face for hue in ("blue", "amber"))
    segments = PAINTER.text(
        row, shown, [Layer(0, 7, Look(TINT, blue)), Layer(4, 13, Look(TINT, amber))]
    )
    assert [segment.text for segment in segments] == ["one ", "two", " three"]
    alone, mixed, other = (background(segment.style) for segment in segments)
    assert (alone, other) == (blue.background, amber.background)
    assert mixed == PAINTER.theme.tint(["blue", "amber"])


def test_the_colours_of_syntax_give_way_to_a_highlight() -> None:
    row, shown = first_row("keyword")
    word = Layer(0, 7, Look(SYNTAX, Face(foreground="#ff0000")))
    (plain,) = PAINTER.text(row, shown, [word])
    (tinted,) = PAINTER.text(row, shown, [word, Layer(0, 7, LOOKS[TINT])])
    assert plain.style is not None
    assert tinted.style is not None
    assert plain.style.color is not None
    assert tinted.style.color is not None
    assert plain.style.color.name == "#ff0000"
    assert tinted.style.color.name == PAINTER.theme.text


def test_another_theme_paints_in_other_colours() -> None:
    painter = Painter(THEMES["dark"])
    before = painter.style()
    painter.use(THEMES["light"])
    assert background(before) == THEMES["dark"].background
    assert background(painter.style()) == THEMES["light"].background


margins = st.one_of(
    st.none(),
    st.builds(
        MarginLine,
        hue=st.sampled_from(["blue", None]),
        letters=st.sampled_from(["", "c", "cf", "漢"]),
        words=st.sampled_from(["", "a note", "漢字 and so on, further than there is room for"]),
    ),
)


@given(texts, st.integers(8, 200), st.booleans(), st.booleans(), st.booleans(), margins)
def test_a_row_of_a_pane_is_as_wide_as_the_pane(
    text: str, width: int, separator: bool, bar: bool, goes_on: bool, margin: MarginLine | None
) -> None:
    geometry = Geometry.of(width, separator=separator)
    row = next(wrap(text, 0, len(text), geometry.text_width))
    segments = PAINTER.text(row, row_text(text, row), [])
    strip = PAINTER.strip(geometry, segments, bar=bar, goes_on=goes_on, margin=margin)
    assert sum(segment.cell_length for segment in strip) == width


def test_the_text_begins_at_its_column_beside_its_bar() -> None:
    geometry = Geometry.of(60, separator=True)
    row, shown = first_row("words")
    painted = PAINTER.strip(geometry, PAINTER.text(row, shown, []), bar=True).text
    assert painted[0] == "│"
    assert painted[geometry.gutter_x] == "┃"
    assert painted[geometry.text_x :].startswith("words")


@pytest.mark.parametrize("margin", [None, MarginLine("blue", "c")])
@pytest.mark.parametrize(("painter", "sign"), [(PAINTER, "↵"), (IN_ASCII, "\\")])
def test_a_word_that_goes_on_has_a_sign_behind_its_column(
    painter: Painter, sign: str, margin: MarginLine | None
) -> None:
    geometry = Geometry.of(60, separator=False)
    row, shown = first_row("words")
    segments = painter.text(row, shown, [])
    painted = painter.strip(geometry, segments, goes_on=True, margin=margin).text
    assert painted[geometry.margin_x] == sign
    assert sign not in painter.strip(geometry, segments, margin=margin).text


def test_nothing_is_drawn_where_it_would_be_reordered_with_a_text() -> None:
    geometry = Geometry.of(60, separator=False)
    row, shown = first_row("שלום")
    assert "↵" not in PAINTER.strip(geometry, PAINTER.text(row, shown, []), goes_on=True).text


def test_marks_of_ones_own_blend_alike_whether_anothers_lies_there_too() -> None:
    theme = THEMES["dark"]
    own = [Look(TINT, theme.hues[hue].face) for hue in ("blue", "amber")]
    theirs = Look(TINT, theme.hues["red"].face_of_another)
    painter = Painter(theme)
    beside = painter.style(frozenset([*own, theirs]))
    assert beside.bgcolor == painter.style(frozenset(own)).bgcolor
    assert beside.underline
