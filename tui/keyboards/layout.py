"""What a keyboard layout is: which character stands on which key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

# The keys of a keyboard as they are labelled in the United States, row by row.
PLAIN = ("`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./")
SHIFTED = ("~!@#$%^&*()_+", "QWERTYUIOP{}|", 'ASDFGHJKL:"', "ZXCVBNM<>?")


class Layout(NamedTuple):
    """One layout of the keyboard: its characters in the rows and places of ``PLAIN``.

    A space stands for a key without a character of its own, such as a dead key. ``languages`` are
    those that are written with it, as a locale names them. ``automatic`` are layouts that are
    taken for granted where nobody has named one and no locale speaks for another.
    """

    name: str
    languages: tuple[str, ...]
    automatic: bool
    plain: tuple[str, str, str, str]
    shifted: tuple[str, str, str, str]

    def keys(self, *, shifted: bool) -> Iterator[tuple[str, str]]:
        """Each character with the key that it stands on."""
        rows, labels = (self.shifted, SHIFTED) if shifted else (self.plain, PLAIN)
        for row, label in zip(rows, labels, strict=True):
            for character, key in zip(row, label, strict=True):
                if character != " ":
                    yield character, key
