"""The marks whose text has changed: each as it was marked beside what stands there now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import zip_longest

from annotations.anchoring.comparing import Telling
from annotations.anchoring.outcome import Outcome
from annotations.bulk_changes import is_claim
from annotations.model import Anchor, PlacedAnnotation
from tui.actions import Context
from tui.pane.margin import anchor_sign, anchor_words, hue_of, letter_of
from tui.pane.painter import Painter
from tui.panels import versions
from tui.panels.list_panel import ListPanel
from tui.panels.versions import Part
from tui.quoting import Passage
from tui.session import Session
from tui.visible import visible
from tui.widgets.pieces import Piece, measured

_SIDE_BY_SIDE = 90
"""Columns of an entry from which the two versions stand side by side."""
_LABEL = 5
"""Columns of ``was`` and ``now`` before them."""
_AROUND = (60, 24)
"""Code points of what is the same that are left beside the rest where there is little room."""

_SLIGHT = "The same words; only punctuation or spaces differ"
_NAMES: dict[Telling, str] = {"number": "numbers", "name": "names", "negation": "denial"}
_QUESTIONS = {
    Anchor.CHANGED: "reads differently now",
    Anchor.REVIEW: "is this the place?",
    Anchor.ORPHAN: "is not in the text any more",
}

_Rows = list[list[Piece]]


class ChangedPanel(ListPanel):
    """Lists what waits for its reader; the selected one is there at length."""

    context: Context = "changed"

    def __init__(
        self,
        painter: Painter,
        session: Session,
        outcome_of: Callable[[PlacedAnnotation], Outcome | None],
        is_shown: Callable[[PlacedAnnotation], bool],
    ) -> None:
        """``outcome_of`` gives None for an annotation whose document cannot be read.

        ``is_shown`` says whether the text shows its place, or where its passage was.
        """
        super().__init__(painter)
        self.waiting: list[PlacedAnnotation] = []
        self.loading = False
        self.later: set[str] = set()  # ids of those that were left
        self.left_out = ""
        """How many of hidden authors are not listed, in words."""
        self._session = session
        self._outcome_of = outcome_of
        self._is_shown = is_shown

    def show(
        self, waiting: list[PlacedAnnotation], restored: Collection[str] = frozenset()
    ) -> None:
        """Shows these; the selection stays on its annotation, or on the one that follows it.

        One of ``restored``, which waits again because a step was taken back, is selected.
        """
        selected = self.selected()
        before = {one.annotation.id for one in self.waiting}
        self.waiting = waiting
        ids = [(one.author, one.annotation.id) for one in waiting]
        come = [n for n, (_, one) in enumerate(ids) if one in restored and one not in before]
        if come:
            self.index = come[0]
        elif selected is not None and (selected.author, selected.annotation.id) in ids:
            self.index = ids.index((selected.author, selected.annotation.id))
        self.update()

    def selected(self) -> PlacedAnnotation | None:
        """The annotation that keys are about."""
        return self.waiting[self.index] if 0 <= self.index < len(self.waiting) else None

    @property
    def idle(self) -> tuple[str, ...]:
        """The actions that can do nothing with the selected one."""
        one = self.selected()
        if one is None:
            return ()
        decides = one.anchor is Anchor.CHANGED and is_claim(one.annotation, self._session.palette)
        idle = () if decides else ("status.set",)
        return ("changed.keep", *idle) if one.start is None else idle

    def words_elsewhere(self, one: PlacedAnnotation) -> str:
        """The other document in which the words of a lost one stand, as far as is known."""
        return ""

    def passage(self) -> Passage | None:
        """The words of the selected one, to be copied."""
        one = self.selected()
        return Passage(one.document, one.annotation.exact, one.start, one.end) if one else None

    def count(self) -> int:
        """How many wait."""
        return len(self.waiting)

    @property
    def selected_height(self) -> int:
        """As many rows as the selected one needs, as far as the panel has them."""
        one, most = self.selected(), self.rows_for_entries
        return len(self._at_length(one, self.size.width - 3, most)) if one else 1

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """Which one this is, and how many there are of each kind."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        own = [one for one in self.waiting if self._session.own(one)]
        kinds = [
            f"{count} {words}"
            for anchor in _QUESTIONS
            if (found := [one for one in own if one.anchor is anchor])
            for count, words in [(len(found), anchor_words(found[0]))]
        ]
        others = len(self.waiting) - len(own)
        kinds += [f"{others} of other authors"] if others else []
        which = f"{self.index + 1} of {len(self.waiting)}  " if self.waiting else ""
        return [("Changed  ", strong), (which, strong), (" · ".join(kinds), style)], []

    def foot(self) -> str:
        """How many of hidden authors wait too."""
        return self.left_out

    def empty(self) -> str:
        """What the panel is for."""
        if self.loading:
            return "Reading the annotations…"
        return (
            "Every mark sits on the words it was made on. When a document changes, marks whose "
            "words changed, whose place is in question or whose passage is gone wait here, each "
            "with its text as it was and as it is. Escape goes back to the text."
        )

    # Entries

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """An annotation in one row; the selected one with both versions of its passage."""
        one = self.waiting[index]
        if index == self.index:
            return self._at_length(one, width, self.rows_for_entries)
        words = visible(" ".join(one.annotation.exact.split()))
        return [
            [*self._head(one, anchor_words(one)), (f"  {words}", self.painter.panel(muted=True))]
        ]

    def _head(self, one: PlacedAnnotation, asks: str) -> list[Piece]:
        """What it is, what it ``asks`` of its reader, and where it is."""
        palette, painter = self._session.palette, self.painter
        hue, muted = hue_of(one, palette), painter.panel(muted=True)
        letter = f"{letter_of(one, palette)}{anchor_sign(one)} "
        tags = visible(" ".join(one.annotation.names))
        aside = [one.document]
        aside += [] if self._session.own(one) else [f"by {one.author}, theirs to settle"]
        if one.annotation.status not in ("", palette.open_status):
            aside.append(self._decided(one))
        aside += ["left for later"] if one.annotation.id in self.later else []
        return [
            ("▎", painter.hue_bar(hue)),
            (visible(letter), painter.hue_letter(hue)),
            (tags, painter.panel()),
            (f"  {asks}", painter.panel(accent=True)),
            (f"  {visible(' · '.join(aside))}", muted),
        ]

    def _decided(self, one: PlacedAnnotation) -> str:
        """What was decided, and on which of the words: those on record, earlier ones, or these."""
        status, on = one.annotation.status, one.decided_on
        if on and on != one.annotation.exact:
            return f"{status} on other words"
        is_back = one.anchor is Anchor.CHANGED and bool(one.annotation.history) and not on
        return status if is_back else f"{status} on the words before"

    def _at_length(self, one: PlacedAnnotation, width: int, most: int) -> _Rows:
        """The annotation in at most so many rows: where they are few, what is the same gives way.

        Where even that is too long, the end is cut off.
        """
        outcome = self._outcome_of(one)
        says = _QUESTIONS[one.anchor] if outcome else self._why_unread(one)
        head = self._head(one, says)
        if outcome is None:
            return [head, *self._side("was", [Part(_flat(one.annotation.exact))], width)][:most]
        top = [head, *self._called_out(outcome)]
        old = versions.old_parts(outcome.old, outcome.differences)
        new = self._now(outcome)
        body = self._both(old, new, width)
        for around in _AROUND:
            if len(top) + len(body) <= most:
                break
            body = self._both(versions.abridged(old, around), versions.abridged(new, around), width)
        return [*top, *body][:most]

    def _why_unread(self, one: PlacedAnnotation) -> str:
        from annotations.relocation import is_missing

        gone = is_missing(self._session.workspace, one.document)
        return "its document is gone" if gone else "its document cannot be read"

    def _now(self, outcome: Outcome) -> list[Part]:
        if outcome.new is not None:
            return versions.new_parts(outcome.new, outcome.differences)
        if there := self.words_elsewhere(outcome.placed):
            return [Part(f"It stands in {visible(there)} now; moving the mark goes there.")]
        if self._is_shown(outcome.placed):
            return [Part("Nothing like it was found; the text shows where it stood.")]
        words = "Nothing like it was found, nor what stood around it; the text shows its beginning."
        return [Part(words)]

    def _both(self, old: list[Part], new: list[Part], width: int) -> _Rows:
        if width < _SIDE_BY_SIDE:
            return [*self._side("was", old, width), *self._side("now", new, width)]
        left = width // 2 - 1
        blank = self.painter.panel()
        paired = zip_longest(
            self._side("was", old, left), self._side("now", new, width - left - 2), fillvalue=None
        )
        return [
            [*(one or []), (" " * (left + 2 - measured(one or [])), blank), *(other or [])]
            for one, other in paired
        ]

    def _side(self, label: str, parts: list[Part], width: int) -> _Rows:
        heading, blank = self.painter.heading(), self.painter.panel()
        found = versions.rows(parts, width - _LABEL, self.painter)
        return [
            [(label.ljust(_LABEL), heading) if n == 0 else (" " * _LABEL, blank), *row]
            for n, row in enumerate(found)
        ]

    def _called_out(self, outcome: Outcome) -> _Rows:
        """The numbers, names and denials that came or went; that there is none."""
        if outcome.new is None:
            return []
        muted = self.painter.panel(muted=True)
        if not outcome.differences:
            same = outcome.new == outcome.old
            words = "Word for word the same" if same else _SLIGHT
            return [[(words, muted)]]
        strong = self.painter.plain(self.painter.theme.warning, True)
        row: list[Piece] = []
        for kind, sides in sorted(outcome.called_out.items()):
            words = " ≠ ".join(", ".join(map(_flat, side)) or "–" for side in sides)
            row += [(f"{_NAMES[kind]} ", muted), (words, strong), ("   ", muted)]
        return [row] if row else []


def _flat(text: str) -> str:
    return visible(" ".join(text.split()))
