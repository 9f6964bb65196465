"""Texts that no index knows, read in one go for a query: the hits are those of reading each."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from unittest.mock import patch

import pytest
from conftest import MakeWorkspace
from plain_scan import hard_text, hard_texts, places, scan
from searched import index, queries, searcher_of

from annotations.model import Change, mark
from annotations.store import Store
from documents.glancing import glances
from search_index import search
from search_index.in_memory import fresh_texts
from search_index.search import Searcher


@pytest.fixture(autouse=True)
def always() -> Iterator[None]:
    with patch.object(search, "_MANY", 1), patch.object(fresh_texts, "_A_FEW", 2):
        yield


def overtaken_after(times: int) -> Callable[[], bool]:
    """What says that an answer is no longer wanted once it was asked so often."""
    left = iter(range(times))
    return lambda: next(left, None) is None


def assert_hits_of_a_scan(searcher: Searcher, texts: dict[str, str], seed: int) -> None:
    for words in queries(seed, 15):
        hits = searcher.search(f'"{words}"', limit=None).hits
        assert sorted(places(hits)) == sorted(scan(texts, words)), words


def held(searcher: Searcher) -> set[str]:
    return set(searcher._fresh.refresh().places)


def test_hits_are_those_of_a_scan(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(11)
    searcher = searcher_of(make_workspace(texts))
    assert_hits_of_a_scan(searcher, texts, 1)
    assert held(searcher) == texts.keys()
    searcher.prepare()
    assert_hits_of_a_scan(searcher, texts, 2)


def test_what_is_indexed_is_left_to_the_index(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(12)
    half = dict(list(texts.items())[::2])
    workspace = make_workspace(half)
    index(workspace)
    make_workspace({path: text for path, text in texts.items() if path not in half})
    searcher = searcher_of(workspace)
    assert_hits_of_a_scan(searcher, texts, 3)
    assert texts.keys() - half.keys() <= held(searcher) < texts.keys()


def test_each_is_read_once(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(13)
    searcher = searcher_of(make_workspace(texts))
    searcher.search("the")
    with patch("search_index.texts.glances", side_effect=AssertionError):
        assert searcher.search("wordthatisnotthere").total == 0


def test_what_was_read_before_the_query_was_overtaken_is_not_read_again(
    make_workspace: MakeWorkspace,
) -> None:
    texts = hard_texts(14)
    searcher = searcher_of(make_workspace(texts))
    assert searcher.search("the", cancelled=overtaken_after(4)).cancelled
    assert not held(searcher)  # some are of no use to a query that needs all
    read: list[str] = []

    def noting(root: str, sizes: Iterable[tuple[str, int]]) -> Iterator[tuple[str, bytes]]:
        for path, size in sizes:
            read.append(path)
            yield from glances(root, [(path, size)])

    with patch("search_index.texts.glances", noting):
        assert searcher.search("wordthatisnotthere").total == 0
    assert 0 < len(read) < len(texts)
    assert_hits_of_a_scan(searcher, texts, 4)


def test_changed_since(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(15)
    searcher = searcher_of(make_workspace(texts))
    for seed in range(4):
        assert_hits_of_a_scan(searcher, texts, seed)
        texts["01.txt"] = hard_text(random.Random(seed))
        texts[f"new {seed}.txt"] = hard_text(random.Random(seed + 10))
        make_workspace(texts)


def test_an_encoding_on_record_is_heeded(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "x", "b.txt": "oil"})
    (workspace.root / "a.txt").write_bytes("Öl".encode("latin-1"))
    document = workspace.read("a.txt", "cp1251")
    Store(workspace).apply("mk", document, [Change(None, mark(document.text, 0, 2))])
    searcher = searcher_of(workspace)
    assert searcher.search("öl", limit=None).total == 0
    assert searcher.search(document.text[:2]).total == 1
    assert searcher.search("oil").total == 1


def test_what_takes_more_than_a_glance_is_found_too(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "Oil.", "c.txt": "Oil."})
    (workspace.root / "b.txt").write_bytes("Öl, not oil: größer".encode("latin-1"))
    (workspace.root / "d.txt").write_bytes(bytes(range(256)) * 40)
    found = searcher_of(workspace).search("oil")
    assert {hit.document for hit in found.hits} == {"a.txt", "b.txt", "c.txt"}
    assert len(found.problems) == 1


def test_memory_is_bounded(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(16, 40)
    searcher = searcher_of(make_workspace(texts))
    searcher._fresh._budget = 20_000
    assert_hits_of_a_scan(searcher, texts, 5)
    assert 0 < len(held(searcher)) < len(texts)


def test_only_within_some_documents(make_workspace: MakeWorkspace) -> None:
    searcher = searcher_of(make_workspace({"a.txt": "Oil.", "b.txt": "Oil.", "c.txt": "Oil."}))
    found = searcher.search("oil", within=["b.txt"])
    assert [hit.document for hit in found.hits] == ["b.txt"]
    assert held(searcher) == {"b.txt"}
    assert searcher.search("oil").total == 3


def test_what_is_gone_since_is_no_trouble_to_getting_ready(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(17)
    workspace = make_workspace(texts)
    searcher = searcher_of(workspace)
    searcher.search("the")
    (workspace.root / "00.txt").unlink()
    del texts["00.txt"]
    texts["01.txt"] = "the envoy"
    (workspace.root / "01.txt").write_text(texts["01.txt"])
    searcher.prepare()
    assert_hits_of_a_scan(searcher, texts, 6)


def test_room_is_looked_at_before_each_text(make_workspace: MakeWorkspace) -> None:
    searcher = searcher_of(make_workspace({f"{n}.txt": "oil " * 2000 for n in range(9)}))
    searcher._fresh._budget = 20_000
    with patch.object(fresh_texts, "_A_FEW", 64):
        assert searcher.search("oil").total == 18_000
    assert len(held(searcher)) == 3
