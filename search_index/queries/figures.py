"""Figures as others write them: 1,200 is 1.200, 1 200, 1’200 and 1200; 12% is 12 %."""

from __future__ import annotations

import re
from itertools import chain

from documents.lazy_regex import lazy_regex
from search_index.queries.query import And, Node, Or, Words

_FIGURE = lazy_regex(r"(\d[\d.,'’ ]*\d|\d)( ?%)?")
_GROUPED = lazy_regex(r"\d{1,3}([.,'’ ])\d{3}(?:\1\d{3})*")
_DECIMAL = lazy_regex(r"(\d+)([.,])(\d+)")
_BETWEEN_GROUPS = ("", ",", ".", " ", "’")
_LONGEST = 30
"""Code points of a figure."""


def written_otherwise(root: Node | None) -> list[Node]:
    """The query with its figures in each of the other ways; none where it has no figure.

    White space in a figure stands for any, as in a phrase.
    """
    if root is None:
        return []
    ways = max((len(_ways(term.text)) for term in _words(root)), default=0)
    found = (_replaced(root, number) for number in range(ways))
    return [one for one in dict.fromkeys(found) if one != root]


def _words(node: Node) -> list[Words]:
    match node:
        case Words():
            return [node]
        case And(parts) | Or(parts):
            return [*chain.from_iterable(map(_words, parts))]
    return []


def _replaced(node: Node, number: int) -> Node:
    """The query with the figures in the way with this ``number``, or in the last there is."""
    match node:
        case Words(text) if ways := _ways(text):
            return Words(ways[min(number, len(ways) - 1)])
        case And(parts) | Or(parts):
            return type(node)(tuple(_replaced(part, number) for part in parts))
    return node


def _ways(text: str) -> list[str]:
    """The other ways to write what is a figure and nothing else."""
    figure = _FIGURE.fullmatch(text) if len(text) <= _LONGEST else None
    if figure is None:
        return []
    signs = ("%", " %") if figure[2] else ("",)
    ways = [f"{number}{sign}" for number in _numbers(figure[1]) for sign in signs]
    return [way for way in ways if way != text]


def _numbers(written: str) -> list[str]:
    """A number in all ways, as it is written first."""
    digits = re.sub(r"\D", "", written)
    if _GROUPED.fullmatch(written) or (written == digits and len(digits) > 3):
        grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", digits)
        return list(dict.fromkeys([written, *(grouped.replace(",", s) for s in _BETWEEN_GROUPS)]))
    if decimal := _DECIMAL.fullmatch(written):
        return [written, f"{decimal[1]}{'.' if decimal[2] == ',' else ','}{decimal[3]}"]
    return [written]
