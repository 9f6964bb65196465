"""Finding what other texts tell of a sentence, in a thread of its own that keys never wait for.

It works in short steps, and takes turns with the screen: first that paints what a key has changed.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import NamedTuple

from documents.document import Document
from search_index.alignment.matching import Match, Matcher
from search_index.alignment.text_index import LONGEST, TextIndex
from tui.newest_first import NewestFirst, Overtaken
from tui.pane.geometry import MOST_PANES
from tui.turns import Turns

_TELL_EVERY = 0.2
_KEPT_TEXTS, _KEPT_MATCHERS = 6, 12
_KEPT_LENGTH = 2 * LONGEST
"""Code points of all texts that are kept, but for those of the question at hand."""


class Question(NamedTuple):
    """What tells the same as the sentence at ``offset`` of a document, in each of the others?"""

    source: Document
    offset: int
    targets: tuple[Document, ...]


class Answer(NamedTuple):
    """The match in each document asked about, or how far the texts are ready, from 0 to 1.

    ``problem`` says why there can be no answer.
    """

    question: Question
    matches: tuple[Match | None, ...] = ()
    ready: float = 1.0
    problem: str = ""


class LinkThread:
    """Answers questions one at a time; a question that was overtaken by another gets no answer.

    ``answer`` is called in that thread. Texts once made ready are kept, the last few of them.
    """

    def __init__(self, answer: Callable[[Answer], None]) -> None:
        self._answer = answer
        self._work = NewestFirst("links", self._serve)
        self._turns = Turns()
        self._kept = _Kept()

    def ask(self, question: Question) -> None:
        """Asks a question in the place of all asked before."""
        self._work.ask(question)

    def forget(self) -> None:
        """Answers nothing that was asked, and keeps no text: the panes are not linked any more."""
        self._work.drop()
        self._kept = _Kept()

    def close(self) -> None:
        """Ends the thread, soon."""
        self._work.close()

    def _serve(self, question: Question) -> None:
        try:
            self._find(question)
        except Overtaken:
            raise
        except Exception as error:  # told, and nothing else ends with it
            words = f"linking failed: {error or type(error).__name__}"
            self._answer(Answer(question, problem=words))

    def _find(self, question: Question) -> None:
        self._pace()  # the screen first paints what the key has changed
        documents = (question.source, *question.targets)
        if any(len(document.text) > LONGEST for document in documents):
            words = f"Texts of over {LONGEST // 1_000_000} million characters are not linked"
            self._answer(Answer(question, problem=words))
            return
        kept = self._kept
        making = [kept.making(document) for document in documents]
        try:
            self._make_ready(question, making)
        except Overtaken:
            raise
        except Exception:
            self._kept = _Kept()  # its steps go on no further: the next question begins anew
            raise
        source, *targets = making
        matchers = [kept.matcher(source.index, target.index) for target in targets]
        matches = [self._found(matcher.find(question.offset)) for matcher in matchers]
        self._answer(Answer(question, tuple(matches)))

    def _make_ready(self, question: Question, making: Sequence[_Making]) -> None:
        """Works on until all texts are ready."""
        told = time.monotonic()
        while unready := [one for one in making if not one.index.ready]:
            unready[0].work()
            if time.monotonic() - told > _TELL_EVERY:
                told = time.monotonic()
                ready = sum(one.index.progress for one in making) / len(making)
                self._answer(Answer(question, ready=ready))
            self._pace()

    def _found(self, steps: Generator[None, None, Match | None]) -> Match | None:
        """What a search finds, when all its steps are taken."""
        while True:
            try:
                next(steps)
            except StopIteration as found:
                match: Match | None = found.value
                return match
            self._pace()

    def _pace(self) -> None:
        """Lets the screen have its turn, and gives up where another question was asked."""
        self._turns.pass_on()
        self._work.go_on()


class _Kept:
    """Texts that are ready or being made so, and what is known of pairs of them: the last few."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, _Making] = OrderedDict()
        self._matchers: OrderedDict[tuple[str, str], Matcher] = OrderedDict()

    def making(self, document: Document) -> _Making:
        """The text of a document, as far as it is ready."""
        making = self._texts.pop(document.text, None) or _Making(document)
        self._texts[document.text] = making
        while len(self._texts) > _KEPT_TEXTS or (
            len(self._texts) > MOST_PANES and sum(map(len, self._texts)) > _KEPT_LENGTH
        ):
            dropped, _ = self._texts.popitem(last=False)
            for pair in [pair for pair in self._matchers if dropped in pair]:
                del self._matchers[pair]
        return making

    def matcher(self, source: TextIndex, target: TextIndex) -> Matcher:
        """What finds the sentences of one text that belong to those of another."""
        pair = (source.text, target.text)
        matcher = self._matchers.pop(pair, None) or Matcher(source, target)
        self._matchers[pair] = matcher
        if len(self._matchers) > _KEPT_MATCHERS:
            self._matchers.popitem(last=False)
        return matcher


class _Making:
    """A text that is being made ready, a little at a time."""

    def __init__(self, document: Document) -> None:
        self.index = TextIndex(document.text, document.kind)
        self._steps: Iterator[None] = self.index.build()

    def work(self) -> None:
        """Takes one short step."""
        next(self._steps, None)
