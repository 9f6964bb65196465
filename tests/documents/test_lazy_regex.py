"""Expressions that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from documents.lazy_regex import lazy_regex


def test_it_finds_what_the_expression_finds() -> None:
    word, text = lazy_regex(r"\bsid\w+", re.IGNORECASE), "Side by side, aside"
    for _ in range(2):
        assert word.findall(text) == ["Side", "side"]
    assert (match := word.match(text))
    assert match.span() == (0, 4)
    assert word.sub("-", text) == "- by -, aside"
    assert word.fullmatch("aside") is None
    assert word.flags & re.IGNORECASE


def test_it_reads_bytes() -> None:
    assert lazy_regex(rb"\d+").findall(b"1 and 23") == [b"1", b"23"]


def test_nothing_is_compiled_before_it_is_used() -> None:
    unbalanced = lazy_regex("(")
    with pytest.raises(re.error):
        unbalanced.search("text")
