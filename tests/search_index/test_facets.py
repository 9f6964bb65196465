"""What a facet says is left is what is left when the query is narrowed by it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.model import Change, mark
from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace
from search_index import facets as facets_module
from search_index.facets import Facet, narrowed, widened
from search_index.queries.parsing import parse
from search_index.queries.query import And
from search_index.search import Searcher

TEXTS = {
    "reports/2024/call.txt": "The call was short. The call was late, without the envoy.\n",
    "reports/2025/call.txt": "Another call, to the same envoy in the same year.\n",
    "reports/2025/message.txt": "The message was short. Nobody knows of a call.\n",
    "letters/brief.txt": "Der call war kurz und der Bote nicht bei der Sache, das ist bekannt.\n",
    "index.txt": "A list of what is there: a call, a message and a letter.\n",
    "with space/(1).txt": "This call is in a folder with a space.\n",
}


@pytest.fixture
def searcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Searcher:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "workspace"
    for path, text in TEXTS.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    workspace = Workspace(root, Settings())
    store = Store(workspace)
    annotate(workspace, store, "mk", "reports/2024/call.txt", ("claim/figure", "doubt"), "a call?")
    annotate(workspace, store, "mk", "reports/2025/call.txt", ("claim",), "")
    annotate(workspace, store, "ana", "letters/brief.txt", ("my tag",), "call them")
    return Searcher(workspace, store)


def annotate(
    workspace: Workspace, store: Store, author: str, path: str, tags: tuple[str, ...], note: str
) -> None:
    document = workspace.read(path)
    end = document.text.index(" ", 12)
    fresh = mark(document.text, 0, end, tags=tags)
    claim = any(tag.startswith("claim") for tag in tags)
    fresh = replace(fresh, note=note, status="open" if claim else "")
    store.apply(author, document, [Change(None, fresh)])


def found(searcher: Searcher, query: str) -> dict[str, list[tuple[str, int]]]:
    by_kind: dict[str, list[tuple[str, int]]] = {}
    for one in searcher.search(query).facets():
        by_kind.setdefault(one.kind, []).append((one.value, one.hits))
    return by_kind


def test_each_kind_has_its_values_with_those_first_that_leave_most(searcher: Searcher) -> None:
    told = found(searcher, "call")
    assert told["folder"] == [("reports", 5), ("letters", 2), ("with space", 1)]
    assert told["document"][0] == ("reports/2024/call.txt", 3)
    assert told["tag"] == [("claim", 2), ("claim/figure", 1), ("doubt", 1), ("my tag", 1)]
    assert told["status"] == [("open", 2)]
    assert told["author"] == [("mk", 2), ("ana", 1)]
    assert ("de", 2) in told["language"]


def test_below_the_folder_that_all_hits_lie_in_its_own_folders_follow(searcher: Searcher) -> None:
    told = found(searcher, "call doc:reports/*")
    assert told["folder"] == [("reports/2024", 3), ("reports/2025", 2)]


def test_what_would_leave_everything_is_not_offered(searcher: Searcher) -> None:
    assert "status" not in found(searcher, "tag:claim")
    assert "folder" not in found(searcher, "call doc:letters/*")
    assert found(searcher, "zebra") == {}


QUERIES = ["call", "call OR message", "short", "envoy call", "tag:claim", "c*", "-call was", "kurz"]


@given(st.sampled_from(QUERIES), st.data())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_its_count_is_what_narrowing_leaves(
    searcher: Searcher, query: str, data: st.DataObject
) -> None:
    offered: list[Facet] = searcher.search(query).facets()
    while offered:
        facet = data.draw(st.sampled_from(offered))
        query = narrowed(query, facet.field, parse(query).root)
        results = searcher.search(query)
        assert results.total == facet.hits, (query, facet)
        offered = results.facets() if data.draw(st.booleans()) else []


def test_languages_are_left_out_where_too_many_texts_would_be_read(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets_module, "MOST_READ", 2)
    assert "language" not in found(searcher, "call")
    assert "folder" in found(searcher, "call")


def test_an_answer_that_was_called_off_offers_nothing(searcher: Searcher) -> None:
    wanted = True
    results = searcher.search("call", cancelled=lambda: not wanted)
    wanted = False
    assert results.facets() == []


@pytest.mark.parametrize(
    ("query", "wider"),
    [
        ("call doc:reports/*", "call"),
        ("(call OR message) tag:claim ", "call OR message"),
        ('call tag:claim doc:"with space/*"', "call tag:claim"),
        ("(call) (message) lang:de", "(call) (message)"),
        ("call doc:«with space/*»", "call"),
        ("call doc:„with space/*“", "call"),
        ("call doc:‘with space/*’", "call"),
        ("call AND tag:claim", "call"),
        ('(a ")" b) tag:claim', 'a ")" b'),
        ("(a) - tag:claim", "(a) -"),
        ("/a b/ tag:claim", "/a b/"),
        ("call -tag:claim", None),
        ("call NOT tag:claim", None),
        ("call OR tag:claim", None),
        ("(call tag:claim", None),
        ('"call tag:claim', None),
        ("/((((((" + 50 * "(" + "/ tag:claim", None),
        ("call", None),
        ("tag:claim", None),
        ("", None),
    ],
)
def test_a_narrowing_is_taken_away_again(query: str, wider: str | None) -> None:
    assert widened(query) == wider


PIECES = [*'"«»“”„‘’()/-*~:', "call", "of", "OR", "AND", "NOT", "NEAR/2", "tag:", "doc:x", " ", " "]


@given(
    st.sampled_from(QUERIES) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.sampled_from(["doc:a/*", 'tag:"my tag"', 'doc:“a"b”']),
    st.booleans(),
)
def test_what_was_narrowed_and_widened_asks_for_the_same(
    query: str, field: str, growing: bool
) -> None:
    root, asked = parse(query, growing=growing).root, parse(field).root
    narrower = narrowed(query, field, root)
    if root is None:
        assert parse(narrower).root == asked
        return
    parts = root.parts if isinstance(root, And) else (root,)
    assert parse(narrower).root == (And((*parts, asked)) if asked not in parts else root)
    assert parse(widened(narrower) or "").root == root
