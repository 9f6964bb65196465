"""Which documents come first."""

from __future__ import annotations

from itertools import pairwise

import pytest
from conftest import MakeWorkspace
from hypothesis import given
from hypothesis import strategies as st
from plain_scan import hard_texts, quoted
from searched import index, queries, searcher_of

from documents.settings import Settings
from documents.workspace import Workspace
from search_index.queries.query import Words
from search_index.ranking import Lengths, Tally, best, scores
from search_index.search import Searcher

BODY = "More was said of it on the day after, and there will be much to be said of it again. "


def order(searcher: Searcher, query: str) -> list[tuple[str, float]]:
    hits = searcher.search(query, limit=None).hits
    return list(dict.fromkeys((hit.document, hit.score) for hit in hits))


def test_a_word_in_a_headline_counts_for_more(make_workspace: MakeWorkspace) -> None:
    texts = {"a.txt": f"{BODY}Talks.\n{BODY}", "b.txt": f"Talks in Geneva\n\n{BODY}{BODY}"}
    assert order(searcher_of(make_workspace(texts)), "talks")[0][0] == "b.txt"


def test_a_first_sentence_is_no_headline(make_workspace: MakeWorkspace) -> None:
    """The two are of one length: only a headline could tell them apart."""
    texts = {"a.txt": f"{BODY}\n\nTalks went on.\n", "b.txt": f"Talks went on.\n\n{BODY}\n"}
    workspace = make_workspace(texts)
    index(workspace)
    (_, one), (_, other) = order(searcher_of(workspace), "talks")
    assert one == other


def test_title_asks_for_first_sentences_too(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": f"Talks went on.\n\n{BODY}"})
    index(workspace)
    assert order(searcher_of(workspace), "title:talks")


@pytest.mark.parametrize("share", [1, 2, 12])
def test_the_order_is_the_same_whatever_is_indexed(
    make_workspace: MakeWorkspace, share: int
) -> None:
    texts = {
        path: f"{text[:60]}{end}\n{text}"
        for (path, text), end in zip(hard_texts(share).items(), ["", "."] * 99, strict=False)
    }
    index(make_workspace(dict(list(texts.items())[::share])))
    searcher = searcher_of(make_workspace(texts))
    scanned = searcher_of(Workspace(make_workspace(texts).root, Settings(keep_index=False)))
    for words in queries(share):
        assert order(searcher, quoted(words)) == order(scanned, quoted(words)), words


tallies = st.dictionaries(
    st.builds(Words, st.sampled_from("abcd")),
    st.builds(
        Tally,
        st.dictionaries(st.integers(0, 30), st.integers(1, 5)),
        st.sets(st.integers(0, 30)),
        st.dictionaries(st.integers(0, 30), st.integers(1, 3), max_size=3),
        closer=st.just(()),
    ),
)


@given(tallies, st.lists(st.integers(0, 5000), min_size=31, max_size=31), st.integers(0, 40))
def test_the_best_are_the_first_of_all(
    tallies: dict[Words, Tally], sizes: list[int], most: int
) -> None:
    scored = scores(tallies, Lengths(sizes))
    everything = best(scored, None)
    assert best(scored, most) == everything[:most]
    assert best(scores(tallies, Lengths(sizes), most), most) == everything[:most]
    assert dict(everything) == scored
    for (first, more), (second, less) in pairwise(everything):
        assert (-more, first) < (-less, second)
