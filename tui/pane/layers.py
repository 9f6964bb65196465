"""Which stretches of a row look different from the rest, and how."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from documents.settings import Hue
from documents.spans import Span
from tui.layout.wrapping import Row
from tui.pane.margin import hue_of
from tui.pane.marks import Marks
from tui.pane.painter import (
    CHOSEN,
    CURRENT_MATCH,
    FADED,
    LINKED,
    MATCH,
    SELECTION,
    SENTENCE,
    SYNTAX,
    TINT,
    Layer,
    Look,
)
from tui.pane.view import View
from tui.themes import Face, Theme

if TYPE_CHECKING:
    from annotations.palette import Palette
    from tui.find import Find
    from tui.pane.colouring import Colouring


def sentence_layers(row: Row, view: View, theme: Theme, *, follows: bool) -> Iterator[Layer]:
    """The current sentence, unless the pane follows another, and the selection if there is one."""
    cursor, selection = view.cursor, view.selection
    if not follows and cursor is not None and cursor.overlaps(row.start, row.end):
        yield Layer(*cursor, Look(SENTENCE, Face(background=theme.sentence)))
    if selection is not None and selection.span.overlaps(row.start, row.end):
        yield Layer(*selection.span, Look(SELECTION, theme.selection))


def acted_on_layers(row: Row, acted_on: Span | None, theme: Theme) -> Iterator[Layer]:
    """The annotation of several at the cursor that keys act on."""
    if acted_on is not None and acted_on.overlaps(row.start, row.end):
        yield Layer(*acted_on, Look(CHOSEN, theme.chosen))


def link_layers(row: Row, linked: Span | None, theme: Theme) -> Iterator[Layer]:
    """The passage that tells the same as the current sentence of another pane."""
    if linked is not None and linked.overlaps(row.start, row.end):
        yield Layer(*linked, Look(LINKED, theme.linked))


def link_sign(row: Row, linked: Span | None) -> str:
    """What stands in the gutter beside such a passage: a sign where it begins, a line on."""
    if linked is None or not linked.overlaps(row.start, row.end):
        return ""
    return "⇄" if row.start <= linked.start else "┆"


def faded_layers(row: Row, lit: Span | None, theme: Theme) -> Iterator[Layer]:
    """What a focus on ``lit`` leaves aside."""
    if lit is not None:
        look = Look(FADED, theme.faded)
        if row.start < lit.start:
            yield Layer(row.start, min(row.end, lit.start), look)
        if lit.end < row.end:
            yield Layer(max(row.start, lit.end), row.end, look)


def mark_layers(row: Row, marks: Marks, palette: Palette, theme: Theme) -> Iterator[Layer]:
    """The tints of the annotations on a row, those that look alike and touch as one."""
    tinted: dict[tuple[Hue, bool], tuple[int, int]] = {}  # the last stretch of each look
    for placed in marks.overlapping(row.start, row.end):
        if placed.start is None or placed.end is None:
            continue
        look = hue_of(placed, palette), bool(marks.beside.sign_of(placed))
        start, end = tinted.get(look, (placed.start, placed.start))
        if placed.start > end:
            yield Layer(start, end, _tint(theme, *look))
            start = placed.start
        tinted[look] = (start, max(end, placed.end))
    for look, (start, end) in tinted.items():
        yield Layer(start, end, _tint(theme, *look))


def _tint(theme: Theme, hue: Hue, theirs: bool) -> Look:
    """How an annotated stretch looks: the reader's own is tinted, another author's underlined."""
    return Look(TINT, theme.hues[hue].face_of_another if theirs else theme.hues[hue].face)


def match_layers(
    row: Row, text: str, find: Find | None, match: Span | None, theme: Theme
) -> Iterator[Layer]:
    """The words found on a row, and the match the reader went to."""
    if find:
        for span in find.within(text, row.start, row.end):
            yield Layer(*span, Look(MATCH, theme.match))
    if match is not None and match.overlaps(row.start, row.end):
        yield Layer(*match, Look(CURRENT_MATCH, theme.current_match))


def syntax_layers(row: Row, syntax: Colouring | None, theme: Theme) -> Iterator[Layer]:
    """The colours of source code and Markdown on a row."""
    if syntax is not None:
        for start, end, key in syntax.spans(row.start, row.end):
            yield Layer(start, end, Look(SYNTAX, theme.syntax[key]))
