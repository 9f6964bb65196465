"""What a terminal sends for a key, as xterm does."""

from __future__ import annotations

from collections.abc import Mapping

_NAMED: Mapping[str, str] = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "insert": "\x1b[2~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "shift+tab": "\x1b[Z",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
}
_ARROWS = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
_MODIFIERS = {"shift": 2, "alt": 3, "ctrl": 5}


def sent(key: str) -> str:
    """What is sent for a key as a configuration file writes it, or a sequence with spaces.

    Raises ``KeyError`` for a key that xterm does not send in any way known here.
    """
    return "".join(_one(part) for part in key.split(" "))


def _one(key: str) -> str:
    if len(key) == 1 or key in _NAMED:
        return _NAMED.get(key, key)
    modifier, _, rest = key.partition("+")
    if rest in _ARROWS:
        return f"\x1b[1;{_MODIFIERS[modifier]}{_ARROWS[rest]}"
    if modifier == "alt":
        return "\x1b" + _one(rest)
    if modifier == "ctrl" and len(rest) == 1:
        return chr(ord(rest.upper()) & 0x1F)
    if modifier == "shift" and len(rest) == 1:
        return rest.upper()
    raise KeyError(key)
