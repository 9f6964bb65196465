"""Figures of several runs of one program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median, quantiles

from benchmarks.terminal_timing import KeyTiming, Timing

Runs = Sequence[Timing]
Figure = Callable[[Runs], float | None]

_ENOUGH_FOR_P99 = 100
"""Key presses below which a 99th percentile would be no more than the worst one."""


def paint(runs: Runs) -> float | None:
    """The median first paint, in milliseconds."""
    return median(run.paint for run in runs) * 1e3 if runs else None


def resident(runs: Runs) -> float | None:
    """The median resident memory, in MiB, of the runs in which it was looked at."""
    taken = [run.memory.resident for run in runs if run.memory.resident]
    return median(taken) / 2**20 if taken else None


def first_byte(gesture: str) -> Figure:
    """The median until a key's first byte, in milliseconds."""
    return lambda runs: _percentile(_presses(runs, gesture, lambda key: key.first * 1e3), 50)


def settled(gesture: str, percentile: int = 50) -> Figure:
    """That percentile of the milliseconds until a key has settled."""
    return lambda runs: _percentile(
        _presses(runs, gesture, lambda key: key.settled * 1e3), percentile
    )


def sent(gesture: str, percentile: int = 50) -> Figure:
    """That percentile of the bytes sent for a key."""
    return lambda runs: _percentile(
        _presses(runs, gesture, lambda key: float(key.size)), percentile
    )


def child_share(gesture: str) -> Figure:
    """The least share of a processor, in per cent, that child processes had in any run."""
    return lambda runs: min((run.child[gesture] * 100 for run in runs), default=None)


def ratio(value: float | None, base: float | None) -> float | None:
    """One figure to another, where both were taken."""
    return None if value is None or not base else value / base


def _presses(runs: Runs, gesture: str, measure: Callable[[KeyTiming], float]) -> list[float]:
    return [measure(key) for run in runs for key in run.keys.get(gesture, ())]


def _percentile(values: list[float], percentile: int) -> float | None:
    if len(values) < 2 or (percentile == 99 and len(values) < _ENOUGH_FOR_P99):
        return None
    return quantiles(values, n=100, method="inclusive")[percentile - 1]
