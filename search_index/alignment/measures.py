"""What a number measures: only numbers that measure the same can contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from search_index.alignment.features import PERCENT, UNIT, units
from search_index.alignment.lexemes import Lexeme, Token, figure, lexeme
from search_index.alignment.months import weekday_named

_DAY_OF_WEEK, _DATE, _YEAR, _COUNT = "day of the week", "date", "year", "count"
_OF_QUANTITIES = """
minute hour day week month year metre kilometre centimetre millimetre tonne hectare litre euro
dollar pound franc degree percent point
"""
_NO_COUNTS = frozenset(
    [_DATE, _YEAR, _DAY_OF_WEEK, UNIT + PERCENT]
    + [UNIT + lexeme(word).stem for word in _OF_QUANTITIES.split() if lexeme(word).stem]
)
_YEARS = range(1500, 2101)
_DAYS = range(1, 32)


def measures(text: str, found: Sequence[Token], number: int) -> frozenset[str]:
    """What the number, month or weekday at ``number`` of the tokens of a text measures.

    What is counted is told by the words behind it; of a number by itself nothing is known but that
    something is.
    """
    token, word = found[number], _lexeme(found[number])
    if token.kind == "percent" or (word is not None and (word.is_percent or word.times)):
        return frozenset()  # the number before it has its own
    if token.kind == "date" or (word is not None and word.month is not None and not word.number):
        return frozenset([_DATE])
    if word is not None and weekday_named(word.folded) is not None:
        return frozenset([_DAY_OF_WEEK])
    near = [(one, _lexeme(one)) for one in found[number : number + 8]]
    counted = frozenset(units(text, near, 0))
    if counted:
        return counted
    return frozenset([_undeclared(found, number)])


def _undeclared(found: Sequence[Token], number: int) -> str:
    """What a number may measure that nothing is said of."""
    token = found[number]
    value = figure(token.text) if token.kind == "number" else 0
    if value in _DAYS and any(map(_is_month, _beside(found, number))):
        return _DATE
    return _YEAR if token.text.isdigit() and value in _YEARS else _COUNT


def _beside(found: Sequence[Token], number: int) -> list[Token]:
    return [found[at] for at in (number - 1, number + 1) if 0 <= at < len(found)]


def _is_month(token: Token) -> bool:
    word = _lexeme(token)
    return word is not None and word.month is not None


def _lexeme(token: Token) -> Lexeme | None:
    return lexeme(token.text) if token.kind == "word" else None


def comparable(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two numbers that measure this can contradict each other."""
    return bool(one & other)


def both_count(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two numbers count people or things, which may have other words: men, miners."""
    return one.isdisjoint(_NO_COUNTS) and other.isdisjoint(_NO_COUNTS)
