"""Changing the selected one of all annotations, or all that are listed, in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.handlers.annotations import selected, the_list
from tui.handlers.deciding import give, in_lines, numbered, only_proposed
from tui.handlers.registry import handles
from tui.keys import Command
from tui.numbers import counted
from tui.reading.confirming import confirm
from tui.reading.question import Question
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.bulk_changes import Reckoning
    from annotations.model import PlacedAnnotation
    from annotations.tag_renaming import PlacedChange
    from tui.reading.screen import ReadingScreen

_STAY = "left as they are"


def _chosen(reading: ReadingScreen, command: Command) -> list[PlacedAnnotation]:
    """What a command is about: all that are shown, others' among them, or the selected one.

    None where not one of them is the reader's; says so then.
    """
    if not command.action.id.endswith("-shown"):
        one = selected(reading)
        return [one] if one is not None else []
    panel = the_list(reading)
    shown = list(panel.shown) if panel is not None else []
    if _own(reading, shown):
        return shown
    reading.say("None of those shown is yours" if shown else "None is shown", "warning")
    return []


def _own(reading: ReadingScreen, chosen: Sequence[PlacedAnnotation]) -> list[PlacedAnnotation]:
    return [one for one in chosen if reading.session.own(one)]


# Deleting


@handles("annotations.delete")
def delete_one(reading: ReadingScreen, command: Command) -> None:
    """Deletes the selected one."""
    _delete(reading, _chosen(reading, command))


@handles("annotations.delete-shown")
async def delete_shown(reading: ReadingScreen, command: Command) -> None:
    """Deletes all that are shown, once that was confirmed."""
    chosen = _chosen(reading, command)
    if chosen:
        own = len(_own(reading, chosen))
        if others := len(chosen) - own:
            reading.say(f"{counted(len(chosen), 'annotation')} listed; {_STAY}: {others} of others")
        words = f"Delete {counted(own, 'annotation')}?"
        await confirm(reading, words, lambda: _delete(reading, chosen), "Nothing deleted")


def _delete(reading: ReadingScreen, chosen: Sequence[PlacedAnnotation]) -> None:
    from annotations.bulk_changes import delete, reckoned
    from tui.relation_words import leading_to_words

    if chosen:
        ties = reading.session.company.relations.leading_to(_own(reading, chosen))
        astray = leading_to_words(ties)
        done = f"Deleted ({astray})" if astray else "Deleted"
        changes = delete(chosen, reading.session.author)
        came_to = reckoned(chosen, reading.session.author, len(changes))
        _change(reading, "delete", done, changes, came_to)


# Deciding


@handles("annotations.status")
async def ask_status(reading: ReadingScreen, command: Command) -> None:
    """Asks for a status, by its number or its name, and decides with it on the selected claim.

    Where its words changed it is kept with that on those that are there now.
    """
    from annotations.bulk_changes import is_claim
    from annotations.model import Anchor

    if not (chosen := _chosen(reading, command)):
        return
    (one,) = chosen
    if not is_claim(one.annotation, reading.session.palette):
        reading.say("This one is no claim", "warning")
    elif only_proposed(reading, one):
        return
    elif one.anchor is Anchor.CHANGED:
        put = partial(give, reading, one)
        await _ask_status(reading, "1 claim", lambda name: f"{name}, kept as it reads now", put)
    else:
        await _ask_status_of(reading, chosen, 1)


@handles("annotations.status-shown")
async def ask_status_of_shown(reading: ReadingScreen, command: Command) -> None:
    """Asks for a status, and decides with it on the claims shown whose text is as it was marked."""
    from annotations.bulk_changes import is_claim, is_unsettled, reckoned

    chosen, palette = _chosen(reading, command), reading.session.palette
    claims = [one for one in _own(reading, chosen) if is_claim(one.annotation, palette)]
    settled = [one for one in claims if not is_unsettled(one)]
    if settled:
        await _ask_status_of(reading, chosen, len(settled))
        if rest := reckoned(chosen, reading.session.author, len(settled), palette).rest():
            reading.say(f"{counted(len(chosen), 'annotation')} listed; {_STAY}: {rest}")
    elif claims:
        key = visible(reading.keys.named("changed.open") or "the palette")
        them = "this one changed" if len(claims) == 1 else "all those changed"
        how = "settles it" if len(claims) == 1 else "settles them one by one"
        reading.say(f"The text of {them}: {key} {how}", "warning")
    elif chosen:
        none = "None of those shown is a claim of yours"
        reading.say("This one is no claim" if len(chosen) == 1 else none, "warning")


async def _ask_status_of(
    reading: ReadingScreen, chosen: Sequence[PlacedAnnotation], claims: int
) -> None:
    """Asks for the status of several at once, of which some may stay as they are."""

    def preview(name: str) -> str:
        return f"{name}: {_briefly(_given(reading, chosen, name)[1])}"

    def put(name: str) -> None:
        _change(reading, f"status {name}", name.capitalize(), *_given(reading, chosen, name))

    await _ask_status(reading, counted(claims, "claim"), preview, put)


async def _ask_status(
    reading: ReadingScreen,
    claims: str,
    preview: Callable[[str], str],
    put: Callable[[str], None],
    initial: str = "",
) -> None:
    """Asks for a status; ``preview`` says what giving it will come to, ``put`` gives it."""
    statuses = reading.session.palette.statuses

    def show(typed: str) -> None:
        name = _status(statuses, typed)
        reading.dialogs.show_aside(preview(name) if name is not None else "")

    def take(typed: str) -> None:
        name = _status(statuses, typed)
        if name is not None:
            put(name)
        elif typed.strip():
            said = f"{visible(typed)} is no status: {numbered(statuses)}"
            reading.say(said, "warning")
            reading.call_next(_ask_status, reading, claims, preview, put, typed)
        else:
            reading.say("Nothing decided")

    answers = in_lines(statuses, reading.size.width - 2)
    question = Question(f"Status of {claims}", take, initial, on_change=show, answers=answers)
    await reading.dialogs.ask(question)


def _given(
    reading: ReadingScreen, chosen: Sequence[PlacedAnnotation], name: str
) -> tuple[list[PlacedChange], Reckoning]:
    """The changes that give a status, and what they come to."""
    from annotations.bulk_changes import reckoned, set_status

    author, palette = reading.session.author, reading.session.palette
    changes = set_status(chosen, author, name, palette)
    return changes, reckoned(chosen, author, len(changes), palette)


def _status(statuses: Sequence[str], typed: str) -> str | None:
    """The status that was typed: its number, or the beginning of its name."""
    typed = typed.strip().casefold()
    if typed.isdecimal():
        return statuses[int(typed)] if int(typed) < len(statuses) else None
    return next((name for name in statuses if typed and name.casefold().startswith(typed)), None)


# Tagging


@handles("annotations.tag", "annotations.tag-shown", "annotations.untag-shown")
async def ask_tag(reading: ReadingScreen, command: Command) -> None:
    """Asks for a tag, and puts it on or takes it off; from the selected one where it is on."""
    from annotations.tag_use import tags_in_use
    from tui.panels.tags import TagPanel

    chosen = _chosen(reading, command)
    if not chosen:
        return
    own = _own(reading, chosen)
    off, session = command.action.id == "annotations.untag-shown", reading.session
    uses = tags_in_use(own if off else session.everything(), session.palette)

    def preview(name: str) -> str:
        return _briefly(_tagged(reading, chosen, name, off=off)[1])

    panel = TagPanel(
        reading.painter,
        session.palette,
        [use for use in uses if use.times or not off],
        title=f"{'Untag' if off else 'Tag'} {counted(len(own), 'annotation')}",
        on=lambda: _common(reading, own),
        choose=lambda name: _put_tag(reading, chosen, name, off=off),
        leave=reading.dialogs.leave,
        new=not off,
        aside=preview if len(chosen) > 1 else None,
    )
    await reading.dialogs.show(panel)


def _common(reading: ReadingScreen, own: Sequence[PlacedAnnotation]) -> tuple[str, ...]:
    """The tags that all of these have now."""
    now = _as_they_are(reading, own)
    first = now[0].annotation.tags if now else ()
    return tuple(tag for tag in first if all(tag in one.annotation.tags for one in now))


def _as_they_are(
    reading: ReadingScreen, chosen: Sequence[PlacedAnnotation]
) -> list[PlacedAnnotation]:
    found = (reading.session.find(one.author, one.annotation.id) for one in chosen)
    return [one for one in found if one is not None]


def _tagged(
    reading: ReadingScreen, chosen: Sequence[PlacedAnnotation], name: str, *, off: bool
) -> tuple[list[PlacedChange], Reckoning]:
    """The changes that put a tag on, or take it off, and what they come to."""
    from annotations.bulk_changes import put_tag, reckoned, take_tag

    now, session = _as_they_are(reading, chosen), reading.session
    change = take_tag if off else put_tag
    changes = change(now, session.author, name, session.palette)
    return changes, reckoned(now, session.author, len(changes))


def _put_tag(
    reading: ReadingScreen, chosen: Sequence[PlacedAnnotation], name: str, *, off: bool
) -> None:
    off = off or (len(chosen) == 1 and name in _common(reading, chosen))
    verb = "untag" if off else "tag"
    done = f"{verb.capitalize()}ged {name} on"
    _change(reading, f"{verb} {name}", done, *_tagged(reading, chosen, name, off=off))


# Both


def _briefly(came_to: Reckoning) -> str:
    """How many will change, and how many not."""
    words = f"{came_to.changed} {'changes' if came_to.changed == 1 else 'change'}"
    return f"{words}; unchanged: {rest}" if (rest := came_to.rest()) else words


def _change(
    reading: ReadingScreen,
    description: str,
    done: str,
    changes: Sequence[PlacedChange],
    came_to: Reckoning,
) -> None:
    """Carries changes out as one step, and says how many there were, and how many stayed."""
    from tui.reading.many_changes import change_many

    rest = came_to.rest()

    async def carry_out() -> None:
        number, problems = await change_many(reading, description, changes)
        undo = visible(reading.keys.named("undo") or "undo")
        left = f" (unchanged: {rest})" if rest else ""
        said = f"{visible(done)}: {counted(number, 'annotation')}{left}; {undo} takes it back"
        reading.say([said, *problems], "warning" if problems else "success")

    if changes:
        reading.call_next(carry_out)
    else:
        reading.say(f"Nothing to change: {rest}")
