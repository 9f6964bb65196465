"""Whether two passages say the same, written otherwise: other quotes, dashes, spaces or lines."""

from __future__ import annotations

import unicodedata

from documents.lazy_regex import lazy_regex

_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032`\u00b4\u2039\u203a\u02bc"), "'")
_DOUBLE = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"), '"')
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), "")
_SAME: dict[int, str] = {**_QUOTES, **_DOUBLE, **_DASHES, **_UNSEEN, ord("\u2026"): "..."}
_DASH = lazy_regex(r"\s*-+\s*")


def same_writing(one: str, other: str) -> bool:
    """Whether the two differ in nothing but how quotes, dashes, spaces and accents are encoded."""
    return one == other or plain_writing(one) == plain_writing(other)


def plain_writing(passage: str) -> str:
    """The passage with straight quotes, hyphens for dashes, single spaces, and composed (NFC).

    Spaces around dashes are left out: lines are broken there.
    """
    if not passage.isascii():
        passage = unicodedata.normalize("NFC", passage).translate(_SAME)
    return " ".join(_DASH.sub("-", passage).replace("''", '"').split())


def same_sign(one: str, other: str) -> bool:
    """Whether two characters are the same mark, straight or curly, or any white space."""
    if one == other or (one.isspace() and other.isspace()):
        return True
    return one.translate(_SAME) == other.translate(_SAME)
