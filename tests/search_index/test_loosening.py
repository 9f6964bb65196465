"""What is offered where a phrase is not found as it was written."""

from __future__ import annotations

import pytest
from conftest import MakeWorkspace
from hypothesis import given
from hypothesis import strategies as st

from annotations.store import Store
from search_index.queries.loosening import loosened
from search_index.queries.parsing import parse
from search_index.queries.query import Words
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
        (
            '"that he came and saw the red foxes"',
            [
                "that NEAR/1 he NEAR/1 came NEAR/1 and NEAR/1 saw"
                " AND saw NEAR/1 the NEAR/1 red NEAR/1 foxes"
            ],
        ),
        (
            '"then after that he came and"',
            ["then NEAR/1 after NEAR/1 that NEAR/1 he NEAR/1 came AND came NEAR/1 and"],
        ),
        ('"that he came and saw the cats"', []),
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


def test_a_row_ends_with_the_beginning_of_a_word() -> None:
    assert (less := loosened(parse('"a b c d e, f g* h i j"*').root or Words(""))) is not None
    assert wording(less).endswith(" AND e NEAR/1 f NEAR/1 g NEAR/1 h NEAR/1 i AND i NEAR/1 j*")


PIECES = [*"abc\"'.,;()-*/~", " ", " OR ", " NEAR "]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_it_is_a_query_that_is_read_as_the_same(query: str) -> None:
    root = parse(query).root
    if root is not None:
        less = loosened(root)
        assert less is None or loosened(less) == parse(wording(less)).root == less
