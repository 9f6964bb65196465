"""Counts what stands in thousands of strings, in loops that are none of Python's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import compress, repeat
from operator import contains

from search_index.engine import Evidence


def holding(texts: Sequence[str], sought: str, among: Collection[int]) -> list[int]:
    """Those ``among`` the texts in which a string stands."""
    here = texts if among == range(len(texts)) else map(texts.__getitem__, among)
    return list(compress(among, map(contains, here, repeat(sought))))


def counted(
    texts: Sequence[str], sought: str, headlines: Sequence[int], among: Collection[int]
) -> Evidence:
    """In which ``among`` the texts a string stands, and how often; in others it must not.

    ``headlines`` says where those of the texts end.
    """
    there = holding(texts, sought, among)
    here = map(texts.__getitem__, there)
    counts = dict(zip(there, map(str.count, here, repeat(sought)), strict=True))
    ends = map((len(sought) - 1).__add__, map(headlines.__getitem__, counts))
    titled = map(
        (-1).__lt__, map(str.find, map(texts.__getitem__, counts), repeat(sought), repeat(0), ends)
    )
    return Evidence(counts, True, frozenset(compress(counts, titled)))


def together(each: Sequence[Evidence]) -> Evidence:
    """Where any of several stand, no two of which share a place."""
    counts: dict[int, int] = {}
    for one in each:
        for text, count in one.counts.items():
            counts[text] = counts.get(text, 0) + count
    return Evidence(counts, True, frozenset[int]().union(*(one.titled for one in each)))


def found(texts: Sequence[int], counts: Iterable[int]) -> dict[int, int]:
    """The texts with counts above nought."""
    listed = list(counts)
    return dict(zip(compress(texts, listed), filter(None, listed), strict=True))
