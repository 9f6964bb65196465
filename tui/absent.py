"""Documents that are not where they were marked: found again by another name, or gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.collection import FoundAgain


class Absent:
    """What was found out of documents whose names are gone.

    Safe to ask in one thread while another tells it more.
    """

    def __init__(self) -> None:
        self._found: Mapping[str, FoundAgain] = {}
        self.lost: frozenset[str] = frozenset()
        """The names of those whose marks wait under them, for nowhere to go."""

    def take(
        self,
        found: Mapping[str, FoundAgain],
        lost: Iterable[str],
        looked_at: Collection[str] | None,
    ) -> None:
        """Takes what was found when these paths were ``looked_at``, or all where None."""
        kept: dict[str, FoundAgain] = {}
        others: set[str] = set()
        if looked_at is not None:
            kept = {path: one for path, one in self._found.items() if path not in looked_at}
            others = {path for path in self.lost if path not in looked_at}
        self._found = {**kept, **found}
        self.lost = frozenset(others.union(lost))

    def back(self, paths: Iterable[str]) -> list[str]:
        """Those of the paths that were lost, and are not any more from now on."""
        found = [path for path in paths if path in self.lost]
        self.lost = self.lost.difference(found) if found else self.lost
        return found

    @property
    def names(self) -> Collection[str]:
        """All the names that are gone."""
        return {*self._found, *self.lost}

    def sure(self, path: str) -> str:
        """Where the very text is that was at ``path``; that path where nothing is known of it."""
        one = self._found.get(path)
        return one.path if one is not None and one.sure else path

    def like(self, path: str) -> str:
        """The document that what was at ``path`` may have become; empty if none is much like it."""
        one = self._found.get(path)
        return one.path if one is not None and not one.sure else ""

    def away(self, path: str) -> bool:
        """Whether what was marked at ``path`` has no place: its text is surely nowhere else."""
        return path in self.lost or bool(self.like(path))

    def related(self, paths: Iterable[str]) -> tuple[str, ...]:
        """The paths, and with them those by which the same documents went, or go now.

        What was marked under any of these may stand under another: they are looked at together.
        """
        found = self._found
        related = dict.fromkeys(paths)
        todo = list(related) if found else []
        while todo:
            path = todo.pop()
            now = [found[path].path] if path in found else []
            before = [old for old, one in found.items() if one.path == path]
            fresh = [one for one in (*now, *before) if one not in related]
            related.update(dict.fromkeys(fresh))
            todo += fresh
        return tuple(related)
