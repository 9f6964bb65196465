"""Where a row may end: the opportunities that a text gives, good ones and bad.

The guide is Unicode Standard Annex 14 (line breaking), with what typesetters add to it: a dash
ends a row and does not begin one, unless it opens a speech; an ellipsis, a closing quotation mark
and the punctuation that French sets off by a space stay with what they follow; a number keeps its
groups and its unit, and a short one the word behind it, as a day does its month, or the month
before it. Scripts that are
written without spaces and would need a dictionary (Thai, Lao, Burmese, Khmer) are broken between
clusters, but not where that is wrong in any word.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import east_asian_width

from documents.lazy_regex import lazy_regex

# White space at which a row may end: all but the no-break spaces.
SPACES = frozenset(
    " \t\n\r\x0b\x0c\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"
    "\u205f\u3000\u2028\u2029"
)
_SPACE = f"[{''.join(sorted(SPACES))}]"
_LETTER = r"[^\W\d_]"

# All of these match between two characters. A lookbehind sees the row before the space, a
# lookahead what would begin the next row.
_AT_SPACE = rf"(?={_SPACE})(?<!{_SPACE})"
# What keeps a name's initials, an abbreviation and its number together: a letter with a point,
# and a few titles and words that are short for what precedes a name or a number.
_SHORT = "Dr|Fr|Hr|Mr|Ms|Mt|No|Nr|St|pp|гл|им|см|ул"
_IS_SHORT = rf"(?<=\.)(?:(?<=(?<!\w){_LETTER}\.)|(?<=(?<!\w)(?:{_SHORT})\.))"
_IS_DAY = (
    "(?:"
    + "|".join(rf"(?<=(?<![\w.,]){day})" for day in (r"\d", r"\d\d", r"\d\.", r"\d\d\."))
    + ")"
)
# What an English month ends with, which costs less than its name, and few other words do.
# What the English months end with, and few other words.
_IS_MONTH = "(?<=uary|arch|pril| May|June|July|gust|mber|ober)"
_IS_UNIT = rf"(?<=\d){_SPACE}(?:[ckm]?[mg]|[kMGT]B|км|кг|гг?\.|вв?\.|тыс|млн|млрд)(?!\w)"
_LOWER = "a-zß-öø-ÿа-џґ"
_MAY_HANG_ON = r":;!?»–—….%‰°€\d-"
_AT_GOOD_SPACE = (
    rf"{_AT_SPACE}(?:(?<![§«])|(?<=[\w.,!?…]«))(?!{_IS_SHORT})"
    rf"(?:(?<![\d.])|(?!{_IS_DAY})(?!{_IS_UNIT})|(?!{_SPACE}+{_LETTER}))"
    rf"(?:(?={_SPACE}+[^\s{_MAY_HANG_ON}])|"  # which is enough to know for most spaces
    rf"(?!{_SPACE}+[:;!?»](?![\w„‚“]))"
    rf"(?!(?<![.!?…:»”\"]){_SPACE}+(?:[–—-]|…|\.\.\.)(?:\s|\Z))"  # else it opens a speech
    rf"(?!{_SPACE}+[–—-]{_SPACE}+[{_LOWER}])"  # which begins with a capital
    rf"(?!(?={_SPACE}\d\d?(?!\d)){_IS_MONTH})"
    rf"(?!(?<=\d)(?<!\d\d\d\d){_SPACE}(?:[%‰°€]|\d\d\d(?!\d))))"
)
_AFTER_DASH = (
    # Not behind a single letter: "e-mail", "T-shirt".
    rf"(?<=[-–—/])(?:(?<={_LETTER}{_LETTER}[-–/])(?={_LETTER})|(?<=[^\s—]—)(?=[\w“„‘‚«\"]))"
)
_AFTER_UNSEEN = "(?<=[\u00ad\u200b])"
GOOD = rf"(?:{_AT_GOOD_SPACE}|\Z|{_AFTER_DASH})"
"""Where a row ends well. Soft hyphens and zero-width spaces are left to ``may_end``."""
POOR = _AT_SPACE
"""Where a row may end if it must."""
INSIDE = r"(?<=[/?&=#._@:,;+%~|\\-])(?=\w)"
"""Where a word is cut that is longer than a row: behind a sign in an address, a path, a name."""

HANGS_ON = "”“»’'\"!?.,;:)\\]}…"
"""What goes to the next row together with a character before it, where a long word is cut."""


@cache  # compiled when first needed: texts that are wrapped row by row go without
def _good() -> re.Pattern[str]:
    return re.compile(f"{GOOD}|{_AFTER_UNSEEN}")


_inside = lazy_regex(INSIDE).match

# JIS X 4051: what may not begin a row, and what may not end one; with the no-break spaces.
_NO_BREAK = "\u00a0\u2007\u202f"
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】〙〗〟’”»…‥,.:;?!)]}％%" + _NO_BREAK
)
_NOT_LAST = frozenset("（［｛〔〈《「『【〘〖〝‘“«([{￥＄$£" + _NO_BREAK)

# Scripts without spaces between words: vowels written before or after their consonant, and the
# signs that stack the next consonant below, hold it.
_SPACELESS = (("\u0e01", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))
_HOLDS_NEXT = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4\u1039\u17d2")
_HELD = frozenset(
    "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0eb3\u0ec6"
    "\u104a\u104b\u17d4\u17d5\u17d6\u17d7\u17d8\u17d9\u17da"
)


def may_end(text: str, at: int) -> bool:
    """Whether a row ends well before ``text[at]``: at a space, or where none is needed."""
    return _good().match(text, at) is not None


def may_cut(text: str, at: int) -> bool:
    """Whether a word longer than a row is cut well before ``text[at]``."""
    return _inside(text, at) is not None


def may_part_wide(before: str, after: str) -> bool:
    """Whether a row may end between two characters of which one takes two columns."""
    return after not in _NOT_FIRST and before not in _NOT_LAST


def may_part_spaceless(before: str, last: str, after: str) -> bool:
    """Whether a row may end between a cluster of a script without spaces and what comes after.

    ``before`` is the cluster's first character, ``last`` its last.
    """
    if not (_is_spaceless(before) and _is_spaceless(after)):
        return False
    return before not in _HOLDS_NEXT and last not in _HOLDS_NEXT and after not in _HELD


def _is_spaceless(character: str) -> bool:
    return any(first <= character <= last for first, last in _SPACELESS)


# Addresses

_IN_ADDRESS = r"[^\s“”„«»‘’<>\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]"
_POINTS = frozenset("/?&=#._-")
_LONGEST_LOOK = 2048
"""Code points before a place that are looked at for the beginning of an address."""


@cache  # compiled when first needed: most texts hold no address
def _address() -> re.Pattern[str]:
    return re.compile(
        rf"[(\[\"']?(?:([A-Za-z][A-Za-z0-9+.-]{{1,15}}://[^\s/?#]*){_IN_ADDRESS}*"
        rf"|[\w.+-]{{1,64}}@{_IN_ADDRESS}+)"
    )


@cache
def _is_in_address() -> re.Pattern[str]:
    return re.compile(_IN_ADDRESS)


def has_address(text: str) -> bool:
    """Whether there may be an address in the text."""
    return "@" in text or (":" in text and "://" in text)  # one character is found far sooner


def cuts_word(text: str, at: int) -> bool:
    """Whether a row that ends before ``text[at]`` cuts a word, or an address, in two."""
    if not 0 < at < len(text) or text[at].isspace() or text[at - 1].isspace():
        return False
    before, after = text[at - 1], text[at]
    if _is_spaceless(before) or _is_wide(before) or _is_wide(after):
        return False
    return not may_end(text, at) or _is_inside_address(text, at)


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "WF"


def _is_inside_address(text: str, at: int) -> bool:
    """Whether what goes on at ``text[at]`` has begun as an address, not too far before."""
    before = text[max(0, at - _LONGEST_LOOK) : at]
    return has_address(before.split()[-1])


class Addresses:
    """Breaks the addresses of a text: those of the web behind their points, those of mail never.

    An address that would take no more than half a row goes to the next one whole.
    """

    def __init__(self, text: str, width: int) -> None:
        self._text = text
        self._width = width
        self._end = 0  # of the address that rows were cut in last

    def cut(self, first: int, limit: int) -> int | None:
        """Where the row from ``first`` ends, if it would end inside an address.

        ``limit`` is the first offset for which there is no room. None: it ends elsewhere.
        """
        if first < self._end:
            return (
                self._point(first + self._width // 2, limit) or limit if limit < self._end else None
            )
        start = self._start(first, limit)
        found = _address().match(self._text, start) if start < limit else None
        if found is None or found.end() <= limit:
            return None
        begins_row = not self._text[first:start].strip()
        length = found.end() - start
        whole = length <= (self._width // 2 if found[1] else self._width)
        point = None if whole else self._point(found.end(1) if found[1] else start, limit)
        if point is None and not begins_row:
            return start
        self._end = found.end()
        return point or limit

    def _start(self, first: int, limit: int) -> int:
        """Where the run of characters begins, not before ``first``, that goes on at ``limit``."""
        is_in = _is_in_address().match
        start = limit
        if is_in(self._text, limit):
            while start > first and is_in(self._text, start - 1):
                start -= 1
        return start

    def _point(self, least: int, limit: int) -> int | None:
        """The last place behind a point from ``least`` to ``limit`` that begins with a word.

        Behind a hyphen, which might be taken for one that is not in the address, only where there
        is no other.
        """
        behind_hyphen = None
        for place in range(limit, least, -1):
            if self._text[place - 1] in _POINTS and self._text[place] not in _POINTS:
                if self._text[place - 1] != "-":
                    return place
                behind_hyphen = behind_hyphen or place
        return behind_hyphen
