"""``[keys]`` in ``config.toml``: actions by their ids, each with the keys that replace its own.

Refused is what cannot be meant: an action or a key that does not exist, one key for two actions,
keys that hide others given here, nothing that leads to the command palette. Told, and obeyed, is
what may be meant: a key that few terminals send, one that takes an action's only key away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from documents.meant import nearest
from tui.actions import ACTIONS, Action
from tui.configuring.tables import Mistakes, Place, Table
from tui.key_names import canonical, same_as, seldom_sent, suggestion
from tui.keys import Keymap, Keys

_LONGEST = 5
_BY_ID = {action.id: action for action in ACTIONS}


class Given(NamedTuple):
    """One key given to an action: as it is written, where, and what it comes to."""

    action: Action
    written: str
    place: Place
    keys: Keys


def read_keys(table: Table) -> Mapping[str, tuple[str, ...]]:
    """The keys of the actions that have other keys than their own; puts every mistake down."""
    mistakes = table.mistakes
    remapped: dict[str, tuple[str, ...]] = {}
    given: list[Given] = []
    for place, value in _values(table.values, table.path):
        if mistakes.enough:
            break
        action = _action(place, mistakes)
        if action is not None:
            here = [*_given(action, place, value, mistakes)]
            remapped[action.id] = tuple(" ".join(one.keys) for one in here)
            given += here
    _refuse_clashes(given, mistakes)
    keymap = Keymap(remapped)
    _tell_what_is_seldom_sent(given, keymap, mistakes)
    _tell_what_is_lost(given, remapped, keymap, mistakes)
    _keep_a_way_to_the_palette(table, given, keymap)
    return MappingProxyType(remapped)


def _values(values: Mapping[str, Any], path: Place) -> Iterator[tuple[Place, object]]:
    """What is given to each action; an id may be written with its dots in quotes or without."""
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _values(value, (*path, name))
        else:
            yield (*path, name), value


def _action(place: Place, mistakes: Mistakes) -> Action | None:
    name = ".".join(map(str, place[1:]))
    if name not in _BY_ID:
        near = nearest(name, _BY_ID)
        mend = f'did you mean "{near}"?' if near else "the command palette lists them"
        mistakes.refuse_key(place, f'no action is called "{name}"; {mend}')
    return _BY_ID.get(name)


def _given(action: Action, place: Place, value: object, mistakes: Mistakes) -> Iterator[Given]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list):
        mistakes.refuse(place, _wrong_type(action, value))
        return
    for written in dict.fromkeys(keys) if all(isinstance(key, str) for key in keys) else keys:
        if mistakes.enough:
            return
        if not isinstance(written, str) or not written:
            mistakes.refuse(place, _wrong_type(action, written))
            continue
        problem, sequence = _sequence(written)
        if problem:
            mistakes.refuse(place, problem, word=written)
        else:
            yield Given(action, written, place, sequence)


def _wrong_type(action: Action, value: object) -> str:
    """That keys are strings, said of what stands in their place as the file has it."""
    shown = str(value).lower() if isinstance(value, bool) else str(value) or "an empty string"
    wanted = f'{action.id} takes a key in quotes, such as "x", or a list, ["j", "down"]'
    return f"{wanted}; {shown[:40]} is none"


def _sequence(written: str) -> tuple[str, Keys]:
    """What is wrong with keys as they are written, and their one form."""
    if written.isspace():
        return 'the space bar is written "space"', ()
    forms = [(part, canonical(part)) for part in written.split()]
    for part, form in forms:
        if form is None:
            near = suggestion(part)
            mend = f'; did you mean "{near}"?' if near else "; such as x, ctrl+x, f5 or pagedown"
            return f'no key is called "{part}"{mend}', ()
    keys = tuple(form for _, form in forms if form)
    if len(keys) > _LONGEST:
        return f"a sequence of {len(keys)} keys; {_LONGEST} are the most", ()
    if len(keys) > 1 and "escape" in keys:
        return f'"{written}" holds escape, which always leaves a sequence', ()
    return "", keys


def _refuse_clashes(given: list[Given], mistakes: Mistakes) -> None:
    """One key for two actions of a context, or one that begins another."""
    bound: dict[tuple[str, Keys], Given] = {}
    for one in given:
        first = bound.setdefault((one.action.context, one.keys), one)
        if first.action is not one.action:
            both = f"{first.action.id} and to {one.action.id}"
            words = f'"{one.written}" is given to {both}; one key cannot do both'
            mistakes.refuse(one.place, words, word=one.written)
    for one in given:
        for length in range(1, len(one.keys)):
            short = bound.get((one.action.context, one.keys[:length]))
            if short is not None:
                before = f'"{short.written}" ({short.action.id})'
                words = f'"{one.written}" ({one.action.id}) is hidden behind {before}'
                mistakes.refuse(one.place, words, word=one.written)


def _tell_what_is_seldom_sent(given: list[Given], keymap: Keymap, mistakes: Mistakes) -> None:
    for one in given:
        for key in one.keys:
            same = same_as(key)
            if same:
                does = keymap.action(one.action.context, same) if len(one.keys) == 1 else None
                other = f", which is {does.id}" if does not in (None, one.action) else ""
                words = f"most terminals send {key} as {same}{other}"
                mistakes.warn(one.place, words, word=one.written)
            elif seldom_sent(key):
                words = f"few terminals can send {key}: those with the Kitty keyboard protocol"
                mistakes.warn(one.place, words, word=one.written)
        if one.keys[0] in "123456789" and one.action.takes != "itself":
            words = f"counts can no longer begin with {one.keys[0]}"
            mistakes.warn(one.place, words, word=one.written)


def _tell_what_is_lost(
    given: list[Given], remapped: Mapping[str, object], keymap: Keymap, mistakes: Mistakes
) -> None:
    """Keys that other actions had, which were not asked about."""
    for action in ACTIONS:
        left = keymap.keys(action.id)
        for key in action.keys if action.id not in remapped else ():
            one = None if key in left else _taker(given, action, key)
            if one is not None:
                rest = "" if left else ", which has none now"
                own = "its key" if one.written == key else f"its key {key}"
                words = f'"{one.written}" ({one.action.id}) takes {own} from {action.id}{rest}'
                mistakes.warn(one.place, words, word=one.written)


def _taker(given: list[Given], action: Action, key: str) -> Given | None:
    """The key given to another action that takes ``key`` from this one, if one does."""
    others = (one for one in given if one.action.context == action.context)
    return next((one for one in others if _meet(one.keys, (key,))), None)


def _meet(keys: Keys, others: tuple[str, ...]) -> bool:
    """Whether keys are among others, or one of them begins the other."""
    split = [tuple(other.split(" ")) for other in others]
    return any(keys[: len(other)] == other or other[: len(keys)] == keys for other in split)


def _keep_a_way_to_the_palette(table: Table, given: list[Given], keymap: Keymap) -> None:
    if keymap.keys("palette"):
        return
    taken = next((one for one in given if _meet(one.keys, _BY_ID["palette"].keys)), None)
    place = taken.place if taken and "palette" not in table.values else (*table.path, "palette")
    reason = "nothing leads to the command palette any more, where all actions are; give it a key"
    table.mistakes.refuse(place, reason)
