"""Writing down notes that are being written, in a thread: no key waits for a state folder."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread

from annotations.drafts import Draft, remove_draft, write_draft


class DraftWriter:
    """Keeps the newest of each draft, or removes it, in the order asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._waiting: dict[str, Draft | None] = {}
        self._working = False
        self._changed = Condition()

    def write(self, draft: Draft) -> None:
        """Has a draft kept."""
        self._add(draft.name, draft)

    def remove(self, name: str) -> None:
        """Has a draft removed."""
        self._add(name, None)

    def flush(self) -> None:
        """Waits until everything asked for is done."""
        with self._changed:
            self._changed.wait_for(lambda: not self._working)

    def _add(self, name: str, draft: Draft | None) -> None:
        with self._changed:
            self._waiting[name] = draft
            if not self._working:
                self._working = True
                Thread(target=self._run, name="drafts").start()  # is waited for when all ends

    def _run(self) -> None:
        while True:
            with self._changed:
                if not self._waiting:
                    self._working = False
                    self._changed.notify_all()
                    return
                name = next(iter(self._waiting))
                draft = self._waiting.pop(name)
            with suppress(OSError):  # a folder that cannot be written is no reason to trouble them
                if draft is None:
                    remove_draft(self._root, name)
                else:
                    write_draft(self._root, draft)
