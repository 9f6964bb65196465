"""How long an answer may take, beyond reading the texts that it needs.

Texts that nobody has read yet take as long as they take, and may take as long again to be gone
through: a plain word is found in any folder. What a query costs above that is limited, the more so
the longer was read: half of the time is its own. A limit holds for the thread that sets it, until
it is over; every loop that may be long looks at it now and then, which takes a fraction of a
microsecond, and gives up whole: no answer is in part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from math import inf
from time import perf_counter
from typing import TypeVar

from search_index.queries.refusing import Refused

SECONDS = 0.65
"""For an answer: of a second, a third is left to rank and show it, and to notice the limit."""
_OWN = 0.5
"""The share of the time that is left however long was read."""
_AT_ONCE = 512
"""Things in a loop between two looks at the time."""

Item = TypeVar("Item")


class TookTooLong(Refused):
    """The limit was reached; what was done so far is no answer."""

    def __init__(self) -> None:
        super().__init__("this takes too long")


class _Allowance:
    """What there is to spend, and what reading and looking round took meanwhile, in seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.begun = perf_counter()
        self.reading = 0.0
        self.looking = 0.0

    @property
    def left(self) -> float:
        beside = self.reading + self.looking
        spent = perf_counter() - self.begun - beside
        return max(self.seconds - beside, _OWN * self.seconds, self.reading) - spent


_allowance: ContextVar[_Allowance | None] = ContextVar("allowance", default=None)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Within it, what looks at the time raises TookTooLong once so much was spent."""
    before = _allowance.set(_Allowance(seconds))
    try:
        yield
    finally:
        _allowance.reset(before)


class reading:
    """What is done within it is not spent, and may be spent again on what was read.

    It is entered for each of thousands of texts, which is too often for a generator.
    """

    __slots__ = ("_begun",)

    def __enter__(self) -> None:
        self._begun = perf_counter()

    def __exit__(self, *_: object) -> None:
        allowance = _allowance.get()
        if allowance is not None:
            allowance.reading += perf_counter() - self._begun


class looking_round(reading):
    """What is done within it, such as to see which texts there are, is not spent either.

    It gives no time for anything else.
    """

    __slots__ = ()

    def __exit__(self, *_: object) -> None:
        allowance = _allowance.get()
        if allowance is not None:
            allowance.looking += perf_counter() - self._begun


def seconds_left() -> float:
    """What may be spent still; infinite where there is no limit."""
    allowance = _allowance.get()
    return inf if allowance is None else allowance.left


def look_at_the_time() -> None:
    """Raises TookTooLong where the limit was reached."""
    allowance = _allowance.get()
    if allowance is not None and allowance.left < 0:
        raise TookTooLong


def timed(items: Iterable[Item]) -> Iterator[Item]:
    """The items, the time being looked at now and then. Raises TookTooLong."""
    remaining = iter(items)
    while some := list(islice(remaining, _AT_ONCE)):
        look_at_the_time()
        yield from some
