"""Scores where passages were put, against the truth, as the claims count."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from annotations.anchoring.revision import Followed, Revision

_RIGHT = 0.6
"""How much of two spans must be common to both (intersection over union) to be the same place."""


class Follower(Protocol):
    """What is scored: where ``old[start:end]`` went."""

    def follow(self, start: int, end: int) -> Followed:
        """What became of the passage."""
        ...


@dataclass(frozen=True, slots=True)
class Expected:
    """A passage of the old text, and the places in the new one that are right; none if deleted."""

    start: int
    end: int
    right: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Two versions of a text, and what became of passages."""

    kind: str
    old: str
    new: str
    expected: Sequence[Expected]


@dataclass(slots=True)
class Score:
    """How many passages came out how.

    Correct are ``right``, ``review`` (the right place, offered), ``lost`` (deleted, an orphan) and
    ``offered`` (deleted, and a place offered). ``missed`` (still there, an orphan), ``astray``
    (another place offered), ``wrong`` (another taken) and ``ghosts`` (deleted, one taken) are not.
    """

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, other: Score) -> None:
        """Takes another score's counts in."""
        self.counts += other.counts

    @property
    def total(self) -> int:
        """How many passages were scored."""
        return self.counts.total()

    @property
    def there(self) -> int:
        """How many of them are still there."""
        return sum(self.counts[name] for name in ("right", "review", "missed", "astray", "wrong"))

    @property
    def correct(self) -> float:
        """The share that came out as it should, in per cent."""
        good = sum(self.counts[name] for name in ("right", "review", "lost", "offered"))
        return 100 * good / max(1, self.total)

    @property
    def missed(self) -> float:
        """The share of those still there that were given up, in per cent."""
        return 100 * self.counts["missed"] / max(1, self.there)

    @property
    def reviewed(self) -> float:
        """The share of those still there that a reader has to look at, in per cent."""
        return 100 * (self.counts["review"] + self.counts["astray"]) / max(1, self.there)

    @property
    def untrue(self) -> int:
        """How many were put in a wrong place without a word, or somewhere though deleted."""
        return self.counts["wrong"] + self.counts["ghosts"]


def score(case: Case, follower: Follower | None = None) -> Score:
    """Follows every passage of a case."""
    follower = follower or Revision(case.old, case.new)
    return Score(
        Counter(outcome(each, follower.follow(each.start, each.end)) for each in case.expected)
    )


def outcome(expected: Expected, found: Followed) -> str:
    """What is to be said of one passage, in the words of a Score."""
    taken = found.certainty in ("same", "changed")
    if not expected.right:
        return "ghosts" if taken else "offered" if found.span else "lost"
    if found.span is None:
        return "missed"
    hit = any(_overlap(found.span, right) >= _RIGHT for right in expected.right)
    if taken:
        return "right" if hit else "wrong"
    return "review" if hit else "astray"


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def read_cases(file: Path) -> Iterator[Case]:
    """The cases of a file of JSON Lines: ``old``, ``new``, ``spans`` (``exp`` and ``alt``)."""
    with file.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            record = json.loads(line)
            spans = [_expected(span) for span in record["spans"]]
            yield Case(record.get("set", file.stem), record["old"], record["new"], spans)


def _expected(span: Mapping[str, Any]) -> Expected:
    places = [span.get("exp"), *(span.get("alt") or [])]
    return Expected(span["start"], span["end"], tuple((one[0], one[1]) for one in places if one))
