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


CLOSE = {
    "1.txt": "garder gardem gardeb garden-like borders, and the gardens of gardeners.\n",
    "2.txt": "gardn gardn gardn gardn gardn gardn\n",
    "3.txt": f"{STORM * 5}A garden was lost.\n",
    "4.txt": f"{STORM * 5}A gardfn was lost.\n",
    "5.txt": f"gardxx gardxx gardxx\n{'gardxx ' * 20}\n",
}


def test_a_word_as_typed_comes_before_those_like_it(make_workspace: MakeWorkspace) -> None:
    """However often, and in however short texts, the others stand."""
    workspace = make_workspace(CLOSE)
    assert not update_index(workspace, Store(workspace)).problem
    for searcher in searchers(workspace):
        hits = searcher.search("garden~", limit=None).hits
        found = list(dict.fromkeys(hit.document for hit in hits))
        assert sorted(found[:2]) == ["1.txt", "3.txt"]
        assert sorted(found[2:4]) == ["2.txt", "4.txt"]
        assert found[4:] == ["5.txt"]


def test_a_word_as_typed_in_a_note_comes_before_those_like_it(
    make_workspace: MakeWorkspace,
) -> None:
    workspace = make_workspace({"1.txt": "gardn gardn\n", "2.txt": STORM, "3.txt": "gardxx\n"})
    marked = replace(mark(STORM, 0, 5), note="the garden")
    Store(workspace).apply("mk", workspace.read("2.txt"), [Change(None, marked)])
    assert not update_index(workspace, Store(workspace)).problem
    for searcher in searchers(workspace):
        hits = searcher.search("garden~", limit=None).hits
        assert list(dict.fromkeys(hit.document for hit in hits)) == ["2.txt", "1.txt", "3.txt"]


def test_of_several_words_each_may_be_closer(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(
        {"1.txt": "gardn harbor\n", "2.txt": "garden harbor\n", "3.txt": "garden harbour\n"}
    )
    assert not update_index(workspace, Store(workspace)).problem
    for searcher in searchers(workspace):
        hits = searcher.search("garden~ harbour~", limit=None).hits
        assert [hit.document for hit in hits[::2]] == ["3.txt", "2.txt", "1.txt"]
