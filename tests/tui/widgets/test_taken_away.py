"""Lines to type into that are gone, while the mouse still points at where they were."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widgets import Input, TextArea

from tui.widgets.note_editor import NoteEditor
from tui.widgets.type_line import TypeLine

ROWS = Region(0, 0, 20, 3)


class Nowhere:
    """Keeps nothing of a note while it is written."""

    words = None

    def write(self, words: str) -> None: ...

    def end(self) -> None: ...


def note_editor() -> NoteEditor:
    def nothing(*_: object) -> None: ...

    return NoteEditor("a note", nothing, nothing, nothing, nothing, Nowhere())


def type_line() -> TypeLine:
    return TypeLine("typed", "", enter=lambda: None)


class Lines(App[None]):
    def compose(self) -> ComposeResult:
        yield note_editor()
        yield type_line()


@pytest.mark.parametrize("kind", [NoteEditor, TypeLine])
async def test_a_line_that_was_taken_away_can_still_be_looked_at(
    kind: type[TextArea | Input],
) -> None:
    app = Lines()
    async with app.run_test() as pilot:
        line = app.query_one(kind)
        assert "t" in "".join(row.text for row in line.render_lines(ROWS))
        await line.remove()
        await pilot.pause()
        assert "".join(row.text for row in line.render_lines(ROWS)).strip() == ""
