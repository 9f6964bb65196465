"""How soon keys are answered while 10,000 annotations are being read, and afterwards."""

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

_WHILE, _QUIET, _PATIENCE = 1.2, 3.0, 5.0
"""Seconds that loading takes at least; of silence after it; and that a key is waited for."""

_RATIO, _OR = 1.5, 5.0
"""How much slower the 90th percentile may be while all is read; or milliseconds more."""


def measure(files: Sequence[Path], rounds: int) -> list[Claim]:
    """Measures on ``files``, the first full of marks, prints, and gives what is claimed."""
    meanwhile: list[float] = []
    later: list[float] = []
    for number in range(rounds + 1):
        chance = random.Random(number)
        with running([SIDELIGHT, *map(str, files)]) as session:
            session.listen(_PATIENCE, silence=0.05)
            first = list(_answers(session, chance))
            session.listen(_QUIET, silence=1.0)
            second = list(_answers(session, chance))
        if number:  # the first round warms up
            meanwhile += first
            later += second
    print(f"\na key's answer among 10,000 annotations, {len(later)} keys each")
    for name, times in (("all is read", later), ("while they are read", meanwhile)):
        print(
            f"{name:20} median {median(times):.1f} ms  90 % {_p90(times):.1f} ms"
            f"  longest {max(times):.1f} ms"
        )
    ratio, most = _p90(meanwhile) / _p90(later), max(_RATIO, 1 + _OR / _p90(later))
    return [Claim("keys while annotations are read, 90 %, to those afterwards", ratio, most)]


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
