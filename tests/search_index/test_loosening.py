"""What is offered where a phrase is not found as it was written."""

from __future__ import annotations

import pytest
from conftest import MakeWorkspace
from hypothesis import given
from hypothesis import strategies as st

from annotations.store import Store
from search_index.queries.loosening import loosened
from search_index.queries.parsing import parse
from search_index.queries.wording import wording
from search_index.search import Searcher

TEXT = "Then; after that, he came and saw the (red) foxes. Nobody “knew” why\n"


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ('"then after"', ["then NEAR/1 after"]),
        ('"then after th"*', ["then NEAR/1 after NEAR/1 th*"]),
        ("came,", ["came"]),
        ("«Foxes»; came,", ["Foxes AND came"]),
        ('"nobody knew, why?" OR nothing', ["nobody NEAR/1 knew NEAR/1 why OR nothing"]),
        ('"the red cats"', []),
        ("nowhere", []),
        ("?!", []),
        ('-"then after" came', []),
    ],
)
def test_the_words_are_offered_with_other_signs_between(
    make_workspace: MakeWorkspace, query: str, offered: list[str]
) -> None:
    workspace = make_workspace({"a.txt": TEXT})
    assert Searcher(workspace, Store(workspace)).suggestions(query) == offered


PIECES = [*"abc\"'.,;()-*/~", " ", " OR ", " NEAR "]


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_it_is_a_query_that_is_read_as_the_same(query: str) -> None:
    root = parse(query).root
    if root is not None:
        less = loosened(root)
        assert less is None or loosened(less) == parse(wording(less)).root == less
