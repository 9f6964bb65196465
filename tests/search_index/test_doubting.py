from __future__ import annotations

import pytest

from search_index.queries.doubting import doubts
from search_index.queries.parsing import parse

STATUSES = ("open", "supported")


@pytest.mark.parametrize(
    ("query", "doubt"),
    [
        ("date:2025-13", "“2025-13” is no date"),
        ("oil -date:soon", "“soon” is no date"),
        ("/[/", "/[/ is no pattern that can be read: "),
        ("note:/[/", "/[/ is no pattern that can be read: "),
        ("foo:bar", "there is no field foo:, so it is a word; fields are tag:, "),
        ("autor:mk", "so it is a word; there is author:"),
        ("has:color", "an annotation has no “color”; has: asks for link, "),
        ("status:opne", "no status “opne” in the palette; it has open, supported"),
        ("lang:qq oil", "“qq” is no language told apart here; those are ar, "),
        ("-oil", "nothing is asked for, but only left out"),
        ("oil or gas", "“or” is a word like others; in capitals, OR asks for either"),
        ("oil not gas", "in capitals, NOT leaves out what follows"),
        ("oil And gas", "in capitals, AND asks for both"),
        ("oil & gas", "“&” is looked for as it stands; words side by side are all asked for"),
        ("oil | gas", "“|” is looked for as it stands; OR asks for either"),
        ("oil|gas", "“oil|gas” is one word; OR asks for either"),
        ("oil&&gas", "AND asks for both"),
        ("+oil +gas", "a word with + before it is looked for so"),
        (
            '"wo* words"',
            "within a phrase * is a sign like others, but at its end; ask for wo* NEAR/1",
        ),
        ('"a b c d* e"', "is a sign like others, but at its end"),
        ("oil near/5 gas", "in capitals, NEAR/5 asks for words close to each other"),
    ],
)
def test_what_may_be_a_slip_is_named_with_what_would_be_right(query: str, doubt: str) -> None:
    (told,) = doubts(parse(query).root, STATUSES)
    assert doubt in told


@pytest.mark.parametrize(
    "query",
    [
        *("", "oil", "-oil price", "date:2025-02", "date:>=2025", "/[a]/", "has:note", "status:"),
        *("status:open", "status:OPEN", "status:op*", "lang:de", "lang:german", "12:30"),
        *("http://example.org", "tag:any", '"date"', "C:x", "not", "or OR not", "oil OR gas"),
        *('oil "or gas"', 'oil "OR"', "oil nearby", "oil orphan"),
        *("+49 30", "AT&T", "C++", '"two wor*"', '"2 * 3"', "http://x.com/?a|b"),
    ],
)
def test_what_is_right_is_not_doubted(query: str) -> None:
    assert doubts(parse(query).root, STATUSES) == []


def test_a_slip_made_twice_is_named_once() -> None:
    assert len(doubts(parse("lang:qq OR (oil lang:qq)").root, STATUSES)) == 1
