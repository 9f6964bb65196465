"""Characters to which terminals give different widths, and the most that any gives them.

Vowel signs that take space (general category Mc) are no column to some terminals and one to
others; the parts of an emoji sequence are drawn as one by some and one after the other by others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from rich.cells import cell_len, get_character_cell_size


@cache
def find_disputed() -> Callable[[str], object]:
    """Finds what terminals give different widths: emoji and sequences, marks that take space."""
    return re.compile(
        "[\u0700-\u109f\u1780-\u18af\u1a00-\u1cff\u200b-\u200d\u20d0-\u20ff\u2300-\u23ff"
        "\u2600-\u27bf\u2b00-\u2bff\ua800-\uabff\ufe0e\ufe0f\U0001f000-\U0001faff"
        "\U00011000-\U000117ff]"
    ).search


def is_disputed(text: str) -> bool:
    """Whether terminals may disagree on the columns of the text."""
    return not text.isascii() and find_disputed()(text) is not None


def most_columns(cluster: str, reckoned: int) -> int:
    """The columns that a grapheme cluster takes at most; ``reckoned`` are those it should take."""
    return max(reckoned, sum(map(_most, cluster))) if len(cluster) > 1 else reckoned


def most_columns_of(text: str) -> int:
    """The columns that a text takes at most."""
    if not is_disputed(text):
        return cell_len(text)
    from tui.layout.clusters import clusters_of

    return sum(most_columns(text[first:stop], cells) for first, stop, cells in clusters_of(text))


@cache
def _most(character: str) -> int:
    if "\U0001f1e6" <= character <= "\U0001f1ff" or "\U0001f3fb" <= character <= "\U0001f3ff":
        return 2  # the letters of a flag, the colours of skin
    if unicodedata.category(character) == "Mc":
        return 1
    return get_character_cell_size(character)
