"""A query as every engine can be asked it: words, or a phrase, the last word whole or not."""

from __future__ import annotations

import re
from typing import NamedTuple

_word = re.compile(r"\w+")


class Asked(NamedTuple):
    """Words that must all stand in a document; or one behind the other, if it is a ``phrase``.

    The last one is the beginning of a word if ``open``. ``text`` is the query as Sidelight reads
    it. With ``either``, one of the words is enough.
    """

    text: str
    words: tuple[str, ...]
    phrase: bool = False
    open: bool = False
    either: bool = False


def read(text: str) -> Asked:
    """Reads a query made of words, or of one phrase, with a ``*`` behind the last word or not."""
    words = tuple(_word.findall(text.lower()))
    phrase = text.startswith('"') and len(words) > 1
    return Asked(text, words, phrase, open=text.rstrip('"').endswith("*"))
