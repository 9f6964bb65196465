"""Whatever of the texts is in memory, the hits are the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from unittest.mock import patch

import pytest
from conftest import MakeWorkspace
from plain_scan import WORDS, hard_text, hard_texts, places, quoted, scan
from searched import searcher_of

from annotations.model import Change, mark
from annotations.store import Store
from search_index.in_memory import fresh_texts
from search_index.in_memory.fresh_texts import FreshTexts
from search_index.indexing.updating import update_index
from search_index.search import Searcher
from search_index.snapshot import take_snapshot


class Ended(Exception):
    """Somebody asks something."""


@pytest.fixture(autouse=True)
def small_batches() -> Iterator[None]:
    with (
        patch.object(fresh_texts, "_FIRST_BATCH", 4000),
        patch.object(fresh_texts, "_MOST_BATCHES", 2),
    ):
        yield


def ending_after(steps: int) -> Callable[[], None]:
    """A step that ends what goes on after some of them."""
    left = iter(range(steps))

    def step() -> None:
        if next(left, None) is None:
            raise Ended

    return step


def prepare(searcher: Searcher, steps: int | None = None) -> None:
    with suppress(Ended):
        searcher.prepare(*([] if steps is None else [ending_after(steps)]))


def assert_all_found(searcher: Searcher, texts: Mapping[str, str], seed: int = 0) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        words = " ".join(chance.choices(WORDS, k=chance.choice((1, 1, 2))))
        found = searcher.search(quoted(words), limit=None)
        assert sorted(places(found.hits)) == sorted(scan(texts, words)), words
        assert found.total == len(found.hits)


def all_hits(searcher: Searcher) -> list[object]:
    return [searcher.search(query, limit=None).hits for query in (*WORDS[:20], "th*", "oi* -the")]


@pytest.mark.parametrize("asked_before", [False, True])
def test_all_in_memory(make_workspace: MakeWorkspace, asked_before: bool) -> None:
    texts = hard_texts(1)
    searcher = searcher_of(workspace := make_workspace(texts))
    if asked_before:
        searcher.search("the")
    assert not searcher.prepare() or not searcher.search("the").indexed
    assert_all_found(searcher, texts)
    assert all_hits(searcher) == all_hits(searcher_of(workspace))


@pytest.mark.parametrize("asked_before", [False, True])
def test_some_in_memory(make_workspace: MakeWorkspace, asked_before: bool) -> None:
    texts = hard_texts(2)
    searcher = searcher_of(make_workspace(texts))
    if asked_before:
        searcher.search("the")
    for steps in (3, len(texts) + 5, len(texts) + 9, 2 * len(texts)):
        prepare(searcher, steps)
        assert_all_found(searcher, texts, steps)


def test_what_is_in_memory_is_not_read_again(make_workspace: MakeWorkspace) -> None:
    searcher = searcher_of(make_workspace({"a.txt": "Oil.", "b.txt": "Gas."}))
    searcher.prepare()
    with patch("search_index.texts.Texts.get", side_effect=AssertionError):
        assert searcher.search("water").total == 0


def test_half_indexed_and_half_in_memory(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(3)
    half = dict(list(texts.items())[::2])
    workspace = make_workspace(half)
    update_index(workspace, Store(workspace))
    make_workspace({path: text for path, text in texts.items() if path not in half})
    searcher = searcher_of(workspace)
    assert searcher.prepare()
    found = searcher.search("the")
    assert not found.indexed
    assert found.known == len(half)
    assert_all_found(searcher, texts)


def test_what_an_index_has_new_waits_until_it_is_taken_up(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(hard_texts(7))
    store = Store(workspace)
    snapshot = take_snapshot(workspace, store)
    searcher = Searcher(workspace, store, look=lambda: snapshot)
    searcher.prepare()
    expected = all_hits(searcher)
    update_index(workspace, Store(workspace))
    assert all_hits(searcher) == expected
    assert not searcher.search("the").indexed
    searcher.take_up()
    assert searcher.search("the").indexed
    assert all_hits(searcher) == expected


def test_what_has_changed_is_found_whether_taken_up_or_not(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "Oil.", "b.txt": "Gas."})
    searcher = searcher_of(workspace)
    searcher.prepare()
    make_workspace({"a.txt": "Water, oil.", "c.txt": "Oil and gas."})
    assert searcher.search("oil").total == 2
    assert searcher.search("water").total == 1
    update_index(workspace, Store(workspace))
    make_workspace({"b.txt": "Some water, no gas."})
    assert searcher.search("water").total == 2


def test_taking_up_goes_on_where_it_was_ended(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(hard_texts(8))
    store = Store(workspace)
    snapshot = take_snapshot(workspace, store)
    searcher = Searcher(workspace, store, look=lambda: snapshot)
    searcher.prepare()
    expected = all_hits(searcher)
    update_index(workspace, Store(workspace))
    for steps in range(40):
        prepare(searcher, steps)
        assert all_hits(searcher) == expected
    assert searcher.search("the").indexed


def test_what_the_index_takes_over_leaves_the_memory(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(4)
    workspace = make_workspace(texts)
    searcher = searcher_of(workspace)
    searcher.search("the")
    prepare(searcher, len(texts) + 5)
    update_index(workspace, Store(workspace))
    assert not searcher.prepare()
    assert_all_found(searcher, texts)
    assert not searcher._fresh.refresh().places


def test_changed_and_gone_since(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(5)
    workspace = make_workspace(texts)
    searcher = searcher_of(workspace)
    searcher.prepare()
    (workspace.root / "00.txt").unlink()
    del texts["00.txt"]
    texts |= {"01.txt": hard_text(random.Random(99)), "new.txt": hard_text(random.Random(98))}
    make_workspace(texts)
    assert_all_found(searcher, texts)
    searcher.prepare()
    assert_all_found(searcher, texts)


def test_many_changes_one_by_one(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(6, 6)
    searcher = searcher_of(make_workspace(texts))
    for number in range(12):
        texts["03.txt"] = f"the {number} envoy"
        texts[f"new {number}.txt"] = hard_text(random.Random(number))
        make_workspace(texts)
        searcher.prepare()
        assert_all_found(searcher, texts, number)


def test_an_encoding_on_record_is_heeded(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "x", "b.txt": "oil"})
    (workspace.root / "a.txt").write_bytes("Öl und Gas".encode("latin-1"))
    searcher = searcher_of(workspace)
    searcher.prepare()
    before = searcher.search("öl", limit=None).total
    document = workspace.read("a.txt", "cp1251")
    Store(workspace).apply("mk", document, [Change(None, mark(document.text, 0, 2, note="gas"))])
    for prepared in (False, True, True):
        if prepared:
            searcher.prepare()
        assert searcher.search("öl", limit=None).total == 0
        assert searcher.search("oil").total == 1
        assert searcher.search("gas").total == 2
    assert before == 1


def test_only_within_some_documents(make_workspace: MakeWorkspace) -> None:
    searcher = searcher_of(make_workspace({"a.txt": "Oil.", "b.txt": "Oil.", "c.txt": "Oil."}))
    searcher.prepare()
    found = searcher.search("oil", within=["b.txt", "c.txt"])
    assert [hit.document for hit in found.hits] == ["b.txt", "c.txt"]


def test_a_large_file_is_not_read_beforehand(make_workspace: MakeWorkspace) -> None:
    with patch.object(fresh_texts, "_LARGEST_FILE", 100):
        searcher = searcher_of(make_workspace({"a.txt": "Oil. " * 100, "b.txt": "Oil."}))
        searcher.prepare()
        assert list(searcher._fresh.refresh().places) == ["b.txt"]
        assert searcher.search("oil").total == 101


def test_what_cannot_be_read_is_told_all_the_same(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "Oil."})
    (workspace.root / "b.txt").write_bytes(bytes(range(256)) * 40)
    searcher = searcher_of(workspace)
    searcher.prepare()
    found = searcher.search("oil")
    assert (found.total, len(found.problems)) == (1, 1)


def test_memory_is_bounded(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(7, 40)
    workspace = make_workspace(texts)
    searcher = searcher_of(workspace)
    searcher._fresh._budget = 20_000
    searcher.search("the")
    searcher.prepare()
    assert 0 < len(searcher._fresh.refresh().places) < len(texts)
    assert_all_found(searcher, texts)
    snapshot = take_snapshot(workspace, Store(workspace))
    fresh = FreshTexts(searcher._texts, budget=0)
    assert not list(fresh.take_in(list(snapshot.documents), snapshot, lambda: None))
