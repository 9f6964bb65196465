"""What a query ends with."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search_index.queries.ending import ends_in_phrase, unbracketed
from search_index.queries.parsing import parse


@pytest.mark.parametrize(
    ("query", "whether"),
    [
        ('"a b', True),
        ("«a b", True),
        ("„a b", True),
        ("“a b", True),
        ('x "a" "', True),
        ('doc:"a b', True),
        ('("a b"', False),
        ("„a b“", False),
        ("‘a b", False),  # an apostrophe
        ('5"', False),
        ('/a"/', False),
        ("/" + 60 * "(", False),
        ("", False),
    ],
)
def test_it_ends_in_a_phrase_where_one_is_not_closed(query: str, whether: bool) -> None:
    assert ends_in_phrase(query) == whether


@given(st.text('ab "«»“”„‘’()*/-~', max_size=12))
def test_nothing_but_its_sign_ends_a_phrase(query: str) -> None:
    assert ends_in_phrase(query + " OR (a) -b") == ends_in_phrase(query)


@example('""(-')
@example("(-")
@given(st.text('ab ()"-*', max_size=12))
def test_without_the_brackets_it_asks_for_the_same(query: str) -> None:
    bare = unbracketed(query)
    assert parse(bare).root == parse(query).root
    assert bare == query.strip() or len(bare) <= len(query) - 2
