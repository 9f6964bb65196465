"""Numbers as they are shown: one way everywhere."""

from __future__ import annotations


def grouped(number: int) -> str:
    """A number in groups of three, parted by narrow no-break spaces (ISO 80000-1)."""
    return f"{number:,}".replace(",", "\u202f")


def counted(number: int, noun: str) -> str:
    """So many of something: the noun takes an s but for one."""
    return f"{grouped(number)} {noun}{'' if number == 1 else 's'}"
