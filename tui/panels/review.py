"""The review queue: the open claims of all documents, to decide on one after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from annotations.model import PlacedAnnotation
from annotations.palette import Palette
from tui.actions import Context
from tui.pane.margin import anchor_sign, anchor_words, hue_of, letter_of
from tui.pane.painter import Painter
from tui.panels import versions
from tui.panels.excerpt import ExcerptRow, Surroundings, excerpt, rows_wanted
from tui.panels.list_panel import ListPanel
from tui.quoting import Passage
from tui.visible import visible
from tui.widgets.pieces import Piece


class ReviewPanel(ListPanel):
    """Lists the open claims, each in its context; a number decides on the selected one."""

    context: Context = "review"
    _ROOMY = 14  # rows of the panel from which a claim may have four of them

    def __init__(
        self,
        painter: Painter,
        palette: Palette,
        context_of: Callable[[PlacedAnnotation], Surroundings],
        origin_of: Callable[[PlacedAnnotation], str],
    ) -> None:
        super().__init__(painter)
        self.palette = palette
        self.claims: list[PlacedAnnotation] = []
        self.decided = 0
        self.loading = False
        self.left_out = ""
        """How many of hidden authors are not listed, in words."""
        self._context_of = context_of
        self._origin_of = origin_of

    @property
    def entry_height(self) -> int:
        """The rows that a claim takes at most: four, or three where there is little room."""
        return 4 if self.size.height >= self._ROOMY else 3

    def height(self, index: int) -> int:
        """As many rows as the claim needs."""
        return len(self._rows(index, self.size.width - 3))

    def show(
        self, claims: list[PlacedAnnotation], decided: int, restored: Collection[str] = ()
    ) -> None:
        """Shows these claims; the selection stays on its claim, or on the one that follows it.

        A claim whose decision was taken back, one of ``restored``, is selected again.
        """
        selected = self.selected()
        before = {claim.annotation.id for claim in self.claims}
        ids = [claim.annotation.id for claim in claims]
        come = [n for n, one in enumerate(ids) if one in restored and one not in before]
        if come:
            self.index = come[0]
        elif selected is not None and selected.annotation.id in ids:
            self.index = ids.index(selected.annotation.id)
        self.claims = claims
        self.decided = decided
        self.update()

    def selected(self) -> PlacedAnnotation | None:
        """The claim that a decision is about."""
        return self.claims[self.index] if 0 <= self.index < len(self.claims) else None

    def passage(self) -> Passage | None:
        """The words of the selected claim, to be copied."""
        claim = self.selected()
        if claim is None:
            return None
        return Passage(claim.document, claim.annotation.exact, claim.start, claim.end)

    def count(self) -> int:
        """How many claims are open."""
        return len(self.claims)

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """How much is left."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        left = [("Review  ", strong), (f"{len(self.claims)} open · {self.decided} decided", style)]
        return left, []

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A claim: where it stands, its words in their context, its note."""
        return self._rows(index, width)

    def _rows(self, index: int, width: int) -> list[list[Piece]]:
        """The rows of a claim; the selected one is there as a whole, as far as there is room."""
        claim = self.claims[index]
        around = self._context_of(claim)
        wanted, most = (
            rows_wanted(around, _room(width)),
            max(self.entry_height, self.rows_for_entries),
        )
        if index != self.index:
            wanted, most = max(1, wanted - 1), self.entry_height
        parted = self._parted(claim, width, max(1, (most - 1) // 3))
        note = self._noted(claim, width, max(1, most // 3))
        room = max(1, most - 1 - len(parted) - len(note))
        quoted = self._quoted(around, width, min(wanted, room))
        return [self._head(claim), *parted, *quoted, *note][:most]

    def _head(self, claim: PlacedAnnotation) -> list[Piece]:
        muted, plain = self.painter.panel(muted=True), self.painter.panel()
        accent = self.painter.panel(accent=True)
        hue = hue_of(claim, self.palette)
        before = visible(f"  {claim.status_told}") if claim.decided_on else ""
        return [
            ("▎", self.painter.hue_bar(hue)),
            (f"{letter_of(claim, self.palette)} ", self.painter.hue_letter(hue)),
            (visible(" ".join(claim.annotation.tags)), plain),
            (before, accent),
            (f"   {visible(self._origin_of(claim))}", muted),
            (f"   {sign} {anchor_words(claim)}" if (sign := anchor_sign(claim)) else "", accent),
        ]

    def _parted(self, claim: PlacedAnnotation, width: int, most: int) -> list[list[Piece]]:
        """The words in which a claim that was decided on others differs from those."""
        if not claim.decided_on:
            return []
        parts = versions.apart(claim.decided_on, claim.words)
        rows = versions.rows(parts, _room(width), self.painter)
        if len(rows) > most:
            rows = [*rows[: most - 1], [*rows[most - 1], (" …", self.painter.panel(muted=True))]]
        return [[("  ", self.painter.panel()), *row] for row in rows]

    def _quoted(self, around: Surroundings, width: int, most: int) -> list[list[Piece]]:
        """The claim's words, marked, in the text around them, in at most so many rows."""
        shown = excerpt(around, _room(width), most)
        return [[("  ", self.painter.panel()), *self._marked(row)] for row in shown]

    def _marked(self, row: ExcerptRow) -> list[Piece]:
        plain, muted = self.painter.panel(), self.painter.panel(muted=True)
        text, start, stop = row
        parts = [(text[:start], muted), (text[start:stop], plain), (text[stop:], muted)]
        return [part for part in parts if part[0]]

    def _noted(self, claim: PlacedAnnotation, width: int, most: int) -> list[list[Piece]]:
        """The claim's note, in at most so many rows."""
        note = Surroundings("", claim.annotation.note, "")
        shown = excerpt(note, _room(width), most) if note.quote.strip() else []
        muted, accent = self.painter.panel(muted=True), self.painter.panel(accent=True)
        return [[("  ", muted), (row.text, accent)] for row in shown]

    def foot(self) -> str:
        """How many claims of hidden authors wait too."""
        return self.left_out

    def empty(self) -> str:
        """What the panel says where nothing is open."""
        if self.loading:
            return "Reading the annotations…"
        if self.decided:
            return "Every claim is decided. Escape goes back to the text."
        return (
            "No claims yet. On a sentence, t and c tag it as a claim; it then waits here until "
            "you decide on it. Escape goes back to the text."
        )


def _room(width: int) -> int:
    """Columns for words in an entry."""
    return max(10, width - 4)
