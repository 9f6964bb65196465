"""Queries of every kind find what a plain scan finds: indexed, half indexed and not indexed."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from conftest import MakeWorkspace
from plain_queries import Asked, any_query, texts
from plain_scan import places

from annotations.store import Store
from documents.workspace import Workspace
from search_index.indexing.updating import update_index
from search_index.search import Searcher

QUERIES = 50
TEXTS = texts(random.Random(5))


def assert_found(workspace: Workspace, texts: Mapping[str, str], queries: list[Asked]) -> None:
    searcher = Searcher(workspace, Store(workspace), patience=600)
    for query in queries:
        results = searcher.search(query.typed, limit=None)
        found = places(results.hits)
        assert sorted(found) == sorted(query.found(texts)), query.typed
        assert results.total == len(found)
        assert not results.problems


@pytest.mark.parametrize("seed", range(10))
def test_the_hits_are_those_of_a_plain_scan(make_workspace: MakeWorkspace, seed: int) -> None:
    chance = random.Random(seed)
    queries = [any_query(chance) for _ in range(QUERIES)]
    half = dict(list(TEXTS.items())[:9])
    workspace = make_workspace(half)
    assert_found(workspace, half, queries)
    assert not update_index(workspace, Store(workspace)).problem
    make_workspace(TEXTS)
    assert_found(workspace, TEXTS, queries)
    assert not update_index(workspace, Store(workspace)).problem
    assert_found(workspace, TEXTS, queries)
