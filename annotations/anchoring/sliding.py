"""Moves what was put in or taken out to where it reads as a whole.

Where "A B" became "A C A B", a common subsequence may as well say that "C A" was put in after "A"
as "A C" before it. The words are the same; but a passage in one reading is torn in the other.
Of the places an insertion or deletion can slide to, it belongs where lines and sentences begin
(as in git's indent heuristic for lines, by Michael Haggerty).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotations.anchoring.sequences import Run
from annotations.anchoring.tokens import Tokens

_FINAL = ".!?\u2026\u3002\uff01\uff1f"
_CLAUSE = ",;:()[]\"'\u201c\u201d\u2018\u2019-\u2013\u2014|*`"
_FARTHEST = 60


def slid(runs: Sequence[Run], old: Tokens, new: Tokens) -> list[Run]:
    """The runs, with each pure insertion and deletion between two of them in its best place."""
    found = [Run(0, 0, 0), *runs, Run(len(old), len(new), 0)]
    for number in range(len(found) - 1):
        one, other = found[number], found[number + 1]
        old_gap = other.old - one.old - one.length
        new_gap = other.new - one.new - one.length
        if bool(old_gap) == bool(new_gap):
            continue
        by = _best(old, new, one, other)
        if by:
            found[number] = Run(one.old, one.new, one.length + by)
            found[number + 1] = Run(other.old + by, other.new + by, other.length - by)
    return [run for run in found if run.length]


def drawn_close(runs: Sequence[Run], new: Tokens) -> list[Run]:
    """The runs of one passage, the first and the last of them nearer to the rest if they can be.

    Where the same words stand twice, those are the passage's that begin or end a line beside it.
    """
    found = list(runs)
    if len(runs) > 1:
        first, second = found[:2]
        found[0] = _nearer(first, second, new, range(first.new, second.new - first.length + 1), 0)
        before, last = found[-2:]
        ends = range(before.new + before.length, last.new + 1)
        found[-1] = _nearer(last, before, new, ends, last.length)
    return found


def _nearer(run: Run, other: Run, new: Tokens, places: range, end: int) -> Run:
    """The run at the one of ``places`` that is most like its old one, seen from another run.

    ``end`` counts the words up to that end of it where a line is to begin or end.
    """
    wanted = other.new + run.old - other.old
    if run.new == wanted or len(places) > _FARTHEST:
        return run
    words = new.keys[run.new : run.new + run.length]
    there = [at for at in places if new.keys[at : at + run.length] == words]
    clear = _break(new, run.new + end)
    clearer = [at for at in there if at == run.new or _break(new, at + end) > clear]
    return run._replace(new=min(clearer, key=lambda at: abs(at - wanted)))


def _best(old: Tokens, new: Tokens, one: Run, other: Run) -> int:
    """How many words to the right, or to the left if less than 0, the gap is to slide."""
    taken_out = other.old > one.old + one.length
    tokens = old if taken_out else new
    start = (one.old if taken_out else one.new) + one.length
    end = other.old if taken_out else other.new
    lowest, highest = _room(tokens.keys, start, end, one.length, other.length)
    if lowest == highest:
        return 0
    places = range(lowest, highest + 1)
    breaks = {by: _break(tokens, start + by) + _break(tokens, end + by) for by in places}
    most = max(breaks.values())
    best = [by for by in places if breaks[by] == most]
    if len(best) == 1:
        return best[0]
    sides = _Sides(old, new, one, other, range(lowest, highest))
    return max(best, key=lambda by: (sides.alike(by), by == 0, -abs(by)))


def _room(keys: list[int], start: int, end: int, left: int, right: int) -> tuple[int, int]:
    """How far ``keys[start:end]`` can slide either way, over so many words at most."""
    lowest = highest = 0
    while -lowest < min(left, _FARTHEST) and keys[start + lowest - 1] == keys[end + lowest - 1]:
        lowest -= 1
    while highest < min(right, _FARTHEST) and keys[start + highest] == keys[end + highest]:
        highest += 1
    return lowest, highest


class _Sides(NamedTuple):
    """The words that may go with either of two runs; ``words`` counts from where the first ends."""

    old: Tokens
    new: Tokens
    one: Run
    other: Run
    words: range

    def alike(self, by: int) -> int:
        """How many of them are spelt alike and follow the same signs, if the gap slides ``by``."""
        old, new = self.one.old + self.one.length, self.one.new + self.one.length
        more_old, more_new = self.other.old - old, self.other.new - new
        return sum(
            _with_signs(self.old, old + word + (more_old if word >= by else 0))
            == _with_signs(self.new, new + word + (more_new if word >= by else 0))
            for word in self.words
        )


def _with_signs(tokens: Tokens, word: int) -> str:
    before = tokens.ends[word - 1] if word else 0
    return tokens.text[before : tokens.ends[word]].rpartition("\n")[2]


def _break(tokens: Tokens, before: int) -> int:
    """How clearly something new begins with the word ``before``."""
    if before in (0, len(tokens)):
        return 5
    between = tokens.text[tokens.ends[before - 1] : tokens.starts[before]]
    lines = between.count("\n")
    if lines:
        return 5 if lines > 1 else 4
    if any(sign in _FINAL for sign in between) and between[-1:].isspace():
        return 3
    return 1 if any(sign in _CLAUSE for sign in between) else 0
