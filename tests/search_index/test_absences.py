"""Where nothing is found because there is no such thing at all, that is said."""

from __future__ import annotations

import pytest
from conftest import MakeWorkspace

from annotations.model import Change, mark
from annotations.store import Store
from search_index.search import Searcher

TEXT = "An envoy came. He asked for the bases."


@pytest.mark.parametrize("query", ["tag:", "has:", 'note:"', "author:mk", "envoy tag:claim"])
def test_before_any_mark_that_is_why_none_is_found(
    make_workspace: MakeWorkspace, query: str
) -> None:
    workspace = make_workspace({"a.txt": TEXT})
    searcher = Searcher(workspace, Store(workspace))
    assert searcher.doubts(query) == ["there are no annotations yet"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("note:", "no annotation has a note"),
        ("has:link", "no annotation has a link"),
        ("has:reply", "no annotation is a reply"),
        ("status:", "no annotation has a status"),
        ("author:nobody", "there is no author “nobody”; annotations are by mk"),
        ("tag:quote", "no annotation has the tag “quote”; in use: claim, figure"),
        ("date:", "no document has a date"),
        ("date:>2025", "no document has a date"),
        ("doc:nowhere", "no document’s path holds “nowhere”"),
        ("envoy (doc:nowhere OR tag:claim)", "no document’s path holds “nowhere”"),
    ],
)
def test_what_there_is_none_of_is_named_with_what_there_is(
    make_workspace: MakeWorkspace, query: str, told: str
) -> None:
    workspace = make_workspace({"a.txt": TEXT})
    store = Store(workspace)
    store.apply(
        "mk", workspace.read("a.txt"), [Change(None, mark(TEXT, 3, 8, tags=("claim", "figure")))]
    )
    (line,) = Searcher(workspace, store).doubts(query)
    assert told in line


def test_of_dates_that_are_others_that_is_said(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"2024-05-01.txt": TEXT})
    searcher = Searcher(workspace, Store(workspace))
    assert searcher.doubts("date:>2025") == ["no document is of these days"]
    assert searcher.doubts("date:2024") == []


@pytest.mark.parametrize("query", ["zebra", "-tag:quote zebra", "tag:claim zebra", "author:mk", ""])
def test_what_there_is_is_no_reason(make_workspace: MakeWorkspace, query: str) -> None:
    workspace = make_workspace({"a.txt": TEXT})
    store = Store(workspace)
    store.apply("mk", workspace.read("a.txt"), [Change(None, mark(TEXT, 3, 8, tags=("claim",)))])
    assert Searcher(workspace, store).doubts(query) == []


def test_what_was_noted_since_the_last_query_is_there(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": TEXT})
    store, searcher = Store(workspace), Searcher(workspace, Store(workspace))
    document = workspace.read("a.txt")
    for tag in ("claim", "figure"):
        change = Change(None, mark(TEXT, 0, 15, tags=(tag,)))
        store.apply("mk", document, [change])
        assert searcher.doubts(f"tag:{tag}") == []
        searcher.search(f"tag:{tag}")
