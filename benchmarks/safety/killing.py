"""Processes killed while they add annotations, at random moments."""

from __future__ import annotations

import random
import time

from annotations.store import Store
from benchmarks.safety.children import Acknowledge, child
from benchmarks.safety.workbench import PATH, Harm, add, harm, workbench
from documents.workspace import Workspace

_A_WORKSPACE = 50
"""Kills in one workspace, before its file gets long and the next one is begun."""
_LONGEST = 0.02  # seconds before a kill: some saves


def killed(kills: int, seed: int = 7) -> Harm:
    """What so many kills have done."""
    moments = random.Random(seed)
    total = Harm()
    while kills > 0:
        with workbench() as workspace:
            total += _killed_in(workspace, min(kills, _A_WORKSPACE), moments)
        kills -= _A_WORKSPACE
    return total


def _killed_in(workspace: Workspace, kills: int, moments: random.Random) -> Harm:
    acknowledged: set[str] = set()
    total = Harm()
    for _ in range(kills):
        process = child(lambda acknowledge: _keep_adding(workspace, acknowledge))
        if moments.random() < 0.8:  # of the others some are killed in their first save
            acknowledged.add(process.next_id())
        time.sleep(moments.uniform(0, _LONGEST))
        process.kill()
        acknowledged |= process.rest().ids
        acknowledged.discard("")
        total += harm(workspace, acknowledged)
    return total


def _keep_adding(workspace: Workspace, acknowledge: Acknowledge) -> None:
    store, document = Store(workspace), workspace.read(PATH)
    number = 0
    while True:
        acknowledge(add(store, document, number))
        number += 1
