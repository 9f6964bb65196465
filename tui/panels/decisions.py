"""The decisions on one claim: which status, when, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotations.decided import decisions_on
from annotations.toml_values import UNKNOWN_TIME
from tui.jumps import Place
from tui.layout.wrapping import wrap
from tui.panels.list_panel import ListPanel
from tui.quoting import in_quotation_marks
from tui.relation_words import quoted
from tui.visible import visible
from tui.widgets.pieces import Piece

if TYPE_CHECKING:
    from annotations.model import Decision, PlacedAnnotation
    from tui.reading.screen import ReadingScreen


class DecisionsPanel(ListPanel):
    """Lists what was decided on a claim, by its author and in answers, the oldest first."""

    stays = "Decisions stay on record. To delete the claim itself, go back to the text"

    def __init__(self, reading: ReadingScreen, claim: PlacedAnnotation) -> None:
        super().__init__(reading.painter)
        self._reading = reading
        self._claim = claim
        self._is_gone = False
        self._decisions: list[Decision] = []
        self.annotations_changed(reading)

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Lists the decisions that there are now."""
        claim = reading.session.find(self._claim.author, self._claim.annotation.id)
        self._is_gone = claim is None
        self._claim = claim or self._claim
        ties = reading.session.company.ties(self._claim)
        answers = [
            tie.other
            for tie in ties
            if tie.other is not None and tie.link is None and not tie.outgoing
        ]
        self._decisions = [] if self._is_gone else decisions_on(self._claim, answers)
        self.update(index=len(self._decisions) - 1)

    def count(self) -> int:
        """How many decisions there are."""
        return len(self._decisions)

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """Whose claim it is, and which words."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        own = self._reading.session.own(self._claim)
        whose = "" if own else f" on {visible(self._claim.author)}’s claim"
        return [(f"Decisions{whose}  ", strong), (visible(quoted(self._claim)), style)], []

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A decision: when, which, by whom; on which words, where others are marked now.

        Of the selected one those words are there as a whole, as far as the panel has room.
        """
        made = self._decisions[index]
        plain, muted = self.painter.panel(), self.painter.panel(muted=True)
        known = made.date != UNKNOWN_TIME
        when = f"{made.date.astimezone():%Y-%m-%d %H:%M}" if known else "at some time    "
        words = self._words(made, width) if index == self.index else []
        return [
            [
                (f"{when}  ", muted),
                (visible(made.status) or "no status", plain),
                (f"  by {visible(made.author)}", muted),
                (_on(made, briefly=not words), muted),
            ],
            *words,
        ]

    @property
    def selected_height(self) -> int:
        """The words that the selected decision was taken on stand below it."""
        if not self._decisions:
            return 1
        words = self._words(self._decisions[self.index], self.size.width - 3)
        return min(1 + len(words), self.rows_for_entries)

    def _words(self, made: Decision, width: int) -> list[list[Piece]]:
        words = visible(in_quotation_marks(" ".join(made.exact.split()))) if made.exact else ""
        rows = wrap(words, 0, len(words), max(10, width - 2)) if words else []
        plain = self.painter.panel()
        return [[("  ", plain), (words[row.start : row.end], plain)] for row in rows]

    def enter_does(self) -> str | None:
        """Enter goes to the claim."""
        return "go to the claim"

    def open(self) -> None:
        """Goes to the claim."""
        if self._claim.start is None:
            self._reading.say("This claim has no place in the text", "warning")
            return
        self._reading.leave_place()
        self._reading.go(Place(self._claim.document, self._claim.start))

    def empty(self) -> str:
        """Why there is none."""
        if self._is_gone:
            undo = self._reading.keys.named("undo")
            back = f"; {undo} takes the last step back" if undo else ""
            return f"The claim was deleted, and with it what was decided on it{back}."
        status = self._claim.annotation.status
        word = f"It is {visible(status)}, and no" if status else "No"
        key = self._reading.keys.named("status.set")
        how = f"; {key} on the claim makes one" if key else ""
        return f"{word} decision is on record{how}."


def _on(made: Decision, *, briefly: bool) -> str:
    if not made.exact:
        return ""
    words = visible(in_quotation_marks(" ".join(made.exact.split()))) if briefly else ""
    return f"  on other words: {words}".rstrip()
