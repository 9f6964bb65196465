"""How the running text of a document writes its words: with a capital in midst of a sentence, or
without. It tells of a capital that says nothing by itself, as in a headline, what it stands for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from search_index.alignment.lexemes import Token, lexeme, tokens

_LOOKED_AT = 60_000
"""Code points of a text that are looked at: enough to know its words."""

_MOSTLY, _HEADLINE = 3 / 4, 4
"""Of that many words that say something, the share of capitals from which they say nothing."""


class RunningText(NamedTuple):
    """Stems of words that have a capital in midst of a sentence, and of those that have none."""

    names: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


def running_text(*texts: str) -> RunningText:
    """How some texts write their words, taken together."""
    each = [_written(text[:_LOOKED_AT]) for text in texts]
    return RunningText(
        frozenset().union(*(one.names for one in each)),
        frozenset().union(*(one.others for one in each)),
    )


def mostly_capitals(found: Sequence[Token]) -> bool:
    """Whether more words than not have a capital, as in a headline."""
    telling = [token for token in found if token.kind == "word" and lexeme(token.text).stem]
    capitals = sum(token.text[0].isupper() for token in telling)
    return len(telling) >= _HEADLINE and capitals > _MOSTLY * len(telling)


@lru_cache(maxsize=4)
def _written(text: str) -> RunningText:
    names: set[str] = set()
    others: set[str] = set()
    start = 0
    for line in text.splitlines(keepends=True):
        found = list(tokens(text, start, start + len(line)))
        start += len(line)
        if mostly_capitals(found):
            continue
        for number, token in enumerate(found):
            stem = lexeme(token.text).stem if token.kind == "word" else ""
            if not stem:
                continue
            if not token.text[0].isupper():
                others.add(stem)
            elif number and text[found[number - 1].end : token.start] == " ":
                names.add(stem)
    return RunningText(frozenset(names), frozenset(others))
