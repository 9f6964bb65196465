"""Marks and recent places: where they are, and what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from documents.errors import CannotOpen
from tui.handlers.places import go_back_to
from tui.jumps import Place
from tui.layout.wrapping import wrap
from tui.panels.list_panel import ListPanel
from tui.quoting import Passage, plain
from tui.visible import visible
from tui.widgets.pieces import Piece

if TYPE_CHECKING:
    from documents.spans import Span
    from tui.reading.screen import ReadingScreen

_LONGEST = 300  # code points of a sentence that are shown
_ONE_ROW = 72
"""Columns of the panel from which one row is enough for what stands at a place."""


class Listed(NamedTuple):
    """A place in the list, with its letter where it is a mark, and the words that stand there."""

    letter: str
    place: Place
    words: str


class PlacesPanel(ListPanel):
    """Lists the marks by their letters, then the places of the way back, the last one first."""

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__(reading.painter)
        self._reading = reading
        self._marks = 0
        self._listed: list[tuple[str, Place]] = []
        self.places: list[Listed] = []
        self.follow()

    def follow(self) -> None:
        """Lists the places there are now; the selection stays on its place."""
        marks = sorted(self._reading.bookmarks.items())
        marked = {place for _, place in marks}
        recent = [place for place in self._reading.jumps.recent() if place not in marked]
        listed = [*marks, *(("", place) for place in recent)]
        if listed == self._listed:
            return
        selected = self._listed[self.index : self.index + 1]
        self._listed, self._marks = listed, len(marks)
        self.places = [Listed(letter, place, self._words(place)) for letter, place in listed]
        places = [place for _, place in listed]
        same = [places.index(place) for _, place in selected if place in places]
        self.update(index=same[0] if same else None)

    @property
    def entry_height(self) -> int:
        """Where it is, and what stands there: in two rows where they are short."""
        return 2 if self.size.width >= _ONE_ROW else 3

    def count(self) -> int:
        """How many places are listed."""
        return len(self.places)

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """How many there are of each kind."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        recent = len(self.places) - self._marks
        return [("Places  ", strong), (f"{self._marks} marked · {recent} recent", style)], []

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A place: its letter, its document, its sentence."""
        listed = self.places[index]
        muted, plain_style = self.painter.panel(muted=True), self.painter.panel()
        letter = (f"{visible(listed.letter) or '·'} ", self.painter.panel(accent=True))
        words = visible(listed.words) or "(no words are known)"
        rows = list(wrap(words, 0, len(words), max(1, width - 2)))
        shown = [words[row.start : row.end] for row in rows[: self.entry_height - 1]]
        if len(rows) > len(shown):
            shown[-1] = words[rows[len(shown) - 1].start :]  # cut where the panel ends
        return [
            [letter, (visible(listed.place.path), muted)],
            *([("  ", muted), (row, plain_style)] for row in shown),
        ]

    def open(self) -> None:
        """Goes there."""
        try:
            go_back_to(self._reading, self.places[self.index].place)
        except CannotOpen as error:
            self._reading.say(str(error), "error")

    def passage(self) -> Passage | None:
        """The sentence at the place, to be copied."""
        if not self.places:
            return None
        place = self.places[self.index].place
        sentence = self._sentence(place)
        if sentence is None:
            return Passage(place.path, self.places[self.index].words)
        text = self._reading.session.documents.at(place.path).text
        return Passage(place.path, text[sentence.start : sentence.end], *sentence)

    def empty(self) -> str:
        """What to do to have places here."""
        keys = self._reading.keys.keymap.keys("mark.set")
        how = f"{keys[0]} and a letter marks" if keys else "“Set a mark” in the palette marks"
        return f"No places yet: {how} the one where you are."

    def _words(self, place: Place) -> str:
        """The sentence at a place where its document is open, else the words that are known."""
        sentence = self._sentence(place)
        if sentence is None:
            return plain(self._reading.desk.quotes.shown(place))
        text = self._reading.session.documents.at(place.path).text
        return plain(text[sentence.start : min(sentence.end, sentence.start + _LONGEST)])

    def _sentence(self, place: Place) -> Span | None:
        session = self._reading.session
        if (
            not session.documents.is_open(place.path)
            or not session.documents.at(place.path).complete
        ):
            return None  # far in a long text there may be nothing to show it from yet
        at = self._reading.desk.settled(place).offset
        return session.documents.at(place.path).segmentation.sentence_at(at)
