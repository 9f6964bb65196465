"""Search results: a line to type into, and the sentences that answer it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size, split_graphemes
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from documents.spans import Span
from tui.actions import Context
from tui.layout.rowtext import row_text
from tui.layout.wrapping import Row
from tui.numbers import counted, grouped
from tui.pane.painter import Painter
from tui.panels.list_panel import ListPanel
from tui.quoting import Passage
from tui.visible import visible
from tui.widgets.pieces import Piece
from tui.widgets.type_line import TypeLine

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from search_index.hits import Results, SentenceHits

_NAME = 24


class ResultList(ListPanel):
    """The hits, one row a sentence, what matched marked in it."""

    context: Context = "results"

    def __init__(
        self,
        painter: Painter,
        describe: Callable[[str, str | None], str],
        go: Callable[[], None],
        annotations: Callable[[SentenceHits], list[PlacedAnnotation]] = lambda hit: [],
    ) -> None:
        super().__init__(painter)
        self._go = go
        self._annotations = annotations
        self.sentences: list[SentenceHits] = []
        self.results: Results | None = None
        self.query_text = ""
        self.failure = ""
        self.progress = ""
        self.left_out = ""
        """How many hits in hidden authors' annotations are not listed, in words."""
        self._describe = describe

    @property
    def _documents(self) -> set[str]:
        return {one.document for one in self.sentences}

    def count(self) -> int:
        """How many sentences (and annotations) answer."""
        return len(self.sentences)

    def open(self) -> None:
        """Goes to the place."""
        self._go()

    def passage(self) -> Passage | None:
        """The selected sentence, to be copied."""
        if not self.sentences:
            return None
        found = self.sentences[self.index]
        return Passage(found.document, found.text, *(found.sentence or ()))

    def in_text(self) -> SentenceHits | None:
        """The selected hit, if it is one in a text, and not in an annotation."""
        found = self.sentences[self.index] if self.sentences else None
        return found if found and all(hit.kind == "text" for hit in found.hits) else None

    def annotations(self) -> list[PlacedAnnotation]:
        """The annotations that the selected hit is in, or else those on its sentence."""
        return self._annotations(self.sentences[self.index]) if self.sentences else []

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """How the query was understood, and how much there is."""
        style, strong = self.painter.chrome(active=False), self.painter.chrome(active=True)
        results = self.results
        right: list[Piece] = [(f"{self.progress} ", style)] if self.progress else []
        if results is None or not self.query_text.strip():
            return [("Results", strong)], right
        documents = len({hit.document for hit in results.hits})
        first = f", first {grouped(len(results.hits))} shown"
        shown = first if results.total > len(results.hits) else ""
        found = f"{counted(results.total, 'hit')} in {counted(documents, 'document')}{shown}"
        return [(f"{found}   ", strong), (visible(results.understood), style)], right

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A sentence that answers: its document where that changes, and the words that match."""
        found = self.sentences[index]
        before = self.sentences[index - 1].document if index and index != self._first else None
        longest = max((cell_len(visible(path)) for path in self._documents), default=0)
        name_width = max(8, min(_NAME, longest, width // 4))
        name = visible(found.document) if found.document != before else ""
        if cell_len(name) > name_width:
            name = "…" + name[-(name_width - 1) :]
        muted = self.painter.panel(muted=True)
        pieces: list[Piece] = [(set_cell_size(name, name_width) + "  ", muted)]
        note = self._of_annotation(found)
        if note:
            pieces.append((f"{visible(note)}  ", self.painter.panel(accent=True)))
        room = width - sum(cell_len(text) for text, _ in pieces)
        pieces += self._marked(found, room)
        return [pieces]

    def _of_annotation(self, found: SentenceHits) -> str:
        """What to say of the annotation that answered, if one did: its tags and its note."""
        for hit in found.hits:
            if hit.annotation is not None:
                return self._describe(hit.annotation, hit.author)
        return ""

    def _marked(self, found: SentenceHits, room: int) -> list[Piece]:
        """The sentence around its first match, in ``room`` columns."""
        shown = row_text(found.text, Row(0, len(found.text)))
        text = shown.display
        marks = [
            Span(shown.place(mark.start), shown.place(mark.end))
            for mark in found.marks
            if mark.start < mark.end and not _whole(mark, found)
        ]
        start = 0
        if marks and cell_len(text[: marks[-1].end]) >= room:  # an ellipsis may take the last
            start = _begin(text, marks[0].start, room)
        pieces: list[Piece] = [("…", self.painter.panel(muted=True))] if start else []
        place = start
        for mark in marks:
            if mark.end <= place:
                continue
            first = max(mark.start, place)
            pieces.append((text[place:first], self.painter.panel()))
            pieces.append((text[first : mark.end], self.painter.panel(match=True)))
            place = mark.end
        pieces.append((text[place:], self.painter.panel()))
        return [piece for piece in pieces if piece[0]]

    def foot(self) -> str:
        """How many hits are not listed, and how they would be."""
        return self.left_out

    def empty(self) -> str:
        """What to type, or that nothing was found."""
        if self.failure:
            return self.failure
        if not self.query_text.strip():
            return (
                'Words, all of them; "a phrase"; OR, NOT, -without; pre*; tag:claim, note:, '
                "status:open, doc:name. Hits in your notes are shown with the texts."
            )
        if self.results is None:
            return "Searching…"
        return "Nothing found. Fewer words, OR between them, or the beginning of a word find more."


def _begin(text: str, mark: int, room: int) -> int:
    """Where to begin showing ``text``: a third of ``room`` columns before ``mark``, or more where
    less than the rest would follow it."""
    before = max(room // 3, room - 1 - cell_len(text[mark:]))
    begin = mark
    for start, _end, cells in reversed(split_graphemes(text[:mark])[0]):
        before -= cells
        if before < 0:
            break
        begin = start
    return begin


def _whole(mark: Span, found: SentenceHits) -> bool:
    """Whether a mark is only the place of an annotation, and not of words that match."""
    return found.sentence is not None and not any(
        hit.kind == "text" and hit.end == found.sentence.start + mark.end for hit in found.hits
    )


class ResultsPanel(Vertical):
    """The search: its query line and its results."""

    typing = "search"

    DEFAULT_CSS = """
    ResultsPanel { width: 1fr; height: 1fr; }
    ResultsPanel Input, ResultsPanel Input:focus {
        border: none; height: 1; padding: 0 1; width: 1fr;
    }
    """

    class Asked(Message):
        """Another query stands in the line."""

        def __init__(self, panel: ResultsPanel, query: str) -> None:
            super().__init__()
            self.panel = panel
            self.query = query

    def __init__(
        self,
        painter: Painter,
        describe: Callable[[str, str | None], str],
        go: Callable[[], None],
        leave: Callable[[], None],
        query: str = "",
        annotations: Callable[[SentenceHits], list[PlacedAnnotation]] = lambda hit: [],
    ) -> None:
        """``annotations`` gives those of a hit, or else those that stand on its sentence."""
        super().__init__()
        self.list = ResultList(painter, describe, go, annotations)
        self.line = TypeLine(
            query,
            "Search all documents and notes",
            enter=self._enter,
            escape=leave,
            select_on_focus=True,
        )
        self._open_first = False
        self._awaited = False

    def compose(self) -> ComposeResult:
        """The line over the list."""
        yield self.line
        yield self.list

    def ask(self) -> None:
        """Puts the keys into the query line."""
        self.line.focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        query = event.value
        self.list.query_text = query
        self._awaited = True
        self._open_first = False
        self.post_message(self.Asked(self, query))

    def _enter(self) -> None:
        if self.list.count() and not self._awaited:
            self.list.focus()
            self.list.choose()
        elif self._awaited:
            self._open_first = True  # enter was quicker than the answer

    def on_key(self, event: events.Key) -> None:
        """From the line, the arrows move through the results at once."""
        if not self.line.has_focus:
            return
        moves = {"down": 1, "up": -1}
        if event.key in moves:
            self.list.move(moves[event.key])
            self.line.chooses_in = self.list
        elif event.key in ("pagedown", "pageup"):
            self.list.page(1 if event.key == "pagedown" else -1)
            self.line.chooses_in = self.list
        elif event.key == "tab":
            self.list.focus()
        else:
            return
        event.stop()
        event.prevent_default()

    def answer(self, results: Results | None, sentences: list[SentenceHits], failure: str) -> None:
        """Shows the answer to the query that stands in the line."""
        self.list.results = results
        self.list.sentences = sentences
        self.list.failure = failure
        self.list.update(index=0)
        self._awaited = False
        if self._open_first and self.list.count():
            self._open_first = False
            self._enter()
