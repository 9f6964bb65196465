"""The stretches of a row that look different, from what lies on it."""

from __future__ import annotations

from annotated import PALETTE, placed
from hypothesis import given
from hypothesis import strategies as st

from tui.layout.wrapping import Row
from tui.pane.layers import mark_layers
from tui.pane.marks import Marks
from tui.themes import THEMES

THEME = THEMES["dark"]
FACES = {tag: THEME.hues[PALETTE.tag(tag).hue].face for tag in ("claim", "question", "quote")}
ROW = Row(20, 60)

annotations = st.lists(
    st.tuples(st.integers(0, 70), st.integers(1, 30), st.sampled_from(sorted(FACES))), max_size=40
)


@given(annotations)
def test_every_character_is_tinted_by_the_annotations_on_it_however_many_overlap(
    several: list[tuple[int, int, str]],
) -> None:
    marks = Marks(placed(start, start + length, tag) for start, length, tag in several)
    layers = list(mark_layers(ROW, marks, PALETTE, THEME))
    for offset in range(ROW.start, ROW.end):
        wanted = {FACES[tag] for start, length, tag in several if start <= offset < start + length}
        assert {one.look.face for one in layers if one.start <= offset < one.end} == wanted


def test_a_thousand_marks_on_the_same_words_are_painted_as_one() -> None:
    marks = Marks(placed(number // 100, 100 + number, "claim") for number in range(1000))
    assert len(list(mark_layers(ROW, marks, PALETTE, THEME))) == 1
