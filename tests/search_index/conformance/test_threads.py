"""Searches in many threads, a searcher each, while the index is built and built anew."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from conftest import MakeWorkspace
from plain_scan import hard_texts, places, scan

from annotations.store import Store
from documents.workspace import Workspace
from search_index.indexing.updating import update_index
from search_index.search import Searcher

THREADS = 4
WORDS = ("the", "envoy", "stop", "北")


def test_each_thread_finds_everything_all_the_time(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(21, 30)
    workspace = make_workspace(texts)
    expected = {word: sorted(scan(texts, word)) for word in WORDS}
    done = Event()

    def search(number: int) -> int:
        searcher, asked = Searcher(workspace, Store(workspace)), 0
        while not done.is_set() or asked < 2 * len(WORDS):
            word = WORDS[(number + asked) % len(WORDS)]
            found = searcher.search(word, limit=None)
            assert sorted(places(found.hits)) == expected[word]
            assert not found.problems
            asked += 1
        assert searcher.search(WORDS[0]).indexed
        return asked

    with ThreadPoolExecutor(THREADS) as pool:
        searches = [pool.submit(search, number) for number in range(THREADS)]
        try:
            build(workspace)
        finally:
            done.set()
        assert all(each.result() for each in searches)


def build(workspace: Workspace) -> None:
    """From nothing, after a change of the time of every file, and from nothing again."""
    for rebuild in (False, False, True):
        for file in workspace.root.iterdir():
            file.touch()
        assert not update_index(workspace, Store(workspace), rebuild=rebuild).problem
