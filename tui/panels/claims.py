"""The review queue at work: it follows the annotations, and the text follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Annotation, PlacedAnnotation
from annotations.palette import Palette
from annotations.queue import review_queue
from documents.errors import CannotOpen
from tui.jumps import Place
from tui.panels.excerpt import Surroundings
from tui.panels.review import ReviewPanel
from tui.panels.walk import Walk
from tui.reading.left_out import left_out_words, parted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.reading.screen import ReadingScreen

_BEFORE, _AFTER = 70, 400
"""Code points of the paragraph shown before a claim and after it."""


class ClaimsPanel(Walk, ReviewPanel):
    """The review panel of a reading screen."""

    def __init__(self, reading: ReadingScreen, first: str = "") -> None:
        """``first`` is the id of the claim to begin at, where one was named to the reader."""
        super().__init__(reading.painter, reading.session.palette, self._surroundings, self._origin)
        self._begins_at = first
        self.loading = not reading.loaded
        self.begin_walk(reading)
        self._session = reading.session

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Shows the claims that are open now."""
        self.loading = not reading.loaded
        everything, hidden = parted(reading, self._session.everything())
        palette = self._session.palette
        claims = [one for one in everything if _is_claim(one, palette)]
        waiting = review_queue(everything, palette, self._session.author)
        left_out = review_queue(hidden, palette, self._session.author)
        self.left_out = left_out_words(reading.keys, (one.author for one in left_out))
        with self.relisting():
            if self.selected() is None:
                self.index = self._start([claim.annotation.id for claim in waiting])
            self.show(waiting, len(claims) - len(waiting), reading.editing.restored)

    def _start(self, waiting: Sequence[str]) -> int:
        """The claim to begin at: one named, one at the cursor, the one that was selected last."""
        here, current, *_ = self._reading.editing.standing()
        at_cursor = [one.annotation.id for one in ([current] if current else []) + list(here)]
        last = self._reading.editing.reviewed
        wanted = [last, *at_cursor] if last in at_cursor else [*at_cursor, last]
        wanted.insert(0, self._begins_at)
        return next((waiting.index(one) for one in wanted if one in waiting), 0)

    def selected_key(self) -> str | None:
        """The id of the selected claim."""
        claim = self.selected()
        return claim.annotation.id if claim is not None else None

    def selected_place(self) -> Place | None:
        """The place of the selected claim."""
        claim = self.selected()
        if claim is None or claim.start is None:
            return None
        return Place(claim.document, claim.start)

    def selected_changed(self) -> None:
        """Shows the selected claim in the text."""
        if (key := self.selected_key()) is not None:
            self._reading.editing.reviewed = key
        super().selected_changed()

    def _surroundings(self, claim: PlacedAnnotation) -> Surroundings:
        annotation = claim.annotation
        if claim.start is None or claim.end is None:
            return _kept_words(annotation)
        try:
            document = self._session.documents.at(claim.document, reach=claim.end)
        except CannotOpen:
            return _kept_words(annotation)
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


def _kept_words(annotation: Annotation) -> Surroundings:
    """The words as they were marked, between those that are kept of what stood around them."""
    before, after = annotation.prefix.partition(" ")[2], annotation.suffix.rpartition(" ")[0]
    return Surroundings(
        f"… {before}" if before else "", annotation.exact, f"{after} …" if after else ""
    )


def _tail(text: str) -> str:
    """The last words of a text."""
    if len(text) <= _BEFORE:
        return text
    end = text[-_BEFORE:]
    return "… " + end[end.find(" ") + 1 :]
