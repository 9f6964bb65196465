"""Texts with case taken out, as regular expressions with ``re.IGNORECASE`` see it.

Two characters that ``re.IGNORECASE`` takes for the same are the same once folded, and so are the
kinds of apostrophes and of hyphens, which one key types. A folded text is as long as the text: an
offset in one is the offset in the other. What is searched is the folded text, so that words are
found at the speed of a plain substring search.
"""

from __future__ import annotations

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

_SIBLINGS = (
    *_LETTERS,
    *((sign, "'") for sign in APOSTROPHES),
    *((sign, "-") for sign in HYPHENS),
)


def fold(text: str) -> str:
    """``text`` with case and kinds of signs taken out, one character for each."""
    if text.isascii():
        return text.lower()
    # The one character whose lower-case form is two characters.
    folded = text.replace("\u0130", "i").lower()
    for letter, sibling in _SIBLINGS:
        if letter in folded:
            folded = folded.replace(letter, sibling)
    return folded
