"""Whether the word that was typed finds the same as all words that begin with it."""

from __future__ import annotations

import pytest

from documents.spans import Span
from search_index.hits import Hit, Results
from search_index.queries.parsing import parse
from tui.panels.whole_words import finds_the_same


def results(*words: str, more: int = 0, kind: str = "text") -> Results:
    hits = [
        Hit(kind, "a.txt", 0, len(one), Span(0, len(one)), one, 1.0, context=one)  # type: ignore[arg-type]
        for one in words
    ]
    return Results(hits, len(hits) + more, "", indexed=True)


@pytest.mark.parametrize(
    ("typed", "found", "same"),
    [
        ("putin", ("Putin", "PUTIN"), True),
        ("call putin", ("Putin", "call", "calls"), True),
        ("putin", ("Putin", "Putins"), False),
        ("putin", (), True),
    ],
)
def test_it_does_where_nothing_found_goes_on(
    typed: str, found: tuple[str, ...], same: bool
) -> None:
    whole, asked = parse(typed).root, parse(f"{typed}*").root
    assert finds_the_same(whole, asked, results(*found)) == same


def test_it_is_not_said_where_it_is_not_known() -> None:
    whole, asked = parse("putin").root, parse("putin*").root
    assert not finds_the_same(whole, asked, results("Putin", more=1))
    assert not finds_the_same(whole, asked, results("Putin", kind="annotation"))
    left_out = parse("call -putin").root, parse("call -putin*").root
    assert not finds_the_same(*left_out, results("call"))
