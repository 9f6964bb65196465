"""Where terms follow on each other in the texts of a shard, whatever was asked for before."""

from __future__ import annotations

import tempfile
from array import array
from itertools import accumulate
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_index.whoosh_engine.tokens import NO_TERM, Tokens, Wanted, token_bytes

texts = st.lists(st.lists(st.integers(1, 4), max_size=12), min_size=1, max_size=6)
ranges = st.tuples(st.integers(1, 4), st.integers(1, 3)).map(lambda r: range(r[0], sum(r)))
single = st.integers(1, 4).map(lambda number: range(number, number + 1))
wanted = st.tuples(st.lists(single, min_size=1, max_size=3), st.lists(ranges, max_size=1)).map(
    lambda each: Wanted((*each[0], *each[1]))
)


def plain(texts: list[list[int]], wanted: Wanted) -> dict[int, list[int]]:
    """Where it stands in each text, found by going through all of them."""
    found: dict[int, list[int]] = {}
    size, first = len(wanted.terms), 0
    for number, text in enumerate(texts):
        at = 0
        while at + size <= len(text):
            here = text[at : at + size]
            if all(token in term for token, term in zip(here, wanted.terms, strict=True)):
                found.setdefault(number, []).append(first + at)
                at += size
            else:
                at += 1
        first += len(text)
    return found


def shard(file: Path, texts: list[list[int]]) -> Tokens:
    data, width = token_bytes(array("I", [token for text in texts for token in text]))
    file.write_bytes(data)
    return Tokens(file, [0, *accumulate(map(len, texts))], width)


@given(texts, st.lists(wanted, min_size=1, max_size=6), st.sampled_from([0, 3, 99]))
def test_what_was_asked_before_makes_no_difference(
    texts: list[list[int]], asked: list[Wanted], dearer: int
) -> None:
    texts = [[*text, NO_TERM] for text in texts]
    with (
        tempfile.TemporaryDirectory() as folder,
        patch("search_index.whoosh_engine.tokens._DEARER", dearer),
    ):
        tokens = shard(Path(folder, "tokens"), texts)
        for each in asked:
            expected = plain(texts, each)
            found = tokens.places(each, expected.keys() | {0})
            assert found.counts == {text: len(places) for text, places in expected.items()}
            assert found.first == {text: places[0] for text, places in expected.items()}
            assert tokens.in_texts(each, range(len(texts))) == expected


@pytest.mark.parametrize("term", [1, 0x2D, 0x5D, 0xD7FF, 0xD800, 0xDBFF, 0xDFFF, 0xFEFF, 0x10FFF])
def test_a_term_may_have_any_number(tmp_path: Path, term: int) -> None:
    texts = [[term, 0xDFFF, term, NO_TERM], [2, term, term, NO_TERM]]
    tokens = shard(tmp_path / "tokens", texts)
    for following in (0xDFFF, term):
        whole = Wanted((range(term, term + 1), range(following, following + 1)))
        begun = Wanted((whole.terms[0], range(following, following + 2)))
        for wanted in (whole, begun):
            expected = plain(texts, wanted)
            assert tokens.in_texts(wanted, (0, 1)) == expected
            assert tokens.places(wanted, (0, 1)).first.keys() == expected.keys()
    assert tokens.of(0) == texts[0]
