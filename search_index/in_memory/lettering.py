"""Words as single characters, by which whole texts become strings of words.

A string is what Python searches fastest. Where each word is one character, counting a word or a
phrase in a text is counting a character or a short string, in a sixth of the room.
"""

from __future__ import annotations

from itertools import count

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

    ``tokens`` has what is written for words and signs, ``beginnings`` the characters for one, two
    and three code points at the beginning of words, and ``begun`` the words that begin so.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tokens: dict[str, str] = {}
        self.beginnings: tuple[dict[str, str], ...] = tuple({} for _ in range(LONGEST))
        self.begun: dict[str, list[str]] = {}
        self._free = map(chr, count(_FIRST))

    def __missing__(self, piece: str) -> str:
        written = "".join(self.tokens.get(token) or self._new(token) for token in tokens_of(piece))
        if len(piece) <= _LONGEST_PIECE and len(self) < _MOST_PIECES:
            self[piece] = written
        return written

    @property
    def is_full(self) -> bool:
        """Whether no more texts should be written with it."""
        return len(self.tokens) >= _MOST_WORDS

    @property
    def cost(self) -> int:
        """About how many bytes of memory it takes."""
        return _WORD_COST * len(self.tokens) + _PIECE_COST * len(self)

    def letter(self, word: str) -> str:
        """The character of a word; nothing where no text has it."""
        return self.tokens.get(word, "")[:1]

    def beginning_with(self, prefix: str) -> list[str]:
        """The words with this beginning."""
        begun = self.begun.get(prefix[:LONGEST], [])
        if len(prefix) <= LONGEST:
            return begun
        return [word for word in begun if word.startswith(prefix)]

    def _new(self, token: str) -> str:
        beginnings = [NOTHING] * LONGEST
        if is_word(token):
            for length in range(1, min(len(token), LONGEST) + 1):
                beginning, known = token[:length], self.beginnings[length - 1]
                beginnings[length - 1] = known.setdefault(beginning, chr(len(known) + 1))
                self.begun.setdefault(beginning, []).append(token)
        self.tokens[token] = written = next(self._free) + "".join(beginnings)
        return written
