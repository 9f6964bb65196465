"""Resizing a long document: until the sentence that was marked is shown again, and all is quiet.

The cursor of the terminal stands at the sentence's first word. The place is in the middle of the
text, and the terminal takes several sizes one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.claims import Claim
from benchmarks.pseudo_terminal import Emulator
from benchmarks.reading import materials, programs
from benchmarks.session import COLUMNS, ROWS, Session, running
from benchmarks.table import Cell, table
from benchmarks.terminal_timing import Case, first_paint

_SHOWN_LIMIT = 100.0  # milliseconds
_SIZES = ((100, 30), (160, 50), (84, 24), (200, 60), (COLUMNS, ROWS))
_TO_THE_MIDDLE = "500 " * 12
_WORDS = 3
_NEXT_PANE = "│"
_GUTTER = 2
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
        return [_time(session, columns, rows, case) for columns, rows in _SIZES]


def _time(session: Session, columns: int, rows: int, case: Case) -> float:
    """One resize. All is repainted after it, so that the screen is made of what comes then."""
    words, since = _sentence(session.emulated()), len(session.pieces)
    began = session.resize(columns, rows)
    heard = session.listen(5.0)
    lost = case.name == programs.OURS and _sentence(session.emulated(since)) != words
    if lost or not heard:
        return _NEVER
    session.listen(0.5, silence=0.5)  # neighbours are wrapped when idle
    return (heard[-1].moment - began) * 1e3


def _sentence(screen: Emulator) -> list[str]:
    """The first words of the sentence in the left pane at which the cursor stands."""
    column, row = screen.cursor()
    here, below = (*screen.lines(), "")[row : row + 2]
    words = [*_left(here[column:]), *_left(below[_GUTTER:])]
    return words[:_WORDS]


def _left(row: str) -> list[str]:
    return row.partition(_NEXT_PANE)[0].split()
