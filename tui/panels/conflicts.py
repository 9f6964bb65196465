"""What was edited twice at once: each with what stands and what was written elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from annotations.model import Conflict, PlacedAnnotation
from annotations.palette import Palette
from tui.actions import Context
from tui.conflict_words import FIELDS, offers
from tui.pane.margin import CONFLICT, hue_of, letter_of
from tui.pane.painter import Painter
from tui.panels.excerpt import Surroundings, excerpt
from tui.panels.list_panel import ListPanel
from tui.quoting import Passage
from tui.visible import visible
from tui.widgets.pieces import Piece

_LABEL = 29
"""Columns of an offer's number and what it is."""


class Question(NamedTuple):
    """One field of an annotation that was edited twice."""

    placed: PlacedAnnotation
    conflict: Conflict

    @property
    def key(self) -> tuple[str, Conflict]:
        """What tells it from the others."""
        return self.placed.annotation.id, self.conflict


class ConflictsPanel(ListPanel):
    """Lists what is to be decided; the selected one with all that can be chosen."""

    context: Context = "conflicts"

    def __init__(self, painter: Painter, palette: Palette, decides: Callable[[], str]) -> None:
        """``decides`` gives the keys that choose."""
        super().__init__(painter)
        self.questions: list[Question] = []
        self.loading = False
        self._palette = palette
        self._decides = decides

    def show(self, questions: list[Question], restored: Collection[str] = frozenset()) -> None:
        """Shows these; the selection stays on its question, or on the one that follows it.

        One of the annotations ``restored``, whose question is there again, is selected.
        """
        selected = self.selected()
        before = {one.key for one in self.questions}
        keys = [one.key for one in questions]
        come = [n for n, key in enumerate(keys) if key[0] in restored and key not in before]
        if come:
            self.index = come[0]
        elif selected is not None and selected.key in keys:
            self.index = keys.index(selected.key)
        self.questions = questions
        self.update()

    def selected(self) -> Question | None:
        """The question that keys answer."""
        return self.questions[self.index] if 0 <= self.index < len(self.questions) else None

    def passage(self) -> Passage | None:
        """The words that the selected annotation marks, to be copied."""
        if (one := self.selected()) is None:
            return None
        placed = one.placed
        return Passage(placed.document, placed.annotation.exact, placed.start, placed.end)

    def count(self) -> int:
        """How many questions there are."""
        return len(self.questions)

    @property
    def selected_height(self) -> int:
        """As many rows as the selected one needs, as far as the panel has them."""
        one = self.selected()
        return len(self._at_length(one, self.size.width - 3)) if one else 1

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """How many there are, and how they are decided."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        which = f"{self.index + 1} of {len(self.questions)}  " if self.questions else ""
        how = f"{visible(self._decides())} choose what is to stand" if self.questions else ""
        return [("Two edits at once  ", strong), (which, strong), (how, style)], []

    def empty(self) -> str:
        """What the panel is for."""
        if self.loading:
            return "Reading the annotations…"
        return (
            "Nothing was edited twice at once. Where another program changes the note, the status "
            "or the passage of an annotation while you do, both are kept, and wait here until you "
            "have chosen. Escape goes back to the text."
        )

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A question in one row; the selected one with what can be chosen."""
        one = self.questions[index]
        return self._at_length(one, width) if index == self.index else [self._head(one)]

    def _head(self, one: Question) -> list[Piece]:
        placed, painter = one.placed, self.painter
        hue = hue_of(placed, self._palette)
        tags = visible(" ".join(placed.annotation.names))
        words = visible(" ".join(placed.annotation.exact.split()))
        return [
            ("▎", painter.hue_bar(hue)),
            (f"{visible(letter_of(placed, self._palette))}{CONFLICT} ", painter.hue_letter(hue)),
            (tags, painter.panel()),
            (f"  {FIELDS[one.conflict.field]}", painter.panel(accent=True)),
            (f"  {visible(placed.document)}", painter.panel(muted=True)),
            (f"  {words}", painter.panel(muted=True)),
        ]

    def _at_length(self, one: Question, width: int) -> list[list[Piece]]:
        """The question with what can be chosen, each in as many rows as there is room for."""
        found = list(offers(one.placed.annotation, one.conflict))
        room = max(1, (self.size.height - 2) // len(found))
        rows = [self._head(one)]
        for number, offer in enumerate(found, start=1):
            rows += self._offered(f" {number} {offer.label}", offer.words, width, room)
        return rows[: max(1, self.size.height - 1)]

    def _offered(self, label: str, words: str, width: int, most: int) -> list[list[Piece]]:
        heading, plain = self.painter.heading(), self.painter.panel()
        shown = excerpt(Surroundings("", words, ""), max(10, width - _LABEL), most)
        return [
            [
                (f"{label if n == 0 else '':<{_LABEL}}", heading if n == 0 else plain),
                (row.text, plain),
            ]
            for n, row in enumerate(shown)
        ]
