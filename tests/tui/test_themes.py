"""The themes can be read in, and their hues told apart, by everyone."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest
from rich.color import Color, ColorSystem

from benchmarks.colour_vision import ciede2000, closest_pair, contrast, difference, least_difference
from benchmarks.colours import LEAST_DIFFERENCE, LEAST_INK_DIFFERENCE, part_of
from documents.settings import Hue
from tui.themes import THEMES, Face, Theme
from tui.themes.for_textual import textual_theme

HUES = get_args(Hue)
COLOURFUL = [theme for theme in THEMES.values() if theme.name != "mono"]
HIGH_CONTRAST = [theme for theme in COLOURFUL if theme.name.endswith("-contrast")]
every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
every_colourful = pytest.mark.parametrize("theme", COLOURFUL, ids=lambda theme: theme.name)


@every_theme
def test_a_theme_has_all_six_hues_and_goes_by_its_name(theme: Theme) -> None:
    assert set(theme.hues) == set(HUES)
    assert THEMES[theme.name] is theme


@every_theme
def test_all_text_is_legible_where_it_stands(theme: Theme) -> None:
    assert contrast(theme.text, theme.background) >= 14
    for surface in (theme.background, theme.panel, theme.sentence):
        inks = [theme.text, theme.muted, theme.accent, theme.warning, theme.error, theme.success]
        inks += [face.foreground for face in theme.syntax.values() if face.foreground]
        assert min(contrast(ink, surface) for ink in inks) >= 4.5
    assert min(contrast(hue.letter, theme.background) for hue in theme.hues.values()) >= 4.5


@every_colourful
def test_what_is_faded_can_still_be_read_and_is_less_than_the_text(theme: Theme) -> None:
    ink = theme.faded.foreground
    assert ink is not None
    assert 4.5 <= contrast(ink, theme.background) < contrast(theme.text, theme.background) / 1.5
    tints = [theme.tint([one, other]) for one, other in combinations(HUES, 2)]
    assert min(contrast(ink, theme.softened(tint)) for tint in tints) >= 3


@every_colourful
def test_a_linked_passage_is_legible_and_not_the_sentence_or_the_page(theme: Theme) -> None:
    ground = theme.linked.background
    assert ground is not None
    assert contrast(theme.text, ground) >= 10
    assert contrast(theme.faded.foreground or theme.text, ground) >= 4
    assert difference(ground, theme.background) > 3
    assert difference(ground, theme.sentence) > 3


@every_theme
def test_bars_are_seen(theme: Theme) -> None:
    bars = [hue.bar for hue in theme.hues.values()]
    assert min(contrast(bar, theme.background) for bar in [*bars, theme.cursor_bar]) >= 3


@every_theme
def test_the_marks_of_what_is_chosen_in_a_list_are_seen_on_its_ground(theme: Theme) -> None:
    assert contrast(theme.cursor_bar, theme.sentence) >= 3
    assert contrast(theme.muted, theme.sentence) >= 3


@every_theme
def test_body_text_is_legible_on_every_highlight_and_overlap(theme: Theme) -> None:
    for one, other in combinations(HUES, 2):
        assert contrast(theme.text, theme.tint([one])) >= 4.6
        assert contrast(theme.text, theme.tint([one, other])) >= 4.6
    assert contrast(theme.text, theme.tint(HUES)) >= 4.6


@pytest.mark.parametrize("theme", HIGH_CONTRAST, ids=lambda theme: theme.name)
def test_high_contrast_is_high_everywhere(theme: Theme) -> None:
    inks = [theme.text, theme.muted, *(hue.letter for hue in theme.hues.values())]
    inks += [theme.faded.foreground or theme.text]
    inks += [face.foreground for face in theme.syntax.values() if face.foreground]
    assert min(contrast(ink, theme.background) for ink in inks) >= 7
    assert min(contrast(theme.text, hue.tint) for hue in theme.hues.values()) >= 7


@every_colourful
def test_selection_and_matches_are_legible(theme: Theme) -> None:
    for face in (theme.selection, theme.match, theme.current_match):
        assert face.foreground is not None
        assert face.background is not None
        assert contrast(face.foreground, face.background) >= 6.5


@every_colourful
def test_the_tints_are_told_apart_by_every_kind_of_sight(theme: Theme) -> None:
    tints = [hue.tint for hue in theme.hues.values()]
    assert closest_pair(tints)[0] >= LEAST_DIFFERENCE
    assert min(least_difference(tint, theme.background) for tint in tints) >= 8.5
    assert min(least_difference(tint, theme.sentence) for tint in tints) >= 5.5


@every_colourful
@pytest.mark.parametrize("part", ["letter", "bar"])
def test_letters_and_bars_are_told_apart_by_every_kind_of_sight(theme: Theme, part: str) -> None:
    assert closest_pair(part_of(theme, part))[0] >= LEAST_INK_DIFFERENCE


@every_colourful
def test_the_tints_stay_six_in_a_terminal_of_256_colours(theme: Theme) -> None:
    numbers = {
        Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).number
        for colour in [theme.background, *(hue.tint for hue in theme.hues.values())]
    }
    assert len(numbers) == 7


@every_colourful
def test_selection_and_current_match_stand_out_from_everything(theme: Theme) -> None:
    below = [theme.background, theme.sentence, *(hue.tint for hue in theme.hues.values())]
    for face in (theme.selection, theme.current_match):
        assert face.background is not None
        assert min(least_difference(face.background, tint) for tint in below) >= 20
    assert theme.match.underline


@every_colourful
def test_an_overlap_looks_like_neither_of_its_tints(theme: Theme) -> None:
    for pair in combinations(HUES, 2):
        overlap = theme.tint(pair)
        assert min(difference(overlap, theme.hues[hue].tint) for hue in pair) >= 2


@every_theme
def test_one_hue_keeps_its_tint_and_order_does_not_matter(theme: Theme) -> None:
    assert theme.tint([]) == theme.background
    assert theme.tint(["red"]) == theme.tint(["red", "red"]) == theme.hues["red"].tint
    assert theme.tint(["red", "blue"]) == theme.tint(["blue", "red"])


def test_without_colour_everything_still_differs_by_its_attributes() -> None:
    mono = THEMES["mono"]
    looks = [
        (face.bold, face.italic, face.underline, face.reverse)
        for face in (
            Face(),
            mono.selection,
            mono.match,
            mono.current_match,
            *(hue.face for hue in mono.hues.values()),
        )
    ]
    assert len(set(looks)) == len(looks)


@every_theme
def test_textual_takes_the_theme(theme: Theme) -> None:
    made = textual_theme(theme)
    variables = made.to_color_system().generate()
    assert made.name == theme.name
    assert variables["background"].lower() == theme.background
    assert variables["foreground"].lower() == theme.text


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # From the test data of Sharma, Wu and Dalal (2005).
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ],
)
def test_differences_are_measured_as_published(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    assert ciede2000(one, other) == pytest.approx(expected, abs=5e-5)
