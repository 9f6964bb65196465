"""From keys to actions: counts, keys that wait for another, and remapping. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.actions import ACTIONS, Action, Context

_COUNT_LIMIT = 9_999_999
_MOST_TIMES = 500
_FALLBACK: Mapping[Context, tuple[Context, ...]] = {
    "reading": ("reading",),
    "selecting": ("selecting", "reading"),
    "list": ("list", "reading"),
    "results": ("results", "list", "reading"),
    "review": ("review", "list", "reading"),
    "library": ("library", "list", "reading"),
    "outline": ("outline", "list", "reading"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """An action to carry out, with the count typed before it and the key typed after it."""

    action: Action
    count: int | None = None
    argument: str = ""

    @property
    def times(self) -> int:
        """How often to do it: the count, or one; never so often that the screen would stand."""
        return 1 if self.count is None else min(self.count, _MOST_TIMES)


class Keymap:
    """Which key does what in which context.

    ``remapped`` gives actions other keys than their own, as the configuration file does; an
    action without keys is reached from the palette alone.
    """

    def __init__(
        self,
        remapped: Mapping[str, Sequence[str]] | None = None,
        actions: Iterable[Action] = ACTIONS,
    ) -> None:
        self._keys: dict[str, tuple[str, ...]] = {}
        self._actions: dict[tuple[Context, str], Action] = {}
        for action in actions:
            keys = tuple((remapped or {}).get(action.id, action.keys))
            self._keys[action.id] = keys
            for key in keys:
                self._actions[action.context, key] = action

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys of an action, the first one first."""
        return self._keys[action_id]

    def action(self, context: Context, key: str) -> Action | None:
        """What ``key`` does in ``context``."""
        for place in _FALLBACK[context]:
            found = self._actions.get((place, key))
            if found is not None:
                return found
        return None


class KeyReader:
    """Makes commands of keys: digits count, and some actions wait for one key more."""

    def __init__(self, keymap: Keymap) -> None:
        self.keymap = keymap
        self._count = ""
        self._waiting: Command | None = None

    @property
    def waiting(self) -> Command | None:
        """The command that waits for a key, if one does."""
        return self._waiting

    @property
    def typed(self) -> str:
        """The digits typed so far, for the status line."""
        return self._count

    def wait_for(self, command: Command) -> None:
        """Takes a command that was chosen otherwise, and waits for its key."""
        self._count, self._waiting = "", command

    def clear(self) -> bool:
        """Forgets what was begun; whether there was anything."""
        had = bool(self._count) or self._waiting is not None
        self._count, self._waiting = "", None
        return had

    def feed(self, key: str, context: Context) -> Command | None:
        """The command that ``key`` completes; None where more is needed or nothing is bound.

        ``key`` is the character typed, or the name of a key without one.
        """
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            return None if key == "escape" else Command(waiting.action, waiting.count, key)
        action = self.keymap.action(context, key)
        if action is None and key.isdecimal() and key.isascii() and (self._count or key != "0"):
            self._count = str(min(int(self._count + key), _COUNT_LIMIT))
            return None
        if key == "escape" and self.clear():
            return None
        count = int(self._count) if self._count else None
        self._count = ""
        if action is None:
            return None
        command = Command(action, count, key if action.takes == "itself" else "")
        if action.takes and action.takes != "itself":
            self._waiting = command
            return None
        return command
