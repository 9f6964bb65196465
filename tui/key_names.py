"""The names of keys: as a configuration file writes them, as Textual sends them. Pure.

A key that types something visible is that character. Every other key has a name, ``space``,
``pagedown``, ``f5``, and may have modifiers before it: ``ctrl+x``, ``alt+1``, ``shift+tab``.
"""

from __future__ import annotations

_TYPING = ("escape", "enter", "tab", "space", "backspace")
_EDITING = ("insert", "delete", "home", "end", "pageup", "pagedown", "up", "down", "left", "right")
_OTHERS = ("menu", "pause", "print_screen", "scroll_lock")
_FUNCTION_KEYS = tuple(f"f{number}" for number in range(1, 25))
NAMED = frozenset((*_TYPING, *_EDITING, *_OTHERS, *_FUNCTION_KEYS))
"""Every key without a character of its own, besides those with modifiers."""

_MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
_AFTER_CTRL = frozenset({"space", "backslash", "right_square_bracket", "circumflex_accent"})
_WITH_MODIFIERS = frozenset((*_EDITING, *_FUNCTION_KEYS))
_CHARACTERS = {
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "apostrophe": "'",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "asterisk": "*",
    "plus": "+",
    "comma": ",",
    "minus": "-",
    "full_stop": ".",
    "slash": "/",
    "colon": ":",
    "semicolon": ";",
    "less_than_sign": "<",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "question_mark": "?",
    "at": "@",
    "left_square_bracket": "[",
    "backslash": "\\",
    "right_square_bracket": "]",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "left_curly_bracket": "{",
    "vertical_line": "|",
    "right_curly_bracket": "}",
    "tilde": "~",
}
"""What Textual calls the signs of ASCII. Written out: Python's table of names is a megabyte."""
_NAMES = {character: name for name, character in _CHARACTERS.items()} | {" ": "space"}

_SAME = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
    "alt+backspace": "ctrl+w",
    "ctrl+slash": "ctrl+underscore",
}


def pressed(name: str, character: str | None) -> str:
    """The key, as a configuration file writes it, that Textual sends by this name.

    ``character`` is what it types, if anything; a key with ``alt`` may still have one.
    """
    *modifiers, _ = name.split("+")
    if character and character.isprintable() and not character.isspace() and not modifiers:
        return character
    return "ctrl+space" if name == "ctrl+@" else name


def canonical(written: str) -> str | None:
    """The key in its one form, as ``pressed`` gives it; None where no key is called so."""
    if len(written) == 1:
        return written if written.isprintable() and not written.isspace() else None
    *modifiers, base = _parts(written)
    if len(set(modifiers)) < len(modifiers) or not set(modifiers) <= set(_MODIFIERS):
        return None
    character = base if len(base) == 1 else _CHARACTERS.get(base, "")
    if not character and base not in NAMED:
        return None
    if not modifiers:
        return character or base
    if len(base) == 1:
        base = _name_of(base)
        if base.isupper():
            return None
    if modifiers == ["shift"] and character:
        return None  # shift alone changes the character, and is not heard of
    return "+".join((*sorted(modifiers), base))


def same_as(key: str) -> str:
    """The other key that most terminals send when ``key`` (in its one form) is pressed, if any."""
    return _SAME.get(key, "")


def seldom_sent(key: str) -> bool:
    """Whether only terminals with the Kitty keyboard protocol can send this key."""
    *modifiers, base = _parts(key)
    with_alt = "alt" in modifiers
    held = [one for one in modifiers if one != "alt"]
    if key in _SAME or not modifiers or key == "shift+tab":
        return False
    if base in _WITH_MODIFIERS:
        return not set(held) <= {"ctrl", "shift"}
    if not held:
        return len(base) > 1
    if held == ["ctrl"]:
        return not (base.isascii() and base.isalpha() and len(base) == 1) and not (
            base in _AFTER_CTRL | {"underscore", "at"} and not with_alt
        )
    return not (held == ["shift"] and with_alt and len(base) == 1 and base.isalpha())


def suggestion(written: str) -> str:
    """The key that was probably meant by what is no key's name; empty where none comes to mind."""
    from documents.meant import nearest

    *modifiers, base = _parts(written.strip("<>").replace("-", "+"))
    spelt = {"c": "ctrl", "control": "ctrl", "a": "alt", "m": "alt", "s": "shift", "option": "alt"}
    known = [spelt.get(one.lower(), one.lower()) for one in modifiers]
    held = [one for one in (nearest(one, _MODIFIERS) for one in known) if one]
    if len(base) > 1:
        usual = {"return": "enter", "esc": "escape", "del": "delete", "ins": "insert"}
        pages = {"pgup": "pageup", "pgdn": "pagedown", "pgdown": "pagedown", "spc": "space"}
        base = (usual | pages).get(base.lower()) or nearest(base, (*NAMED, *_CHARACTERS))
    elif held == ["shift"]:
        return base.upper() if base.upper() != base.lower() else ""
    else:
        base = base.lower()
    guess = "+".join((*held, base))
    return guess if base and canonical(guess) is not None else ""


def _parts(written: str) -> list[str]:
    """The modifiers and the key itself, which may be a plus."""
    if written == "+" or written.endswith("++"):
        return [*(part for part in written[:-2].split("+") if part), "+"]
    return written.split("+")


def _name_of(character: str) -> str:
    """The name that Textual gives a character's key after a modifier."""
    if character.isalnum():
        return character
    if character.isascii():
        return _NAMES.get(character, character)
    import unicodedata

    name = unicodedata.name(character, character)
    return name.lower().replace("-", "_").replace(" ", "_")
