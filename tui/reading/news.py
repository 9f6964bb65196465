"""Documents that have changed say once, and together, what became of the marks in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotations.anchoring.outcome import TOLD, counts
from annotations.model import Anchor
from tui.numbers import grouped
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from tui.reading.screen import ReadingScreen

_MOST = 2000
"""Documents of which it is remembered what was told."""
_GONE = "gone"
"""What is remembered instead of a text where it was told that there is none."""
_NAMED = 3
"""Documents that are named; of more the number is told."""


class News(NamedTuple):
    """What became of the marks in a document: the reader's ``own``, else those of others.

    ``gone`` where the document is, ``back`` where it was.
    """

    path: str
    marks: Sequence[PlacedAnnotation]
    own: bool = True
    gone: bool = False
    back: bool = False


class ChangeNews:
    """Tells what became of marks, of each text of a document once: also from one day to the next.

    What was told is kept with the reader's places. What comes while something is still being told
    is told together with it.
    """

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._told = reading.desk.positions.announced
        self._standing: dict[str, News] = {}
        self._in_place: dict[str, News] = {}

    def tell(self, paths: Iterable[str]) -> None:
        """Says what is new of the marks in these documents; nothing where there is nothing new."""
        from tui.reading.gone import waiting

        reading = self._reading
        fresh = {path: one for path in sorted(paths) if (one := self._news_of(path)) is not None}
        if not fresh:
            return
        if not reading.bars.announcing:
            self._standing, self._in_place = {}, {}
        for path, one in fresh.items():
            if not one.gone:
                reading.bars.unsay(waiting(path))
            for said in (self._standing, self._in_place):
                said.pop(path, None)
            (self._in_place if _in_place(one) else self._standing)[path] = one
        reading.bars.announce([*self._lines()])
        reading.refresh_status()

    def _lines(self) -> Iterator[str]:
        from tui.reading.gone import gone, shown

        reading = self._reading
        key = reading.keys.named("changed.open")
        if changed := [one for one in self._standing.values() if not one.gone]:
            yield told(changed, key)
        for one in self._standing.values():
            if one.gone:
                yield gone(one.path, len(one.marks), key, read=shown(reading, one.path))
        for back in (False, True):
            if paths := [one.path for one in self._in_place.values() if one.back == back]:
                yield there_again(paths, back=back)

    def _news_of(self, path: str) -> News | None:
        """What is new of a document; one whose marks are all in their places again is, too."""
        session = self._reading.session
        everyone = session.annotations(path)
        own = [one for one in everyone if session.own(one)]
        before = self._told.get(path)
        gone = bool(everyone) and path in session.absent.lost
        news = News(path, own or everyone, bool(own), gone, before == _GONE)
        changed = next((one for one in news.marks if one.anchor is not Anchor.EXACT), None)
        if changed is None:
            self._told.pop(path, None)
            today = next((one.text for one in news.marks), before)
            return None if before in (None, today) else news
        now = _GONE if gone else changed.text
        if before == now:
            return None
        self._remember(path, now)
        return news

    def _remember(self, path: str, today: str) -> None:
        self._told.pop(path, None)
        self._told[path] = today
        while len(self._told) > _MOST:
            del self._told[next(iter(self._told))]


def told(news: Sequence[News], key: str) -> str:
    """What became of the marks in these documents, in a line; ``key`` shows those that ask."""
    found = counts(mark for one in news for mark in one.marks)
    own, many = any(one.own for one in news), len(news) > 1
    them = "them" if many else "it"
    since = (
        f"since you marked {them}" if own else f"since {'they were' if many else 'it was'} marked"
    )
    names = _named([one.path for one in news])
    line = f"{names} {'have' if many else 'has'} changed {since}: {_fates(found)}"
    asking = sum(found[anchor] for anchor in TOLD)
    which = "it" if asking == 1 else "them"
    return f"{line} – {visible(key)} shows {which}" if asking and key else line


def there_again(paths: Sequence[str], *, back: bool = False) -> str:
    """That a change was taken back, or made up for, in these documents; or that they are ``back``
    which were gone.
    """
    many = len(paths) > 1
    have = "have" if many else "has"
    came = f"{'are' if many else 'is'} there again" if back else f"{have} changed again"
    return f"{_named(paths)} {came}: every mark is in its place"


def _in_place(news: News) -> bool:
    return all(one.anchor is Anchor.EXACT for one in news.marks)


def _named(paths: Sequence[str]) -> str:
    if len(paths) > _NAMED:
        return f"{grouped(len(paths))} documents"
    *others, last = map(visible, paths)
    return f"{', '.join(others)} and {last}" if others else last


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
