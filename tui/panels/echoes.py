"""The echoes of a sentence on the screen: where each stands, what it shares, in what it differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.actions import Context
from tui.echo_words import is_one_sided
from tui.layout.kwic import ending
from tui.layout.wrapping import columns_of, wrap
from tui.numbers import counted, grouped
from tui.pane.painter import Painter
from tui.panels.echo_passage import difference, long_rows, painted, short_rows
from tui.panels.list_panel import ListPanel
from tui.quoting import Passage, in_quotation_marks
from tui.visible import visible
from tui.widgets.pieces import Piece as Words

if TYPE_CHECKING:
    from documents.spans import Span
    from search_index.echoes.model import Asked, Echo, Place
    from tui.echo_ties import Tie
    from tui.echoing import Answer

_NAME = 32
"""Columns for the names of documents, at most."""
_QUOTED = 200
_NAMED = 6
"""Words that were looked for that are named where nothing was found."""


class EchoList(ListPanel):
    """The echoes of a sentence: two rows each, and the whole passage of the selected one."""

    context: Context = "echoes"

    def __init__(self, painter: Painter, asked: Asked, ask_key: str) -> None:
        super().__init__(painter)
        self.asked = asked
        self.answer: Answer | None = None
        self.ties: Mapping[int, Sequence[Tie]] = {}
        """How the sentence is linked to each echo, by its number, where it is."""
        self.past = False
        """Whether the reader is at another sentence by now."""
        self._ask_key = ask_key
        self._which: dict[int, int] = {}  # by echo: which of the places where it stands is shown
        self._elsewhere: dict[tuple[int, int], Echo] = {}  # by echo and place: as it stands there

    def show(self, answer: Answer) -> None:
        """Shows an answer; the selection stays on its echo, or goes to the first."""
        selected = self.selected_echo()
        self.answer = answer
        self._which, self._elsewhere = {}, {}
        same = [n for n, one in enumerate(self.echoes) if selected and _same(one, selected)]
        self.update(index=same[0] if same else 0)

    @property
    def echoes(self) -> Sequence[Echo]:
        """All of them."""
        found = self.answer.echoes if self.answer else None
        return found.echoes if found else ()

    def count(self) -> int:
        """How many there are."""
        return len(self.echoes)

    def selected_echo(self) -> Echo | None:
        """The selected one."""
        return self.echoes[self.index] if self.echoes else None

    def selected_at(self) -> Place | None:
        """The place of the selected one that is shown."""
        return self.place_of(self.index) if self.echoes else None

    def place_of(self, index: int) -> Place:
        """The place of an echo that is shown, of all where it stands."""
        from search_index.echoes.model import Place

        echo = self.echoes[index]
        which = self._which.get(index, 0)
        return echo.others[which - 1] if which else Place(echo.document, echo.sentence)

    def shown(self, index: int) -> Echo:
        """An echo as it stands at the place that is shown, in the words of that document."""
        which = self._which.get(index, 0)
        if not which:
            return self.echoes[index]
        if (index, which) not in self._elsewhere:
            self._elsewhere[index, which] = self._standing_at(index)
        return self._elsewhere[index, which]

    def _standing_at(self, index: int) -> Echo:
        from dataclasses import replace

        from search_index.alignment.running_text import UNKNOWN
        from search_index.echoes.differing import compared

        echo, (document, span) = self.echoes[index], self.place_of(index)
        words = self.words_at(document, span, sentence_of(echo))
        pieces = compared(self.asked.words, words, UNKNOWN)
        moved = replace(echo, document=document, passage=span, sentence=span)
        return replace(moved, text=words, compared=pieces)

    def words_at(self, document: str, span: Span, like: str) -> str:
        """The words at a place where others are known to stand but for capitals and spaces."""
        return like

    def passage(self) -> Passage | None:
        """The selected passage: what is shown, opened, linked and copied."""
        if not self.echoes:
            return None
        echo = self.shown(self.index)
        return Passage(echo.document, echo.text, *echo.passage)

    def next_place(self) -> bool:
        """Goes to the next place where the selected echo stands just so; whether there is one."""
        echo = self.selected_echo()
        if echo is None or not echo.others:
            return False
        self._which[self.index] = (self._which.get(self.index, 0) + 1) % (len(echo.others) + 1)
        self.refresh()
        return True

    def ties_here(self) -> Sequence[Tie]:
        """The links between the sentence and the selected echo."""
        return self.ties.get(self.index, ())

    @property
    def idle(self) -> tuple[str, ...]:
        """The actions that do nothing with the selected one."""
        echo = self.selected_echo()
        return () if echo is not None and echo.others else ("echoes.other",)

    # Painting

    @property
    def entry_height(self) -> int:
        """Where it stands and what differs, and the passage."""
        return 2

    @property
    def selected_height(self) -> int:
        """The passage at more length."""
        if not self.echoes:
            return 2
        return 1 + max(1, len(long_rows(self.shown(self.index), self.size.width - 3)))

    def heading(self) -> tuple[list[Words], list[Words]]:
        """The sentence, how much echoes it, and who has answered."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        words = " ".join(self.asked.words[:_QUOTED].split())
        left: list[Words] = [("Echoes  ", strong), (visible(in_quotation_marks(words)), style)]
        if self.past:
            left[0] = ("Echoes of a sentence passed  ", strong)
        found = self.answer.echoes if self.answer else None
        if found is None:
            return left, []
        documents = len({place.document for echo in found.echoes for place in echo.places})
        amount = f"  in {grouped(documents)} of {counted(found.searched - 1, 'document')}"
        how = " · by the index " if found.indexed else " · read, not indexed yet "
        if not found.whole:
            how = " · looking on… "
        if self.past and self._ask_key:
            how = f" · {self._ask_key} asks of yours "
        return left, [(amount, strong), (how, style)]

    def entry(self, index: int, width: int) -> Sequence[Sequence[Words]]:
        """Where it stands and what differs in one row, and the passage below."""
        echo = self.shown(index)
        rows = (long_rows if index == self.index else short_rows)(echo, width)
        return [self._where(index, echo), *painted(echo, rows, self.painter)]

    def _where(self, index: int, echo: Echo) -> list[Words]:
        painter, place = self.painter, self.place_of(index)
        muted = painter.panel(muted=True)
        sure = "copy" if echo.copy else echo.percent
        pieces: list[Words] = [
            (f"{sure:>4}  ", painter.panel(accent=True)),
            (self._document(place.document), painter.panel()),
        ]
        if echo.others:
            which = f"{self._which.get(index, 0) + 1} of {grouped(len(echo.others) + 1)}"
            pieces.append((f"   {which}, word for word", muted))
        if tied := self.ties.get(index):
            words = visible(", ".join(tie.words for tie in tied))
            pieces.append((f"   {painter.sign('⇄')} {words}", painter.heading()))
        for one in sorted(echo.differences, key=is_one_sided):
            pieces += [("   ", muted), difference(one, painter)]
        return pieces

    def _document(self, document: str) -> str:
        """The name of a document, in a column as wide as the names of all, or its end."""
        columns = [columns_of(visible(place.document)) for place in self._shown_places()]
        name, room = visible(document), min(_NAME, max(columns, default=0))
        columns_here = columns_of(name)
        return ending(name, room) if columns_here > room else name + " " * (room - columns_here)

    def _shown_places(self) -> Iterator[Place]:
        return map(self.place_of, range(len(self.echoes)))

    def empty(self) -> str:
        """Why there is none, and what to do."""
        if self.answer is None:
            return "Looking through the other documents…"
        found = self.answer.echoes
        if found is None:
            return self.answer.failure
        again = f" Go to another sentence and press {self._ask_key}." if self._ask_key else ""
        if not found.looked_for:
            return f"This sentence has no names, figures or words that tell much.{again}"
        if found.searched <= 1:
            return "There is no other document in this folder to look through."
        words = ", ".join(found.looked_for[:_NAMED])
        end = "…" if len(found.looked_for) > _NAMED else "."
        return f"No other document tells the same. Looked for: {words}{end}{again}"

    def rows_wanted(self, width: int) -> int:
        """The rows that all of it takes in so many columns, whichever echo is selected."""
        if not self.count():
            room = max(1, width - 4)
            return 2 + len(list(wrap(words := visible(self.empty()), 0, len(words), room)))
        shown = [len(long_rows(self.shown(n), width - 3)) for n in range(self.count())]
        entries = self.entry_height * (self.count() - 1) + 1 + max(1, *shown)
        return 1 + entries + bool(self.foot())

    def foot(self) -> str:
        """That there may be more, where not all documents were read."""
        found = self.answer.echoes if self.answer else None
        if found is None or found.all_read or not found.echoes:
            return ""
        return f"Of the documents with these words, the {grouped(found.read)} likeliest were read"


def sentence_of(echo: Echo) -> str:
    """The words of the sentence of an echo, which is within its passage."""
    first = echo.sentence.start - echo.passage.start
    return echo.text[first : first + echo.sentence.end - echo.sentence.start]


def _same(one: Echo, other: Echo) -> bool:
    return (one.document, one.sentence) == (other.document, other.sentence)
