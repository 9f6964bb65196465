"""What is said of keys that mean nothing."""

from __future__ import annotations

from tui.actions import Context
from tui.keys import KeyReader
from tui.visible import visible

_LISTS: tuple[tuple[Context, str, str], ...] = (("library", "library", "library.open"),)
"""Where a key may be looked for that works in one list alone: its name, what opens it."""


def no_meaning(keys: KeyReader) -> str:
    """That the keys typed last do nothing, and where to look for those that do."""
    if advice := keys.advice:
        return visible(advice)
    for context, name, opens in _LISTS:
        meant = keys.keymap.action(context, keys.unknown)
        if meant is not None and (key := keys.named(opens)):
            words = f"{keys.unknown} is for the {name}: {meant.title.lower()}; {key} goes there"
            return visible(words)
    where = keys.named("help")
    mend = f"; {visible(where)} lists the keys" if where else ""
    return f"{visible(keys.unknown)} does nothing here{mend}"
