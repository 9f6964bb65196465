"""Giving a tag another name on all annotations of the workspace at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.keys import Command
from tui.numbers import counted
from tui.reading.confirming import confirm
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.tag_renaming import Renaming
    from tui.reading.screen import ReadingScreen


@handles("tag.rename")
async def rename(reading: ReadingScreen, command: Command) -> None:
    """Asks which tag, and for its new name; a name in use merges the two."""
    from annotations.tag_use import tags_in_use
    from tui.panels.tags import OldNamePanel

    session = reading.session
    own = [one for one in session.everything() if session.own(one)]
    uses = [use for use in tags_in_use(own, session.palette) if use.times]
    if not uses:
        reading.say("No annotation of yours has a tag yet")
        return
    here = reading.editing.current()
    panel = OldNamePanel(
        reading.painter,
        session.palette,
        uses,
        title="Rename which of your tags",
        on=lambda: here.annotation.tags if here is not None and session.own(here) else (),
        choose=lambda old: reading.call_next(_ask_name, reading, old),
        leave=reading.dialogs.leave,
        new=False,
        aside=lambda name: "only yours are counted and changed",
    )
    await reading.dialogs.show(panel)


async def _ask_name(reading: ReadingScreen, old: str) -> None:
    """Asks for the new name, beside what it comes to; completes it to tags that anybody uses."""
    from annotations.tag_use import tags_in_use
    from tui.panels.tags import NewNamePanel

    def preview(typed: str) -> str:
        found = _renaming(reading, old, typed)
        return found if isinstance(found, str) else _briefly(found)

    def take(typed: str) -> None:
        found = _renaming(reading, old, typed)
        if isinstance(found, str):
            reading.say(found or "Nothing renamed", "warning" if found else "information")
        elif not found.changes:
            reading.say(found.summary(), "warning")
        else:
            reading.call_next(_confirm, reading, found)

    session = reading.session
    uses = [use for use in tags_in_use(session.everything(), session.palette) if use.name != old]
    panel = NewNamePanel(
        reading.painter,
        session.palette,
        uses,
        title=f"{old} →",
        choose=take,
        leave=reading.dialogs.leave,
        aside=preview,
    )
    await reading.dialogs.show(panel)


def _renaming(reading: ReadingScreen, old: str, typed: str) -> Renaming | str:
    """What the renaming would do; or why it cannot be, empty where nothing was typed."""
    from annotations.tag_renaming import rename_tag
    from annotations.tag_use import as_typed

    new, session = as_typed(typed), reading.session
    if not new:
        return ""
    try:
        return rename_tag(session.everything(), session.author, old, new, session.palette)
    except ValueError as error:
        return str(error)


def _briefly(found: Renaming) -> str:
    merges = "merges " if found.merges else ""
    where = counted(len(found.documents), "document")
    others = f"; {found.others} of others stay" if found.others else ""
    return f"{merges}{len(found.changes)} of yours in {where}{others}"


async def _confirm(reading: ReadingScreen, found: Renaming) -> None:
    """Shows the whole of what will be done, and asks."""

    def rename() -> None:
        reading.call_next(_carry_out, reading, found)

    reading.say([found.summary(), *_remarks(reading, found)])
    count = counted(len(found.changes), "annotation")
    await confirm(reading, f"Rename on {count}?", rename, "Nothing renamed")


async def _carry_out(reading: ReadingScreen, found: Renaming) -> None:
    from tui.reading.many_changes import change_many

    done, problems = await change_many(reading, f"rename {found.old} → {found.new}", found.changes)
    undo = visible(reading.keys.named("undo") or "undo")
    said = f"{found.old} → {found.new} on {counted(done, 'annotation')}; {undo} takes it back"
    lines = [said, *_remarks(reading, found), *problems]
    reading.say(lines, "warning" if problems else "success")


def _remarks(reading: ReadingScreen, found: Renaming) -> list[str]:
    from annotations.tag_renaming import remarks

    return remarks(found, [tag.name for tag in reading.session.workspace.settings.tags])
