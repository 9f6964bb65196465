"""The signs that the program draws, and what stands for each where there is only ASCII.

Bars, arrows, dots and typographic quotes are drawn as they are; in ASCII mode each one is spelt
by one character of the same width as the last step of painting, so that nothing moves. What
belongs to a document or an annotation is not the program's, and stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

BOXES = ("unicode", "ascii")
"""The ways to draw, as a configuration file names them."""

_SPELT = {
    "|": "│▎▏▍▐┆┊",  # between panes and panels, beside annotations, the end of a bar
    ":": "╎",  # beside another author's annotations
    "-": "─━┄·–—",  # rules, dashes, and the dot between words
    "+": "┌┐└┘├┤┬┴┼✓",
    ">": "┃▸►→▶",  # the current sentence, what is chosen
    "<": "◂◄←◀",
    "\\": "↵",
    "^": "↑▲",
    "v": "↓▼",
    "=": "⇄↔═▄▅",
    "~": "…≈",
    "*": "•●◆★",
    "o": "○◇",
    "#": "▌▋▊▉█▆▇▓",
    ".": "░▒",
    "x": "×✗",
    "!": "≠",
    "@": "¿",  # beside an annotation whose place is in question
    "0": "∅",
    "%": "≷",  # beside an annotation that was edited twice at once
    "_": "▁▂▃",
    '"': "“”„",
    "'": "’‘‚",
    ",": "\u202f",  # between groups of digits
}
ASCII: Mapping[int, str] = MappingProxyType(
    {ord(sign): spelt for spelt, signs in _SPELT.items() for sign in signs}
)
"""What stands for each sign, as ``str.translate`` takes it."""

# The kernel's console has 256 or 512 glyphs: most of these are not among them.
_FEW_GLYPHS = ("linux", "cons25", "vt52", "vt100", "vt102", "vt220", "vt320", "ansi", "dumb")


def usual_boxes(environment: Mapping[str, str]) -> str:
    """How to draw where nobody has said: in ASCII on a terminal that cannot be meant to do more.

    That is the text console and its ancestors, and every terminal whose locale names another
    encoding than UTF-8. A locale that names none says nothing: many containers have it, behind
    terminals that can do everything.
    """
    if environment.get("TERM", "") in _FEW_GLYPHS:
        return "ascii"
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    encoding = next((name for name in names if name), "").partition(".")[2].partition("@")[0]
    known = encoding.lower().replace("-", "")
    return "unicode" if known in ("", "utf8") else "ascii"
