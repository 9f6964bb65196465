"""From keys to actions: counts, sequences, keys that wait for another, and remapping. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.actions import ACTIONS, Action, Context
from tui.key_habit import KeyHabit

if TYPE_CHECKING:
    from tui.foreign_keys import Foreign

Keys = tuple[str, ...]
"""Keys pressed one after the other."""

_NOTHING: Mapping[str, str] = MappingProxyType({})
_COUNT_LIMIT = 9_999_999
_MOST_TIMES = 500
_FALLBACK: Mapping[Context, tuple[Context, ...]] = {
    "reading": ("reading",),
    "selecting": ("selecting", "reading"),
    "list": ("list", "reading"),
    "results": ("results", "list", "reading"),
    "searches": ("searches", "results", "list", "reading"),
    "review": ("review", "list", "reading"),
    "changed": ("changed", "list", "reading"),
    "conflicts": ("conflicts", "list", "reading"),
    "agreement": ("agreement", "list", "reading"),
    "concordance": ("concordance", "list", "reading"),
    "echoes": ("echoes", "list", "reading"),
    "library": ("library", "list", "reading"),
    "outline": ("outline", "list", "reading"),
    "annotations": ("annotations", "list", "reading"),
    "moving": ("moving", "reading"),
    "placing": ("placing", "selecting", "reading"),
}


def fallback(context: Context) -> tuple[Context, ...]:
    """Where a key is looked for, first in ``context`` itself."""
    return _FALLBACK[context]


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


class Follower(NamedTuple):
    """A key that may come next in a sequence, and the actions it leads to, the first one first."""

    key: str
    actions: tuple[Action, ...]


class Keymap:
    """Which keys do what in which context.

    A key is written as in a configuration file; a sequence of keys has one space between them:
    ``ctrl+w v``. ``remapped`` gives actions other keys than their own, as the configuration file
    does; an action without keys is reached from the palette alone. Where two keys of a context
    are the same, or one begins the other, the one that was given by ``remapped`` counts, and then
    the one that stands first in the table.
    """

    def __init__(
        self,
        remapped: Mapping[str, Sequence[str]] | None = None,
        actions: Iterable[Action] = ACTIONS,
    ) -> None:
        remapped = remapped or {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._actions: dict[Context, dict[Keys, Action]] = {place: {} for place in _FALLBACK}
        self._begun: dict[Context, set[Keys]] = {place: set() for place in _FALLBACK}
        usual = []
        for action in actions:
            if action.id in remapped:
                self._bind(action, remapped[action.id])
            else:
                usual.append(action)
        for action in usual:
            self._bind(action, action.keys)

    def _bind(self, action: Action, keys: Iterable[str]) -> None:
        here, begun, bound = self._actions[action.context], self._begun[action.context], []
        for key in keys:
            sequence = tuple(key.split(" "))
            parts = [sequence[:length] for length in range(1, len(sequence))]
            if sequence in here or sequence in begun or any(part in here for part in parts):
                continue
            here[sequence] = action
            begun.update(parts)
            bound.append(key)
        self._keys[action.id] = tuple(bound)

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys that an action has, the first one first; a sequence has spaces in it."""
        return self._keys[action_id]

    def action(self, context: Context, keys: str) -> Action | None:
        """What a key, or a sequence written with spaces, does in ``context``."""
        return self.look_up(context, tuple(keys.split(" ")))[0]

    def look_up(self, context: Context, typed: Keys) -> tuple[Action | None, bool]:
        """What the keys typed do in ``context``, and whether they begin a longer sequence.

        Only one of the two is ever so: keys that do something are not waited on.
        """
        for place in fallback(context):
            found = self._actions[place].get(typed)
            if found is not None:
                return found, False
            if typed in self._begun[place]:
                return None, True
        return None, False

    def followers(self, context: Context, typed: Keys) -> tuple[Follower, ...]:
        """The keys that may come after those typed, those of a panel before those of the text."""
        keys = dict.fromkeys(
            sequence[len(typed)]
            for place in _FALLBACK[context]
            for sequence in self._actions[place]
            if len(sequence) > len(typed) and sequence[: len(typed)] == typed
        )
        return tuple(Follower(key, self._leads_to(context, (*typed, key))) for key in keys)

    def _leads_to(self, context: Context, typed: Keys) -> tuple[Action, ...]:
        action, _ = self.look_up(context, typed)
        if action is not None:
            return (action,)
        return tuple(one for next_ in self.followers(context, typed) for one in next_.actions)


class KeyReader:
    """Makes commands of keys: digits count, sequences are waited for, and so is a key that an
    action asks for.

    At any time at most one of ``pending`` (the keys of a sequence begun) and ``waiting`` (a
    command that wants one key more) holds something.
    """

    def __init__(
        self,
        keymap: Keymap,
        foreign: Foreign | None = None,
        langmap: Mapping[str, str] = _NOTHING,
    ) -> None:
        """``foreign`` is asked which key is meant by one without a meaning.

        ``langmap`` gives keys that stand for others whatever they mean.
        """
        self.keymap = keymap
        self.unknown = ""
        """The keys that ended with the last one and mean nothing; empty where they do."""
        self._habit = KeyHabit()
        self._foreign = foreign
        self._langmap = langmap
        self._count = ""
        self._pending: Keys = ()
        self._context: Context = "reading"
        self._waiting: Command | None = None

    def named(self, action_id: str) -> str:
        """The key of an action to tell the reader of, of the kind they use; empty without keys."""
        return self._habit.choose(self.keymap.keys(action_id))

    @property
    def waiting(self) -> Command | None:
        """The command that waits for a key, if one does."""
        return self._waiting

    @property
    def pending(self) -> Keys:
        """The keys of a sequence that was begun and not ended."""
        return self._pending

    @property
    def typed(self) -> str:
        """The digits and the keys of a sequence typed so far, for the status line."""
        return " ".join((self._count, *self._pending)).strip()

    def wait_for(self, command: Command) -> None:
        """Takes a command that was chosen otherwise, and waits for its key."""
        self.clear()
        self._waiting = command

    def clear(self) -> bool:
        """Forgets what was begun; whether there was anything."""
        had = bool(self._count or self._pending) or self._waiting is not None
        self._count, self._pending, self._waiting = "", (), None
        return had

    @property
    def followers(self) -> tuple[Follower, ...]:
        """What may follow the sequence begun; nothing where none is."""
        return self.keymap.followers(self._context, self._pending) if self._pending else ()

    def feed(self, key: str, context: Context) -> Command | None:
        """The command that ``key`` completes; None where more is needed or nothing is bound.

        ``key`` is the character typed, or the name of a key without one.
        """
        self.unknown = ""
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            return None if key == "escape" else Command(waiting.action, waiting.count, key)
        if key == "escape" and self.clear():
            return None
        for meant in self._readings(key):
            typed = (*self._pending, meant)
            action, goes_on = self.keymap.look_up(context, typed)
            if action is not None:
                return self._begin(action, typed)
            if goes_on:
                self._pending, self._context = typed, context
                return None
            if not self._pending and self._counts(meant):
                self._count = str(min(int(self._count + meant), _COUNT_LIMIT))
                return None
        self.unknown = " ".join((*self._pending, key))
        self.clear()
        return None

    def latin(self, key: str) -> str:
        """The key that another script's character stands on; empty where it is not known."""
        if key in self._langmap or self._foreign is None:
            return self._langmap.get(key, "")
        return self._foreign.key(key)

    @property
    def advice(self) -> str:
        """What to do about the key that meant nothing, if its keyboard is the reason."""
        return self._foreign.advice(self.unknown.split(" ")[-1]) if self._foreign else ""

    def _readings(self, key: str) -> Iterator[str]:
        """What a key may mean, the likeliest first: itself, or the key it stands on.

        Who holds ctrl down into the second key of a sequence means that key alone.
        """
        key = self._langmap.get(key, key)
        yield key
        if self._pending and key.startswith("ctrl+"):
            yield key.removeprefix("ctrl+")
        if self._foreign is not None and (key := self._foreign.key(key)):
            yield key
            if self._pending and key.startswith("ctrl+"):
                yield key.removeprefix("ctrl+")

    def _counts(self, key: str) -> bool:
        return key.isdecimal() and key.isascii() and (bool(self._count) or key != "0")

    def _begin(self, action: Action, typed: Keys) -> Command | None:
        count = int(self._count) if self._count else None
        self.clear()
        self._habit.notice(" ".join(typed), self.keymap.keys(action.id))
        command = Command(action, count, " ".join(typed) if action.takes == "itself" else "")
        if action.takes and action.takes != "itself":
            self._waiting = command
            return None
        return command
