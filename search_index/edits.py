"""How far two words are from each other, in edits."""

from __future__ import annotations


def within(one: str, other: str, most: int) -> bool:
    """Whether ``one`` becomes ``other`` by at most ``most`` edits."""
    if abs(len(one) - len(other)) > most:
        return False
    if one == other:
        return True
    return len(set(one) - set(other)) <= most and distance(one, other, most) <= most


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
