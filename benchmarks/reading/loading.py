"""How soon keys are answered while 10,000 annotations are being read, and where there are none."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from benchmarks.claims import Claim
from benchmarks.reading.programs import SIDELIGHT
from benchmarks.session import Session, running

_KEYS = "j", "k"
_APART = 0.02, 0.06
"""Seconds from one key to the next, at least and at most."""

_ANSWER = 100
"""Bytes that the answer to a key has at least."""

_WHILE, _PATIENCE = 1.2, 5.0
"""Seconds that loading takes at least, and that a key is waited for."""

_RATIO, _OR = 1.5, 5.0
"""How much slower the 90th percentile may be while all is read; or milliseconds more."""


def measure(files: Sequence[Path], unmarked: Sequence[Path], rounds: int) -> list[Claim]:
    """Measures on ``files``, the first full of marks, and on others; gives what is claimed."""
    times: dict[str, list[float]] = {"no annotations": [], "10,000 annotations": []}
    for number in range(rounds + 1):
        for name, texts in zip(times, (unmarked, files), strict=True):
            with running([SIDELIGHT, *map(str, texts)]) as session:
                session.listen(_PATIENCE, silence=0.05)
                answers = list(_answers(session, random.Random(number)))
            if number:  # the first round warms up
                times[name] += answers
    print("\na key's answer in the first seconds, while annotations are read")
    for name, some in times.items():
        figures = f"median {median(some):.1f} ms  90 % {_p90(some):.1f} ms"
        print(f"{name:20} {figures}  longest {max(some):.1f} ms")
    plain, marked = map(_p90, times.values())
    most = max(_RATIO, 1 + _OR / plain)
    return [Claim("keys while annotations are read, 90 %, to those without", marked / plain, most)]


def _answers(session: Session, chance: random.Random) -> Iterator[float]:
    """Milliseconds until each key was answered, for so long as loading takes."""
    end = time.perf_counter() + _WHILE
    number = 0
    while time.perf_counter() < end:
        typed = session.type(_KEYS[number % 2])
        number += 1
        following = typed + chance.uniform(*_APART)
        answered: float | None = None
        while answered is None or time.perf_counter() < following:
            for piece in session.listen(max(0.001, following - time.perf_counter()), silence=0.0):
                if answered is None and len(piece.data) >= _ANSWER:
                    answered = piece.moment
            if time.perf_counter() > typed + _PATIENCE:
                raise TimeoutError("no answer to a key")
        yield (answered - typed) * 1e3


def _p90(times: Sequence[float]) -> float:
    return quantiles(times, n=10)[8]
