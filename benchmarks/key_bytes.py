"""What a terminal sends for a key, as xterm does."""

from __future__ import annotations

from collections.abc import Mapping

_PLAIN: Mapping[str, str] = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "shift+tab": "\x1b[Z",
}
_BY_LETTER: Mapping[str, str] = {
    "up": "A",
    "down": "B",
    "right": "C",
    "left": "D",
    "home": "H",
    "end": "F",
    "f1": "P",
    "f2": "Q",
    "f3": "R",
    "f4": "S",
}
_BY_NUMBER: Mapping[str, int] = {
    "insert": 2,
    "delete": 3,
    "pageup": 5,
    "pagedown": 6,
    **{f"f{key}": code for key, code in enumerate((15, 17, 18, 19, 20, 21, 23, 24), start=5)},
}
_SIGNS: Mapping[str, str] = {
    "at": "@",
    "backslash": "\\",
    "circumflex_accent": "^",
    "left_square_bracket": "[",
    "minus": "-",
    "question_mark": "?",
    "right_square_bracket": "]",
    "slash": "/",
    "underscore": "_",
}
_MODIFIERS: Mapping[str, int] = {"shift": 1, "alt": 2, "ctrl": 4}


def sent(key: str) -> str:
    """What is sent for a key as a configuration file writes it, or a sequence with spaces.

    Raises ``KeyError`` for a key that xterm does not send in any way known here.
    """
    return "".join(_one(part) for part in key.split(" "))


def _one(key: str) -> str:
    if len(key) == 1 or key in _PLAIN:
        return _PLAIN.get(key, key)
    *modifiers, plain = key.split("+")
    plain = _SIGNS.get(plain, plain)
    added = 1 + sum(_MODIFIERS[modifier] for modifier in modifiers)
    if plain in _BY_NUMBER:
        return f"\x1b[{_BY_NUMBER[plain]}~" if added == 1 else f"\x1b[{_BY_NUMBER[plain]};{added}~"
    if plain in _BY_LETTER:
        return _by_letter(plain, added)
    if modifiers[:1] == ["alt"]:
        return "\x1b" + _one("+".join((*modifiers[1:], plain)))
    if modifiers == ["ctrl"] and (len(plain) == 1 or plain == "space"):
        return chr(ord(_PLAIN.get(plain, plain).upper()) & 0x1F)
    if modifiers == ["shift"] and len(plain) == 1:
        return plain.upper()
    raise KeyError(key)


def _by_letter(plain: str, added: int) -> str:
    if added > 1:
        return f"\x1b[1;{added}{_BY_LETTER[plain]}"
    return f"\x1b{'O' if plain in ('f1', 'f2', 'f3', 'f4') else '['}{_BY_LETTER[plain]}"
