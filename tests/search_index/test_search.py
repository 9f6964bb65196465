from __future__ import annotations

import random
from pathlib import Path

import pytest
from conftest import MakeWorkspace
from plain_scan import WORDS, hard_texts, places, quoted, scan

from annotations.store import Store
from documents.workspace import Workspace
from search_index.hits import Results
from search_index.search import Searcher

TEXTS = {
    "call.txt": "The envoy called. Sanctions were discussed.\nThe oil price fell.",
    "reports/one.txt": "Oil and sanctions, said the ENVOY. No call was made.",
    "reports/two.txt": "The price of oil rose.",
}


def searched(workspace: Workspace, query: str, **options: object) -> Results:
    return Searcher(workspace, Store(workspace)).search(query, limit=None, **options)  # type: ignore[arg-type]


def documents(results: Results) -> set[str]:
    return {hit.document for hit in results.hits}


def test_hits_are_those_of_a_plain_scan(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(1)
    searcher = Searcher(workspace := make_workspace(texts), Store(workspace))
    for word in WORDS:
        results = searcher.search(quoted(word), limit=None)
        assert sorted(places(results.hits)) == sorted(scan(texts, word)), word
        assert results.total == len(results.hits)


def test_words_need_no_quotes(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(2)
    searcher = Searcher(workspace := make_workspace(texts), Store(workspace))
    for word in WORDS:
        assert sorted(places(searcher.search(word, limit=None).hits)) == sorted(scan(texts, word))


def test_all_words_of_a_query_must_stand_in_a_document(make_workspace: MakeWorkspace) -> None:
    texts = hard_texts(3)
    searcher = Searcher(workspace := make_workspace(texts), Store(workspace))
    chance = random.Random(3)
    for _ in range(60):
        one, other = chance.sample(WORDS, 2)
        found = scan(texts, one), scan(texts, other)
        both = {path for path, *_ in found[0]} & {path for path, *_ in found[1]}
        expected = {place for place in found[0] | found[1] if place[0] in both}
        results = searcher.search(f"{quoted(one)} {quoted(other)}", limit=None)
        assert sorted(places(results.hits)) == sorted(expected), (one, other)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("oil", {"call.txt", "reports/one.txt", "reports/two.txt"}),
        ("oil envoy", {"call.txt", "reports/one.txt"}),
        ("oil -envoy", {"reports/two.txt"}),
        ("called OR rose", {"call.txt", "reports/two.txt"}),
        ("oil NOT (fell OR rose)", {"reports/one.txt"}),
        ('"oil price"', {"call.txt"}),
        ('"the oil" OR "price of"', {"call.txt", "reports/two.txt"}),
        ("call*", {"call.txt", "reports/one.txt"}),
        ("doc:reports oil", {"reports/one.txt", "reports/two.txt"}),
        ("doc:*o.txt oil", {"reports/two.txt"}),
        ("oil -doc:reports/", {"call.txt"}),
        ("oil tag:claim", set()),
        ("nowhere", set()),
        ("-oil", set()),
        ("", set()),
    ],
)
def test_a_query_finds_the_documents_that_satisfy_it(
    make_workspace: MakeWorkspace, query: str, found: set[str]
) -> None:
    assert documents(searched(make_workspace(TEXTS), query)) == found


def test_every_wanted_word_is_a_hit_and_no_unwanted_one(make_workspace: MakeWorkspace) -> None:
    results = searched(make_workspace(TEXTS), "price -rose fell OR nowhere")
    assert [(hit.document, hit.start) for hit in results.hits] == [
        ("call.txt", 52),
        ("call.txt", 58),
    ]


def test_a_place_is_one_hit_however_often_it_is_asked_for(make_workspace: MakeWorkspace) -> None:
    results = searched(make_workspace(TEXTS), "oil OIL oil* doc:two.txt")
    assert [(hit.start, hit.end) for hit in results.hits] == [(13, 16)]
    assert results.total == 1


def test_a_hit_bears_its_sentence(make_workspace: MakeWorkspace) -> None:
    (hit,) = searched(make_workspace(TEXTS), "fell").hits
    assert hit.text == "The oil price fell."
    assert hit.sentence == (44, 63)


def test_a_phrase_across_sentences_bears_both(make_workspace: MakeWorkspace) -> None:
    (hit,) = searched(make_workspace(TEXTS), '"called. Sanctions"').hits
    assert hit.text == "The envoy called. Sanctions were discussed."


def test_documents_with_more_of_a_rarer_word_come_first(make_workspace: MakeWorkspace) -> None:
    filler = "and so on it went for a while " * 10
    texts = {
        "a.txt": f"{filler} oil {filler}",
        "b.txt": f"{filler} oil oil oil {filler}",
        "c.txt": f"{filler} gas {filler}",
    }
    workspace = make_workspace(texts)
    assert [hit.document for hit in searched(workspace, "oil").hits] == ["b.txt"] * 3 + ["a.txt"]
    assert searched(workspace, "oil OR gas").hits[-1].document == "a.txt"


def test_only_the_best_hits_are_given_but_all_are_counted(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(TEXTS)
    results = Searcher(workspace, Store(workspace)).search("the", limit=2)
    assert (len(results.hits), results.total, results.documents) == (2, 4, 3)


def test_a_search_can_be_kept_to_some_documents(make_workspace: MakeWorkspace) -> None:
    assert documents(searched(make_workspace(TEXTS), "oil", within={"call.txt"})) == {"call.txt"}


def test_a_search_that_is_called_off_gives_no_answer(make_workspace: MakeWorkspace) -> None:
    results = searched(make_workspace(TEXTS), "oil", cancelled=lambda: True)
    assert results.cancelled
    assert results.hits == []


def test_what_has_changed_since_the_last_query_is_found(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(TEXTS)
    searcher = Searcher(workspace, Store(workspace))
    assert searcher.search("gas").total == 0
    (workspace.root / "call.txt").write_text("Gas, not oil.")
    (workspace.root / "new.txt").write_text("More gas.")
    (workspace.root / "reports" / "two.txt").unlink()
    assert documents(searcher.search("gas")) == {"call.txt", "new.txt"}
    assert documents(searcher.search("oil")) == {"call.txt", "reports/one.txt"}


def test_what_cannot_be_read_is_told_and_does_not_stop_the_rest(
    make_workspace: MakeWorkspace,
) -> None:
    workspace = make_workspace(TEXTS)
    (workspace.root / "broken.txt").write_bytes(b"%PDF-1.7 oil")
    results = searched(workspace, "oil")
    assert len(documents(results)) == 3
    assert len(results.problems) == 1
    assert "broken.txt" in results.problems[0]


@pytest.mark.parametrize(
    "name", ["a b.txt", "ümläut.txt", "new\nline.txt", "-x.txt", "日本.txt", "100%.txt"]
)
def test_odd_file_names_are_searched(make_workspace: MakeWorkspace, name: str) -> None:
    assert documents(searched(make_workspace({name: "oil"}), "oil")) == {name}


def test_a_file_name_that_is_not_text_is_searched(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "oil"})
    try:
        Path(str(workspace.root) + "/b\udcff.txt").write_text("oil")
    except OSError:
        pytest.skip("this file system holds only names in UTF-8")
    assert documents(searched(workspace, "oil")) == {"a.txt", "b\udcff.txt"}
