"""A disk of 64 KB that is full: ``python -m benchmarks.safety.small_disk``, where one may mount.

Adds annotations until there is no room, frees some, and goes on. Prints what came of it as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from annotations.errors import SaveFailed
from annotations.store import Store
from benchmarks.safety.workbench import PATH, Harm, add, harm, temporary, workbench
from documents.workspace import Workspace

SIZE = 64  # KB
_FILLER = 12 * 1024  # bytes
_MOST = 1000


class Filled(NamedTuple):
    """What was saved before the disk was full, and after some room was made; and the harm."""

    before: int
    after: int
    harm: Harm


def filled() -> Filled | None:
    """Runs it in a namespace of its own; None where one may not do that here."""
    command = ["unshare", "-rm", sys.executable, "-m", __name__]
    with suppress(OSError, ValueError):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        before, after, counts = json.loads(done.stdout)
        return Filled(before, after, Harm(*counts))
    return None


def _fill(workspace: Workspace) -> Filled:
    store, document = Store(workspace), workspace.read(PATH)
    filler = workspace.root / "filler.bin"
    filler.write_bytes(b"x" * _FILLER)
    acknowledged: set[str] = set()
    with suppress(SaveFailed):
        for number in range(_MOST):
            acknowledged.add(add(store, document, number))
    before, litter = len(acknowledged), len(temporary(workspace.root))
    with suppress(SaveFailed):  # once more, on the full disk
        acknowledged.add(add(store, document, 0))
    filler.unlink()
    found = harm(workspace, acknowledged)
    with suppress(SaveFailed):
        for number in range(_MOST):
            acknowledged.add(add(store, document, number))
    return Filled(before, len(acknowledged) - before, found + Harm(0, 0, litter))


def main() -> int:
    """Mounts the disk, fills it, and prints what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        size = f"size={SIZE}k"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", folder], check=True)
        try:
            with workbench(Path(folder, "workspace")) as workspace:
                print(json.dumps(_fill(workspace)))
        finally:
            subprocess.run(["umount", folder], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
