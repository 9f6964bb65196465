from __future__ import annotations

import pytest
from conftest import MakeWorkspace

from annotations.store import Store
from search_index.indexing.updating import update_index
from search_index.queries.parsing import parse
from search_index.queries.suggesting import suggestions, words_of
from search_index.search import Searcher

TEXT = (
    "sanctions sanctions sanctioned sanction envoy envoy invoy e-mail Москва Москве 北京 "
    "Élysée elise elise elise función functions functions été Überprüfung Straße Ёлка"
)


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
        ("elysee", ["élysée", "elise"]),
        ("Elysée", ["Élysée", "Elise"]),
        ("Élysee*", ["Élysée"]),
        ("funcion", ["función", "functions"]),
        ("ete", ["été"]),
        ("uberprufung strasse", ["überprüfung AND straße"]),
        ("елка", ["ёлка"]),
        ('"the elysee"', ['"the élysée"', '"the elise"']),
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


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("1,200", ["1.200", '"1 200"']),
        ("1200 soldiers", ["1.200 AND soldiers", '"1 200" AND soldiers']),
        ("12%", ['"12 %"']),
        ("5.93", ["5,93"]),
        ("1'234'567", ["1234567"]),
        ("7,001", []),
        ("1.200", []),  # it stands there
    ],
)
def test_figures_are_offered_as_they_are_written(
    make_workspace: MakeWorkspace, query: str, offered: list[str]
) -> None:
    text = "1.200 soldiers, or 12 % of 1\u202f200 soldiers: 5,93 of 1234567.\n"
    workspace = make_workspace({"a.txt": text})
    searcher = Searcher(workspace, Store(workspace))
    found = searcher.search(query).total
    assert searcher.suggestions(query) == offered or found
    assert bool(found) == (query == "1.200")
