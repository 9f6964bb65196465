"""How long ten thousand annotations of one document take to read, and one of them to save."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import NamedTuple

from annotations.model import Change
from annotations.store import Store
from benchmarks.safety.workbench import AUTHOR, PATH, add, fresh, workbench

COUNT = 10_000
_LINES = 20_000
_TIMES = 5


class Times(NamedTuple):
    """Processor seconds, medians: waiting for a disk does not count."""

    read: float
    save: float


def times() -> Times:
    """Measures on a document of about a megabyte."""
    text = "".join(f"Sentence number {n} of the long text stands here.\n\n" for n in range(_LINES))
    with workbench(text=text) as workspace:
        store, document = Store(workspace), workspace.read(PATH)
        changes = [Change(None, fresh(document, number)) for number in range(COUNT)]
        store.apply(AUTHOR, document, changes)
        read = _median(lambda: Store(workspace).read(AUTHOR, PATH))
        numbers = iter(range(COUNT, COUNT + _TIMES))
        return Times(read, _median(lambda: add(store, document, next(numbers))))


def _median(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(_TIMES):
        before = time.process_time()
        work()
        taken.append(time.process_time() - before)
    return median(taken)
