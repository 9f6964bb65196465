"""How soon a key is answered while two texts are being prepared for linking, and while not.

The same program, on the same texts, by turns: linking is switched on, keys are pressed while the
texts are prepared, and it is switched off again, which drops what was prepared.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from benchmarks.claims import Claim
from benchmarks.reading.materials import two_files
from benchmarks.reading.programs import SIDELIGHT
from benchmarks.session import Session, running

_LINK = "L"
"""Links by content; once more by proportion, and once more not at all."""

_KEY = "j"
_APART = 0.03, 0.08
"""Seconds from one key to the next, at least and at most."""

_ANSWER = 100
"""Bytes that the answer to a key has at least; what the status line tells meanwhile has fewer."""

_STARTED, _QUIET = 20.0, 3.0
_MEDIAN_CLAIM, _P99_CLAIM, _OR = 1.1, 1.1, 0.5
"""Ratios to the key that is answered while nothing is prepared; or milliseconds more."""


def measure(size: int, rounds: int, keys: int) -> Iterator[Claim]:
    """Measures on two texts of ``size`` bytes, prints both, and gives what is claimed."""
    plain: list[float] = []
    busy: list[float] = []
    with tempfile.TemporaryDirectory(prefix="sidelight-texts-") as folder:
        files = two_files(Path(folder), size)
        with running([SIDELIGHT, *map(str, files)]) as session:
            session.type(_KEY)
            session.listen(_STARTED, silence=_QUIET)
            for number in range(rounds + 1):
                chance = random.Random(number)
                without = list(_answers(session, keys, chance))
                session.type(_LINK)
                meanwhile = list(_answers(session, keys, chance))
                _unlink(session)
                if number:  # the first round warms up
                    plain += without
                    busy += meanwhile
    print(f"\na key's answer, two texts of {size / 1e6:.0f} MB, {len(plain)} keys each")
    for name, times in (("nothing prepared", plain), ("while they are prepared", busy)):
        print(f"{name:24} median {median(times):.2f} ms  99 % {_p99(times):.2f} ms")
    yield _claim("the median", median(busy), median(plain), _MEDIAN_CLAIM)
    yield _claim("the 99th percentile", _p99(busy), _p99(plain), _P99_CLAIM)


def _answers(session: Session, keys: int, chance: random.Random) -> Iterator[float]:
    """Milliseconds until each key was answered."""
    for _ in range(keys):
        typed = session.type(_KEY)
        end = typed + chance.uniform(*_APART)
        answered: float | None = None
        while answered is None or time.perf_counter() < end:
            for piece in session.listen(max(0.001, end - time.perf_counter()), silence=0.0):
                if answered is None and len(piece.data) >= _ANSWER:
                    answered = piece.moment
            if time.perf_counter() > end + 2.0:
                raise TimeoutError(f"no answer to {_KEY!r}")
        yield (answered - typed) * 1e3


def _unlink(session: Session) -> None:
    for _ in range(2):
        session.type(_LINK)
        session.listen(2.0, silence=0.3)


def _p99(times: Sequence[float]) -> float:
    return quantiles(times, n=100)[98]


def _claim(label: str, busy: float, plain: float, limit: float) -> Claim:
    """What is claimed as a ratio; of short times as much more as cannot be felt."""
    return Claim(f"{label}, to that of nothing prepared", busy / plain, max(limit, 1 + _OR / plain))
