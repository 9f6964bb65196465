"""How far the authors agree, and where they differ: figures above, places below, to go to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.actions import Context
from tui.agreement_words import (
    come_from,
    counts_of,
    differ_in,
    left_out_in_short,
    said_by,
    subject_of,
    value_of,
)
from tui.comparing import Comparer
from tui.jumps import Place
from tui.numbers import counted
from tui.panels.list_panel import ListPanel
from tui.quoting import Passage, plain
from tui.visible import visible
from tui.widgets.pieces import Piece

if TYPE_CHECKING:
    from annotations.agreement.comparison import Comparison
    from annotations.agreement.differences import Difference
    from annotations.agreement.figures import Figure
    from tui.reading.screen import ReadingScreen

_LONGEST = 300
"""Code points of a place that are shown."""
_SHARE = 3
"""The figures take a third of the panel at most, while the list of places has the keys."""
_ROOM_FOR_BOTH = 16
"""Rows of the panel from which a place stays in sight below the figures."""
_ROOM_FOR_FOOT = 6


class FigureRow(NamedTuple):
    """What a figure is about, and the figures as shown."""

    subject: str
    kappa: str
    sentences: str
    characters: str


_HEAD = FigureRow("", "kappa", "alpha", "alpha of spans")


def figure_rows(figures: Sequence[Figure]) -> list[FigureRow]:
    """A row for each tag and status; of several pairs of authors the lowest and highest kappa."""
    by_subject: dict[str, list[Figure]] = {}
    for figure in figures:
        by_subject.setdefault(subject_of(figure), []).append(figure)
    return [FigureRow(subject, *_columns(found)) for subject, found in by_subject.items()]


def _columns(figures: Sequence[Figure]) -> Iterator[str]:
    pairs = [one.result for one in figures if one.measure == "cohen_kappa"]
    known = sorted({value_of(one) for one in pairs if one.value is not None}, key=float)
    yield " to ".join(known[:1] + known[1:][-1:]) or "-"
    for units in ("sentences", "characters"):
        alphas = (one for one in figures if one.measure != "cohen_kappa" and one.units == units)
        yield next((value_of(one.result) for one in alphas), "")


class FigureList(ListPanel):
    """The figures in columns; of the selected one also what each pair of authors said how often.

    ``show_places`` is called with the figure whose places are wanted.
    """

    context: Context = "agreement"

    def __init__(self, reading: ReadingScreen, show_places: Callable[[Figure], None]) -> None:
        super().__init__(reading.painter)
        self._named = reading.keys.named
        self._show_places = show_places
        self._scope = ""
        self._rows: list[FigureRow] = []
        self._pairs: dict[str, list[Figure]] = {}

    def show(self, comparison: Comparison) -> None:
        """Lists these figures; the selection stays on what it is about."""
        before = [row.subject for row in self._rows[self.index : self.index + 1]]
        documents = counted(len(comparison.documents), "document")
        sentences = counted(comparison.sentences, "sentence")
        self._scope = f"{', '.join(comparison.authors)}: {documents}, {sentences}"
        self._rows = figure_rows(comparison.figures)
        self._pairs = {}
        for figure in comparison.figures:
            if figure.measure == "cohen_kappa":
                self._pairs.setdefault(subject_of(figure), []).append(figure)
        subjects = [row.subject for row in self._rows]
        self.update(index=subjects.index(before[0]) if before and before[0] in subjects else None)

    def rows_wanted(self) -> int:
        """How high it would be with every figure in sight."""
        return 2 + len(self._rows) + (self._told() if self.has_focus else 0)

    def count(self) -> int:
        """How many rows of figures there are."""
        return len(self._rows)

    @property
    def selected_height(self) -> int:
        """The selected one has its pairs below it, while it has the keys."""
        return min(1 + (self._told() if self.has_focus else 0), self.rows_for_entries)

    def _told(self) -> int:
        return len(self._selected_pairs())

    def _selected_pairs(self) -> Sequence[Figure]:
        here = self._rows[self.index : self.index + 1]
        return self._pairs.get(here[0].subject, ()) if here else ()

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """The names of the columns; whose figures these are, and how many there is no room for."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        name, columns = self._cells(_HEAD)
        out = self.count() - self._room()
        more = f"{out} more: {visible(self._named('agreement.other'))} " if out > 0 else ""
        left = [(f" {_cut('Agreement', len(name))}", strong), (f"{columns}  ", style)]
        more = more if not self.has_focus else ""
        room = self.size.width - cell_len(name) - cell_len(columns) - cell_len(more) - 6
        scope = f"{visible(self._scope)}  " if not self.foot() else ""
        return left, [(scope if cell_len(scope) <= room else "", style), (more, style)]

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """The figures of a tag or a status; below the selected ones what they come from."""
        style, muted = self.painter.panel(), self.painter.panel(muted=True)
        rows: list[list[Piece]] = [[(part, style) for part in self._cells(self._rows[index])]]
        if index == self.index and self.has_focus:
            for one in self._selected_pairs():
                names, value = " and ".join(one.authors), value_of(one.result)
                counts = f"{counts_of(one)}; " if one.result.units else ""
                said = f"  {names}: {value}  {counts}{come_from(one)}"
                rows.append([(visible(said), muted)])
        return rows

    def _cells(self, row: FigureRow) -> tuple[str, str]:
        """The subject and the figures, each as wide as the widest of its column."""
        rows = [_HEAD, *self._rows]
        widths = [max(cell_len(visible(one[n])) for one in rows) for n in range(len(row))]
        figures = widths[1:]
        name = max(10, min(widths[0], self.size.width - sum(figures) - 2 * len(figures) - 4))
        columns = "".join(
            f"  {value:>{wide}}" for value, wide in zip(row[1:], figures, strict=True)
        )
        return _cut(visible(row.subject), name), columns

    def open(self) -> None:
        """Lists the places that the selected figure is about."""
        pairs = self._selected_pairs()
        if pairs:
            self._show_places(pairs[0])

    def enter_does(self) -> str | None:
        """What enter does."""
        return "places"

    def foot(self) -> str:
        """Who was compared, on what, and how it is counted, where there is room for it."""
        if self.size.height < _ROOM_FOR_FOOT:
            return ""
        return f"{self._scope}; a mark on any part of one counts"


def _cut(text: str, width: int) -> str:
    """A text in exactly so many columns."""
    short = set_cell_size(text, width - 1) + "…" if cell_len(text) > width else text
    return set_cell_size(short, width)


class DifferenceList(ListPanel):
    """The places where the authors differ, each with who says what.

    With ``about``, those alone that a figure is about.
    """

    context: Context = "agreement"

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__(reading.painter)
        self._reading = reading
        self.comparison: Comparison | None = None
        self.about: Figure | None = None
        self.differences: Sequence[Difference] = ()
        self._problem = ""

    @property
    def entry_height(self) -> int:
        """Where it is and in what they differ, what stands there, who says what."""
        return 3

    def show(self, comparison: Comparison) -> None:
        """Lists the differences; the selection stays on its place, where that is still one."""
        before = self.differences[self.index : self.index + 1]
        self.comparison = comparison
        self._problem = ""
        self.differences = self._wanted(comparison)
        places = [(one.document, one.start) for one in self.differences]
        same = [places.index(key) for one in before if (key := (one.document, one.start)) in places]
        self.update(index=same[0] if same else None)

    def _wanted(self, comparison: Comparison) -> Sequence[Difference]:
        about = self.about
        if about is None:
            return comparison.differences
        return [one for one in comparison.differences if one.is_about(about.subject, about.name)]

    def narrow(self, about: Figure | None) -> None:
        """Lists the places that a figure is about, or all, from the first one on."""
        self.about = about
        if self.comparison is not None:
            self.differences = self._wanted(self.comparison)
        self.update(index=0)

    def tell(self, problem: str) -> None:
        """Says why there is no list."""
        self.comparison, self.differences = None, ()
        self._problem = problem
        self.update()

    def count(self) -> int:
        """How many places there are."""
        return len(self.differences)

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """How many there are, and what was not counted."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        if self.comparison is None or self.comparison.problem:
            return [("Agreement", strong)], []  # there are no figures above
        about = f" on {visible(subject_of(self.about))}" if self.about is not None else ""
        left = [(f"They differ{about} in {counted(self.count(), 'place')}   ", strong)]
        return [*left, (left_out_in_short(self.comparison), style)], []

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A place: in what they differ and where, its words, and what each author says of it."""
        one = self.differences[index]
        style, muted = self.painter.panel(), self.painter.panel(muted=True)
        accent = self.painter.panel(accent=True)
        said: list[Piece] = []
        for author, words in said_by(one.said):
            said += [(f"  {visible(author)} ", muted), (f"{visible(words)} ", style)]
        return [
            [(visible(differ_in(one)), accent), (f"   {visible(one.document)}", muted)],
            [(f"  {visible(plain(one.text[:_LONGEST]))}", style)],
            said,
        ]

    def open(self) -> None:
        """Goes there."""
        one = self.differences[self.index]
        self._reading.leave_place()
        self._reading.go(Place(one.document, one.start))

    def passage(self) -> Passage | None:
        """The words of the selected place, to be copied."""
        if not self.differences:
            return None
        one = self.differences[self.index]
        return Passage(one.document, one.text, one.start, one.end)

    def empty(self) -> str:
        """Why nothing is listed."""
        if not self._reading.loaded:
            return "Reading the annotations…"
        if self.comparison is None:
            return self._problem or "Comparing…"
        if problem := self.comparison.problem:
            return f"There is nothing to compare: {problem}."
        about = f" on {subject_of(self.about)}" if self.about is not None else ""
        return f"They differ nowhere{about}."


class AgreementPanel(Vertical):
    """The figures over the list of places; it follows the annotations."""

    DEFAULT_CSS = "AgreementPanel { width: 1fr; height: 1fr; }"

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__()
        self.figures = FigureList(reading, self._show_places)
        self.list = DifferenceList(reading)
        self.figures.display = False  # until there are any
        self._comparer = Comparer(reading.session, self._compared, self._not_compared)

    def compose(self) -> ComposeResult:
        """The figures over the list."""
        yield self.figures
        yield self.list

    def on_mount(self) -> None:
        """Leaves the figures one row until they are there."""
        self._fit()

    def on_resize(self) -> None:
        """Gives the figures their share."""
        self._fit()

    def on_descendant_focus(self) -> None:
        """Gives the figures more room while they have the keys."""
        self._fit()

    def on_descendant_blur(self) -> None:
        """Gives the places their room back."""
        self._fit()

    def other(self) -> None:
        """Puts the keys into the figures; from there into the list of all places."""
        if self.figures.has_focus:
            self._show_places(None)
        elif self.figures.display:
            self.figures.focus()

    def _show_places(self, about: Figure | None) -> None:
        self.list.narrow(about)
        self.list.focus()

    def on_unmount(self) -> None:
        """Ends the comparing."""
        self._comparer.close()

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Compares the annotations as they now are."""
        if reading.loaded:
            self._comparer.ask()

    def _compared(self, comparison: Comparison) -> None:
        with suppress(RuntimeError):  # the loop is closed, or the panel
            self.app.call_later(self._show, comparison)

    def _not_compared(self, error: Exception) -> None:
        problem = f"the authors could not be compared: {error or type(error).__name__}"
        with suppress(RuntimeError):  # the loop is closed, or the panel
            self.app.call_later(self._tell, problem)

    def _tell(self, problem: str) -> None:
        self.figures.display = False
        self.list.tell(problem)

    def _show(self, comparison: Comparison) -> None:
        self.figures.display = not comparison.problem
        self.figures.show(comparison)
        self._fit()
        self.list.show(comparison)
        if comparison.problem and self.figures.has_focus:
            self.list.focus()

    def _fit(self) -> None:
        height = self.size.height
        left = 4 if height >= _ROOM_FOR_BOTH else 1
        most = height - left if self.figures.has_focus else height // _SHARE
        self.figures.styles.height = max(1, min(self.figures.rows_wanted(), most))
