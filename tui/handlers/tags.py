"""Putting tags on annotations and taking them off: by a key, or by a typed name."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, NamedTuple

from annotations.model import Annotation, Change
from annotations.palette import Tag
from documents.document import Document
from documents.spans import Span
from tui.handlers.marking import (
    chooses_on,
    chosen_here,
    end_selection,
    new_on,
    own_on,
    resized,
    say_of,
    settle_span,
    span_here,
)
from tui.handlers.meant import beside_others
from tui.handlers.registry import handles
from tui.keys import Command
from tui.tagging import toggled
from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen

BY_NAME = ("/", ":", "t", "T")
"""Keys that, while a tag's key is waited for and none of them is one, ask for its name instead."""


class Target(NamedTuple):
    """What tags go on: a span of a document, and the annotation there, None where there is none."""

    document: Document
    span: Span
    annotation: Annotation | None


@handles("tag")
def tag(reading: ReadingScreen, command: Command) -> Awaitable[None] | None:
    """Puts a tag of the palette on the selection or the sentence, or takes it off again."""
    palette = reading.session.palette
    if chooses_on(reading, command, len(palette.tags)):
        return None
    chosen = _tag_on(reading, command.argument)
    if chosen is not None:
        toggle_tag(reading, chosen.name)
    elif command.argument in BY_NAME:
        return tag_with_name(reading, command)
    elif command.argument != "escape":
        keys = " ".join(f"{one.letter} {one.name}" for one in palette.tags)
        reading.say(f"No tag on {visible(command.argument)}: {visible(keys)}", "warning")
    return None


def _tag_on(reading: ReadingScreen, key: str) -> Tag | None:
    """The tag that a key sets: its own, its number, or enter on the one chosen in the tray."""
    palette = reading.session.palette
    if key == "enter":
        return palette.tags[reading.bars.choice.index] if palette.tags else None
    chosen = palette.by_key(key) or palette.by_key(reading.keys.latin(key))
    if chosen is None and key.isdecimal():
        number = int(key)
        chosen = palette.tags[number - 1] if 0 < number <= len(palette.tags) else None
    return chosen


@handles("tag.named")
async def tag_with_name(reading: ReadingScreen, command: Command) -> None:
    """Lists all tags, the one used last first, to choose from or to type another."""
    from annotations.tag_use import tags_in_use
    from tui.panels.tags import TagPanel

    settle_span(reading)
    target = target_here(reading)
    if target is None:
        return

    def on() -> tuple[str, ...]:
        annotation = _again(reading, target).annotation
        return annotation.tags if annotation is not None else ()

    uses = tags_in_use(reading.session.everything(), reading.session.palette)
    panel = TagPanel(
        reading.painter,
        reading.session.palette,
        uses,
        on=on,
        choose=lambda name: toggle_on(reading, _again(reading, target), name),
        leave=reading.dialogs.leave,
    )
    await reading.dialogs.show(panel)


def _again(reading: ReadingScreen, target: Target) -> Target:
    """The target as it is now, after tags were put on it or taken off."""
    before = target.annotation
    if before is not None:
        placed = reading.session.find(reading.session.author, before.id)
        return target._replace(annotation=placed.annotation if placed is not None else None)
    placed = own_on(reading, target.document, target.span)
    return target._replace(annotation=placed.annotation) if placed is not None else target


def target_here(reading: ReadingScreen) -> Target | None:
    """What a tag goes on here; says why, where there is nothing."""
    document, span = reading.pane.document, span_here(reading)
    if document is None or span is None:
        reading.say("Nothing to mark here: the document has no sentence", "warning")
        return None
    if not reading.editing.allowed(document):
        return None
    there = chosen_here(reading) or own_on(reading, document, span)
    return Target(document, span, there.annotation if there is not None else None)


def toggle_tag(reading: ReadingScreen, name: str) -> None:
    """Puts a tag on what the reader works on, or takes it off where it is on already."""
    if reading.pane.view is not None and (of := resized(reading.pane.view)):
        from tui.handlers.resizing import take_up

        take_up(reading, of, tag=name)
        return
    target = target_here(reading)
    if target is not None:
        toggle_on(reading, target, name)


def toggle_on(reading: ReadingScreen, target: Target, name: str) -> None:
    """Puts a tag on a target, or takes it off where it is on already."""
    document, _, before = target
    change = Change(before, _toggled(reading, target, name))
    put_on = before is None or name not in before.tags
    reading.editing.edit(f"{'tag' if put_on else 'untag'} {name}", document, change)
    end_selection(reading)
    _say_toggled(reading, document, change, name)


def _toggled(reading: ReadingScreen, target: Target, name: str) -> Annotation | None:
    document, span, before = target
    if before is None:
        after: Annotation | None = new_on(reading, document, span, (name,))
    else:
        after = toggled(before, name, reading.session.palette)
    if after is None or (before is not None and before.status):
        return after
    return reading.editing.dropped.restored(document.path, after)


def _say_toggled(reading: ReadingScreen, document: Document, change: Change, name: str) -> None:
    """Says what has become of a tag, and of the decision that goes with it."""
    before, after = change.before, change.after
    one = after or before
    if one is None:
        return
    lost = reading.editing.dropped.drop(document.path, before, after) if before else ""
    on = before is None or name not in before.tags
    words = f"{'Tagged' if on else 'Untagged'} {visible(name)}"
    if before is None and (others := beside_others(reading)):
        words = f"{words} ({others})"
    if before is None and reading.session.absent.away(document.path):
        from tui.reading.gone import without_a_place

        words += without_a_place(reading, document.path)
    undo = visible(reading.keys.named("undo") or "undo")
    if lost:
        reading.say(f"{words} (it was {visible(lost)}); {undo} brings it back")
        return
    decided = after.status if after and after.status != (before.status if before else "") else ""
    if decided not in ("", reading.session.palette.open_status):
        words = f"{words} ({visible(decided)} as before)"
    if reading.focused is None:
        reading.say(words)
    else:  # the keys went to a panel: which sentence that was is not where the reader looks
        say_of(reading, words, one)
