"""The paragraphs and sentences of a text, cut only where somebody looks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator

from documents.chunks import CHUNK, chunk_count, chunk_limit, is_blank
from documents.cutting import NOTHING, CutChunk, cut_chunk
from documents.spans import Span

_KEPT_CHUNKS = 16  # some hundred and thirty thousand code points


class Segmentation:
    """The paragraphs and sentences of one text.

    Nothing is cut until it is asked for, and asking for one place never costs more than the
    stretch of text around it, however long the text is.

    Spans may be asked for in any thread: what is kept of them is what would be found again. Only
    one thread, the screen's, may count the sentences.
    """

    def __init__(self, text: str, kind: str = "prose") -> None:
        self.text = text
        self.kind = kind
        self._chunk_count = chunk_count(text)
        self._chunks: OrderedDict[int, CutChunk] = OrderedDict()
        self._limits: dict[int, int] = {}  # where chunks begin, as far as that was looked for
        self._blank = range(0)  # the stretch of blank chunks that was last come through
        self._counted = [0]  # sentences before each chunk, as far as they were counted

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence at ``offset``; in blank space the next one, past the last the last one.

        None only for a text without a visible character.
        """
        for number in self._with_text(self._number(max(offset, 0)), 1):
            if sentence := self._chunk(number).sentence_past(max(offset, 0)):
                return sentence
        return self.sentence_before(len(self.text))

    def sentence_after(self, offset: int) -> Span | None:
        """The first sentence that starts at or after ``offset``."""
        return self._after(offset, _sentences)

    def sentence_before(self, offset: int) -> Span | None:
        """The last sentence that ends at or before ``offset``."""
        return self._before(offset, _sentences)

    def sentences(self, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """The sentences that overlap ``[start, end)``, in order."""
        return self._overlapping(start, end, _sentences)

    def paragraph_at(self, offset: int) -> Span | None:
        """The paragraph at ``offset``; in blank space the next one, past the last the last one."""
        for paragraph in self.paragraphs(offset):
            return paragraph
        return self.paragraph_before(len(self.text))

    def paragraph_after(self, offset: int) -> Span | None:
        """The first paragraph that starts at or after ``offset``."""
        return self._after(offset, _paragraphs)

    def paragraph_before(self, offset: int) -> Span | None:
        """The last paragraph that ends at or before ``offset``."""
        return self._before(offset, _paragraphs)

    def paragraphs(self, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """The paragraphs that overlap ``[start, end)``, in order."""
        return self._overlapping(start, end, _paragraphs)

    def stands_by_lines(self, paragraph: Span) -> bool:
        """Whether each line of a paragraph stands for itself, as in code, and does not flow on."""
        return self._chunk(self._chunk_at(paragraph.start)).stands_by_lines(paragraph.start)

    def count(self) -> Iterator[None]:
        """Counts the sentences of the whole text in short steps, one for each ``next()``.

        When it ends, ``total`` is known. A caller on the screen's thread takes a step when idle.
        """
        while len(self._counted) <= self._chunk_count:
            number = len(self._counted) - 1
            cut = self._chunks.get(number) or self._cut(number)
            self._counted.append(self._counted[-1] + len(cut.sentences))
            yield

    @property
    def total(self) -> int | None:
        """How many sentences there are, or None while they have not all been counted."""
        return self._counted[-1] if len(self._counted) > self._chunk_count else None

    def numbered(self, number: int) -> Span | None:
        """The sentence of that number (from 1), as far as they have been counted."""
        chunk = bisect_left(self._counted, number) - 1
        if number < 1 or chunk + 1 >= len(self._counted):
            return None
        return self._chunk(chunk).sentences[number - 1 - self._counted[chunk]]

    def number_of(self, offset: int) -> int | None:
        """The number (from 1) of the sentence at ``offset``, or None while it is not known."""
        sentence = self.sentence_at(offset)
        if sentence is None:
            return None
        number = self._chunk_at(sentence.start)
        if number >= len(self._counted):
            return None
        return self._counted[number] + bisect_right(self._chunk(number).sentences, sentence)

    def _chunk_at(self, offset: int) -> int:
        """The number of the chunk that holds ``offset``, which must lie in the text."""
        number = offset // CHUNK
        limit = self._limits.get(number)
        if limit is None:
            limit = self._limits[number] = chunk_limit(self.text, number)
        return number - (offset < limit)

    def _chunk(self, number: int) -> CutChunk:
        cut = self._chunks.pop(number, None) or self._cut(number)
        self._chunks[number] = cut
        if len(self._chunks) > _KEPT_CHUNKS:
            self._chunks.popitem(last=False)
        return cut

    def _cut(self, number: int) -> CutChunk:
        return NOTHING if is_blank(self.text, number) else cut_chunk(self.text, self.kind, number)

    def _with_text(self, number: int, step: int) -> Iterator[int]:
        """The chunks from ``number`` on (back, if ``step`` is -1), less those known to be blank.

        A long stretch of blank ones is come through once, and then leapt over.
        """
        while 0 <= number < self._chunk_count:
            blank = self._blank  # another thread may come through another stretch meanwhile
            if number in blank:
                number = blank.stop if step > 0 else blank.start - 1
            elif not is_blank(self.text, number):
                yield number
                number += step
            else:
                joins = number in (blank.start - 1, blank.stop)
                start = min(number, blank.start) if joins else number
                stop = max(number + 1, blank.stop) if joins else number + 1
                self._blank = range(start, stop)

    def _number(self, offset: int) -> int:
        """The number of the chunk to begin looking in for ``offset``."""
        return self._chunk_at(offset) if offset < len(self.text) else self._chunk_count - 1

    def _after(self, offset: int, parts: Parts) -> Span | None:
        for number in self._with_text(self._number(max(offset, 0)), 1):
            spans = parts(self._chunk(number))
            index = bisect_left(spans, offset, key=_start)
            if index < len(spans):
                return spans[index]
        return None

    def _before(self, offset: int, parts: Parts) -> Span | None:
        if offset <= 0:
            return None
        for number in self._with_text(self._number(offset), -1):
            spans = parts(self._chunk(number))
            index = bisect_right(spans, offset, key=_end)
            if index:
                return spans[index - 1]
        return None

    def _overlapping(self, start: int, end: int | None, parts: Parts) -> Iterator[Span]:
        start = max(start, 0)
        end = len(self.text) if end is None else min(end, len(self.text))
        if start >= end:
            return
        for number in self._with_text(self._number(start), 1):
            spans = parts(self._chunk(number))
            for index in range(bisect_right(spans, start, key=_end), len(spans)):
                if spans[index].start >= end:
                    return
                yield spans[index]


Parts = Callable[[CutChunk], list[Span]]


def _sentences(cut: CutChunk) -> list[Span]:
    return cut.sentences


def _paragraphs(cut: CutChunk) -> list[Span]:
    return cut.paragraphs


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
