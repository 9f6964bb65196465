"""Memory: what an open text costs beside the empty app, and whether paging through adds to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.claims import Claim
from benchmarks.reading import materials, programs
from benchmarks.session import Session, running
from benchmarks.table import table
from benchmarks.terminal_timing import Case, first_paint

_TIMES_FILE = 2.5
_GROWTH = 1.1
_MIB = 2**20
_BURST = 20
_MOST_BURSTS = 600
_NO_ANSWER = 2.0
"""Seconds after which no answer comes."""
_STILL = 0.3
"""What part of the first burst's output it is at most when there is no page left to show."""

KINDS: Mapping[str, materials.Make] = {
    "ASCII": materials.ascii_text,
    "Latin with accents and curly quotes": materials.latin_text,
}
SIZES: Mapping[str, tuple[int, str]] = {"3M": (3_000_000, " "), "100M": (100_000_000, "500 ")}
"""Bytes, and the keys that go through such a text: pages, or jumps of 500 pages."""


def measure(folder: Path, sizes: tuple[str, ...]) -> Iterator[Claim]:
    """Opens each text in one pane, pages through it, prints the figures and gives the claims."""
    empty = _resting(programs.empty_app(0))
    rows: dict[str, list[float | str | None]] = {"empty app": [empty / _MIB, None, None]}
    claims: list[Claim] = []
    for size, kind in ((size, kind) for size in sizes if size in SIZES for kind in KINDS):
        characters, key = SIZES[size]
        file = materials.two_files(folder, characters, KINDS[kind])[0]
        series = _series(programs.sidelight([file], 0), key)
        length, label = file.stat().st_size, f"{size} of {kind}"
        rows[label] = [value / _MIB for value in (series[0], series[len(series) // 4], max(series))]
        times = (max(series) - empty) / length
        claims.append(Claim(f"{label}: above the empty app", times, _TIMES_FILE, "files"))
        growth = max(series) / series[len(series) // 4]
        claims.append(Claim(f"{label}: from a quarter on to the end", growth, _GROWTH))
    print("\nresident memory in MiB, one text open, paged through from start to end\n")
    for line in table(("at rest", "after a quarter", "at most"), rows):
        print(line)
    print(flush=True)
    yield from claims


def _resting(case: Case) -> int:
    with running(case.argv) as session:
        first_paint(case, session)
        return session.memory().resident


def _series(case: Case, key: str) -> list[int]:
    """Resident memory at rest and after every burst of keys, until the text is at its end."""
    with running(case.argv) as session:
        first_paint(case, session)
        series = [session.memory().resident]
        first = _burst(session, key)
        for _ in range(_MOST_BURSTS):
            series.append(session.memory().resident)
            if _burst(session, key) < first * _STILL:
                return series
    raise RuntimeError(f"{case.argv[-1]} does not come to an end by {key!r}")


def _burst(session: Session, key: str) -> int:
    """The bytes sent for a number of keys, each typed when the one before was answered.

    Fewer keys, where one of them is not answered any more.
    """
    size = 0
    for _ in range(_BURST):
        session.type(key)
        heard = session.listen(_NO_ANSWER, silence=0.02)
        if not heard:  # there is no further page
            break
        size += sum(len(piece.data) for piece in heard)
    session.pieces.clear()
    return size
