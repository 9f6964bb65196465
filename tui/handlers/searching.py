"""What can be done with the answer to a search: narrowed, saved, walked through in the texts."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.keys import Command
from tui.reading.question import Question
from tui.visible import visible

if TYPE_CHECKING:
    from tui.panels.search import SearchPanel
    from tui.reading.screen import ReadingScreen


def search_panel(reading: ReadingScreen) -> SearchPanel | None:
    """The search, where it is open."""
    from tui.panels.search import SearchPanel

    return reading.panel if isinstance(reading.panel, SearchPanel) else None


# Another query


@handles("results.query")
def change_query(reading: ReadingScreen, command: Command) -> None:
    """Back to typing the query."""
    if (panel := search_panel(reading)) is not None:
        panel.ask()


@handles("results.narrow")
def narrow(reading: ReadingScreen, command: Command) -> None:
    """Puts the field with that number behind the query."""
    from search_index.facets import narrowed

    panel = search_panel(reading)
    if panel is None:
        return
    keys = reading.keys.keymap.keys("results.narrow")
    number = keys.index(command.argument) if command.argument in keys else 0
    if number >= len(panel.row.shown):
        reading.say("There is no such number below to narrow by")
        return
    field = panel.row.shown[number].field
    panel.take(narrowed(panel.line.value, field, panel.as_answered().root))


@handles("results.widen")
def widen(reading: ReadingScreen, command: Command) -> None:
    """Takes the last field of the query away again."""
    from search_index.facets import widened

    panel = search_panel(reading)
    if panel is None:
        return
    wider = widened(panel.line.value)
    if wider is None:
        reading.say("The query is not narrowed: it ends with no field, such as doc: or tag:")
    else:
        panel.take(wider)


@handles("results.forms")
def other_forms(reading: ReadingScreen, command: Command) -> None:
    """Asks for other forms of the words as well, or for the words as they are written alone."""
    panel = search_panel(reading)
    if panel is None or not panel.line.value.strip():
        reading.say("Nothing is asked yet whose other forms could be found")
        return
    found = panel.found
    found.forms, found.awaited = not found.forms, True
    found.refresh()
    panel.ask_again()
    reading.say("Other forms of the words follow those as written" if found.forms else "As written")


@handles("results.help")
def explain(reading: ReadingScreen, command: Command) -> None:
    """Shows how to ask, with examples to be taken, or the answer again."""
    if (panel := search_panel(reading)) is not None:
        panel.explain()


# Selecting


@handles("results.select", "results.select-all")
def select(reading: ReadingScreen, command: Command) -> None:
    """Selects the hit, or all of them, or takes that back."""
    panel = search_panel(reading)
    if panel is None or not panel.found.count():
        reading.say("There is no hit to select")
    elif command.action.id == "results.select":
        panel.found.choose_or_not()
    else:
        panel.found.choose_all()


# Saved searches


@handles("results.save")
async def save(reading: ReadingScreen, command: Command) -> None:
    """Asks for a name and saves the search in the workspace."""
    panel = search_panel(reading)
    query = panel.line.value.strip() if panel is not None else ""
    if not query:
        reading.say("Nothing is asked yet that could be saved")
        return
    known = {one.query: one.name for one in reading.searches.saved()[0]}

    def submit(name: str) -> None:
        if name.strip():
            reading.call_next(_save, reading, name.strip(), query)
        else:
            reading.say("Not saved: it needs a name")

    words = "Save the search as"
    await reading.dialogs.ask(Question(words, submit, initial=known.get(query, "")))


async def _save(reading: ReadingScreen, name: str, query: str) -> None:
    from annotations.saved_searches import CannotSave, save_search
    from documents.settings import SavedSearch

    root = reading.session.workspace.root
    replaced = name in {one.name for one in reading.searches.saved()[0]}
    try:
        await asyncio.to_thread(save_search, root, SavedSearch(name, query))
    except CannotSave as error:
        reading.say(f"Not saved: {visible(str(error))}", "warning")
        return
    reading.searches.remember(f"{query} ")
    how = "in place of the one of that name" if replaced else "in sidelight.toml"
    reading.say(f"Saved “{visible(name)}” {how}", "success")


@handles("searches.remove")
async def remove(reading: ReadingScreen, command: Command) -> None:
    """Takes the selected saved search out of the workspace; it stays among the earlier queries."""
    from annotations.saved_searches import CannotSave, remove_search

    panel = search_panel(reading)
    one = panel.start.selected() if panel is not None else None
    if panel is None or one is None or not one.name:
        reading.say("This is no saved search")
        return
    try:
        await asyncio.to_thread(remove_search, reading.session.workspace.root, one.name)
    except CannotSave as error:
        reading.say(f"Not removed: {visible(str(error))}", "warning")
        return
    reading.searches.remember(f"{one.query} ")
    panel.show_offers()
    reading.say(f"Removed “{visible(one.name)}”; its query is among the earlier ones")
