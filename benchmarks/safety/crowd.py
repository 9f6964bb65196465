"""Two processes that add annotations to one document at once."""

from __future__ import annotations

from annotations.store import Store
from benchmarks.safety.children import Acknowledge, child
from benchmarks.safety.workbench import AUTHOR, PATH, add, workbench
from documents.workspace import Workspace

EACH = 300


def crowded() -> int:
    """How many annotations are there when two processes have added ``EACH``."""
    with workbench() as workspace:
        processes = [child(lambda say: _add_all(workspace, say)) for _ in range(2)]
        for process in processes:
            process.rest()
        return len(Store(workspace).read(AUTHOR, PATH).annotations)


def _add_all(workspace: Workspace, acknowledge: Acknowledge) -> None:
    store, document = Store(workspace), workspace.read(PATH)
    for number in range(EACH):
        acknowledge(add(store, document, number))
