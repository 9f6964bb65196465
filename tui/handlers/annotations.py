"""The list of all annotations: what keys do to the selected one, and to all that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.handlers.deciding import numbered
from tui.handlers.marking import set_note
from tui.handlers.meant import not_yours
from tui.handlers.registry import handles
from tui.keys import Command
from tui.numbers import counted
from tui.reading.drafts import subject_of
from tui.reading.question import Question
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from annotations.tag_renaming import PlacedChange
    from tui.panels.annotations import AnnotationList
    from tui.reading.screen import ReadingScreen


@handles("annotations.open")
async def open_list(reading: ReadingScreen, command: Command) -> None:
    """Lists all annotations."""
    from tui.panels.annotations import AnnotationsPanel

    panel = AnnotationsPanel(reading)
    await reading.open_panel(panel, "right")
    panel.annotations_changed(reading)
    panel.list.focus()


def _list(reading: ReadingScreen) -> AnnotationList | None:
    from tui.panels.annotations import AnnotationList

    return reading.focused if isinstance(reading.focused, AnnotationList) else None


def _selected(reading: ReadingScreen) -> PlacedAnnotation | None:
    """The reader's annotation that is selected; says why where it is none."""
    panel = _list(reading)
    one = panel.selected() if panel is not None else None
    if one is None:
        reading.say("No annotation is selected")
    elif not reading.session.own(one):
        reading.say(not_yours(reading, one), "warning")
    else:
        return one
    return None


def _shown(reading: ReadingScreen) -> list[PlacedAnnotation]:
    """The reader's annotations among those shown; says so where there are none."""
    panel = _list(reading)
    shown = panel.shown if panel is not None else []
    own = [one for one in shown if reading.session.own(one)]
    if not own:
        reading.say("None of those shown is yours" if shown else "None is shown", "warning")
    return own


@handles("annotations.filter")
def ask_filter(reading: ReadingScreen, command: Command) -> None:
    """Puts the keys into the line that says what is wanted."""
    from tui.panels.annotations import AnnotationsPanel

    if isinstance(reading.panel, AnnotationsPanel):
        reading.panel.line.focus()


@handles("annotations.order")
def change_order(reading: ReadingScreen, command: Command) -> None:
    """Puts them in another order."""
    from annotations.narrowing import ORDERS

    if (panel := _list(reading)) is not None:
        panel.order = ORDERS[(ORDERS.index(panel.order) + 1) % len(ORDERS)]
        panel.rearrange()


@handles("annotations.note")
async def edit_note(reading: ReadingScreen, command: Command) -> None:
    """Writes the note of the selected one."""
    from documents.spans import Span

    one = _selected(reading)
    if one is None:
        return
    document, span = reading.session.documents.at(one.document), Span(one.start or 0, one.end or 0)

    def put(words: str) -> None:
        set_note(reading, document, span, one.annotation, words)

    await reading.dialogs.edit_note(one.annotation.note, put, subject_of(one))


# One, or all that are shown


@handles("annotations.delete")
def delete_one(reading: ReadingScreen, command: Command) -> None:
    """Deletes the selected one."""
    one = _selected(reading)
    if one is not None:
        _delete(reading, [one])


@handles("annotations.delete-shown")
async def delete_shown(reading: ReadingScreen, command: Command) -> None:
    """Deletes all that are shown, once that was confirmed."""
    chosen = _shown(reading)

    def answer(word: str) -> None:
        if word.strip().lower() in ("y", "yes"):
            _delete(reading, chosen)
        else:
            reading.say("Nothing deleted")

    if chosen:
        words = f"Delete {counted(len(chosen), 'annotation')}? (yes/no)"
        await reading.dialogs.ask(Question(words, answer))


def _delete(reading: ReadingScreen, chosen: Sequence[PlacedAnnotation]) -> None:
    from annotations.bulk_changes import delete

    _change(reading, "delete", "Deleted", delete(chosen, reading.session.author))


@handles("annotations.status", "annotations.status-shown")
async def ask_status(reading: ReadingScreen, command: Command) -> None:
    """Asks for a status, by its number or its name, and decides on the claims with it."""
    chosen = _chosen(reading, command)
    palette, author = reading.session.palette, reading.session.author

    def put(typed: str) -> None:
        from annotations.bulk_changes import set_status

        name = _status(palette.statuses, typed)
        if name is None:
            said = f"{visible(typed)} is no status: {numbered(palette.statuses)}"
            reading.say(said, "warning")
            return
        changes = set_status(chosen, author, name, palette)
        _change(reading, f"status {name}", visible(name).capitalize(), changes)

    if chosen:
        words = f"Status of {counted(len(chosen), 'annotation')}"
        await reading.dialogs.ask(Question(words, put, hint=numbered(palette.statuses)))


def _status(statuses: Sequence[str], typed: str) -> str | None:
    """The status that was typed: its number, or the beginning of its name."""
    typed = typed.strip().casefold()
    if typed.isdecimal():
        return statuses[int(typed)] if int(typed) < len(statuses) else None
    return next((name for name in statuses if typed and name.casefold().startswith(typed)), None)


@handles("annotations.tag", "annotations.tag-shown", "annotations.untag-shown")
async def ask_tag(reading: ReadingScreen, command: Command) -> None:
    """Asks for a tag, and puts it on or takes it off; from the selected one where it is on."""
    from annotations.tag_use import tags_in_use
    from tui.panels.tags import TagPanel

    chosen = _chosen(reading, command)
    if not chosen:
        return
    off, session = command.action.id == "annotations.untag-shown", reading.session
    uses = tags_in_use(chosen if off else session.everything(), session.palette)
    words = f"{'Untag' if off else 'Tag'} {counted(len(chosen), 'annotation')}"
    panel = TagPanel(
        reading.painter,
        session.palette,
        [use for use in uses if use.times or not off],
        title=words,
        on=lambda: _common(reading, chosen),
        choose=lambda name: _put_tag(reading, chosen, name, off=off),
        leave=reading.dialogs.leave,
        new=not off,
    )
    await reading.dialogs.show(panel)


def _common(reading: ReadingScreen, chosen: Sequence[PlacedAnnotation]) -> tuple[str, ...]:
    """The tags that all of these have now."""
    now = _as_they_are(reading, chosen)
    first = now[0].annotation.tags if now else ()
    return tuple(tag for tag in first if all(tag in one.annotation.tags for one in now))


def _as_they_are(
    reading: ReadingScreen, chosen: Sequence[PlacedAnnotation]
) -> list[PlacedAnnotation]:
    found = (reading.session.find(one.author, one.annotation.id) for one in chosen)
    return [one for one in found if one is not None]


def _put_tag(
    reading: ReadingScreen, chosen: Sequence[PlacedAnnotation], name: str, *, off: bool
) -> None:
    from annotations.bulk_changes import put_tag, take_tag

    off = off or (len(chosen) == 1 and name in _common(reading, chosen))
    change, session = take_tag if off else put_tag, reading.session
    changes = change(_as_they_are(reading, chosen), session.author, name, session.palette)
    verb = "untag" if off else "tag"
    _change(reading, f"{verb} {name}", f"{verb.capitalize()}ged {visible(name)} on", changes)


@handles("annotations.export-shown")
async def export_shown(reading: ReadingScreen, command: Command) -> None:
    """Writes those shown to a file; other authors' too."""
    from tui.handlers.program import ask_export

    panel = _list(reading)
    if panel is None or not panel.shown:
        reading.say("None is shown", "warning")
        return
    await ask_export(reading, list(panel.shown))


def _chosen(reading: ReadingScreen, command: Command) -> list[PlacedAnnotation]:
    """What a command is about: all that are shown, or the selected one."""
    if command.action.id.endswith("-shown"):
        return _shown(reading)
    one = _selected(reading)
    return [one] if one is not None else []


def _change(
    reading: ReadingScreen, description: str, done: str, changes: Sequence[PlacedChange]
) -> None:
    """Carries changes out as one step, and says how many there were."""
    from tui.reading.many_changes import change_many

    async def carry_out() -> None:
        number, problems = await change_many(reading, description, changes)
        undo = visible(reading.keys.named("undo") or "undo")
        said = f"{done}: {counted(number, 'annotation')}; {undo} takes it back"
        reading.say([said, *problems], "warning" if problems else "success")

    if changes:
        reading.call_next(carry_out)
    else:
        reading.say("All of them are so already")
