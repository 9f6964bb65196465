"""Opening a concordance, and sorting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles

if TYPE_CHECKING:
    from tui.keys import Command
    from tui.panels.concordance_walk import ConcordancePanel
    from tui.reading.screen import ReadingScreen


@handles("results.concordance")
async def concordance(reading: ReadingScreen, command: Command) -> None:
    """Shows every hit of the search on its line: of the query as the results have it."""
    from tui.handlers.searching import search_panel
    from tui.panels.concordance_walk import ConcordancePanel
    from tui.panels.search import while_typed
    from tui.panels.walk import open_walk
    from tui.query_find import QueryFind

    typed = reading.searches.last_query
    if not typed.strip():
        reading.say("Nothing was searched for yet: type the words first")
        return
    asked = search_panel(reading)
    find = QueryFind(typed, asked=while_typed(typed))
    await open_walk(reading, ConcordancePanel(reading, find, asked))
    if asked is not None and asked.forms:
        reading.say("Words as written have lines here, their other forms have none")


@handles("concordance.left", "concordance.right", "concordance.keyword", "concordance.document")
def sort(reading: ReadingScreen, command: Command) -> None:
    """Sorts the lines by what stands beside the keyword, by itself, or as the texts have them."""
    from search_index.concordances.concordance import parse_order

    panel = _panel(reading)
    order = parse_order(command.action.id.partition(".")[2])
    if panel is not None and order is not None:
        panel.sort(order)


@handles("concordance.word")
def sort_by_word(reading: ReadingScreen, command: Command) -> None:
    """Sorts by the first, second or third word, on the side by which lines are sorted."""
    from search_index.concordances.concordance import Order

    panel = _panel(reading)
    keys = reading.keys.keymap.keys("concordance.word")
    if panel is None or command.argument not in keys:
        return
    by = panel.request.order.by
    number = keys.index(command.argument) % 3 + 1
    panel.sort(Order("left" if by == "left" else "right", number))


@handles("concordance.other")
def other(reading: ReadingScreen, command: Command) -> None:
    """Goes from the lines to the words that stand near, to how often it stands, and back."""
    from tui.panels.concordance import following

    if (panel := _panel(reading)) is not None:
        panel.look_at(following(panel.request.shown))


@handles("concordance.query")
async def change_query(reading: ReadingScreen, command: Command) -> None:
    """Back to the search, with its query."""
    from tui.panels.search import SearchPanel

    await reading.open_panel(SearchPanel(reading))


def _panel(reading: ReadingScreen) -> ConcordancePanel | None:
    from tui.panels.concordance_walk import ConcordancePanel

    if isinstance(reading.panel, ConcordancePanel):
        return reading.panel
    reading.say("No concordance is open", "warning")
    return None
