"""A concordance on the screen: the keyword aligned in the middle, and the figures about it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style

from search_index.concordances.concordance import IN_TEXT_ORDER, Line, Order, sorted_words
from tui.actions import Context
from tui.concording import SHOWN, Answer, Request, Shown
from tui.layout.kwic import Columns, Part, columns_for, ending, kwic
from tui.layout.wrapping import columns_of
from tui.numbers import counted, grouped
from tui.pane.painter import Painter
from tui.panels.list_panel import ListPanel
from tui.quoting import Passage
from tui.visible import visible
from tui.widgets.pieces import Piece

_NAMED_FROM = 60
"""Columns from which a line ends with the name of its document."""
_NAME = 28
_BAR = "█"
_PLACES = {"left": "left", "right": "right"}


class ConcordanceList(ListPanel):
    """The lines of a concordance, or what stands near and how often; one row each.

    ``query`` is the one that is asked; it is shown as it was ``typed``, with an ellipsis where its
    last word is taken for the beginning of one.
    """

    context: Context = "concordance"

    def __init__(self, painter: Painter, query: str, typed: str) -> None:
        super().__init__(painter)
        self._title = typed.strip() + ("" if query == typed else "…")
        self.request = Request(query, "lines", IN_TEXT_ORDER)
        self.answer: Answer | None = None
        self._keyword_columns = 0
        self._name_columns = 0

    @property
    def shown(self) -> Shown:
        """What the answer shows that is there."""
        return self.answer.request.shown if self.answer else self.request.shown

    @property
    def order(self) -> Order:
        """By what the lines that are there are sorted."""
        return self.answer.request.order if self.answer else self.request.order

    def show(self, answer: Answer) -> None:
        """Shows an answer; the selection stays on its line, or goes to the first."""
        selected = self.selected_line() if self.answer else None
        again = self.answer is not None and self.answer.request.order == answer.request.order
        anew = self.answer is None or self.shown != answer.request.shown
        index = self.index if again and not anew and selected else 0
        if self.answer and selected and self.answer.request.look != answer.request.look:
            index = _counterpart(selected, answer.lines, index)
        self.answer = answer
        self._keyword_columns = max(
            (columns_of(visible(one)) for one in answer.keywords), default=0
        )
        names = {line.document for line in answer.lines}
        self._name_columns = max((columns_of(visible(name)) for name in names), default=0)
        if anew or not again:
            self._first = 0
        self.update(index=index)

    def count(self) -> int:
        """How many rows there are."""
        return len(self._entries())

    def _entries(self) -> Sequence[object]:
        if self.answer is None:
            return ()
        views: dict[Shown, Sequence[object]] = {
            "lines": self.answer.lines,
            "collocates": self.answer.collocates,
            "frequencies": self.answer.frequencies,
        }
        return views[self.shown]

    def selected_line(self) -> Line | None:
        """The selected line, where lines are shown."""
        if self.answer is None or self.shown != "lines" or not self.answer.lines:
            return None
        return self.answer.lines[min(self.index, len(self.answer.lines) - 1)]

    def passage(self) -> Passage | None:
        """The selected line, to be copied."""
        if (line := self.selected_line()) is None:
            return None
        return Passage(line.document, line.keyword, line.start, line.end)

    def enter_does(self) -> str | None:
        """A figure is not gone to."""
        return None if self.shown == "lines" else ""

    # Painting

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """What is shown, of how much, and in which order."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        title = f"{self.request.shown.capitalize()}  "
        if self.request.shown == "lines":
            title = "Concordance  "
        left: list[Piece] = [(title, strong), (visible(self._title), style)]
        if self.answer is None or self.request != self.answer.request:
            return left, [("reading… ", style)]
        return [*left, (f"   {self._amount()}", style)], [(f" {self._order_words()} ", strong)]

    def _amount(self) -> str:
        if self.answer is None:
            return ""
        documents = counted(self.answer.documents, "document")
        amount = f"{counted(self.answer.total, 'hit')} in {documents}"
        if self.answer.complete or self.shown != "lines":
            return amount
        return f"{amount}, first {grouped(len(self.answer.lines))} read"

    def _order_words(self) -> str:
        if self.shown != "lines":
            return {"collocates": "by logDice", "frequencies": "by number"}[self.shown]
        order = self.order
        if order.by in _PLACES:
            return f"by {order.name}, the {_nth(order.word)} word {_PLACES[order.by]}"
        return f"by {order.by}"

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A row."""
        if self.answer is None:
            return []
        if self.shown == "lines":
            return [self._line(self.answer.lines[index], width)]
        return [self._collocate(index) if self.shown == "collocates" else self._frequency(index)]

    def _line(self, line: Line, width: int) -> list[Piece]:
        name = min(_NAME, width // 4, self._name_columns) if width >= _NAMED_FROM else 0
        columns = self._columns(width - name - 2 * bool(name))
        words = sorted_words(line, self.order)
        row = kwic(
            line.left, line.keyword, line.right, columns, words, of_left=self.order.by == "left"
        )
        context = self.painter.panel(muted=True)
        pieces = [
            *self._beside(row.left),
            (row.keyword.text, self.painter.panel(match=True)),
            *self._beside(row.right),
        ]
        if name:
            pieces.append(("  " + ending(visible(line.document), name).lstrip(), context))
        return pieces

    def _columns(self, width: int) -> Columns:
        return columns_for(width, self._keyword_columns)

    def _beside(self, part: Part) -> list[Piece]:
        """What stands beside the keyword, the words it is sorted by standing out in it."""
        muted, strong = self.painter.panel(muted=True), self.painter.panel(accent=True)
        pieces: list[Piece] = []
        place = 0
        for start, end in part.marks:
            pieces += [(part.text[place:start], muted), (part.text[start:end], strong)]
            place = end
        return [piece for piece in [*pieces, (part.text[place:], muted)] if piece[0]]

    def _collocate(self, index: int) -> list[Piece]:
        assert self.answer is not None
        one, painter = self.answer.collocates[index], self.painter
        muted = painter.panel(muted=True)
        most = max(max(each.left, each.right) for each in self.answer.collocates)
        left, right = (_bar(count, most) for count in (one.left, one.right))
        return [
            (f"{one.score:6.2f} ", muted),
            (f"{grouped(one.left):>7} ", painter.panel()),
            (f"{left:>8}", painter.panel(accent=True)),
            (f" {_fitted(visible(one.word), 22)} ", Style.combine([painter.panel(), _BOLD])),
            (f"{right:<8}", painter.panel(accent=True)),
            (f" {grouped(one.right):<7}", painter.panel()),
            (f" {grouped(one.frequency)} in all", muted),
        ]

    def _frequency(self, index: int) -> list[Piece]:
        assert self.answer is not None
        one, painter = self.answer.frequencies[index], self.painter
        muted = painter.panel(muted=True)
        alike = [each.places for each in self.answer.frequencies if each.kind == one.kind]
        where = "" if one.kind == "document" else f"  {one.documents} of {one.searched} documents"
        before = self.answer.frequencies[index - 1].kind if index else ""
        kind = one.kind if one.kind != before else ""
        return [
            (f"{kind:<10}", muted),
            (f"{grouped(one.places):>8} ", painter.panel()),
            (f"{_bar(one.places, max(alike)):<8} ", painter.panel(accent=True)),
            (visible(one.name) or "(the folder itself)", painter.panel()),
            (where, muted),
        ]

    def foot(self) -> str:
        """What was left out of the order."""
        if self.answer is None or self.shown != "lines" or self.order.by == "document":
            return ""
        if self.answer.complete:
            return ""
        return f"Only the first {grouped(len(self.answer.lines))} hits are sorted"

    def empty(self) -> str:
        """Why nothing is listed."""
        if self.answer is None:
            return "Reading…"
        if self.answer.failure:
            return self.answer.failure
        if not self.answer.total:
            return self._nothing()
        return "No word stands here twice as often as it would by chance."

    def _nothing(self) -> str:
        from search_index.queries.parsing import parse
        from search_index.queries.query import asks_for_annotations

        words = "Nothing found in the texts."
        asked = asks_for_annotations(parse(self.request.query).root)
        return f"{words} Annotations have no lines here." if asked else words


_BOLD = Style(bold=True)


def _counterpart(line: Line, lines: Sequence[Line], index: int) -> int:
    """Where a line stands among others: at its place, else with its words, else at ``index``."""
    same = [n for n, one in enumerate(lines) if one[:3] == line[:3]]
    alike = [n for n, one in enumerate(lines) if (one[0], *one[3:]) == (line[0], *line[3:])]
    return next(iter([*same, *alike, index]))


def _bar(count: int, most: int) -> str:
    """A bar of up to 8 columns; one for the least there is."""
    return _BAR * max(bool(count), round(8 * count / max(1, most)))


def _fitted(word: str, room: int) -> str:
    """A word in the middle of its column."""
    cells = columns_of(word)
    if cells > room:
        return ending(word, room)
    before = (room - cells) // 2
    return " " * before + word + " " * (room - cells - before)


def _nth(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd"}[number]


def following(shown: Shown) -> Shown:
    """What is shown next."""
    return SHOWN[(SHOWN.index(shown) + 1) % len(SHOWN)]
