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


_NOUNS_HAVE_CAPITALS = 0.35
"""Of the words that say something in midst of a sentence, the share of capitals from which all
nouns have one: in English about a fifth has, in German more than half."""

_BEFORE_NOUNS = """
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
im am zum zur vom beim ins ans
"""
_ARTICLES = frozenset(_BEFORE_NOUNS.split())
_WITH_ARTICLE = """
balkan bundestag donbass irak iran jemen kaukasus kongo kosovo kreml krim libanon mongolei
niederlande niederlanden schweiz slowakei sudan tschad turkei ukraine usa vatikan
"""
_NAMES_WITH_ARTICLE = frozenset(_WITH_ARTICLE.split())


_BEFORE_PLACES = frozenset(["in", "aus", "nach", "bei", "mit", "von", "gegen", "für", "und"])
"""Words after which, without an article, a name stands at least as often as a noun."""


class RunningText(NamedTuple):
    """Stems of words that have a capital in midst of a sentence, and of those that have none.

    ``nouns`` are those that an article stands before, where all nouns have a capital, as in German,
    and those that never stand beside another capital there, nor where a name may.
    """

    names: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()


UNKNOWN = RunningText()
"""Where nothing is known of it."""


def running_text(*texts: str) -> RunningText:
    """How some texts write their words, taken together."""
    each = [_written(text[:_LOOKED_AT]) for text in texts]
    return RunningText(
        frozenset().union(*(one.names for one in each)),
        frozenset().union(*(one.others for one in each)),
        frozenset().union(*(one.nouns for one in each)),
    )


def mostly_capitals(found: Sequence[Token]) -> bool:
    """Whether more words than not have a capital, as in a headline."""
    telling = [token for token in found if token.kind == "word" and lexeme(token.text).stem]
    capitals = sum(token.text[0].isupper() for token in telling)
    return len(telling) >= _HEADLINE and capitals > _MOSTLY * len(telling)


def _beside_a_capital(text: str, before: Token, token: Token, following: Token | None) -> bool:
    """Whether a word stands directly beside another with a capital, as in a full name."""
    return (before.text[0].isupper() and text[before.end : token.start] in (" ", "-")) or (
        following is not None
        and following.text[0].isupper()
        and text[token.end : following.start] in (" ", "-")
    )


@lru_cache(maxsize=4)
def _written(text: str) -> RunningText:
    names: set[str] = set()
    others: set[str] = set()
    nouns: set[str] = set()
    alone: set[str] = set()
    in_names: set[str] = set()
    capitals = words = start = 0
    for line in text.splitlines(keepends=True):
        found = list(tokens(text, start, start + len(line)))
        start += len(line)
        if mostly_capitals(found):
            continue
        for number, token in enumerate(found):
            stem = lexeme(token.text).stem if token.kind == "word" else ""
            if not stem:
                continue
            before = found[number - 1] if number else None
            goes_on = before is not None and text[before.end : token.start] == " "
            words += goes_on
            if not token.text[0].isupper():
                others.add(stem)
            elif before is not None and goes_on:
                capitals += 1
                names.add(stem)
                following = found[number + 1] if number + 1 < len(found) else None
                if _beside_a_capital(text, before, token, following):
                    in_names.add(stem)
                elif lexeme(token.text).folded in _NAMES_WITH_ARTICLE:
                    continue
                elif before.text not in _BEFORE_PLACES:
                    alone.add(stem)
                if before.text in _ARTICLES:
                    nouns.add(stem)
    if capitals < _NOUNS_HAVE_CAPITALS * words:
        nouns.clear()
    elif nouns:
        nouns |= alone - in_names
    return RunningText(frozenset(names), frozenset(others), frozenset(nouns))
