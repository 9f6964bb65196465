"""A document that has changed says once what became of the marks in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotations.anchoring.outcome import TOLD, counts
from annotations.model import Anchor
from tui.numbers import grouped
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from tui.reading.screen import ReadingScreen

_MOST = 2000
"""Documents of which it is remembered what was told."""


class ChangeNews:
    """Tells what became of marks, of each text of a document once: also from one day to the next.

    What was told is kept with the reader's places.
    """

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._told = reading.desk.positions.announced
        self.looked: set[str] = set()
        """Documents whose marks were looked at since they were read last."""

    def tell(self, paths: Iterable[str]) -> None:
        """Says what is new of the marks in these documents; nothing where there is nothing new."""
        fresh = [path for path in paths if path not in self.looked]
        self.looked.update(fresh)
        news = [line for path in fresh if (line := self._news_of(path))]
        if news:
            self._reading.say(news[0] if len(news) == 1 else news, "warning")

    def _news_of(self, path: str) -> str:
        session = self._reading.session
        everyone = session.annotations(path)
        own = [one for one in everyone if session.own(one)]
        marks = own or everyone
        if all(one.anchor is Anchor.EXACT for one in marks):
            self._told.pop(path, None)
            return ""
        today = next(one.text for one in marks if one.anchor is not Anchor.EXACT)
        if self._told.get(path) == today:
            return ""
        self._remember(path, today)
        return told(path, marks, self._reading.keys.named("changed.open"), own=bool(own))

    def _remember(self, path: str, today: str) -> None:
        self._told.pop(path, None)
        self._told[path] = today
        while len(self._told) > _MOST:
            del self._told[next(iter(self._told))]


def told(path: str, marks: Iterable[PlacedAnnotation], key: str, *, own: bool = True) -> str:
    """What became of the marks in a document, in a line; ``key`` shows those that ask for it."""
    found = counts(marks)
    since = "since you marked it" if own else "since it was marked"
    line = f"{visible(path)} has changed {since}: {_fates(found)}"
    asks = any(found[anchor] for anchor in TOLD)
    return f"{line} – {visible(key)} shows them" if asks and key else line


def _fates(found: Counter[Anchor]) -> str:
    """The counts in words; the first one says what is counted."""
    words = {
        Anchor.SHIFTED: ("moved with its text", "moved with their text"),
        Anchor.CHANGED: ("changed", "changed"),
        Anchor.REVIEW: ("to review", "to review"),
        Anchor.ORPHAN: ("lost", "lost"),
    }
    fates: list[str] = []
    for anchor, (one, several) in words.items():
        if count := found[anchor]:
            noun = "" if fates else " mark" if count == 1 else " marks"
            fates.append(f"{grouped(count)}{noun} {one if count == 1 else several}")
    return ", ".join(fates)
