"""Searching a workspace: from a query to its hits, best first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from annotations.model import PlacedAnnotation
from annotations.store import Store
from documents.spans import Span
from documents.workspace import Workspace
from search_index.hits import Hit, Results
from search_index.marks import MarkHits, Marks
from search_index.matching import TextSubject, matches
from search_index.parsing import parse
from search_index.patterns import pattern
from search_index.query import Node, Term, wanted_terms
from search_index.ranking import Tally, scores
from search_index.texts import SearchText, Texts

DEFAULT_LIMIT = 50

Cancelled = Callable[[], bool]


class Searcher:
    """Answers queries about one workspace; each thread needs its own.

    The hits are those of the texts and annotations as they are now, whatever state the index is
    in. Texts and annotations that were read are kept for the next query, within bounds.
    """

    def __init__(self, workspace: Workspace, store: Store) -> None:
        self._workspace = workspace
        self._texts = Texts(workspace)
        self._marks = Marks(workspace, store, self._texts)

    def search(
        self,
        query: str,
        *,
        limit: int | None = DEFAULT_LIMIT,
        within: Collection[str] | None = None,
        cancelled: Cancelled | None = None,
    ) -> Results:
        """The hits of ``query``, best first, at most ``limit``; in the documents ``within``.

        Documents come in the order of their scores, then of their paths; in each, annotations
        first, then the places in the text, each in text order. ``cancelled`` is asked between
        documents whether the answer is still wanted.
        """
        parsed = parse(query)
        if parsed.root is None:
            return Results([], 0, parsed.understood, indexed=False)
        answer = _Answer(parsed.root)
        chosen = None if within is None else frozenset(within)
        for path in self._workspace.documents():
            if cancelled and cancelled():
                return Results([], 0, parsed.understood, indexed=False, cancelled=True)
            if chosen is None or path in chosen:
                answer.searched += 1
                self._tally(answer, path)
        answer.marks = self._marks.answering(
            parsed.root, lambda path: chosen is None or path in chosen
        )
        return Results(
            list(islice(self._hits(answer), limit)),
            answer.total,
            parsed.understood,
            indexed=False,
            documents=len(answer.tallies.keys() | answer.marks.keys()),
            problems=[*self._texts.problems.values(), *self._marks.problems],
        )

    def _tally(self, answer: _Answer, path: str) -> None:
        """Counts the places in one text, if it is what the query asks for."""
        if not answer.terms:
            return
        text = self._texts.get(path)
        if text is None or not matches(answer.root, TextSubject(path, text)):
            return
        tally = Tally(len(text.text))
        taken: set[Span] = set()
        for term in answer.terms:
            found = set(pattern(term).find(text.text, text.folded)) - taken
            if found:
                tally.counts[term] = len(found)
                taken |= found
        if taken:
            answer.tallies[path] = tally

    def _hits(self, answer: _Answer) -> Iterator[Hit]:
        for path, score in answer.ranked():
            text = self._texts.get(path)
            marks = answer.marks.get(path)
            if marks:
                yield from _annotation_hits(marks.placed, text, score)
            if text and path in answer.tallies:
                yield from _text_hits(path, text, answer.terms, score)


@dataclass(slots=True)
class _Answer:
    """What is known of an answer while it is put together."""

    root: Node
    searched: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    marks: dict[str, MarkHits] = field(default_factory=dict)

    @property
    def terms(self) -> tuple[Term, ...]:
        return wanted_terms(self.root)

    @property
    def total(self) -> int:
        texts = sum(tally.total for tally in self.tallies.values())
        return texts + sum(len(marks.placed) for marks in self.marks.values())

    def ranked(self) -> list[tuple[str, float]]:
        """The documents with hits and their scores, best first."""
        both = {path: self.tallies.get(path) or Tally(1) for path in self.tallies | self.marks}
        for path, marks in self.marks.items():
            both[path].notes = marks.noted
        frequencies = {
            term: sum(tally.weight(term) > 0 for tally in both.values()) for term in self.terms
        }
        found = scores(both, self.searched, frequencies)
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))


def _text_hits(path: str, text: SearchText, terms: Iterable[Term], score: float) -> Iterator[Hit]:
    places = {place for term in terms for place in pattern(term).find(text.text, text.folded)}
    for start, end in sorted(places):
        sentence = text.sentence(start, end)
        words = text.text[sentence.start : sentence.end] if sentence else text.text[start:end]
        yield Hit("text", path, start, end, sentence, words, score, context=words)


def _annotation_hits(
    placed: Iterable[PlacedAnnotation], text: SearchText | None, score: float
) -> Iterator[Hit]:
    for each in sorted(placed, key=_in_text_order):
        one, sentence, context = each.annotation, None, ""
        words = one.exact or one.note
        if text and each.start is not None and each.end is not None:
            words = text.text[each.start : each.end]
            sentence = text.sentence(each.start, each.end)
        if text and sentence:
            context = text.text[sentence.start : sentence.end]
        yield Hit(
            "annotation",
            each.document,
            each.start,
            each.end,
            sentence,
            words,
            score,
            annotation=one.id,
            author=each.author,
            context=context,
        )


def _in_text_order(placed: PlacedAnnotation) -> tuple[int, int, str]:
    """A sort key; annotations of no place of their own come first."""
    start = -1 if placed.start is None else placed.start
    return start, placed.end or -1, placed.annotation.id
