from __future__ import annotations

import pytest
from conftest import MakeWorkspace

from annotations.store import Store
from search_index.indexing.updating import update_index
from search_index.queries.parsing import parse
from search_index.queries.suggesting import suggestions, words_of
from search_index.search import Searcher

TEXT = "sanctions sanctions sanctioned sanction envoy envoy invoy e-mail Москва Москве 北京"


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("sanctoins", ["sanctions", "sanction"]),
        ("Sanctoins", ["Sanctions", "Sanction"]),
        ("evnoy", ["envoy"]),
        ('"the evnoy" OR call', ['"the envoy" OR call']),
        ("e-mial", ["e-mail"]),
        ("evnoy NEAR/3 sanctions -tag:claim", ["envoy NEAR/3 sanctions AND NOT tag:claim"]),
        ("Масква", ["Москва", "Москве"]),
        ("evnoy*", ["envoy"]),
        ("sanctoins evnoy*", ["sanctions AND envoy", "sanction AND envoy"]),
        ("evnoy sanct*", ["envoy AND sanct*"]),
        ('"the evnoy"*', ['"the envoy"']),
        ("sanct*", []),
        ("北经*", []),
        ("sanctions", []),
        ("nothing", []),
        ("-evnoy", []),
        ("北经", []),
        ("", []),
    ],
)
def test_words_that_are_unknown_are_replaced_by_their_like(query: str, meant: list[str]) -> None:
    assert suggestions(parse(query).root, words_of([TEXT.lower()])) == meant


def test_what_is_suggested_finds_something_indexed_or_not(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": TEXT})
    for _ in range(2):
        searcher = Searcher(workspace, Store(workspace))
        assert searcher.search("evnoy").total == 0
        (meant,) = searcher.suggestions("evnoy")
        assert searcher.search(meant).total == 2
        assert not update_index(workspace, Store(workspace)).problem


def test_what_finds_nothing_is_not_suggested(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "an envoy", "b.txt": "the bases"})
    searcher = Searcher(workspace, Store(workspace))
    assert searcher.search("evnoy bases").total == 0
    assert searcher.suggestions("evnoy bases") == []
    assert searcher.suggestions("evnoy") == ["envoy"]
    assert searcher.suggestions("evnoy", within=["b.txt"]) == []
