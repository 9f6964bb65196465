"""How far the authors agree, and where they differ: figures above, places below, to go to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.agreement_words import differ_in, left_out_in_short, said_by, subject_of, value_of
from tui.comparing import Comparer
from tui.jumps import Place
from tui.numbers import counted
from tui.pane.painter import Painter
from tui.panels.list_panel import ListPanel
from tui.quoting import Passage, plain
from tui.visible import visible
from tui.widgets.finishing import filled
from tui.widgets.pieces import Piece, fitted

if TYPE_CHECKING:
    from annotations.agreement.comparison import Comparison
    from annotations.agreement.differences import Difference
    from annotations.agreement.figures import Figure
    from tui.reading.screen import ReadingScreen

_LONGEST = 300
"""Code points of a place that are shown."""
_COLUMN = 15
_SHARE = 3
"""The figures take a third of the panel at most."""


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


class FigureTable(Widget):
    """The figures, in as many rows as it is high."""

    def __init__(self, painter: Painter) -> None:
        super().__init__()
        self._painter = painter
        self.title = ""
        self.rows: list[FigureRow] = []

    def rows_wanted(self) -> int:
        """How high it would be with every figure."""
        return 1 + (len(self.rows) + 1 if self.rows else 0)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The title, with how many figures there is no room for, then the figures in columns."""
        width, height = self.size
        shown = self.rows[: max(0, height - 2)]
        rows = [self._row(row, width) for row in ([_HEAD, *shown] if self.rows else [])]
        strips = [self._title(len(self.rows) - len(shown), width), *rows]
        return filled(self, strips[:height], crop, self._painter.panel())

    def _title(self, hidden: int, width: int) -> Strip:
        chrome, strong = (self._painter.chrome(active=on) for on in (False, True))
        end: list[Piece] = [(f"  {hidden} more: sidelight agreement ", chrome)] if hidden else []
        title: list[Piece] = [(" Agreement  ", strong)]
        return Strip(fitted(title, [(visible(self.title), chrome)], end, width, chrome), width)

    def _row(self, row: FigureRow, width: int) -> Strip:
        style = self._painter.panel(muted=row is _HEAD)
        longest = max(cell_len(visible(one.subject)) for one in self.rows)
        name = max(10, min(longest, width - 3 * _COLUMN - 3))
        pieces: list[Piece] = [(_cut(visible(row.subject), name), style)]
        pieces += [(f"  {figure:<{_COLUMN - 2}}", style) for figure in row[1:]]
        return Strip(fitted([("  ", style)], pieces, [], width, style), width)


def _cut(text: str, width: int) -> str:
    """A text in exactly so many columns."""
    short = set_cell_size(text, width - 1) + "…" if cell_len(text) > width else text
    return set_cell_size(short, width)


class DifferenceList(ListPanel):
    """The places where the authors differ, each with who says what."""

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__(reading.painter)
        self._reading = reading
        self.comparison: Comparison | None = None
        self._problem = ""

    @property
    def differences(self) -> Sequence[Difference]:
        """What is listed."""
        return self.comparison.differences if self.comparison is not None else ()

    @property
    def entry_height(self) -> int:
        """Where it is and in what they differ, what stands there, who says what."""
        return 3

    def show(self, comparison: Comparison) -> None:
        """Lists the differences; the selection stays on its place, where that is still one."""
        before = self.differences[self.index : self.index + 1]
        self.comparison = comparison
        self._problem = ""
        places = [(one.document, one.start) for one in comparison.differences]
        same = [places.index(key) for one in before if (key := (one.document, one.start)) in places]
        self.update(index=same[0] if same else None)

    def tell(self, problem: str) -> None:
        """Says why there is no list."""
        self.comparison = None
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
        left = [(f"They differ in {counted(self.count(), 'place')}   ", strong)]
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
        return "They differ nowhere."


class AgreementPanel(Vertical):
    """The figures over the list of places; it follows the annotations."""

    DEFAULT_CSS = "AgreementPanel { width: 1fr; height: 1fr; }"

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__()
        self._painter = reading.painter
        self.figures = FigureTable(reading.painter)
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
        documents = counted(len(comparison.documents), "document")
        sentences = counted(comparison.sentences, "sentence")
        self.figures.title = f"{', '.join(comparison.authors)}: {documents}, {sentences}"
        self.figures.display = not comparison.problem
        self.figures.rows = figure_rows(comparison.figures)
        self._fit()
        self.figures.refresh()
        self.list.show(comparison)

    def _fit(self) -> None:
        most = max(1, self.size.height // _SHARE)
        self.figures.styles.height = min(self.figures.rows_wanted(), most)
