"""Finding names by a few of their letters."""

from __future__ import annotations

from collections.abc import Iterable

from documents.lazy_regex import lazy_regex

_PARTS = lazy_regex(r"[^\W_]+")


def rank(name: str, typed: str) -> int | None:
    """How well ``name`` fits what was typed, 0 the best; None where it does not fit.

    It is the name itself; it begins with that; one of its words does; it holds that; or it holds
    the letters in that order.
    """
    name, typed = name.casefold(), typed.casefold()
    if name == typed:
        return 0
    if name.startswith(typed):
        return 1
    if any(name.startswith(typed, part.start()) for part in _PARTS.finditer(name)):
        return 2
    if typed in name:
        return 3
    letters = iter(name)
    return 4 if all(letter in letters for letter in typed if not letter.isspace()) else None


def fitting(names: Iterable[str], typed: str) -> list[str]:
    """The names that fit what was typed, the best first; those that fit alike stay in order."""
    ranked = [(rank(name, typed), name) for name in names]
    found = [(place, name) for place, name in ranked if place is not None]
    return [name for _, name in sorted(found, key=lambda one: one[0])]
