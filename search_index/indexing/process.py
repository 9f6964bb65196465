"""The child process that keeps the index up to date, so that the screen need not share its time.

``python -P -m search_index.indexing.process ROOT [DOCUMENT…]`` prints a line of JSON
for its progress, and ends when it is done, or when nobody reads its lines any more.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
import time
from pathlib import Path

from annotations.store import Store
from documents.settings import load_settings
from documents.workspace import Workspace
from search_index.engine import Progress
from search_index.indexing.updating import update_index

_PAUSE = 0.1  # seconds between lines
_NICENESS = 10
_MANY = 100_000
"""Objects made before the collector looks at them: an index is made of millions that all stay."""


class _Lines:
    """Prints progress, not too often; raises BrokenPipeError when nobody reads it."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now >= self._next or progress.done == progress.total:
            self._next = now + _PAUSE
            _print(progress)


def _print(progress: Progress) -> None:
    print(json.dumps(progress._asdict()), flush=True)


def main(arguments: list[str]) -> int:
    """Brings the index of the workspace at the first argument up to date."""
    root, only = Path(arguments[0]), frozenset(arguments[1:]) or None
    with contextlib.suppress(OSError):
        os.nice(_NICENESS)
    gc.set_threshold(_MANY)
    workspace = Workspace(root, load_settings(root), only)
    try:
        summary = update_index(workspace, Store(workspace), progress=_Lines())
        if summary.problem:
            _print(Progress(0, 0, "", summary.problem))
    except BrokenPipeError:
        # Python would flush once more as it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
