"""Resizing a long document: until the sentence that was marked is shown again, and all is quiet.

The first words of the sentence stand beside its bar in the gutter. The place is in the middle of
the text, and the terminal takes several sizes one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.claims import Claim
from benchmarks.reading import materials, programs
from benchmarks.session import COLUMNS, ROWS, Session, running
from benchmarks.table import Cell, table
from benchmarks.terminal_timing import Case, first_paint

_SHOWN_LIMIT = 100.0  # milliseconds
_SIZES = ((100, 30), (160, 50), (84, 24), (200, 60), (COLUMNS, ROWS))
_TO_THE_MIDDLE = "500 " * 12
_BAR = re.compile(r"^┃\s+(\S+ \S+ \S+)")
_NEVER = float("inf")


def measure(folder: Path, size: int, rounds: int) -> Iterator[Claim]:
    """Resizes the program and the empty app in turn, prints the figures and gives the claims."""
    files = materials.two_files(folder, size)
    cases = [programs.empty_app(0), programs.sidelight(files, 0)]
    times: dict[str, list[float]] = {case.name: [] for case in cases}
    for _ in range(rounds):
        for case in cases:
            times[case.name] += _times(case)
    rows: dict[str, list[Cell]] = {
        "settled, ms": [median(values) for values in times.values()],
        "the slowest, ms": [max(values) for values in times.values()],
    }
    print(f"\nresizing, two texts of {size / 1e6:.0f} MB each, in the middle\n")
    for line in table(list(times), rows):
        print(line)
    print(flush=True)
    shown = median(times[programs.OURS])
    yield Claim("the same sentence is shown, settled", shown, _SHOWN_LIMIT, "ms")
    lost = sum(value == _NEVER for value in times[programs.OURS])
    yield Claim("resizes that lost the sentence", float(lost), 0.0, "")


def _times(case: Case) -> list[float]:
    """Milliseconds for each size; infinite where the sentence was not there afterwards."""
    with running(case.argv) as session:
        first_paint(case, session)
        if case.name == programs.OURS:
            session.type(_TO_THE_MIDDLE)
            session.listen(30.0, silence=1.0)
        return [_time(session, columns, rows) for columns, rows in _SIZES]


def _time(session: Session, columns: int, rows: int) -> float:
    """One resize. All is repainted after it, so that the screen is made of what comes then."""
    words, since = _marked(session.screen()), len(session.pieces)
    began = session.resize(columns, rows)
    heard = session.listen(5.0)
    if not heard or (words and _marked(session.screen(since)) != words):
        return _NEVER
    session.listen(0.5, silence=0.5)  # neighbours are wrapped when idle
    return (heard[-1].moment - began) * 1e3


def _marked(screen: list[str]) -> str:
    """The first words beside the first bar in the gutter."""
    found = (_BAR.match(row) for row in screen)
    return next((match[1] for match in found if match), "")
