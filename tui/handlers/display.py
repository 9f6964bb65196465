"""How the text is set, and where on the screen its sentence stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.keys import Command
from tui.typography import FOCUSES, NARROWEST, SPACINGS, STEP, WIDEST, Typography

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


@handles("sentence.to-top", "sentence.to-middle", "sentence.to-bottom")
def place_sentence(reading: ReadingScreen, command: Command) -> None:
    """Scrolls until the sentence stands there."""
    view = reading.pane.view
    if view is None or view.cursor is None:
        reading.say("There is no sentence here")
        return
    top, where = view.top, command.action.id.removeprefix("sentence.to-")
    reading.pane.perform(lambda view: view.place(where))
    if view.top == top:
        reading.say(f"This is as near the {where} as the sentence comes")


@handles("text.wider", "text.narrower")
def change_measure(reading: ReadingScreen, command: Command) -> None:
    """Another measure, in steps, from the one that the pane has room for."""
    room = reading.pane.picture.geometry.room
    now = reading.desk.typography
    shown = min(now.measure, room)
    if command.action.id == "text.wider":
        steps = shown // STEP + command.times
        if shown == room:
            reading.say(f"Text width {room}: this pane has no more columns")
            return
    else:
        steps = -(-shown // STEP) - command.times
    measure = min(max(steps * STEP, NARROWEST), WIDEST)
    if measure == now.measure or shown <= NARROWEST > steps * STEP:
        reading.say(f"Text width {shown}: it gets no {command.action.id.removeprefix('text.')}")
        return
    _typeset(reading, now._replace(measure=measure), f"Text width {min(measure, room)}")


@handles("text.spacing")
def change_spacing(reading: ReadingScreen, command: Command) -> None:
    """From single to double line spacing, and back."""
    now = reading.desk.typography
    spacing = _next(SPACINGS, now.spacing)
    _typeset(reading, now._replace(spacing=spacing), f"Line spacing {spacing}")


@handles("text.justify")
def justify(reading: ReadingScreen, command: Command) -> None:
    """Both sides even, or the right one ragged."""
    now = reading.desk.typography
    words = "Ragged" if now.justified else "Justified"
    _typeset(reading, now._replace(justified=not now.justified), words)


_FOCUS_WORDS = {
    "off": "No focus: all text stands out",
    "sentence": "Focus on the sentence",
    "paragraph": "Focus on the paragraph",
}


@handles("text.focus")
def change_focus(reading: ReadingScreen, command: Command) -> None:
    """Fades all but the sentence, all but the paragraph, or nothing."""
    now = reading.desk.typography
    focus = _next(FOCUSES, now.focus)
    _typeset(reading, now._replace(focus=focus), _FOCUS_WORDS[focus])


@handles("margin.notes")
def toggle_notes(reading: ReadingScreen, command: Command) -> None:
    """Notes beside their line, or in the tray alone."""
    now = reading.desk.typography
    _typeset(reading, now._replace(margin_notes=not now.margin_notes), "No notes in the margin")
    if not now.margin_notes:
        roomy = reading.pane.picture.geometry.has_notes
        reading.say(f"Notes in the margin{'' if roomy else ', where a pane has room for them'}")


def _typeset(reading: ReadingScreen, typography: Typography, words: str) -> None:
    reading.desk.typeset(typography)
    for pane in reading.panes:
        pane.typeset(typography)
    reading.say(words)


def _next(several: tuple[str, ...], one: str) -> str:
    return several[(several.index(one) + 1) % len(several)]
