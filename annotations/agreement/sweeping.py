"""Going through a text from one end of a mark to the next, never from unit to unit.

A unit is a code point or a sentence; both are numbered from 0, and marks are stretches of them.
However long a text is, the work is that of sorting its marks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotations.agreement.coefficients import Codes
from annotations.steps import Step, at_once
from documents.spans import Span

_RUNS_A_STEP = 64


class Labelled(NamedTuple):
    """A stretch of units on which an author has set a label."""

    start: int
    end: int
    author: int
    label: str


class Run(NamedTuple):
    """Units that no mark begins or ends among, with the labels of each author on them.

    ``labels`` counts marks; it changes with the next run.
    """

    start: int
    end: int
    labels: Sequence[Counter[str]]


def runs(labelled: Iterable[Labelled], authors: int, step: Step = at_once) -> Iterator[Run]:
    """The runs of units on which there is any label, in order."""
    events = _events(labelled)
    labels: list[Counter[str]] = [Counter() for _ in range(authors)]
    there, last = 0, 0
    for number, (place, by, author, label) in enumerate(events):
        if number % _RUNS_A_STEP == 0:
            step()
        if place > last:
            if there:
                yield Run(last, place, labels)
            last = place
        there += by
        _count(labels[author], label, by)


def _events(labelled: Iterable[Labelled]) -> list[tuple[int, int, int, str]]:
    """Where marks end and begin, with -1 and 1."""
    events = []
    for start, end, author, label in labelled:
        if start < end:
            events += [(start, 1, author, label), (end, -1, author, label)]
    return sorted(events)


def _count(labels: Counter[str], label: str, by: int) -> None:
    labels[label] += by
    if not labels[label]:
        del labels[label]


def tally(
    spans: Sequence[Iterable[Span] | None], units: int, step: Step = at_once
) -> Counter[Codes]:
    """How many of the units each author's spans cover, and which authors' at once.

    None stands for an author who has not worked on the text.
    """
    crossings = sorted(
        (place, 1 << number)
        for number, one in enumerate(spans)
        for span in merged(one or ())
        for place in span
    )
    step()
    counted: Counter[int] = Counter()
    covered = last = 0  # a bit for each author
    for place, author in crossings:
        counted[covered] += place - last
        covered ^= author
        last = place
    step()
    counted[covered] += units - last
    coding = [(1 << number, one is not None) for number, one in enumerate(spans)]
    return Counter(
        {
            tuple(bool(bits & bit) if codes else None for bit, codes in coding): number
            for bits, number in counted.items()
            if number
        }
    )


def merged(spans: Iterable[tuple[int, int]]) -> list[Span]:
    """The same units as spans that are in order and do not touch."""
    joined: list[Span] = []
    first, last = 0, -1
    for start, end in sorted(spans):
        if start > last:
            if first < last:
                joined.append(Span(first, last))
            first, last = start, end
        elif end > last:
            last = end
    if first < last:
        joined.append(Span(first, last))
    return joined


def clipped(spans: Sequence[Span], within: Span) -> list[Span]:
    """The parts of merged spans that lie in ``within``."""
    first = bisect_right(spans, within.start, key=_end)
    last = bisect_left(spans, within.end, key=_start)
    return [
        Span(max(start, within.start), min(end, within.end)) for start, end in spans[first:last]
    ]


def sentences_of(span: tuple[int, int], starts: Sequence[int], ends: Sequence[int]) -> Span:
    """The numbers of the sentences that a span covers any part of; an empty span for none.

    ``starts`` and ``ends`` are those of the sentences, in order.
    """
    first = bisect_right(ends, span[0])
    return Span(first, max(first, bisect_left(starts, span[1])))


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
