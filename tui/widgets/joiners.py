"""Typed characters without a sign of their own that change how their neighbours are written."""

from __future__ import annotations

from unicodedata import category


def joins(character: str | None) -> bool:
    """Whether a key typed a format character (general category Cf): zero-width joiners and
    non-joiners above all, which Persian, Indic scripts and emoji are written with.

    Python calls them unprintable, and so Textual would drop them.
    """
    return character is not None and len(character) == 1 and category(character) == "Cf"
