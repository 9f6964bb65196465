"""The panel of changed marks at work: it follows the annotations, and the text follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.anchoring.outcome import Outcome
from annotations.attention import waiting
from annotations.model import PlacedAnnotation
from annotations.whereabouts import where_it_was
from documents.document import Document
from documents.errors import CannotOpen
from tui.jumps import Place
from tui.older_texts import text_of
from tui.panels.changed import ChangedPanel
from tui.panels.walk import Walk
from tui.panels.words_elsewhere import WordsElsewhere
from tui.reading.left_out import left_out_words, parted

if TYPE_CHECKING:
    from annotations.history import Step
    from tui.reading.screen import ReadingScreen


class ChangedWalk(Walk, ChangedPanel):
    """The panel of a reading screen."""

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__(reading.painter, reading.session, self._outcome, self._is_shown)
        self.begin_walk(reading)
        self._outcomes: dict[str, tuple[PlacedAnnotation, Outcome | None]] = {}
        app = reading.app
        self._elsewhere = WordsElsewhere(reading.session, lambda: app.call_later(self._found_words))
        self.moving = False
        """Whether a place is sought in the text for the selected one."""
        self.to_decide = ""
        """The id of the claim settled last that is to be decided on anew."""
        self._left: list[tuple[str, Step | None]] = []  # with the step taken last by then
        self._places: dict[str, tuple[PlacedAnnotation, Place | None]] = {}

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Shows the annotations that wait now."""
        self.loading = not reading.loaded
        with self.relisting():
            found = waiting(self._session.everything(), self._session.author)
            found, hidden = parted(reading, found)
            if self.selected() is None:
                self.index = self._start(found)
            self.left_out = left_out_words(reading.keys, (one.author for one in hidden))
            self.show(found, reading.editing.restored)

    def _start(self, found: list[PlacedAnnotation]) -> int:
        """The one to begin at: the first of those here, or that stood here."""
        standing = self._reading.editing.standing()
        at_cursor = [(one.author, one.annotation.id) for one in (*standing.here, *standing.gone)]
        keys = ((one.author, one.annotation.id) for one in found)
        return next((number for number, key in enumerate(keys) if key in at_cursor), 0)

    def selected_key(self) -> str | None:
        """The id of the selected annotation."""
        one = self.selected()
        return one.annotation.id if one is not None else None

    def selected_place(self) -> Place | None:
        """The place of the selected annotation, or where its passage was; else its text's start."""
        one = self.selected()
        if one is None:
            return None
        return self._place(one) or (Place(one.document, 0) if self._document(one) else None)

    def words_elsewhere(self, one: PlacedAnnotation) -> str:
        """The other document in which the words of a lost one stand, as far as is known."""
        place = self.place_elsewhere(one)
        return place.path if place is not None else ""

    def place_elsewhere(self, one: PlacedAnnotation) -> Place | None:
        """Where in another document the words of a lost one stand, as far as is known."""
        return self._elsewhere.place(one) if one.start is None else None

    def _found_words(self) -> None:
        if self.is_attached:
            self.refresh()

    def on_unmount(self) -> None:
        """Looks no further."""
        self._elsewhere.close()

    def on_focus(self) -> None:
        """Ends a move: the keys are the list's again."""
        self.moving = False

    def leave(self) -> None:
        """Leaves the selected annotation for later, and goes on to the next that was not left."""
        if (one := self.selected()) is None:
            return
        self.later.add(one.annotation.id)
        self._left.append((one.annotation.id, self._session.history.ahead(undoing=True)))
        order = [*range(self.index + 1, self.count()), *range(self.index)]
        fresh = (n for n in order if self.waiting[n].annotation.id not in self.later)
        self.select(next(fresh, (self.index + 1) % self.count()))
        self.refresh()

    def take_leave_back(self) -> bool:
        """Takes it back that one was left for later, where no step stands since; whether so."""
        if not self._left or self._left[-1][1] is not self._session.history.ahead(undoing=True):
            return False
        identifier, _ = self._left.pop()
        self.later.discard(identifier)
        ids = [one.annotation.id for one in self.waiting]
        if identifier in ids:
            self.select(ids.index(identifier))
        self.refresh()
        return True

    def _document(self, one: PlacedAnnotation) -> Document | None:
        try:
            return self._session.documents.at(one.document, reach=one.end or 0)
        except CannotOpen:
            return None

    def _outcome(self, one: PlacedAnnotation) -> Outcome | None:
        """What became of an annotation; worked out once."""
        known = self._outcomes.get(one.annotation.id)
        if known is None or known[0] is not one:
            lost = one.document in self._session.absent.lost  # what is shown of it is not there
            document = None if lost else self._document(one)
            known = (one, Outcome(one, document) if document is not None else None)
            self._outcomes[one.annotation.id] = known
        return known[1]

    def _is_shown(self, one: PlacedAnnotation) -> bool:
        return self._place(one) is not None

    def _place(self, one: PlacedAnnotation) -> Place | None:
        """The place of an annotation, or of where its passage was; looked for once."""
        known = self._places.get(one.annotation.id)
        if known is None or known[0] is not one:
            known = self._places[one.annotation.id] = one, self._found(one)
        return known[1]

    def _found(self, one: PlacedAnnotation) -> Place | None:
        at = one.start if one.start is not None else one.stood
        is_lost = one.document in self._session.absent.lost  # then its text may be closed by now
        if at is not None and not is_lost:
            return Place(one.document, at)
        document = self._document(one)
        if document is None:
            return None
        old = text_of(self._session, one)
        at = where_it_was(one.annotation, old, document.text)
        return None if at is None else Place(one.document, min(at, len(document.text) - 1))
