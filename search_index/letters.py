r"""What belongs to a word: the one definition, for finding words and for indexing them.

A word is a run of word characters (``\w``) and of the marks that letters carry, which are none to
``re``: the vowels of Hindi, the points of Hebrew and Arabic, an accent for which there is no letter
in one piece. Characters of scripts that are written without spaces are no part of it: a name or a
figure among them is a word by itself, and they are found wherever they stand. So are raised figures
and those in a circle, which point to a note and are none of the word's letters.

All of it is said of texts as they are typed (``search_index.plain_text``).
"""

from __future__ import annotations

import re

from documents.lazy_regex import lazy_regex

UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Myanmar
    "\u1780-\u17ff\u19e0-\u19ff"  # Khmer
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c"  # marks of repetition, numerals
    "\u3041-\u309f\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Hiragana, Katakana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # Han
)
"""The inside of a character class: the scripts that are written without spaces between words."""

RAISED = (
    "\u00b2\u00b3\u00b9\u2070-\u2079"  # exponents too
    "\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3248-\u325f\u3280-\u3289\u32b1-\u32bf"
)
"""The inside of a character class: figures that point to a note, raised, circled or in brackets.

To ``\\w`` they are part of the word before them.
"""

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711-\u07f3\u07fd\u0816-\u082d"
    "\u0859-\u085b\u0898-\u08e1\u08e3-\u0963\u0981-\u09e3\u09fe-\u0a75\u0a81-\u0ae3\u0afa-\u0b63"
    "\u0b82-\u0bd7\u0c00-\u0c63\u0c81-\u0c83\u0cbc-\u0d4d\u0d57-\u0d63\u0d81-\u0df3\u0f18-\u0f19"
    "\u0f35\u0f37\u0f39\u0f3e-\u0f84\u0f86-\u0fbc\u0fc6\u135d-\u135f\u1712-\u1734\u1752-\u1773"
    "\u180b-\u180d\u180f-\u193b\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1b44\u1b6b-\u1b73\u1b80-\u1bf3"
    "\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f"
    "\ua66f-\ua672\ua674-\ua67d\ua69e-\ua6f1\ua802-\ua827\ua82c\ua880-\ua8c5\ua8e0-\ua8f1"
    "\ua8ff-\ua92d\ua947-\ua953\ua980-\ua9c0\uaa29-\uaa4d\uaab0-\uaac1\uaaeb-\uaaef\uaaf5-\uaaf6"
    "\uabe3-\uabea\uabec-\uabed\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f"
)
"""The inside of a character class: marks, but those of UNSPACED, and letters between them.

Those of the scripts beyond U+FFFF, which are historic nearly all, count as signs: Python takes a
step for each of such ranges at each character.
"""

# UNSPACED and RAISED with what lies between and is no \w: Python takes a step for each range.
_NO_LETTERS = (
    "\u00b2\u00b3\u00b9\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u2070-\u2079\u2460-\u24ff"
    "\u2776-\u2793\u3005-\u30ff\u31f0-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U000323af"
)
LETTER = rf"[^\W{_NO_LETTERS}]"
"""A word character of a script that is written with spaces."""
SIGN = rf"(?:[^\w\s{MARKS}{UNSPACED}]|[{RAISED}])"
"""What belongs to no word and is no white space."""
WORD = rf"(?:{LETTER}+(?:[{MARKS}]{LETTER}*)*|(?:[{MARKS}]{LETTER}*)+)"
"""A whole run of what belongs to a word, and in ASCII texts the same."""
GOING_ON = rf"{LETTER}*(?:[{MARKS}]{LETTER}*)*"
"""What may follow on the beginning of a word."""
GAP = rf"(?:[{RAISED}]*\s)+"
"""What stands between words that follow on each other: white space, and what points to a note."""
ASCII_WORD, ASCII_GOING_ON, ASCII_GAP = r"\w+", r"\w*", r"\s+"

_BEFORE, _AFTER = rf"(?<!{LETTER})(?<![{MARKS}])", rf"(?!{LETTER})(?![{MARKS}])"
_ASCII_BEFORE, _ASCII_AFTER = r"(?<!\w)", r"(?!\w)"

_ASCII = bytes(range(0x80))
_word = lazy_regex(WORD)
_ascii_word = lazy_regex(ASCII_WORD)
_unspaced = lazy_regex(f"[{UNSPACED}]")
_stands_apart = lazy_regex(f"[{UNSPACED}{RAISED}]")
_peculiar = lazy_regex(f"[{UNSPACED}{MARKS}{RAISED}]")


# Nothing peculiar begins with these bytes in UTF-8, but for what is looked for by itself: figures
# that are raised, and what is no punctuation among the signs.
_HARMLESS = bytes([*range(0xCC), *b"\xce\xcf\xd0\xd1\xd3\xd4\xd5\xda\xe2\xeb\xec\xed"])
_raised = lazy_regex(b"\xc2[\xb2\xb3\xb9]")
_no_punctuation = lazy_regex(b"\xe2[^\x80\x82]")
_AT_ONCE = 16


def is_simple(text: str) -> bool:
    r"""Whether ``\w`` tells all that belongs to a word in a text, as it does in one in ASCII."""
    if text.isascii():
        return True
    if _peculiar.search(text, 0, _AT_ONCE):  # of a text in such a script it is the first letter
        return False
    others = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    harmless = not others.translate(None, _HARMLESS)
    if harmless and not (_raised.search(others) or _no_punctuation.search(others)):
        return True
    return _peculiar.search(others.decode("utf-8", "surrogatepass")) is None


def word_pattern(text: str) -> re.Pattern[str]:
    """What finds the words of a text; the quicker one where that makes no difference."""
    return _ascii_word if is_simple(text) else _word


def is_one_word(text: str) -> bool:
    """Whether ``text`` is a word and nothing else."""
    return _word.fullmatch(text) is not None


def is_unspaced(text: str) -> bool:
    """Whether anything in ``text`` is written in a script without spaces between words."""
    return not text.isascii() and _unspaced.search(text) is not None


def stands_apart(text: str) -> bool:
    """Whether anything in ``text`` is found whatever stands beside it."""
    return not text.isascii() and _stands_apart.search(text) is not None


def border_before(character: str, *, simple: bool = False) -> str:
    """What a regular expression asks for before a word that begins with ``character``."""
    if stands_apart(character):
        return ""
    return _ASCII_BEFORE if simple else _BEFORE


def border_after(character: str, *, simple: bool = False) -> str:
    """What a regular expression asks for after a word that ends with ``character``."""
    if stands_apart(character):
        return ""
    return _ASCII_AFTER if simple else _AFTER


def behind_border(word: str, *, simple: bool = False) -> str:
    """The word as an expression, and what is asked for before it: that comes behind.

    So Python finds the word first, which it does quickly.
    """
    escaped = re.escape(word)
    if stands_apart(word[0]):
        return escaped
    if simple:
        return rf"{escaped}(?<!\w{escaped})"
    return rf"{escaped}(?<!{LETTER}{escaped})(?<![{MARKS}]{escaped})"
