"""Characters that a page must not pass on as they are, written so that a person sees them."""

from __future__ import annotations

import re

from documents.lazy_regex import lazy_regex

# Control characters but for tab and line feed, the bidirectional controls (UAX #9), line and
# paragraph separators, and format characters that hide text (tags, interlinear annotation,
# invisible operators, the zero-width space and byte-order mark). Joiners and variation selectors
# stay: scripts and emoji need them, and on a page they cannot reorder anything.
UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
"""The inside of a regular expression's character class."""

_UNSEEN = lazy_regex(f"[{UNSEEN}]")
_SURROGATE = lazy_regex("[\ud800-\udfff]")


def unseen_named(text: str) -> str:
    """The text with each control or hidden character written out, as ``⟨U+202E⟩``."""
    return _UNSEEN.sub(lambda match: name_of(match[0]), text)


def name_of(character: str) -> str:
    """What stands on the page for a character that cannot: its picture, or its number."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the block Control Pictures
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8
        return f"⟨{code - 0xDC00:02X}⟩"
    return f"⟨U+{code:04X}⟩"


def storable(text: str) -> str:
    """The text as UTF-8 can hold it: lone surrogates written out, all else untouched."""
    return text if text.isascii() else _SURROGATE.sub(lambda match: name_of(match[0]), text)


def one_line(text: str) -> str:
    """The text with every run of white space as one space, and none at its ends."""
    return " ".join(text.split())


def safe_address(url: str | None) -> str | None:
    """The address if it may become a link: ``http`` or ``https``, in printable ASCII.

    Every other scheme (``javascript:``, ``data:``, ``file:``) stays text. Letters outside ASCII
    are percent-encoded; white space and what ends a link in Markdown or HTML is refused.
    """
    from urllib.parse import quote

    if not url or not re.fullmatch(r"https?://[^\s<>\"'`\\^{|}]+", url, re.IGNORECASE):
        return None
    try:
        return quote(url, safe=":/?#[]@!$&'()*+,;=%~-._")
    except UnicodeEncodeError:  # a lone surrogate
        return None
