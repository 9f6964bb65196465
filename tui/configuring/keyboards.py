"""``keyboard`` and ``langmap`` in ``config.toml``: which keys a reader's characters stand on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tui.configuring.tables import Table
from tui.key_names import canonical, suggestion
from tui.keyboards.known import LAYOUTS


def read_keyboard(table: Table) -> str:
    """The name of the layout that letters are to be found in."""
    return table.choice("keyboard", tuple(LAYOUTS)) or ""


def read_langmap(table: Table) -> Mapping[str, str]:
    """Characters, and the keys that they stand for."""
    langmap: dict[str, str] = {}
    for character, key in table.values.items():
        if table.mistakes.enough:
            break
        if len(character) != 1 or not character.isprintable() or character.isspace():
            table.refuse_key(character, f'"{character}" must be one visible character')
        elif not isinstance(key, str) or canonical(key) is None:
            near = suggestion(key) if isinstance(key, str) else ""
            mend = f'; did you mean "{near}"?' if near else ', such as "a" or "pagedown"'
            table.refuse(character, f'"{character}" must stand for a key{mend}')
        else:
            langmap[character] = canonical(key) or ""
    return MappingProxyType(langmap)
