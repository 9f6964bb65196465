"""An index harmed in two hundred ways, under a search at work: the same hits, and it is mended."""

from __future__ import annotations

import pytest
from conftest import MakeWorkspace
from index_damage import HARMS, harm
from plain_scan import hard_texts, places, scan

from annotations.store import Store
from documents.workspace import Workspace
from search_index.indexing.places import index_folder
from search_index.indexing.updating import update_index
from search_index.search import Searcher

QUERIES = ("the", "envoy", '"stop the"', "C++ OR sta*")
ROUNDS = 20
EACH = 10


def found(searcher: Searcher, query: str) -> list[tuple[str, int, int]]:
    results = searcher.search(query, limit=None)
    assert not results.problems, query
    return sorted(places(results.hits))


@pytest.mark.parametrize("first", range(0, ROUNDS * EACH, EACH))
def test_harm_changes_no_hits_and_is_mended(make_workspace: MakeWorkspace, first: int) -> None:
    workspace = make_workspace(hard_texts(first, 10))
    store = Store(workspace)
    plain = Searcher(workspace.without_index(), store)
    expected = {query: found(plain, query) for query in QUERIES}
    assert expected["the"] == sorted(scan(hard_texts(first, 10), "the"))
    assert not update_index(workspace, store).problem
    at_work, prepared = Searcher(workspace, store), Searcher(workspace, store)
    prepared.prepare()
    for seed in range(first, first + EACH):
        done = harm(index_folder(workspace), seed)
        for searcher in (at_work, prepared, Searcher(workspace, store)):
            for query in QUERIES:
                assert found(searcher, query) == expected[query], (seed, done, query)
        assert not update_index(workspace, store).problem, (seed, done)
        prepared.take_up()
        for searcher in (at_work, prepared, Searcher(workspace, store)):
            assert searcher.search("the").indexed, (seed, done)


def test_there_are_all_kinds_of_harm() -> None:
    assert ROUNDS * EACH >= 200
    assert len({number % len(HARMS) for number in range(ROUNDS * EACH)}) == len(HARMS)


@pytest.mark.parametrize("seed", range(3))
def test_one_piece_harmed_of_many_is_mended_alone(make_workspace: MakeWorkspace, seed: int) -> None:
    texts = hard_texts(seed, 4)
    workspace = _in_pieces(make_workspace, texts)
    harm(index_folder(workspace), seed)
    searcher = Searcher(workspace, Store(workspace))
    assert found(searcher, "the") == sorted(scan(texts, "the"))
    assert not update_index(workspace, Store(workspace)).problem
    assert searcher.search("the").indexed


def _in_pieces(make_workspace: MakeWorkspace, texts: dict[str, str]) -> Workspace:
    """A workspace that was indexed again after each text that came."""
    for number in range(1, len(texts) + 1):
        workspace = make_workspace(dict(list(texts.items())[:number]))
        update_index(workspace, Store(workspace))
    return workspace
