"""What is asked of documents: their titles, languages and dates."""

from __future__ import annotations

import pytest
from conftest import MakeWorkspace

from annotations.store import Store
from documents.settings import Settings
from documents.sources import Source
from documents.workspace import Workspace
from search_index.indexing.updating import update_index
from search_index.search import Searcher

TEXTS = {
    "call.txt": "The call\n\nThe envoy called, and that was it. Oil was not on the table.",
    "2025-03-20/message.txt": "A message on oil\n\nThe envoy wrote that oil is to be sold.",
    "2025-03-24 notiz.txt": "Notiz\n\nDer Gesandte hat nicht angerufen, und das ist alles: oil.",
}
SOURCES = {
    "call.txt": Source(title="Envoy speaks by telephone", date="2025-02-12"),
    "2025-03-24 notiz.txt": Source(date="in spring"),
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("oil date:2025-02", {"call"}),
        ("oil date:>=2025-03", {"message", "notiz"}),
        ("oil date:2025-02..2025-03-20", {"call", "message"}),
        ("oil -date:2025-03", {"call"}),
        ("oil date:", {"call", "message", "notiz"}),
        ("oil lang:de", {"notiz"}),
        ("oil lang:english", {"call", "message"}),
        ("oil title:telephone", {"call"}),
        ("oil title:call", {"call"}),
        ('oil title:("on oil" OR notiz)', {"message", "notiz"}),
        ("oil title:mes?age", {"message"}),
        ("oil -title:/envoy/", {"message", "notiz"}),
        ("date:2025-03", {"message", "notiz"}),
        ("lang:de OR title:envoy", {"call", "notiz"}),
        ("oil has:note", set()),
        ("oil author:mk", set()),
    ],
)
def test_documents_are_found_by_what_is_known_of_them(
    make_workspace: MakeWorkspace, query: str, found: set[str]
) -> None:
    workspace = with_sources(make_workspace(TEXTS))
    assert names(workspace, query) == found
    assert not update_index(workspace, Store(workspace)).problem
    assert names(workspace, query) == found


def with_sources(workspace: Workspace) -> Workspace:
    return Workspace(workspace.root, Settings(sources=SOURCES))


def names(workspace: Workspace, query: str) -> set[str]:
    results = Searcher(workspace, Store(workspace)).search(query, limit=None)
    assert results.total == len(results.hits)
    return {
        name
        for hit in results.hits
        for name in ("call", "message", "notiz")
        if name in hit.document
    }


def test_where_no_word_is_asked_for_the_titles_are_the_hits(make_workspace: MakeWorkspace) -> None:
    workspace = with_sources(make_workspace(TEXTS))
    hits = Searcher(workspace, Store(workspace)).search("date:2025-03").hits
    places = {(hit.start, hit.end) for hit in hits}
    assert places == {(0, len("A message on oil")), (0, len("Notiz"))}
