"""The list of all keys: what it holds, how it is narrowed and set in columns. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.actions import ACTIONS, Action, Context
from tui.keys import Keymap, fallback

_ROOM_FOR_KEYS = 17
"""Columns that the keys of an action take at most where many stand beside each other."""


class Entry(NamedTuple):
    """One thing that can be done: its keys, the usual one first, what it does, where it belongs.

    ``id`` is the action's, or empty for what is no action.
    """

    keys: tuple[str, ...]
    title: str
    group: str
    id: str = ""

    @property
    def shown(self) -> str:
        """All of its keys."""
        return "  ".join(self.keys) or "—"

    @property
    def briefly(self) -> str:
        """As many of its keys as there is room for beside others."""
        most = len(self.keys)
        while most > 1 and len("  ".join(self.keys[:most])) > _ROOM_FOR_KEYS:
            most -= 1
        return "  ".join(self.keys[:most]) or "—"


Cell = Entry | str | None
"""A place in a column: an entry, the name of a group, or nothing."""

_MORE: Mapping[str, Sequence[tuple[str, str]]] = {
    "Counts and the mouse": (
        ("5 j", "Five times"),
        ("click", "Go to the sentence"),
        ("drag", "Select words"),
        ("wheel", "Scroll"),
    ),
    "In the echoes": (
        ("14 ≠ 17", "14 here, 17 there"),
        ("only here", "Only the sentence has it"),
        ("only there", "Only the echo has it"),
        ("– ≠ not", "Only the echo denies"),
        ("85%  copy", "How sure; word for word"),
        ("⇄", "How the two are linked"),
        ("t e a", "The sentence’s marks"),
        ("y", "Copies the echo"),
    ),
    "In a note": (
        ("enter", "Keep it"),
        ("ctrl+j", "New line"),
        ("escape", "Leave it as it was"),
    ),
    "In a query": (
        ("two words", "Both, in any place"),
        ('"two words"', "As written"),
        ("a OR b  -c", "Either; without"),
        ("inv*", "Words that begin so"),
        ("tag: note:", "In annotations"),
        ("status: doc:", "By status; by document"),
    ),
}


def key_list(keymap: Keymap, context: Context = "reading") -> list[Entry]:
    """Everything that has keys, group by group in the order of the table of actions.

    What does something in ``context`` alone stands before all that goes everywhere.
    """
    groups: dict[str, list[Entry]] = {}
    places = [one for one in fallback(context) if one != "reading"]
    for one in sorted(ACTIONS, key=lambda each: _rank(places, each.context)):
        entry = Entry(_keys(keymap, one), one.title, one.group, one.id)
        groups.setdefault(one.group, []).append(entry)
    for group, others in _MORE.items():
        more = [Entry((keys,), title, group) for keys, title in others]
        groups[group] = [*groups.get(group, ()), *more]
    return [entry for entries in groups.values() for entry in entries]


def _rank(places: Sequence[Context], context: Context) -> int:
    return places.index(context) if context in places else len(places)


def _keys(keymap: Keymap, action: Action) -> tuple[str, ...]:
    keys = keymap.keys(action.id)
    if action.takes == "itself" and len(keys) > 1:
        return (f"{keys[0]} … {keys[-1]}",)
    return tuple(f"{key} …" if action.takes else key for key in keys)


def narrowed(entries: Sequence[Entry], words: str) -> list[Entry]:
    """The entries that hold each of these words in a title, a group, an id, or as a key.

    Those with one of the words as a whole key stand first.
    """
    wanted = words.casefold().split()
    found = [one for one in entries if all(word in _described(one) for word in wanted)]
    return sorted(found, key=lambda one: not set(words.split()) & set(" ".join(one.keys).split()))


def _described(entry: Entry) -> str:
    return f"{entry.title} {entry.group} {entry.id} {entry.shown}".casefold()


def in_columns(entries: Sequence[Entry], columns: int) -> list[list[Cell]]:
    """The entries under the names of their groups, in so many columns, as rows.

    A group stays together in one column.
    """
    blocks: dict[str, list[Cell]] = {}
    for entry in entries:
        blocks.setdefault(entry.group, [entry.group]).append(entry)
    height = sum(len(block) + 1 for block in blocks.values()) / columns
    stacks: list[list[Cell]] = [[]]
    for block in blocks.values():
        if len(stacks[-1]) + len(block) / 2 > height and len(stacks) < columns:
            stacks.append([])
        stacks[-1] += [*block, None]
    return [
        [stack[number] if number < len(stack) else None for stack in stacks]
        for number in range(max(map(len, stacks)))
    ]
