"""Where a text may be cut hard without parting a letter from its marks."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_LONGEST_CLUSTER = 64  # longer ones are hostile, and cut


def cluster_end(text: str, offset: int, limit: int) -> int:
    """The first offset from ``offset`` on, at most ``limit``, that does not split a cluster.

    A simplified form of the boundaries of Unicode Standard Annex 29: combining marks, joiners,
    variation selectors and emoji modifiers stay with what they follow, a line feed with its
    carriage return.
    """
    end = min(limit, offset + _LONGEST_CLUSTER)
    while 0 < offset < end and _joins(text[offset - 1], text[offset]):
        offset += 1
    return offset


def _joins(before: str, after: str) -> bool:
    if after < "\u0300":
        return before == "\r" and after == "\n"
    return (
        before == _JOINER
        or after == _JOINER
        or unicodedata.category(after)[0] == "M"
        or "\U0001f3fb" <= after <= "\U0001f3ff"
    )
