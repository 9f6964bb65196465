"""Idling: what of the processor a program uses while nobody touches it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from benchmarks.claims import Claim
from benchmarks.reading import programs
from benchmarks.session import Session, running
from benchmarks.table import Cell, table
from benchmarks.terminal_timing import Case, NotAnsweredError, first_paint

_SHARE_LIMIT = 1.0
"""Per cent of a processor; more than an empty app may use, because files are looked at."""
_MOST_SETTLING, _BUSY = 60, 0.05
"""Seconds that a program may still work after its first paint; what of each second is no idling."""


def measure(cases: Sequence[Case], seconds: float) -> Iterator[Claim]:
    """Lets all programs stand open at once, prints what they used and gives the claim."""
    with ExitStack() as stack:
        sessions: dict[str, Session | str] = {case.name: _opened(case, stack) for case in cases}
        for session in sessions.values():
            _settle(session)
        used = {name: -_seconds(session) for name, session in sessions.items()}
        for session in sessions.values():
            if isinstance(session, Session):
                session.listen(seconds / len(sessions), silence=seconds)
        for name, session in sessions.items():
            used[name] += _seconds(session)
    cells: list[Cell] = [
        session if isinstance(session, str) else used[name] * 1e3
        for name, session in sessions.items()
    ]
    print(f"\nprocessor time while idle for {seconds:.0f} s\n")
    for line in table(list(sessions), {"milliseconds": cells}):
        print(line)
    print(flush=True)
    share = used[programs.OURS] / seconds * 100
    yield Claim("share of a processor while idle", share, _SHARE_LIMIT, "%")


def _opened(case: Case, stack: ExitStack) -> Session | str:
    session = stack.enter_context(running(case.argv))
    try:
        first_paint(case, session)
    except NotAnsweredError as failure:
        if not case.peer:
            raise
        return failure.brief
    return session


def _settle(session: Session | str) -> None:
    """Waits until what a program does in the background after its start is done."""
    if isinstance(session, str):
        return
    for _ in range(_MOST_SETTLING):
        before = _seconds(session)
        session.listen(1.0, silence=1.0)
        if _seconds(session) - before < _BUSY:
            return


def _seconds(session: Session | str) -> float:
    return session.processor_seconds() if isinstance(session, Session) else 0.0
