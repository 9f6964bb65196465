"""Work for idle moments, in short steps, so that no key waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

Key = tuple[object, str]
"""Whose chore it is, and what it does for it."""


class Chores:
    """Iterators that are run a step at a time and take turns.

    Those for what is in sight come first, so they should be short; a long one among the others
    holds none of them up. There is one chore of a key: a new one takes the place of the old one,
    which is how a chore is dropped that the reader has moved on from.
    """

    def __init__(self) -> None:
        self._in_sight: dict[Key, Iterator[None]] = {}  # in the order of their turns
        self._others: dict[Key, Iterator[None]] = {}

    def add(self, key: Key, chore: Iterator[None], *, in_sight: bool = False) -> None:
        """Puts a chore at the end of the queue, in the place of the one with that key."""
        self._in_sight.pop(key, None)
        self._others.pop(key, None)
        (self._in_sight if in_sight else self._others)[key] = chore

    def drop(self, owner: object) -> None:
        """Forgets all chores of an owner."""
        for queue in (self._in_sight, self._others):
            for key in [key for key in queue if key[0] is owner]:
                del queue[key]

    def __bool__(self) -> bool:
        return bool(self._in_sight or self._others)

    def work(self, seconds: float, *, others: bool = True) -> None:
        """Works for about that long: a step is never interrupted.

        Without ``others`` only what is in sight is worked at.
        """
        end = perf_counter() + seconds
        while perf_counter() < end:
            queue = self._in_sight or (self._others if others else None)
            if not queue:
                break
            self._step(queue)

    def _step(self, queue: dict[Key, Iterator[None]]) -> None:
        key, chore = next(iter(queue.items()))
        try:
            next(chore)
        except StopIteration:
            if queue.get(key) is chore:
                del queue[key]
            return
        if queue.get(key) is chore:  # unless its step has dropped or replaced it
            queue[key] = queue.pop(key)
