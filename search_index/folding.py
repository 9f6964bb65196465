"""Texts with case taken out, as regular expressions with ``re.IGNORECASE`` see it.

Two characters that ``re.IGNORECASE`` takes for the same are the same once folded, and so are those
that one key types: the kinds of apostrophes and of hyphens, lowered figures, wide commas.
What is folded is the plain text (``search_index.plain_text``), and the folded text is as long: an
offset in one is the offset in the other. What is searched is the folded text, so that words are
found at the speed of a plain substring search.
"""

from __future__ import annotations

from collections.abc import Iterator

from documents.spans import Span
from search_index.plain_text import Offsets, plain, stands_alone

# Lower-case letters that share an upper-case one, which `re` takes for the same (its "extra
# cases"): each is turned into its common sibling.
_LETTERS = tuple(
    zip(
        "\u0131\u017f\u00b5\u0345\u1fbe\u1fd3\u1fe3\u03d0\u03d1\u03d5\u03d6\u03f0\u03f1\u03f5\u03c2"
        "\u1c80\u1c81\u1c82\u1c83\u1c84\u1c85\u1c86\u1c87\u1c88\u1e9b\ufb06",
        "\u0069\u0073\u03bc\u03b9\u03b9\u0390\u03b0\u03b2\u03b8\u03c6\u03c0\u03ba\u03c1\u03b5\u03c3"
        "\u0432\u0434\u043e\u0441\u0442\u0442\u044a\u0463\ua64b\u1e61\ufb05",
        strict=True,
    )
)

APOSTROPHES = "\u2018\u2019\u201b\u02bc\u2032"
"""What is written where a reader types ``'``; one of them is a letter to Unicode."""
HYPHENS = "\u2010\u2011\u2012\u2013\u2212"
"""What is written where a reader types ``-``: hyphens, the dash between numbers, the minus."""
LOWERED = "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089"
"""The figures of formulas, such as that of carbon dioxide, which are typed as others are."""
WIDE = {"\uff0c": ",", "\uff1a": ":"}
"""What Chinese and Japanese keyboards type between figures."""

_SIBLINGS = (
    *_LETTERS,
    *((sign, "'") for sign in APOSTROPHES),
    *((sign, "-") for sign in HYPHENS),
    *zip(LOWERED, "0123456789", strict=True),
    *WIDE.items(),
)

_BEGINNING = 32
"""Code points that tell what most of a text is written in."""
_BY_UPPER_BYTE: dict[int, list[tuple[str, str]]] = {}
for _pair in _SIBLINGS:
    _BY_UPPER_BYTE.setdefault(ord(_pair[0]) >> 8, []).append(_pair)


def fold(text: str) -> str:
    """``text`` as it is typed, with case and kinds of signs taken out."""
    return fold_plain(plain(text))


def fold_plain(text: str) -> str:
    """The same of a text that is plain: one character for each."""
    if text.isascii():
        return text.lower()
    # The one character whose lower-case form is two characters.
    folded = text.replace("\u0130", "i").lower()
    for letter, sibling in _SIBLINGS if folded[:_BEGINNING].isascii() else _possible(folded):
        if letter in folded:
            folded = folded.replace(letter, sibling)
    return folded


def _possible(folded: str) -> Iterator[tuple[str, str]]:
    """The siblings that may be in a text: a letter by itself is slowly told in other scripts."""
    upper_bytes = folded.encode("utf-16-le", "surrogatepass")[1::2]
    for upper_byte, siblings in _BY_UPPER_BYTE.items():
        if upper_byte in upper_bytes:
            yield from siblings


def fold_utf_8(data: bytes) -> str:
    """``fold`` of a text in UTF-8; several times as fast where most of it is ASCII.

    Raises UnicodeDecodeError.
    """
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    folded = data.lower().decode("utf-8")  # in ASCII
    if folded.isascii():
        return folded
    rare = data.translate(None, _ASCII)
    if _RARELY * len(rare) > len(data):
        return fold(data.decode("utf-8"))
    for sign in set(rare.decode("utf-8")):
        one = _SIGNS[sign]
        if not one:
            return fold(data.decode("utf-8"))
        if one != sign:
            folded = folded.replace(sign, one)
    return folded


class _Signs(dict[str, str]):
    """What characters are folded to, each for itself; nothing where others beside it count."""

    def __missing__(self, sign: str) -> str:
        folded = self[sign] = fold(sign) if stands_alone(sign) else ""
        return folded


_SIGNS = _Signs()
_ASCII = bytes(range(0x80))
_RARELY = 4
"""One byte in so many that is not ASCII: more of them are no longer looked at one by one."""


class Searched:
    """A text as it is searched, and the way from there to the text as it is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.plain = plain(text)
        self.folded = fold_plain(self.plain)
        self._offsets: Offsets | None = None

    @property
    def is_plain(self) -> bool:
        """Whether the text is searched as it is, case apart: places are the same then."""
        return self.plain is self._text

    def place(self, span: Span) -> Span:
        """Where in the text as it is a place of the plain text is."""
        if self.is_plain:
            return span
        if self._offsets is None:
            self._offsets = Offsets(self._text)
        return self._offsets.span(span)
