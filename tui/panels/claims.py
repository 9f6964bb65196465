"""The review queue at work: it follows the annotations, and the text follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import PlacedAnnotation
from annotations.palette import Palette
from annotations.queue import review_queue
from documents.errors import CannotOpen
from tui.jumps import Place
from tui.panels.excerpt import Surroundings
from tui.panels.review import ReviewPanel
from tui.reading.whence import Whence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.reading.screen import ReadingScreen

_BEFORE, _AFTER = 70, 400
"""Code points of the paragraph shown before a claim and after it."""


class ClaimsPanel(ReviewPanel):
    """The review panel of a reading screen."""

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__(reading.painter, reading.session.palette, self._surroundings, self._origin)
        self.loading = not reading.loaded
        self._reading = reading
        self._session = reading.session
        self._whence = Whence(reading)  # before the panel takes its room from the text
        self._shown: Place | None = None

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Shows the claims that are open now."""
        self.loading = not reading.loaded
        company = self._session.company
        everything = [one for one in self._session.everything() if company.shows(one)]
        palette = self._session.palette
        before = self.selected()
        claims = [one for one in everything if _is_claim(one, palette)]
        waiting = review_queue(everything, palette, self._session.author)
        if before is None:
            self.index = self._start([claim.annotation.id for claim in waiting])
        self.show(waiting, len(claims) - len(waiting), reading.editing.restored)
        after = self.selected()
        if after is not None and (before is None or after.annotation.id != before.annotation.id):
            self.selected_changed()

    def _start(self, waiting: Sequence[str]) -> int:
        """The claim to begin at: one at the cursor, else the one that was selected last."""
        here, current, _ = self._reading.editing.standing()
        at_cursor = [one.annotation.id for one in ([current] if current else []) + list(here)]
        last = self._reading.editing.reviewed
        wanted = [last, *at_cursor] if last in at_cursor else [*at_cursor, last]
        return next((waiting.index(one) for one in wanted if one in waiting), 0)

    def selected_changed(self) -> None:
        """Shows the selected claim in the text."""
        claim, reading = self.selected(), self._reading
        if claim is not None:
            reading.editing.reviewed = claim.annotation.id
        if claim is None or claim.start is None:
            return
        if self._shown is not None and reading.place != self._shown:
            self._whence, self._shown = Whence(reading), None  # the reader has gone elsewhere
        if self._shown is None:
            reading.leave_place()
        reading.go(Place(claim.document, claim.start), focus=False)
        self._shown = reading.place

    def open(self) -> None:
        """Goes to the selected claim, to stay there."""
        self.selected_changed()
        self._whence, self._shown = Whence(self._reading), None
        self._reading.activate(self._reading.pane)

    def go_back(self) -> None:
        """Puts the reader back where they were, unless they went on to another place since."""
        if self._shown is not None and self._reading.place == self._shown:
            self._whence.go_back()

    def _surroundings(self, claim: PlacedAnnotation) -> Surroundings:
        annotation = claim.annotation
        if claim.start is None or claim.end is None:
            return Surroundings(annotation.prefix, annotation.exact, annotation.suffix)
        try:
            document = self._session.documents.at(claim.document, reach=claim.end)
        except CannotOpen:
            return Surroundings(annotation.prefix, annotation.exact, annotation.suffix)
        text, paragraph = document.text, document.segmentation.paragraph_at(claim.start)
        first = paragraph.start if paragraph else claim.start
        last = max(paragraph.end if paragraph else 0, claim.end)
        return Surroundings(
            _tail(text[first : claim.start]),
            text[claim.start : claim.end],
            text[claim.end : min(last, claim.end + _AFTER)],
        )

    def _origin(self, claim: PlacedAnnotation) -> str:
        source = self._session.workspace.source(claim.document)
        who = "" if self._session.own(claim) else f" · {claim.author}"
        return f"{claim.document}{f' · {source.outlet}' if source.outlet else ''}{who}"


def _is_claim(placed: PlacedAnnotation, palette: Palette) -> bool:
    """Whether this waits or waited for a decision: not an answer that decides on another."""
    one = placed.annotation
    return palette.asks_review(one.tags) and not (one.reply_to and one.status)


def _tail(text: str) -> str:
    """The last words of a text."""
    if len(text) <= _BEFORE:
        return text
    end = text[-_BEFORE:]
    return "… " + end[end.find(" ") + 1 :]
