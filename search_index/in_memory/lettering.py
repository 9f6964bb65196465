"""Words as single characters, by which whole texts become strings of words.

A string is what Python searches fastest. Where each word is one character, counting a word or a
phrase in a text is counting a character or a short string, in a sixth of the room.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from search_index.letters import is_simple
from search_index.terms import is_word, tokens_of

NOTHING = "\0"
"""Stands for a beginning where a word has none of that length, and for those of signs."""
LONGEST = 3
"""Code points of the longest beginning that is a character too."""
PER_TOKEN = 1 + LONGEST
"""Characters that are written for a token: its own, then those of its beginnings."""

_FIRST = 0x100  # none from here on means anything in a regular expression
_MOST_WORDS = 0xFFFF - _FIRST  # nearly all characters take two bytes then
_LONGEST_PIECE = 64
_MOST_PIECES = 200_000
_WORD_COST, _PIECE_COST = 250, 200  # bytes


class Lettering(dict[str, str]):
    """What is written for pieces of texts, those between white space, made as it is asked for.

    ``beginnings`` has the characters for one, two and three code points at the beginning of words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.beginnings: tuple[dict[str, str], ...] = tuple({} for _ in range(LONGEST))
        self._tokens: dict[str, str] = {}
        self._begun: dict[str, list[str]] = {}  # the words by their first three code points
        self._heads: dict[str, str] = {}
        self._free = map(chr, count(_FIRST))

    def __missing__(self, piece: str) -> str:
        if piece.isalnum() and (piece.isascii() or is_simple(piece)):
            written = self._tokens.get(piece) or self._new(piece)
        else:
            tokens = tokens_of(piece)
            written = "".join([self._tokens.get(token) or self._new(token) for token in tokens])
        if len(piece) <= _LONGEST_PIECE and len(self) < _MOST_PIECES:
            self[piece] = written
        return written

    @property
    def tokens(self) -> Iterable[str]:
        """The words and signs that were written."""
        return self._tokens

    @property
    def is_full(self) -> bool:
        """Whether no more texts should be written with it."""
        return len(self._tokens) >= _MOST_WORDS

    @property
    def cost(self) -> int:
        """About how many bytes of memory it takes."""
        return _WORD_COST * len(self._tokens) + _PIECE_COST * len(self)

    def letter(self, word: str) -> str:
        """The character of a word; nothing where no text has it."""
        return self._tokens.get(word, "")[:1]

    def beginning_with(self, prefix: str) -> list[str]:
        """The words with this beginning."""
        if len(prefix) >= LONGEST:
            begun = self._begun.get(prefix[:LONGEST], [])
            return [word for word in begun if word.startswith(prefix)]
        fitting = (begun for head, begun in self._begun.items() if head.startswith(prefix))
        return [word for begun in fitting for word in begun]

    def _new(self, token: str) -> str:
        head = token[:LONGEST]
        beginnings = self._heads.get(head) or self._new_head(head)
        if beginnings[0] != NOTHING:
            self._begun[head].append(token)
        self._tokens[token] = written = next(self._free) + beginnings
        return written

    def _new_head(self, head: str) -> str:
        written = ""
        if is_word(head):
            self._begun[head] = []
            for length, known in enumerate(self.beginnings[: len(head)], 1):
                written += known.setdefault(head[:length], chr(len(known) + 1))
        self._heads[head] = written = written.ljust(LONGEST, NOTHING)
        return written
