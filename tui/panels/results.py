"""Search results: the sentences that answer a query, document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from documents.spans import Span
from tui.actions import Context
from tui.layout.rowtext import row_text
from tui.layout.wrapping import Row
from tui.numbers import grouped
from tui.pane.painter import Painter
from tui.panels.brought import Stretch, brought_to, cut_off
from tui.panels.list_panel import ListPanel
from tui.panels.result_count import first_fitting, how_much
from tui.quoting import Passage
from tui.visible import visible
from tui.widgets.pieces import Piece

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from search_index.hits import Results, SentenceHits

_NAME = 24
_GAP = 2


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
        self.noted: Callable[[str], Sequence[Span]] = lambda note: ()
        """Where the query finds something in a note."""
        self.walk: Callable[[int], None] | None = None
        """Goes so many hits on from the selected one."""
        self.sentences: list[SentenceHits] = []
        self.chosen: set[int] = set()
        """The rows that the reader has selected, to do something with all of them."""
        self.results: Results | None = None
        self.query_text = ""
        self.failure = ""
        self.awaited = False
        """Whether what is listed answers another query than the one that stands in the line."""
        self.forms = False
        """Whether other forms of the words were asked for too."""
        self.forms_key = ""
        """The key that asks for them, or for the words as written alone."""
        self.progress = ""
        self.left_out = ""
        """How many hits in hidden authors' annotations are not listed, in words."""
        self.doubts: Sequence[str] = ()
        """What in a query that finds nothing may not be what it was meant to be, a line each."""
        self._describe = describe
        self._counted: tuple[Sequence[SentenceHits], Counter[str]] | None = None

    @property
    def _counts(self) -> Counter[str]:
        """How many hits are listed of each document; counted once for each answer."""
        if self._counted is None or self._counted[0] is not self.sentences:
            counts = Counter[str]()
            for one in self.sentences:
                counts[one.document] += len(one.hits)
            self._counted = self.sentences, counts
        return self._counted[1]

    def count(self) -> int:
        """How many sentences (and annotations) answer."""
        return len(self.sentences)

    def open(self) -> None:
        """Goes to the place."""
        self._go()

    def walk_hits(self, steps: int) -> bool:
        """Goes from hit to hit of these, in the texts."""
        if self.walk is not None:
            self.walk(steps)
        return self.walk is not None

    def passage(self) -> Passage | None:
        """The selected sentence, to be copied."""
        if not self.sentences:
            return None
        found = self.sentences[self.index]
        return Passage(found.document, found.text, *(found.sentence or ()))

    def choose_or_not(self) -> None:
        """Selects the hit, or not any more, and goes on to the next."""
        self.chosen ^= {self.index}
        self.move(1)
        self.refresh()

    def choose_all(self) -> None:
        """Selects all hits, or none where all are."""
        every = set(range(self.count()))
        self.chosen = set() if self.chosen == every else every
        self.refresh()

    def end_selection(self) -> bool:
        """Selects none of the hits any more."""
        had, self.chosen = bool(self.chosen), set()
        self.refresh()
        return had

    def selected_ones(self) -> list[SentenceHits]:
        """The hits that are selected."""
        return [one for at, one in enumerate(self.sentences) if at in self.chosen]

    def to_work_on(self) -> list[SentenceHits]:
        """The hits that are selected, or else all that are listed."""
        return self.selected_ones() or list(self.sentences)

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
        right: list[Piece] = [(f"  {self.progress} ", style)] if self.progress else []
        results = self.results
        if results is None or not self.query_text.strip() or (self.awaited and not self.count()):
            return [("Results", strong), *self._other_forms()], right
        read = (visible(results.plain or results.understood), style)
        documents = max(results.documents, len(self._counts))
        whole, brief = how_much(results, documents, chosen=len(self.chosen))
        others = self._other_forms()
        lefts = ([(f"{words}   ", strong), read, *others] for words in (whole, brief))
        return first_fitting(lefts, right, self.size.width - 1)

    def _other_forms(self) -> list[Piece]:
        """That other forms are looked for, and the key that ends it."""
        if not self.forms:
            return []
        ends = f" ({visible(self.forms_key)} ends that)" if self.forms_key else ""
        return [(f"  + other forms{ends}", self.painter.chrome(active=True))]

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A sentence that answers: its document where that changes, and the words that match."""
        found = self.sentences[index]
        before = self.sentences[index - 1].document if index and index != self._first else None
        muted = self.painter.panel(muted=True)
        pieces = self._named(found.document, width, named=found.document != before)
        if index in self.chosen:
            pieces.insert(0, ("✓ ", self.painter.panel(accent=True)))
        if found.hits[0].form:
            pieces.append(("other form  ", muted))
        note = self._of_annotation(found)
        if note:
            room = width - sum(cell_len(text) for text, _ in pieces)
            pieces += [*self._noted(note, found, room), ("  ", muted)]
        room = width - sum(cell_len(text) for text, _ in pieces)
        pieces += self._marked(found, room)
        return [pieces]

    def _noted(self, note: str, found: SentenceHits, room: int) -> list[Piece]:
        """What is said of an annotation, around its first match.

        Where not all fits, the sentence keeps a third of the row, and half of it if it holds a hit
        of its own.
        """
        sentence = cell_len(found.text) + _GAP
        hit_in_text = any(hit.kind == "text" for hit in found.hits)
        share = max(room - sentence, room // 2 if hit_in_text else room * 2 // 3)
        shown, matches = visible(note), self.noted(note)
        return self._painted(cut_off(brought_to(shown, matches, share), share), accent=True)

    def _named(self, document: str, width: int, *, named: bool) -> list[Piece]:
        """The column of names: a document with how many hits of it there are, or blank."""
        muted, counts = self.painter.panel(muted=True), self._counts
        digits = max((len(grouped(count)) for count in counts.values()), default=1)
        longest = max((cell_len(visible(path)) for path in counts), default=0)
        room = max(8, min(_NAME, longest, width // 4))
        if not named:
            return [(" " * (room + digits + 3), muted)]
        name, results = visible(document), self.results
        if cell_len(name) > room:
            name = "…" + name[-(room - 1) :]
        count = f" {grouped(counts[document]):>{digits}}"
        cut_off = results is not None and results.total > len(results.hits)
        more = "+" if cut_off and document == self.sentences[-1].document else " "
        return [
            (set_cell_size(name, room), muted),
            (count, self.painter.panel()),
            (more + " ", muted),
        ]

    def _of_annotation(self, found: SentenceHits) -> str:
        """What to say of the annotations that answered, if any did: their tags and their notes."""
        named = ((hit.annotation, hit.author) for hit in found.hits if hit.annotation is not None)
        return " | ".join(self._describe(*one) for one in named)

    def _marked(self, found: SentenceHits, room: int) -> list[Piece]:
        """The sentence around its first match, in ``room`` columns."""
        shown = row_text(found.text, Row(0, len(found.text)))
        text = shown.display
        marks = [
            Span(shown.place(mark.start), shown.place(mark.end))
            for mark in found.marks
            if mark.start < mark.end and not _whole(mark, found)
        ]
        return self._painted(brought_to(text, marks, room))

    def _painted(self, stretches: Iterable[Stretch], *, accent: bool = False) -> list[Piece]:
        styles = {
            (False, False): self.painter.panel(accent=accent),
            (True, False): self.painter.panel(match=True),
            (False, True): self.painter.panel(muted=True),
        }
        return [(text, styles[is_match, is_cut]) for text, is_match, is_cut in stretches]

    def foot(self) -> str:
        """How many hits are not listed, and how they would be; else what could not be searched."""
        problems = self.results.problems if self.results is not None and self.sentences else []
        more = f" (and {grouped(len(problems) - 1)} more)" if len(problems) > 1 else ""
        return self.left_out or (f"{problems[0]}{more}" if problems else "")

    def empty(self) -> str:
        """What to type, or that nothing was found."""
        if not self.query_text.strip():
            return (
                'Words, all of them; "a phrase"; OR, NOT, -without; pre*; tag:claim, note:, '
                "status:open, doc:name. Hits in your notes are shown with the texts."
            )
        if self.awaited or (self.results is None and not self.failure):
            return "Searching…"
        if self.results is None:
            return self.failure
        if self.results.refused:
            return f"No answer: {self.results.problems[0]}."
        if self.doubts:
            return f"Nothing found: {'; '.join(self.doubts)}."
        if self.results.problems:
            return f"Nothing found: {self.results.problems[0]}"
        if not self.results.plain:
            return f"There is {self.results.understood}."
        more = "Fewer words, OR between them, or the beginning of a word find more."
        asks = bool(self.forms_key) and not self.forms
        forms = f" {self.forms_key} looks for other forms of the words, too." if asks else ""
        return f"Nothing found. {more}{forms}"


def _whole(mark: Span, found: SentenceHits) -> bool:
    """Whether a mark is only the place of an annotation, and not of words that match."""
    return found.sentence is not None and not any(
        hit.kind == "text" and hit.end == found.sentence.start + mark.end for hit in found.hits
    )
