"""What is done to annotations here, so that what is read from disk meanwhile is known for stale."""

from __future__ import annotations

from collections.abc import Mapping


class Doings:
    """How often the annotations of each document were changed in memory, and written to disk.

    What was read from disk holds only where neither came in between: a change that came to disk
    after the reading is not in it, though nothing waits to be saved any more.
    """

    def __init__(self) -> None:
        self._edits: dict[str, int] = {}
        self._writes: dict[str, int] = {}
        self._files: dict[str, Mapping[str, object]] = {}

    def edit(self, path: str) -> None:
        """Counts a change in memory; in the screen's thread."""
        self._edits[path] = self._edits.get(path, 0) + 1

    def write(self, path: str, files: Mapping[str, object]) -> None:
        """Counts a save; in the saver's thread, while what was saved still counts as unsaved.

        ``files`` are the annotation files written, as they are now.
        """
        self._files[path] = files
        self._writes[path] = self._writes.get(path, 0) + 1

    def written(self, path: str) -> Mapping[str, object]:
        """The annotation files of a document as they were when they were written here last."""
        return self._files.get(path, {})

    def count(self, path: str) -> int:
        """How much was done to the annotations of a document."""
        return self._edits.get(path, 0) + self._writes.get(path, 0)

    def counts(self) -> dict[str, int]:
        """As ``count``, of all documents to which anything was done; in whatever thread."""
        return {path: self.count(path) for path in {**self._edits, **self._writes}}
