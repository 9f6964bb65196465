"""One character for each author, to stand beside a mark where there is no room for a name."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterable, Iterator

_REST = string.ascii_uppercase + string.digits


def author_signs(authors: Iterable[str]) -> dict[str, str]:
    """A capital or a digit for each author, one column wide.

    It is the initial where nobody else has that, else another letter of the name, else any that is
    free. Only where all are taken do authors share one.
    """
    signs: dict[str, str] = {}
    taken: set[str] = set()
    for author in sorted(set(authors)):
        own = list(_letters(author))
        free = (sign for sign in (*own, *_REST) if sign not in taken)
        signs[author] = next(free, own[0] if own else _REST[0])
        taken.add(signs[author])
    return signs


def _letters(author: str) -> Iterator[str]:
    """The letters and digits of a name, as capitals, those left out that take two columns."""
    for character in unicodedata.normalize("NFC", author):
        capital = character.upper()
        is_sign = len(capital) == 1 and unicodedata.category(capital)[0] in "LN"
        if is_sign and unicodedata.east_asian_width(capital) not in "WF":
            yield capital
