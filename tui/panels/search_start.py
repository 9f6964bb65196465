"""What the search shows before anything is asked: saved searches, earlier queries, the language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from tui.actions import Context
from tui.pane.painter import Painter
from tui.panels.list_panel import ListPanel
from tui.visible import visible
from tui.widgets.pieces import Piece

EXAMPLES = (
    ("call envoy", "both words, anywhere in a document"),
    ('"formal request"', "these words, one behind the other"),
    ("call OR message", "one of the two, or both"),
    ("call -message", "the first in no document with the other"),
    ("diplom*", 'words that begin so; "formal req*" too'),
    ("Bog?anov", "one letter or digit for each ?"),
    ("bogdanof~", "words that are written nearly so"),
    ("envoy NEAR/5 call", "five words apart at most, either way"),
    (r"/\d+ tons/", "a regular expression"),
    ("tag:claim status:open", "annotations; also author:, has:note"),
    ("note:why", "a word in your notes"),
    ("doc:reports/*", "documents by their path; also lang:de"),
    ("call date:2025-02", "of these days; >=2025, 2024..2025"),
    ("title:telephone", "a word in the title"),
    ("(call OR envoy) doc:*.txt", "brackets say what belongs together"),
)
"""Queries, and what each finds."""


MEANT = "did you mean"
EARLIER = "earlier"


class Offer(NamedTuple):
    """A query to be taken, with what is said of it; ``name`` is that of a saved one.

    Its last word is whole, but for that of an earlier one, which is asked as it was typed.
    """

    group: str
    query: str
    said: str
    name: str = ""


def offers(
    saved: Iterable[tuple[str, str]], recent: Iterable[str], *, help_only: bool = False
) -> list[Offer]:
    """What to list: saved searches by name, then earlier queries, then examples of the language."""
    examples = [Offer("examples", query, said) for query, said in EXAMPLES]
    if help_only:
        return examples
    named = [Offer("saved", query, query, name) for name, query in saved]
    known = {one.query for one in named}
    earlier = [Offer(EARLIER, query, "") for query in recent if query.strip() not in known]
    return [*named, *earlier, *examples]


class StartList(ListPanel):
    """The queries on offer; the selected one is taken."""

    context: Context = "searches"

    def __init__(
        self, painter: Painter, take: Callable[[str], None], back: Callable[[], bool]
    ) -> None:
        """``back`` lists again what this was called up over, and says whether there is any."""
        super().__init__(painter)
        self.offers: list[Offer] = []
        self.problem = ""
        self._take = take
        self._back = back

    def show(self, offers: list[Offer], problem: str = "") -> None:
        """Lists these; ``problem`` says what is wrong with the saved ones, if anything is."""
        self.offers, self.problem = offers, problem
        self.update(index=min(self.index, max(0, len(offers) - 1)))

    @property
    def suggests(self) -> bool:
        """Whether it lists what may have been meant by a query that finds nothing."""
        return bool(self.offers) and self.offers[0].group == MEANT

    def selected(self) -> Offer | None:
        """The one that a key is about."""
        return self.offers[self.index] if self.offers else None

    @property
    def idle(self) -> tuple[str, ...]:
        """The keys that do nothing to the selected one: only what is saved can be removed."""
        one = self.selected()
        return () if one is not None and one.name else ("searches.remove",)

    def selected_changed(self) -> None:
        """Has the status line name the keys that do something now."""
        if self.is_attached and (refresh := getattr(self.screen, "refresh_status", None)):
            self.call_later(refresh)

    def count(self) -> int:
        """How many there are."""
        return len(self.offers)

    def enter_does(self) -> str | None:
        """A query is asked."""
        return "search"

    def open(self) -> None:
        """Takes the query into the line."""
        if (one := self.selected()) is not None:
            self._take(one.query if one.group == EARLIER else f"{one.query.strip()} ")

    def end_selection(self) -> bool:
        """Goes back to what was found, where this was called up over it."""
        return self._back()

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """What this is."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        title = "Nothing found" if self.suggests else "How to ask"
        said = self.problem or "type a query, or take one of these"
        room = self.rows_for_entries
        many = f"  {self.index + 1} of {self.count()} " if self.count() > room else ""
        return [(f"{title}   ", strong), (visible(said), style)], [(many, style)]

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """The group where it begins, the query or its name, and what is to be known of it."""
        one = self.offers[index]
        first = index in (0, self._first) or self.offers[index - 1].group != one.group
        muted, plain = self.painter.panel(muted=True), self.painter.panel()
        groups = max(len(each.group) for each in self.offers) + 2
        group = set_cell_size(one.group if first else "", groups), muted
        if not one.said:
            return [[group, (_title(one), plain)]]
        titles = [cell_len(_title(each)) for each in self.offers if each.said]
        column = max(12, min(width // 3, max(titles)))
        return [[group, (_fitted(_title(one), column) + "  ", plain), (visible(one.said), muted)]]

    def empty(self) -> str:
        """Never: there are always examples."""
        return ""


def _title(one: Offer) -> str:
    return visible(one.name or one.query.strip())


def _fitted(title: str, column: int) -> str:
    """A title in just so many columns; an ellipsis where it goes on."""
    if cell_len(title) <= column:
        return set_cell_size(title, column)
    return set_cell_size(set_cell_size(title, column - 1).rstrip() + "…", column)
