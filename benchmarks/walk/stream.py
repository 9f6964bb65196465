"""Looks through what a program sends for anything that it would not send of its own accord."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from benchmarks.pseudo_terminal import Tokens

_OWN = re.compile(
    rb"\x1b\[(?:\d+;\d+)?H"  # the cursor to a place
    rb"|\x1b\[\?(?:7|25|1000|1002|1003|1004|1006|1015|1016|1049|2004|2026|2031|2048)[hl]"
    rb"|\x1b\[\?(?:2026|2048)\$p"  # questions about modes
    rb"|\x1b\[\?u|\x1b\[>\d*u|\x1b\[<\d*u|\x1b\[=\d+;\d+u"  # the keyboard
    rb"|\x1b\[[02]?[JK]|\x1b\[6n|\x1b\[0?c|\x1b\[\d*[ABCDGX]"
    rb"|\x1b\]22;[a-z-]*\x07"  # the shape of the mouse pointer
    rb"|\x1b\](?:10|11);\?(?:\x07|\x1b\\)"  # a question about colours
    rb"|\x1b\]52;c;[A-Za-z0-9+/=]*(?:\x07|\x1b\\)"  # the clipboard
    rb"|\x1b[78]|\x1b\[(?:s|u)|\x1b\[[0-6] q"
)
_STYLE = re.compile(rb"\x1b\[([0-9;]*)m")
_STYLES = frozenset(["0", "1", "2", "3", "4", "7", "9", "22", "23", "24", "27", "29", "39", "49"])
_SMUGGLED = re.compile(rb"\x1b\]52;c;b3duZWQ=|\x1b\[3J")
_LINE_ENDS = "\r\n\b\t"
_JOINERS = "\u200c\u200d"


class StreamCheck:
    """Takes a program's output piece by piece and keeps what is suspicious in ``found``."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._held = b""

    def feed(self, data: bytes) -> None:
        """Looks at the next piece, up to its last escape: before one, every character is whole."""
        data = self._held + data
        cut = max(data.rfind(b"\x1b"), 0)
        self._held = data[cut:]
        self._look(data[:cut])

    def end(self) -> None:
        """Looks at what was held back, which a killed program may have left unfinished."""
        self._held = b""

    def _look(self, data: bytes) -> None:
        for token in Tokens().feed(data):
            self.found += _suspicious(token)


def _suspicious(token: bytes) -> Iterator[str]:
    if token.startswith(b"\x1b") and len(token) > 1:
        if _SMUGGLED.match(token) or not (_OWN.fullmatch(token) or _is_style(token)):
            yield f"an escape sequence: {token!r}"
        return
    try:
        text = token.decode()
    except UnicodeDecodeError:
        yield f"bytes that are not UTF-8: {token[:60]!r}"
        return
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cf") and not _is_harmless(character):
            yield f"a control character: U+{ord(character):04X} in {text[:60]!r}"


def _is_harmless(character: str) -> bool:
    # Signs of Arabic and Syriac numbers are drawn; tags make the flags of three nations.
    drawn = unicodedata.bidirectional(character) == "AN" or "\u06dd" <= character <= "\u070f"
    return character in _LINE_ENDS + _JOINERS or drawn or "\U000e0030" <= character <= "\U000e007f"


def _is_style(token: bytes) -> bool:
    """Whether a sequence sets a style in ways that Textual does."""
    if not (found := _STYLE.fullmatch(token)):
        return False
    codes = iter(found[1].decode().split(";"))
    for code in codes:
        if code in ("38", "48"):
            kind = next(codes, "")
            if kind not in ("2", "5"):
                return False
            for _ in range(3 if kind == "2" else 1):
                next(codes, "")
        elif code and code not in _STYLES and not _is_basic_colour(code):
            return False
    return True


def _is_basic_colour(code: str) -> bool:
    return len(code) in (2, 3) and code[:-1] in ("3", "4", "9", "10") and code[-1] in "01234567"
