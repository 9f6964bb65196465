"""Regular expressions in queries: as Python's ``re`` reads them, with a limit to their time.

They are found by the ``regex`` package, which can be stopped. ``^`` and ``$`` stand for the
beginning and the end of a line. Case counts just where the expression holds a capital letter, one
of an escape such as ``\\W`` apart.
"""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Iterator
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING

from documents.lazy_regex import lazy_regex
from documents.spans import Span
from search_index.finding.patterns import PatternOfSpans
from search_index.queries.query import Regex
from search_index.queries.refusing import Refused
from search_index.time_limits import TookTooLong, look_at_the_time, seconds_left

if TYPE_CHECKING:
    import regex

LONGEST = 500
"""Characters of an expression."""
SECONDS = 0.6
"""For an expression in one text, where nothing else limits it."""
_MOST_REPEATED = 10_000
"""``{9}`` and the like, multiplied: compiling takes memory for each time."""
_MOST_BRACKETS = 50
_MOST_TRIMMED = 12
_LEAST = 1e-6  # seconds: less than nought would be no limit

_count = lazy_regex(r"\{(\d*)(?:,(\d*))?\}")
_capital = lazy_regex(r"(?:\\(?:[pPN]\{[^}]*\}|.)|[^\\])", re.DOTALL)
_unfinished = lazy_regex(r"(?<!\\)(?:\\|\(\?P?[<=!:]*\w*|\(|\{\d*,?\d*)\Z")
_ENDINGS = ("", ")", "]", "])", "))")


def mended(expression: str, *, finished: bool = True) -> str | None:
    """The expression, or as much of it as makes sense where it is not right; None if nothing.

    Raises Refused where it is too long, or repeats too much.
    """
    _check(expression)
    if finished and _compiled(expression) is not None:
        return expression
    expression = _unfinished.sub("", expression)
    for end in range(len(expression), max(0, len(expression) - _MOST_TRIMMED), -1):
        for ending in _ENDINGS:
            if _compiled(tried := expression[:end] + ending) is not None:
                return tried
    return None


def fault(expression: str) -> str:
    """Why it cannot be read, in a few words; empty where it can."""
    import regex

    if _compiled(expression) is not None:
        return ""
    try:
        regex.compile(expression, cache_pattern=False)
    except regex.error as error:
        return str(error)
    except Exception:  # as below
        pass
    return "it is too intricate"


def _check(expression: str) -> None:
    if len(expression) > LONGEST:
        raise Refused(f"a regular expression may have {LONGEST} characters at most")
    if expression.count("(") > _MOST_BRACKETS:
        raise Refused(f"a regular expression may have {_MOST_BRACKETS} brackets at most")
    counts = (max(int(n or 1) for n in found.groups("1")) for found in _count.finditer(expression))
    if prod(max(1, count) for count in counts) * (1 + expression.count("(")) > _MOST_REPEATED:
        raise Refused("the regular expression repeats too often: use smaller numbers in { }")


class RegexPattern(PatternOfSpans):
    """Finds what fits an expression. Raises Refused where it takes too long."""

    def __init__(self, term: Regex) -> None:
        self._expression = term.expression
        compiled = _compiled(term.expression)
        assert compiled is not None  # the parser admits no other
        self._regex = compiled

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places that fit, but empty ones."""
        look_at_the_time()
        return iter(list(self._spans(text, min(SECONDS, seconds_left()))))

    def _spans(self, text: str, seconds: float) -> Iterator[Span]:
        end = time.perf_counter() + seconds
        try:
            for found in self._regex.finditer(text, timeout=max(seconds, _LEAST)):
                if time.perf_counter() > end:
                    raise TimeoutError
                if found.end() > found.start():
                    yield Span(*found.span())
        except TimeoutError:
            raise TookTooLong from None
        except (MemoryError, RecursionError):
            raise Refused(f"/{self._expression}/ takes too much memory: make it simpler") from None


@lru_cache(maxsize=256)
def _compiled(expression: str) -> regex.Pattern[str] | None:
    import regex

    flags = regex.MULTILINE
    if not any(each.isupper() for each in _capital.findall(expression) if each[0] != "\\"):
        flags |= regex.IGNORECASE
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return regex.compile(expression, flags, cache_pattern=False)
        except Exception:  # besides regex.error: RecursionError, OverflowError, KeyError
            return None
