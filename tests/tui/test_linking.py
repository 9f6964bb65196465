"""The thread that finds what other texts tell of a sentence."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.texts import prose
from documents.document import Document
from search_index.alignment.matching import Matcher
from search_index.alignment.text_index import TextIndex
from tui import linking
from tui.linking import Answer, LinkThread, Question

SEEDS = Path(__file__).parents[2] / "seeds"
CALL, MESSAGE = (
    Document(name, (SEEDS / name).read_text(encoding="utf-8"))
    for name in ("call.txt", "message.txt")
)
ASKED = CALL.text.index("Unconfirmed reports")
LONG = 20  # seconds, until which anything must have happened


class Listener:
    """Hears answers, and waits for the one to a question."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self._heard = threading.Condition()
        self.thread = LinkThread(self.hear)

    def hear(self, answer: Answer) -> None:
        with self._heard:
            self.answers.append(answer)
            self._heard.notify_all()

    def answer_to(self, question: Question) -> Answer:
        def come() -> Answer | None:
            ended = (one for one in self.answers if one.question == question and one.ready >= 1)
            return next(ended, None)

        with self._heard:
            assert self._heard.wait_for(come, LONG)
            answer = come()
        assert answer is not None
        return answer


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.thread.close()


def test_each_target_has_its_own_answer(listener: Listener) -> None:
    stranger = Document("bees.txt", "Bees sleep in winter. Honey keeps.")
    question = Question(CALL, ASKED, (MESSAGE, stranger))
    listener.thread.ask(question)
    match, nothing = listener.answer_to(question).matches
    assert match is not None
    assert "hand over Assad" in MESSAGE.text[slice(*match.passage)]
    assert nothing is None


def test_the_newest_question_wins(listener: Listener) -> None:
    texts = [Document(f"{seed}.txt", prose(300_000, seed)) for seed in (1, 2)]
    questions = [Question(texts[0], offset, (texts[1],)) for offset in range(0, 300_000, 10_000)]
    for question in questions:
        listener.thread.ask(question)
    listener.answer_to(questions[-1])
    asked = [questions.index(answer.question) for answer in listener.answers]
    assert asked == sorted(asked)
    assert all(0 <= answer.ready <= 1 for answer in listener.answers)


def test_a_text_that_is_too_long_is_refused_with_the_reason(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.linking.LONGEST", 1000)
    question = Question(CALL, ASKED, (MESSAGE,))
    listener.thread.ask(question)
    answer = listener.answer_to(question)
    assert not answer.matches
    assert "not linked" in answer.problem


def test_what_goes_wrong_is_told_and_the_next_question_answered(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Matcher, offset: int) -> None:
        raise RuntimeError("out of paper")

    with monkeypatch.context() as broken:
        broken.setattr(Matcher, "find", fail)
        first = Question(CALL, ASKED, (MESSAGE,))
        listener.thread.ask(first)
        assert "out of paper" in listener.answer_to(first).problem
    second = Question(CALL, 0, (MESSAGE,))
    listener.thread.ask(second)
    assert listener.answer_to(second).problem == ""


def test_a_text_is_made_ready_once(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Question(CALL, ASKED, (MESSAGE,))
    listener.thread.ask(first)
    listener.answer_to(first)
    monkeypatch.setattr("tui.linking.TextIndex", None)  # another one cannot be made
    again = Question(Document("copy.txt", CALL.text), 0, (MESSAGE,))
    listener.thread.ask(again)
    assert listener.answer_to(again).problem == ""


def test_after_a_text_could_not_be_made_ready_the_next_question_begins_anew(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    build, broken = TextIndex.build, iter([True])

    def fails_once(index: TextIndex) -> Iterator[None]:
        yield
        if next(broken, False):
            raise MemoryError("once")
        yield from build(index)

    monkeypatch.setattr(TextIndex, "build", fails_once)
    first, second = (Question(CALL, offset, (MESSAGE,)) for offset in (0, ASKED))
    listener.thread.ask(first)
    assert listener.answer_to(first).problem == "linking failed: once"
    listener.thread.ask(second)
    assert listener.answer_to(second).matches[0] is not None


def test_no_text_is_kept_when_the_panes_are_not_linked_any_more(listener: Listener) -> None:
    call, message = (Document(one.path, f"{one.text}\n") for one in (CALL, MESSAGE))
    kept: list[weakref.ref[TextIndex]] = []
    making = linking._Making.__init__

    def noted(self: linking._Making, document: Document) -> None:
        making(self, document)
        kept.append(weakref.ref(self.index))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linking._Making, "__init__", noted)
        question = Question(call, ASKED, (message,))
        listener.thread.ask(question)
        listener.answer_to(question)
    listener.thread.forget()
    other = Question(CALL, 0, (Document("a.txt", "Words."),))
    listener.thread.ask(other)
    listener.answer_to(other)
    gc.collect()
    assert [one() for one in kept] == [None, None]
