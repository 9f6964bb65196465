"""One object as one line of JSON, as commands print it and exports write it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from documents.lazy_regex import lazy_regex

# DEL, C1, and whatever shows nothing or moves what stands beside it: general categories Cf, Cs, Zl
# and Zp, Default_Ignorable_Code_Point (UAX #44) and the noncharacters. JSON escapes C0 itself.
_UNSEEN = lazy_regex(
    "[\x7f-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xE0000, 0x10000)
    )
    + "\U000e0000-\U0010ffff]"
)


def json_line(listed: Mapping[str, object]) -> str:
    """An object as one line of JSON (without its newline) that is safe to show on a terminal.

    Control, bidirectional and invisible characters, and the lone surrogates by which Python
    carries the bytes of a file name that is not UTF-8, are escaped; other text stays readable.
    """
    line = json.dumps(listed, ensure_ascii=False, allow_nan=False)
    return line if line.isascii() and line.isprintable() else _UNSEEN.sub(_escape, line)


def _escape(match: re.Match[str]) -> str:
    """A character as ``\\uXXXX``, beyond the basic plane as the surrogate pair JSON asks for."""
    character = match[0]
    if character == "\x7f":  # ASCII to Python's encoder
        return "\\u007f"
    return json.dumps(character)[1:-1]
