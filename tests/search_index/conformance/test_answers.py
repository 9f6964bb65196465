"""All that is made of an index is the same without it: order, scores, facets, figures, echoes."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from conftest import MakeWorkspace
from plain_queries import texts
from plain_scan import hard_texts

from annotations.model import Change, mark
from annotations.store import Store
from documents.document import Document
from documents.workspace import Workspace
from search_index.concordances.collocates import count_words
from search_index.echoes.model import Asked
from search_index.hits import Results
from search_index.indexing.updating import update_index
from search_index.search import Searcher

STORM = (
    "Storm at Kessock\n\nThe mayor, Ailsa Drummond, said that 14 fishing boats were lost off "
    "Kessock harbour. The ferry will not sail before Friday.\n"
)
OTHER = (
    "Ferries are idle\n\nAccording to mayor Drummond, 17 fishing boats were lost in the harbour of "
    "Kessock. Schools stay closed.\n"
)
TEXTS = texts(random.Random(7), 12) | hard_texts(3, 4) | {"storm.txt": STORM, "ferry.txt": OTHER}
QUERIES = (
    "boats",
    '"fishing boats"',
    '"fishing bo"*',
    "mayor OR kessock",
    "ke* -ferry",
    "the",
    "fishimg~",
    "f?rry OR stor*",
    "mayor NEAR/5 drummond",
    "/fish\\w+/",
    "tag:claim",
    "boats note:check",
    "title:storm OR title:idle",
    "москва OR посол",
    "北京 OR 石油",
    "sanctions OR Öl OR prix",
)


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    """Indexed, with an annotation."""
    workspace = make_workspace(TEXTS)
    start = STORM.index("fishing")
    marked = replace(mark(STORM, start, start + 13, tags=("claim",)), note="check the boats")
    Store(workspace).apply("mk", workspace.read("storm.txt"), [Change(None, marked)])
    assert not update_index(workspace, Store(workspace)).problem
    return workspace


def searchers(workspace: Workspace) -> tuple[Searcher, Searcher]:
    """One with the index, and one without."""
    with_it, without = (Searcher(w, Store(w)) for w in (workspace, workspace.without_index()))
    return with_it, without


@pytest.mark.parametrize("forms", [False, True])
def test_answers_are_the_same(workspace: Workspace, forms: bool) -> None:
    with_it, without = searchers(workspace)
    for query in QUERIES:
        one = with_it.search(query, limit=None, forms=forms)
        other = without.search(query, limit=None, forms=forms)
        assert one.total, query
        assert (one.indexed, other.indexed) == (True, False)
        assert one.facets() == other.facets(), query
        assert one.hits == other.hits, query
        assert _but_how(one) == _but_how(other)


def _but_how(results: Results) -> Results:
    """The answer, without what says how it was found."""
    return results._replace(indexed=False, known=0, facets=list)


def test_the_first_hits_are_the_same(workspace: Workspace) -> None:
    with_it, without = searchers(workspace)
    for query in QUERIES:
        assert with_it.search(query, limit=3).hits == without.search(query, limit=3).hits, query


def test_words_and_their_neighbours_are_counted_the_same(workspace: Workspace) -> None:
    with_it, without = searchers(workspace)
    for query in ("boats", '"fishing boats"', "bo*", "boats mayor", "the", "f?rry", "北京"):
        one, other = with_it.occurrences(query), without.occurrences(query)
        assert one.counts == other.counts, query
        assert count_words(one) == count_words(other), query


def test_echoes_are_the_same(workspace: Workspace) -> None:
    document = Document("storm.txt", STORM)
    span = document.segmentation.sentence_at(STORM.index("fishing"))
    assert span is not None
    with_it, without = searchers(workspace)
    found = with_it.echoes(Asked(STORM, span, "storm.txt"))
    assert [echo.document for echo in found.echoes] == ["ferry.txt"]
    assert found.echoes == without.echoes(Asked(STORM, span, "storm.txt")).echoes


@pytest.mark.parametrize(("query", "meant"), [("fishimg", "fishing"), ("harbor", "harbour")])
def test_what_may_have_been_meant_is_found(workspace: Workspace, query: str, meant: str) -> None:
    for searcher in searchers(workspace):
        searcher.search("the")
        assert searcher.suggestions(query)[0] == meant
        assert searcher.search(meant).total
