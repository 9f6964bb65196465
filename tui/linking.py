"""Finding what other texts tell of a sentence, in a thread of its own that keys never wait for.

One interpreter runs one thread at a time. This one lets the screen first paint what a key has
changed, and then works for a millisecond at a time, with pauses: the screen never waits for longer,
and once it runs it is not interrupted for five, the interpreter's own measure.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import NamedTuple

from documents.document import Document
from search_index.alignment.matching import Match, Matcher
from search_index.alignment.text_index import LONGEST, TextIndex
from tui.pane.geometry import MOST_PANES

_SLICE, _PAUSE = 0.001, 0.001
_PAINTED = 0.025
"""Seconds after a question until the screen has been painted: two frames, not quite."""

_TELL_EVERY = 0.2
_KEPT_TEXTS, _KEPTMOST_PANESS = 6, 12
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


class _Overtaken(Exception):
    """A newer question was asked, or none is to be answered any more."""


class LinkThread:
    """Answers questions one at a time; a question that was overtaken by another gets no answer.

    ``answer`` is called in that thread. Texts once made ready are kept, the last few of them.
    """

    def __init__(self, answer: Callable[[Answer], None]) -> None:
        self._answer = answer
        self._asked = threading.Condition()
        self._question: Question | None = None
        self._asked_at = 0.0
        self._began = 0.0  # the slice of work
        self._forgets = False
        self._closed = False
        self._thread: threading.Thread | None = None
        self._texts: OrderedDict[str, _Making] = OrderedDict()
        self._matchers: OrderedDict[tuple[str, str], Matcher] = OrderedDict()

    def ask(self, question: Question) -> None:
        """Asks a question in the place of all asked before."""
        with self._asked:
            self._question = question
            self._asked_at = time.monotonic()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="links", daemon=True)
                self._thread.start()
            self._asked.notify()

    def forget(self) -> None:
        """Answers nothing that was asked, and keeps no text: the panes are not linked any more."""
        with self._asked:
            self._question = None
            self._forgets = True
            self._asked.notify()

    def close(self) -> None:
        """Ends the thread, soon."""
        with self._asked:
            self._closed = True
            self._asked.notify()

    def _run(self) -> None:
        while True:
            with self._asked:
                while not (self._question or self._forgets or self._closed):
                    self._asked.wait()
                question, self._question = self._question, None
                forgets, self._forgets = self._forgets, False
            if self._closed:
                return
            if forgets:
                self._texts.clear()
                self._matchers.clear()
            if question is None:
                continue
            try:
                self._serve(question)
            except _Overtaken:
                continue
            except Exception as error:  # told, and nothing else ends with it
                words = f"linking failed: {error or type(error).__name__}"
                self._answer(Answer(question, problem=words))

    def _serve(self, question: Question) -> None:
        self._let_paint()
        documents = (question.source, *question.targets)
        if any(len(document.text) > LONGEST for document in documents):
            words = f"Texts of over {LONGEST // 1_000_000} million characters are not linked"
            self._answer(Answer(question, problem=words))
            return
        making = [self._making(document) for document in documents]
        try:
            self._make_ready(question, making)
        except _Overtaken:
            raise
        except Exception:
            self._texts.clear()  # its steps go on no further: the next question begins anew
            self._matchers.clear()
            raise
        source, *targets = making
        matchers = [self._matcher(source.index, target.index) for target in targets]
        matches = [self._found(matcher.find(question.offset)) for matcher in matchers]
        self._answer(Answer(question, tuple(matches)))

    def _let_paint(self) -> None:
        """Waits until the screen has been painted."""
        with self._asked:
            while (left := self._asked_at + _PAINTED - time.monotonic()) > 0:
                self._asked.wait(left)
                self._give_up_if_overtaken()

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
        """Pauses when a slice of work is over."""
        self._give_up_if_overtaken()
        if time.perf_counter() - self._began > _SLICE:
            time.sleep(_PAUSE)
            self._began = time.perf_counter()

    def _give_up_if_overtaken(self) -> None:
        if self._question is not None or self._forgets or self._closed:
            raise _Overtaken

    def _making(self, document: Document) -> _Making:
        making = self._texts.pop(document.text, None) or _Making(document)
        self._texts[document.text] = making
        while len(self._texts) > _KEPT_TEXTS or (
            len(self._texts) > MOST_PANES and sum(map(len, self._texts)) > _KEPT_LENGTH
        ):
            dropped, _ = self._texts.popitem(last=False)
            for pair in [pair for pair in self._matchers if dropped in pair]:
                del self._matchers[pair]
        return making

    def _matcher(self, source: TextIndex, target: TextIndex) -> Matcher:
        pair = (source.text, target.text)
        matcher = self._matchers.pop(pair, None) or Matcher(source, target)
        self._matchers[pair] = matcher
        if len(self._matchers) > _KEPTMOST_PANESS:
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
