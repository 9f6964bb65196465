"""Lets ``alt`` and a digit be heard as such."""

from __future__ import annotations

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS


def hear_alt_digits() -> None:
    """Has Textual make ``alt+1`` of what a terminal sends for it.

    Textual takes escape and a digit for the character that this key types on a Mac (¡, ™, £ …),
    for one terminal's sake.
    """
    if isinstance(ANSI_SEQUENCES_KEYS, dict):
        for digit in "0123456789":
            ANSI_SEQUENCES_KEYS.pop(f"\x1b{digit}", None)
