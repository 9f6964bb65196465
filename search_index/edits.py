"""How far two words are from each other, in edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def within(one: str, other: str, most: int) -> bool:
    """Whether ``one`` becomes ``other`` by at most ``most`` edits."""
    if abs(len(one) - len(other)) > most:
        return False
    if one == other:
        return True
    return len(set(one) - set(other)) <= most and distance(one, other, most) <= most


def alike(one: str, others: Iterable[str], most: int) -> Iterator[int]:
    """The places, among the ``others``, of those that ``one`` becomes by at most ``most`` edits.

    An edit brings in one letter at most, and takes one away: that tells most words apart.
    """
    letters, lengths = set(one), range(len(one) - most, len(one) + most + 1)
    for place, other in enumerate(others):
        if (
            len(other) in lengths
            and len(letters.difference(other)) <= most
            and len(set(other) - letters) <= most
            and distance(one, other, most) <= most
        ):
            yield place


def distance(one: str, other: str, most: int) -> int:
    """How many edits ``other`` is from ``one``, or ``most + 1`` where it is more than ``most``.

    An edit is a letter put in, left out or replaced, or two neighbours exchanged, no letter being
    edited twice: the optimal string alignment distance (Damerau's four errors, computed as Wagner
    and Fischer do).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        earlier, before = before, row
        row = [number]
        for column, against in enumerate(other, 1):
            cost = before[column - 1] + (letter != against)
            cost = min(cost, before[column] + 1, row[column - 1] + 1)
            if (
                number > 1
                and column > 1
                and letter == other[column - 2]
                and one[number - 2] == against
            ):
                cost = min(cost, earlier[column - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)
