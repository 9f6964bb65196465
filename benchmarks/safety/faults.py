"""Each call into the system that one save makes is met by a kill, or fails.

The calls are met in Python, where the interpreter tells of each before it is made.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import product
from types import FrameType
from typing import Any, NamedTuple

from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.store import Store
from benchmarks.safety.children import Acknowledge, child
from benchmarks.safety.scenarios import CARRIED, FIRST, LATER, MOVED, Scenario
from benchmarks.safety.workbench import Harm, workbench
from documents.workspace import Workspace

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES)

Fault = Callable[[], None]

_SYSTEM = ("posix", "_io", "io", "fcntl")
_PURE = frozenset(("fspath", "fsdecode", "fsencode", "getpid", "urandom", "get_terminal_size"))


class Met(NamedTuple):
    """How many calls were met, and what came of it."""

    calls: int
    harm: Harm


def killed_at_each_call() -> Met:
    """Kills a save at each of its calls."""
    return _met_each([_kill_self])


def failing_at_each_call() -> Met:
    """Has each call of a save fail, with each of ``ERRORS``."""
    return _met_each([partial(_fail, number) for number in ERRORS])


def _kill_self() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fail(number: int) -> None:
    raise OSError(number, os.strerror(number))


def _met_each(faults: list[Fault]) -> Met:
    calls, total = 0, Harm()
    for scenario, fault in product((FIRST, LATER, MOVED, CARRIED), faults):
        number = 1
        while (done := _met(number, fault, scenario)) is not None:
            total += done
            calls, number = calls + 1, number + 1
    return Met(calls, total)


def _met(number: int, fault: Fault, scenario: Scenario) -> Harm | None:
    """What comes of a fault at the ``number``-th call; None where there is no such call."""
    with workbench() as workspace:
        before = scenario.prepare(workspace)
        said = child(lambda say: _save(workspace, number, fault, scenario, say)).rest().ids
        if _UNMET in said:
            return None
        return scenario.harm(workspace, before, said)


_UNMET = "unmet!!!"  # as long as an id


def _save(
    workspace: Workspace, number: int, fault: Fault, scenario: Scenario, acknowledge: Acknowledge
) -> None:
    store, document = Store(workspace), workspace.read(scenario.path)
    _ = document.digest
    meter = _Meter(number, fault)
    sys.setprofile(meter)
    identifier = ""
    with suppress(SaveFailed, UnreadableAnnotations, OSError):
        identifier = scenario.save(store, document)
    sys.setprofile(None)
    if not meter.is_met:
        acknowledge(_UNMET)
    elif identifier:
        acknowledge(identifier)


class _Meter:
    """Counts the calls into the system, and lets the fault happen at one of them."""

    def __init__(self, number: int, fault: Fault) -> None:
        self._left = number
        self._fault = fault
        self.is_met = False

    def __call__(self, frame: FrameType, event: str, called: Any) -> None:
        if event != "c_call" or called.__name__ in _PURE or self.is_met:
            return
        owner = (
            getattr(called, "__module__", None)
            or type(getattr(called, "__self__", None)).__module__
        )
        if owner not in _SYSTEM:
            return
        self._left -= 1
        if self._left == 0:
            self.is_met = True
            self._fault()
