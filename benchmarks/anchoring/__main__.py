"""Measures anchoring: ``python -m benchmarks.anchoring [--seeds N] [--first SEED] [FILE…]``"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from annotations.anchoring.quotes import Quote, QuoteFinder
from annotations.anchoring.revision import Followed, Revision
from annotations.model import CONTEXT_LENGTH
from benchmarks.anchoring import outside, speed
from benchmarks.anchoring.scoring import Case, Score, read_cases, score
from benchmarks.anchoring.simulated import cases
from benchmarks.claims import Claim, all_hold

CORRECT_CLAIM, MISSED_CLAIM, REVIEW_CLAIM = 98.5, 1.0, 3.0  # per cent
UNTRUE_CLAIM = 0.1  # per cent of all passages
SECONDS_CLAIM = 1.0

_UNSURE = ("several edits", "sentences cut short", "near-copies left", "trunc_half")
"""Edits of which much is the reader's to decide: what moved and changed, or is hardly there."""


class QuotesAlone:
    """Follows passages as if the old text had not been kept."""

    def __init__(self, case: Case) -> None:
        self._old = case.old
        self._finder = QuoteFinder(case.new)

    def follow(self, start: int, end: int) -> Followed:
        """What became of a passage of which only the quote and its context are known."""
        prefix = self._old[max(0, start - CONTEXT_LENGTH) : start]
        suffix = self._old[end : end + CONTEXT_LENGTH]
        return self._finder.find(Quote(self._old[start:end], prefix, suffix, start))


def main() -> int:
    """Measures, prints, and says whether the claims hold."""
    options = _options()
    seeds = range(options.first, options.first + options.seeds)
    simulated = [case for seed in seeds for case in cases(seed)]
    claims = list(_scored("simulated edits", simulated))
    for file in options.file:
        given = list(read_cases(file))
        claims += _scored(file.name, given)
        claims.append(_checked(file.name, given))
    claims += _timed()
    return 0 if all_hold(claims) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.anchoring")
    parser.add_argument("--seeds", type=int, default=3, metavar="N", help="how many texts of each")
    parser.add_argument("--first", type=int, default=1, metavar="SEED")
    parser.add_argument("file", type=Path, nargs="*", metavar="FILE", help="more, with the truth")
    return parser.parse_args()


def _scored(name: str, given: Iterable[Case]) -> Iterator[Claim]:
    """Prints a table, a row a kind of edit; what is claimed of the whole."""
    scores: dict[str, Score] = defaultdict(Score)
    quotes = Score()
    for case in given:
        scores[case.kind].add(score(case))
        quotes.add(score(case, QuotesAlone(case)))
    total, settled = Score(), Score()
    for kind, one in scores.items():
        total.add(one)
        if kind not in _UNSURE:
            settled.add(one)
    print(f"\n{name:30}{'spans':>7}{'correct':>9}{'missed':>8}{'review':>8}{'untrue':>8}")
    for kind, one in {**scores, "all": total, "all, by quote alone": quotes}.items():
        print(_row(kind, one))
    print()
    untrue = 100 * total.untrue / max(1, total.total)
    yield Claim(f"{name}: correct", total.correct, CORRECT_CLAIM, "%", least=True)
    yield Claim(f"{name}: missed", total.missed, MISSED_CLAIM, "%")
    yield Claim(f"{name}: for review, of what is clear", settled.reviewed, REVIEW_CLAIM, "%")
    yield Claim(f"{name}: in a wrong place", untrue, UNTRUE_CLAIM, "%")


def _checked(name: str, given: Sequence[Case]) -> Claim:
    """Prints the score of ``sidelight check``, which is to say nothing else than the engine."""
    told = outside.through_check(given)
    print(_row("all, by sidelight check", outside.scored(given, told)))
    differing = 0
    for case, each in zip(given, told, strict=True):
        engine = Revision(case.old, case.new)
        pairs = zip(case.expected, each, strict=True)
        differing += sum(engine.follow(one.start, one.end) != found for one, found in pairs)
    return Claim(f"{name}: sidelight check differs", differing, 0, "passages")


def _row(kind: str, one: Score) -> str:
    shares = f"{one.correct:9.2f}{one.missed:8.2f}{one.reviewed:8.2f}"
    return f"{kind:30}{one.total:7}{shares}{one.untrue:8}"


def _timed() -> Iterator[Claim]:
    print(f"{speed.MARKS} annotations in a text of {speed.SIZE / 1e6:.0f} MB, processor time")
    for kind, seconds in speed.placing():
        yield Claim(kind, seconds, SECONDS_CLAIM, "s")


if __name__ == "__main__":
    sys.exit(main())
