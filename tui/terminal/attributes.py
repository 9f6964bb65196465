"""From one look of the text to the next in as few bytes as can be (SGR, ECMA-48 §8.3.117)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_EXTENDED = {"2": 5, "5": 3}
"""How many parameters a colour takes, by the one that says whether it is RGB or of the 256."""


class Look(NamedTuple):
    """The parameters that set a look from the plain one: attributes, foreground, background."""

    attributes: frozenset[str] = frozenset()
    foreground: str = ""
    background: str = ""


@lru_cache(maxsize=1024)
def look(parameters: str) -> Look:
    """The look that SGR ``parameters``, such as ``1;38;2;230;230;230``, make of the plain one."""
    attributes: set[str] = set()
    foreground = background = ""
    codes = parameters.split(";") if parameters else []
    place = 0
    while place < len(codes):
        code = codes[place]
        size = _EXTENDED.get(codes[place + 1], 1) if code in ("38", "48") else 1
        colour = ";".join(codes[place : place + size])
        if code.startswith(("3", "9")) and len(code) == 2:
            foreground = "" if code == "39" else colour
        elif code.startswith(("4", "10")) and len(code) > 1:
            background = "" if code == "49" else colour
        else:
            attributes.add(code)
        place += size
    return Look(frozenset(attributes), foreground, background)


@lru_cache(maxsize=4096)
def change(before: str, after: str) -> str:
    """What to send where text under the parameters ``before`` goes on under ``after``."""
    if before == after:
        return ""
    old, new = look(before), look(after)
    if old.attributes - new.attributes:  # single attributes are taken back differently everywhere
        return f"\x1b[0;{after}m" if after else "\x1b[m"
    codes = sorted(new.attributes - old.attributes)
    if new.foreground != old.foreground:
        codes.append(new.foreground or "39")
    if new.background != old.background:
        codes.append(new.background or "49")
    return f"\x1b[{';'.join(codes)}m" if codes else ""
