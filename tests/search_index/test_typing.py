"""Queries while they are typed, and queries nobody means well."""

from __future__ import annotations

import pytest
from conftest import MakeWorkspace

from annotations.model import Change, mark
from annotations.store import Store
from documents.workspace import Workspace
from search_index.indexing.updating import update_index
from search_index.queries.parsing import MAX_TERMS, parse
from search_index.queries.query import wanted_terms
from search_index.search import Searcher

TEXTS = {
    "2025-02-12 call.txt": "On oil\n\nThe oil price fell, and the envoy said that it was so.",
    "2024-05-01 gas.txt": "On gas\n\nThe gas price rose. The envoy was not there, and it is so.",
}


def annotated(workspace: Workspace) -> Workspace:
    document = workspace.read("2025-02-12 call.txt")
    one = mark(document.text, 8, 21, tags=("claim/figure",), note="ask Anna", status="open")
    Store(workspace).apply("mk", document, [Change(None, one)])
    return workspace


@pytest.mark.parametrize(
    "query",
    [
        "oil AND price",
        "oil OR nowhere",
        "oil price NOT gas",
        "(oil OR gas) price",
        '"the oil price" -gas',
        "((oil) -(gas OR rose))",
        "oil NEAR/5 envoy",
        '"oil price" NEAR fell',
        '"oil price"~3',
        "pri?e",
        "p*ce",
        "price~1",
        "/pri[cz]e\\b/ oil",
        "/(oil|gas) pri(ce|se){1,2}/",
        "oil doc:call",
        "gas doc:*.txt",
        "oil date:2025-02-12",
        "oil date:>=2025-01",
        "oil date:2025-02..2025-03",
        "oil lang:english",
        'title:"on oil"',
        "title:(oil OR gas)",
        "tag:claim",
        "tag:cl?im status:open",
        "author:mk has:note",
        "note:an* note:/ask/",
        "note:(ask NEAR/2 anna)",
    ],
)
def test_no_beginning_of_a_query_is_without_an_answer(
    make_workspace: MakeWorkspace, query: str
) -> None:
    workspace = annotated(make_workspace(TEXTS))
    for _ in range(2):
        searcher = Searcher(workspace, Store(workspace), patience=600)
        for end in range(1, len(query) + 1):
            if not names_a_field_halfway(query, end):
                begun = parse(query[:end], growing=True)
                found = searcher.search(query[:end], growing=True)
                assert begun.root is None or found.total, (query[:end], begun.understood)
        assert searcher.search(query).total
        assert not update_index(workspace, Store(workspace)).problem


def names_a_field_halfway(query: str, end: int) -> bool:
    word = query[:end].rpartition(" ")[2].lstrip("(")
    rest = query[end:].partition(" ")[0]
    return word.isalpha() and ":" in rest and rest.partition(":")[0].isalpha() | (rest[0] == ":")


@pytest.mark.parametrize(
    "begun", ["", " ", " A", " AN", " O", " NE", " NEAR", " NEAR/", " -", " ("]
)
def test_an_operator_that_has_been_begun_waits(begun: str) -> None:
    assert parse(f"oil{begun}", growing=True).understood in {"oil", "oil*"}


def test_what_grows_is_the_last_word_alone() -> None:
    assert parse("oil pri", growing=True).understood == "oil AND pri*"
    assert parse("oil pri ", growing=True).understood == "oil AND pri"
    assert parse('"oil pri', growing=True).understood == '"oil pri"*'
    assert parse('"oil pri"', growing=True).understood == '"oil pri"'
    assert parse("oil -pri", growing=True).understood == "oil AND NOT pri"
    assert parse("tag:cl", growing=True).understood == "tag:cl*"
    assert parse("A", growing=True).understood == "A*"


LONG = 10_000
PATHOLOGICAL = [
    "*",
    "a*",
    "?",
    "***?",
    "*a*" * 50,
    "(" * LONG,
    "(a " * LONG,
    "()" * LONG,
    "a" * LONG,
    "a?" * LONG,
    "a~2" * LONG,
    " OR ".join(f"w{number}" for number in range(1000)),
    " NEAR/9 ".join("ab" * 500),
    "NOT " * LONG + "a",
    "-" * LONG + "a",
    '"' * LONG,
    '"' + "a " * LONG + '"~9',
    "/" + "(a+)+" * 50 + "$/",
    "/" + "(" * 400 + "/",
    "/(((a{999}){999}){999}){999}/",
    "/" + "a" * LONG + "/",
    "/[/",
    "note:" * LONG,
    "date:" + "2" * LONG,
    "has:" + "n" * LONG,
    "doc:" + "*a" * 30,
]


@pytest.mark.parametrize("query", PATHOLOGICAL, ids=lambda query: query[:12])
def test_whatever_is_typed_is_answered_or_refused_with_a_line(
    make_workspace: MakeWorkspace, query: str
) -> None:
    workspace = make_workspace({"a.txt": "a" * 3000 + " b " * 300})
    for growing in (False, True):
        results = Searcher(workspace, Store(workspace)).search(query, growing=growing)
        assert results.understood
        assert "\n" not in results.understood
        assert len(wanted_terms(parse(query, growing=growing).root)) <= MAX_TERMS


def test_an_expression_that_would_take_for_ever_is_refused(
    make_workspace: MakeWorkspace,
) -> None:
    workspace = make_workspace({f"{number}.txt": "ab" * 2000 for number in range(5)})
    searcher = Searcher(workspace, Store(workspace), seconds=0.05)
    results = searcher.search("/(a|b|ab)*(?!b)c?$(?<!b)/")
    assert results.total == 0
    assert len(results.problems) == 1
    assert "longer than 0.05 seconds: make /(a|b|ab)*(?!b)c?$(?<!b)/ simpler" in results.problems[0]
