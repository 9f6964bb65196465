"""An answer that would take too long is not given at all; reading the texts is no part of it."""

from __future__ import annotations

from itertools import count, takewhile

import pytest
from conftest import MakeWorkspace

from annotations.store import Store
from documents.document import Document
from documents.glancing import glance
from search_index import texts, time_limits
from search_index.indexing.updating import update_index
from search_index.search import Searcher
from search_index.time_limits import (
    SECONDS,
    TookTooLong,
    look_at_the_time,
    looking_round,
    reading,
    seconds_left,
    time_limit,
    timed,
)


class Clock:
    """A clock that goes as far on as it is told to, each time it is looked at."""

    def __init__(self) -> None:
        self.now = 0.0
        self.step = 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(time_limits, "perf_counter", made)
    return made


def test_without_a_limit_nothing_is_limited(clock: Clock) -> None:
    clock.step = 1e9
    look_at_the_time()
    assert seconds_left() == float("inf")


def test_a_limit_is_reached_once_more_was_spent(clock: Clock) -> None:
    with time_limit(2):
        clock.now += 2
        look_at_the_time()
        clock.now += 0.1
        with pytest.raises(TookTooLong):
            look_at_the_time()
    look_at_the_time()


def test_reading_is_not_spent_and_may_be_spent_again(clock: Clock) -> None:
    with time_limit(2):
        with reading():
            clock.now += 30
        assert seconds_left() == 30
        clock.now += 29
        look_at_the_time()
        clock.now += 2
        with pytest.raises(TookTooLong):
            look_at_the_time()


def test_looking_round_is_not_spent_and_gives_no_time(clock: Clock) -> None:
    with time_limit(2):
        with looking_round():
            clock.now += 0.5
        assert seconds_left() == 1.5
        with looking_round():
            clock.now += 30
        assert seconds_left() == 1
        clock.now += 1.5
        with pytest.raises(TookTooLong):
            look_at_the_time()


def test_what_was_read_leaves_less_but_never_less_than_half(clock: Clock) -> None:
    with time_limit(2):
        for left in (1.5, 1.0, 1.5):
            with reading():
                clock.now += 0.5
            assert seconds_left() == left


def test_a_limit_within_another_is_its_own(clock: Clock) -> None:
    with time_limit(2):
        with time_limit(50):
            clock.now += 40
            look_at_the_time()
        with pytest.raises(TookTooLong):
            look_at_the_time()


def test_a_loop_without_end_ends(clock: Clock) -> None:
    clock.step = 0.01
    with time_limit(1), pytest.raises(TookTooLong):
        for _ in timed(count()):
            pass


def test_a_loop_goes_on_as_it_would(clock: Clock) -> None:
    with time_limit(1):
        assert list(timed(range(5000))) == list(range(5000))


TEXTS = {f"{n}.txt": f"Oil prices rose {n} times. The envoy said oil, oil." for n in range(4)}
QUERIES = ["pr*", "prises~", "*rice*", "o?l OR env*", "oil NEAR/3 envoy", "/oi?l/", "-gas o?l"]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize("forms", [False, True])
def test_an_answer_is_whole_or_none(
    make_workspace: MakeWorkspace, clock: Clock, query: str, indexed: bool, forms: bool
) -> None:
    workspace = make_workspace(TEXTS)
    if indexed:
        assert not update_index(workspace, Store(workspace)).problem
    whole = Searcher(workspace, Store(workspace)).search(query, forms=forms)
    assert whole.total > 0
    clock.step = 1.0
    answers = (
        Searcher(workspace, Store(workspace), seconds=seconds).search(query, forms=forms)
        for seconds in range(0, 100_000, 2)
    )
    refused = [*takewhile(lambda answer: not answer.total, answers)]
    assert all("would take longer than" in answer.problems[0] for answer in refused)
    assert next(answers).hits == whole.hits
    assert refused


def test_a_folder_that_takes_long_to_read_is_searched_all_the_same(
    make_workspace: MakeWorkspace, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(root: str, path: str) -> Document | None:
        clock.now += 60
        return glance(root, path)

    monkeypatch.setattr(texts, "glance", slowly)
    workspace = make_workspace(TEXTS)
    clock.step = 0.001
    assert Searcher(workspace, Store(workspace)).search("oil").total == 12


@pytest.mark.parametrize("query", ["oil", '"the envoy" -gas', "doc:1 oil", "pric*"])
def test_a_few_plain_words_are_found_however_long_it_takes(
    make_workspace: MakeWorkspace, clock: Clock, query: str
) -> None:
    workspace = make_workspace(TEXTS)
    clock.step = 10.0
    assert Searcher(workspace, Store(workspace)).search(query).total > 0


def test_a_refusal_says_what_to_do(make_workspace: MakeWorkspace, clock: Clock) -> None:
    workspace = make_workspace(TEXTS)

    def refusal(query: str, seconds: float = SECONDS) -> str:
        clock.step = seconds
        (line,) = Searcher(workspace, Store(workspace), seconds=seconds).search(query).problems
        return line

    assert refusal("*i*") == (
        "this would take longer than a second: write more of *i*, "
        "or put a rarer word or a folder (doc:) beside it"
    )
    assert "take rarer words for oil NEAR/5 the" in refusal("oil NEAR/5 the")
    assert "ask for fewer than 30 things" in refusal(" OR ".join(f"a{n}" for n in range(30)))
    assert "longer than 10 seconds: " in refusal("o*", seconds=10.0)
    assert "longer than 1 second: " in refusal("o*", seconds=1.0)
    assert refusal("o*").endswith("a second: put a rarer word or a folder (doc:) beside it")
