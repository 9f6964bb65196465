"""Linked reading: what is found of the gold, and how long a key could have to wait for it.

    python -m benchmarks.linking

The gold says which passages two texts both tell; a file of it whose texts are not here is left
out. Two texts of a megabyte are then made ready and asked about, as the reader's threads do it, and
keys are pressed in the program itself while they are. The claims: of the passages of any file of
reports at least the share below is found, no more links than claimed are wrong, no step holds the
interpreter longer than a key may wait, and keys are answered as soon as while nothing is prepared.
The exit status is 1 where one does not hold.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from benchmarks import keys_while_linking
from benchmarks.claims import all_hold
from benchmarks.link_gold import Score, directions, gold_files, score
from benchmarks.texts import prose
from documents.document import Document
from search_index.alignment.matching import Matcher
from search_index.alignment.text_index import TextIndex

FOUND_CLAIM = 0.8  # of what both texts tell, all files together
WRONG_CLAIM = 0.03  # of the links given
STEP_CLAIM = 5.0  # milliseconds of processor time, the 99th percentile of steps
QUERY_CLAIM = 10.0  # milliseconds, likewise; it is asked in shorter steps than that
_SIZE = 1_000_000
_QUERIES = 400
_ROUNDS, _KEYS = 10, 40


def main() -> int:
    """Measures, prints, and says whether the claims hold."""
    holds = _gold()
    holds &= _speed()
    holds &= all_hold(keys_while_linking.measure(_SIZE, _ROUNDS, _KEYS))
    return 0 if holds else 1


def _gold() -> bool:
    print(f"{'gold':22}{'told by both':>13}{'found':>8}{'links':>8}{'wrong':>8}")
    everything = Score()
    for file in gold_files():
        scores = [score(one, _link(one.source, one.target)) for one in directions(file)]
        total = sum(scores, Score())
        if scores:
            _row(file.stem, total)
        everything += total
    _row("all", everything)
    return (
        everything.found >= FOUND_CLAIM * everything.demanded
        and everything.wrong <= WRONG_CLAIM * everything.given
    )


def _row(name: str, total: Score) -> None:
    print(f"{name:22}{total.demanded:13}{total.found:8}{total.given:8}{total.wrong:8}")


def _link(source: Document, target: Document) -> Callable[[Document, Document, int], int | None]:
    matcher = Matcher(_ready(source), _ready(target))

    def link(_source: Document, _target: Document, offset: int) -> int | None:
        match = matcher.match(offset)
        return match.sentence.start if match is not None else None

    return link


def _ready(document: Document) -> TextIndex:
    index = TextIndex(document.text, document.kind)
    for _ in index.build():
        pass
    return index


def _speed() -> bool:
    texts = [prose(_SIZE, seed) for seed in (1, 2)]
    indexes = [TextIndex(text) for text in texts]
    steps: list[float] = []
    for index in indexes:
        building = index.build()
        while not index.ready:
            steps.append(_timed(lambda building=building: next(building, None)))  # type: ignore[misc]
    matcher = Matcher(indexes[0], indexes[1])
    places = range(0, _SIZE, _SIZE // _QUERIES)
    queries = [_timed(lambda at=at: matcher.match(at)) for at in places]  # type: ignore[misc]
    print(f"\ntwo texts of {_SIZE / 1e6:.0f} MB, processor time")
    print(f"made ready in {sum(steps) / 1e3:.2f} s, in {len(steps)} steps")
    return _times("a step, ms", steps, STEP_CLAIM) & _times("a question, ms", queries, QUERY_CLAIM)


def _timed(work: Callable[[], object]) -> float:
    before = time.thread_time()
    work()
    return (time.thread_time() - before) * 1e3


def _times(name: str, times: list[float], claim: float) -> bool:
    times = sorted(times)
    middle, high = times[len(times) // 2], times[len(times) * 99 // 100]
    holds = high <= claim
    print(
        f"{name:16} median {middle:.2f}  99 % {high:.2f}  most {times[-1]:.2f}"
        f"  claimed {claim:.0f}{'' if holds else '  DOES NOT HOLD'}"
    )
    return holds


if __name__ == "__main__":
    sys.exit(main())
