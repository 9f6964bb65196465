"""What may have been meant by a word that is none of those known."""

from __future__ import annotations

from collections.abc import Collection, Iterable


def meant(word: str, known: Collection[str]) -> str:
    """What may have been meant by a word that is not among those known: the nearest, or all."""
    near = nearest(word, known)
    return f'did you mean "{near}"?' if near else f"there are {', '.join(known)}"


def nearest(word: str, known: Iterable[str], least: float = 0.6) -> str:
    """The word most like ``word``, from 0 to 1; empty where none is as like as ``least``."""
    from difflib import get_close_matches

    spelt = {one.casefold(): one for one in known}
    found = get_close_matches(word.casefold(), spelt, n=1, cutoff=least)
    return spelt[found[0]] if found else ""
