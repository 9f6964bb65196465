"""Searching beside the screen: the newest query is answered, and a failure ends nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.steps import Step, at_once
from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace
from search_index.hits import Results
from search_index.search import Searcher
from tui.searching import SearchThread

LONG = 60.0
"""Seconds to wait at most: for a machine under load, never for its own sake."""

Answer = tuple[str, Results | None, str]


class Listener:
    """Hears answers in the thread of the search, and waits for them in another."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self._heard = threading.Condition()

    def __call__(self, query: str, results: Results | None, failure: str) -> None:
        with self._heard:
            self.answers.append((query, results, failure))
            self._heard.notify_all()

    def answer_to(self, query: str) -> Answer:
        """The answer to a query, once it is there."""
        with self._heard:
            assert self._heard.wait_for(lambda: any(a[0] == query for a in self.answers), LONG)
            return next(answer for answer in self.answers if answer[0] == query)

    def count(self, answers: int) -> None:
        """Waits until there are so many answers."""
        with self._heard:
            assert self._heard.wait_for(lambda: len(self.answers) >= answers, LONG)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def search(
    tmp_path: Path, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SearchThread]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "workspace"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"One word, and number {number}.\n", encoding="utf-8")
    workspace = Workspace(folder, Settings())
    thread = SearchThread(workspace, Store(workspace), listener, limit=3)
    yield thread
    thread.close()


def test_a_query_is_answered(search: SearchThread, listener: Listener) -> None:
    search.ask("number")
    _, results, failure = listener.answer_to("number")
    assert failure == ""
    assert results is not None
    assert (results.total, len(results.hits)) == (5, 3)


def test_queries_are_answered_one_after_the_other(search: SearchThread, listener: Listener) -> None:
    for query in ("word", "zebra"):
        search.ask(query)
        listener.answer_to(query)
    assert [query for query, _, _ in listener.answers] == ["word", "zebra"]


def test_the_newest_query_is_answered_and_those_it_overtook_need_not_be(
    search: SearchThread, listener: Listener
) -> None:
    queries = [f"number {n}" for n in range(50)]
    for query in queries:
        search.ask(query)
    listener.answer_to(queries[-1])
    answered = [query for query, _, _ in listener.answers]
    assert answered == sorted(set(answered), key=queries.index)
    assert answered[-1] == queries[-1]


def test_a_search_that_fails_is_told_and_the_next_one_is_answered(
    search: SearchThread, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> Results:
        raise OSError("the disk is gone")

    with monkeypatch.context() as patch:
        patch.setattr(Searcher, "search", fails)
        search.ask("first")
        assert listener.answer_to("first") == ("first", None, "the search failed: the disk is gone")
    search.ask("word")
    assert listener.answer_to("word")[1] is not None


def test_its_thread_ends_once_it_is_closed(search: SearchThread, listener: Listener) -> None:
    others = set(threading.enumerate())
    search.ask("word")
    listener.answer_to("word")
    (thread,) = [one for one in set(threading.enumerate()) - others if one.name == "search"]
    search.close()
    thread.join(LONG)
    assert not thread.is_alive()


@pytest.mark.parametrize(("soon", "searchers"), [(True, 1), (False, 2)])
def test_what_was_got_ready_stays_where_a_query_comes_soon(
    search: SearchThread,
    listener: Listener,
    monkeypatch: pytest.MonkeyPatch,
    soon: bool,
    searchers: int,
) -> None:
    made, ready = list[Searcher](), threading.Event()

    class Noted(Searcher):
        def prepare(self, step: Step = at_once) -> bool:
            made.append(self)
            ready.set()
            return False  # the index is complete

    monkeypatch.setattr("search_index.search.Searcher", Noted)
    search.begin(soon=soon)
    assert ready.wait(LONG)
    for query in ("word", "number"):
        search.ask(query)
        listener.answer_to(query)
    search.begin(soon=False)
    search.ask("one")
    listener.answer_to("one")
    assert len(set(map(id, made))) == searchers


def test_who_asks_again_hears_what_a_builder_has_written_however_fresh_the_last_answer_was(
    search: SearchThread, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_up: list[str] = []

    class Noted(Searcher):
        def take_up(self) -> None:
            taken_up.append("")

    monkeypatch.setattr("search_index.search.Searcher", Noted)
    for count, fresh in enumerate((False, True, False)):
        search.ask("word", fresh=fresh)
        listener.count(count + 1)
        assert len(taken_up) == count
