"""All annotations: narrowed by a line of words, in several orders, many changed at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from annotations.document_notes import is_on_document
from annotations.model import PlacedAnnotation
from annotations.narrowing import ORDERS, narrowed, ordered
from tui.actions import Context
from tui.jumps import Place
from tui.numbers import grouped
from tui.pane.margin import anchor_sign, anchor_words, hue_of, letter_of
from tui.panels.list_panel import ListPanel
from tui.quoting import Passage, in_quotation_marks
from tui.reading.left_out import left_out_words, parted
from tui.visible import visible
from tui.widgets.pieces import Piece
from tui.widgets.type_line import TypeLine

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


class AnnotationList(ListPanel):
    """The annotations that the line asks for."""

    context: Context = "annotations"

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__(reading.painter)
        self._reading = reading
        self.everything: list[PlacedAnnotation] = []
        self._hidden: list[PlacedAnnotation] = []
        self._left_out = ""
        self.shown: list[PlacedAnnotation] = []
        self.line = ""
        self.order = ORDERS[0]
        self._walked: tuple[str, str] | None = None  # the one that the reader selected last

    @property
    def entry_height(self) -> int:
        """Where it is and what it is; its words."""
        return 2

    def take(self, everything: list[PlacedAnnotation]) -> None:
        """Takes the annotations as they now are; those of hidden authors are not listed."""
        self.everything, self._hidden = parted(self._reading, everything)
        self.rearrange()

    def rearrange(self) -> None:
        """Shows what the line asks for, in order; the selection stays on its annotation."""
        selected = self.selected()
        statuses = self._reading.session.palette.statuses
        self.shown = ordered(narrowed(self.everything, self.line), self.order, statuses)
        hidden = narrowed(self._hidden, self.line)
        self._left_out = left_out_words(self._reading.keys, (one.author for one in hidden))
        if selected is None:
            self.update(index=self._at_the_reader())
            return
        names = list(map(_name, self.shown))
        before = _name(selected)
        self.update(index=names.index(before) if before in names else None)

    def narrow(self, line: str) -> None:
        """Shows what another line asks for, and selects the one that the reader is at.

        That is the one they selected last, where it is among those shown; else the nearest.
        """
        self.line = line
        self.rearrange()
        names = list(map(_name, self.shown))
        walked = self._walked
        at = names.index(walked) if walked is not None and walked in names else None
        self.update(index=self._at_the_reader() if at is None else at)

    def follow(self) -> None:
        """Shows the selected one in the text, where it is another than before the narrowing."""
        one = self.selected()
        if one is not None and one not in self._reading.editing.here():
            self.selected_changed()

    def _at_the_reader(self) -> int:
        """The annotation that the keys act on in the text, else the one nearest to it."""
        from annotations.nearest import nearest

        current, view = self._reading.editing.current(), self._reading.pane.view
        if current in self.shown:
            return self.shown.index(current)
        span = view.focus_span() if view is not None else None
        if view is None or span is None:
            return 0
        return nearest(self.shown, view.document.path, span)

    def selected(self) -> PlacedAnnotation | None:
        """The annotation that a key is about."""
        return self.shown[self.index] if 0 <= self.index < len(self.shown) else None

    def count(self) -> int:
        """How many are shown."""
        return len(self.shown)

    def passage(self) -> Passage | None:
        """The words of the selected one, to be copied."""
        one = self.selected()
        if one is None:
            return None
        return Passage(
            one.document, one.annotation.exact or one.annotation.note, one.start, one.end
        )

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """How many there are, and in which order they stand."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        shown, every = len(self.shown), len(self.everything)
        count = grouped(shown) if shown == every else f"{grouped(shown)} of {grouped(every)}"
        own = sum(map(self._reading.session.own, self.shown))
        theirs = f" · {grouped(shown - own)} of others" if own < shown else ""
        return [("Annotations  ", strong), (f"{count}{theirs}", style)], [
            (f"by {self.order} ", style)
        ]

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """An annotation: its tags, status and place; below them its words and its note."""
        one = self.shown[index]
        annotation, palette = one.annotation, self._reading.session.palette
        muted, plain = self.painter.panel(muted=True), self.painter.panel()
        hue, own = hue_of(one, palette), self._reading.session.own(one)
        facts = [one.status_told, anchor_words(one)]
        facts += [one.document, "" if own else one.author]
        head: list[Piece] = [
            ("▎" if own else "╎", self.painter.hue_bar(hue)),
            (
                f"{visible(letter_of(one, palette))}{anchor_sign(one)} ",
                self.painter.hue_letter(hue),
            ),
            (visible(" ".join(annotation.names)), plain),
            (visible("".join(f"  {fact}" for fact in facts if fact)), muted),
        ]
        quote = in_quotation_marks(" ".join(annotation.exact.split()))
        quote = "on the whole text" if is_on_document(one) else quote
        note = " ".join(annotation.note.split())
        words: list[Piece] = [("  ", plain)]
        if note:
            words.append((f"{visible(note)}  ", self.painter.panel(accent=True)))
        words.append((visible(quote), muted if note else plain))
        return [head, words]

    def selected_changed(self) -> None:
        """Shows the selected annotation in the text."""
        one = self.selected()
        self._walked = _name(one) if one is not None else None
        if one is not None and one.start is not None:
            self._reading.go(Place(one.document, one.start), focus=False)

    def open(self) -> None:
        """Goes there, to stay."""
        one, reading = self.selected(), self._reading
        if one is None:
            return
        reading.leave_place()
        reading.go(Place(one.document, one.start or 0))
        if is_on_document(one):
            reading.say("This one is on the whole text")
        elif one.start is None:
            reading.say("The place of this one was lost", "warning")

    def foot(self) -> str:
        """How many of hidden authors are like that too."""
        return self._left_out

    def empty(self) -> str:
        """What to do to have entries here."""
        named = self._reading.keys.named
        if not self._reading.loaded:
            return "Reading the annotations…"
        if self.everything:
            return f"None is like that. {named('annotations.filter')} changes what is asked for."
        whose = " of yours" if self._hidden else ""
        return f"No annotations{whose} yet: {named('tag')} and a tag’s key make one of a sentence."


def _name(one: PlacedAnnotation) -> tuple[str, str]:
    """What tells an annotation from all others."""
    return one.author, one.annotation.id


class AnnotationsPanel(Vertical):
    """The line that says which annotations are wanted, over the list of them."""

    typing = "filter"

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__()
        self.styles.width = self.styles.height = "1fr"
        self.list = AnnotationList(reading)
        self.line = TypeLine(
            "",
            "Words, tag:claim, -tag:doubt, status:open, doc:, author:, anchor:review",
            enter=self._to_list,
            escape=self._to_list,
        )

    def compose(self) -> ComposeResult:
        """The line over the list."""
        yield self.line
        yield self.list

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Shows the annotations as they now are."""
        self.list.take(reading.session.everything())

    def _to_list(self) -> None:
        self._narrow(self.line.value)  # the change may not have been heard yet
        self.list.follow()
        self.list.focus()

    def _narrow(self, line: str) -> None:
        if line != self.list.line:
            self.list.narrow(line)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow(event.value)

    def on_key(self, event: events.Key) -> None:
        """From the line the arrows and tab lead into the list."""
        if self.line.has_focus and event.key in ("down", "tab"):
            event.stop()
            event.prevent_default()
            self._to_list()
