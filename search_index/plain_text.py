"""Texts spelt as people type them, which is how they are searched, and where that stands in them.

The same letters are written in many ways that look alike: an accent apart from its letter (as in
the texts of a Mac), letters joined into one character or as wide as a Chinese one (as in what was
copied from a PDF), characters between them that nobody sees. A text and a query are both brought
to one spelling: Unicode's composed form (NFC) without any of that. A line ends with a line feed
alone, so that it ends where it seems to. Documents stay as they are: ``Offsets`` leads from a place
in the plain text to the one in the document.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right

from documents.lazy_regex import lazy_regex
from documents.spans import Span
from search_index.letters import MARKS, UNSPACED

_UNSEEN = (
    "\u00ad"  # the soft hyphen
    "\u0640"  # by which Arabic words are stretched
    "\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # that choose between shapes of a character
)
_JOINED = (
    "\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06\ufb13-\ufb17\ufb4f"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdf9\ufe80-\ufefc"  # shapes of Arabic letters
)
_WIDE = "\uff03-\uff07\uff0b\uff0d-\uff19\uff1d\uff20-\uff3a\uff3c\uff3f\uff41-\uff5a"
_NARROW = "\uff66-\uff9f"  # Katakana
_ANY = _UNSEEN + _JOINED + _WIDE + _NARROW
_APART = (
    "\u0958-\u095f\u09dc\u09dd\u09df\u0a33\u0a36\u0a59-\u0a5b\u0a5e\u0b5c\u0b5d\u0f43\u0f4d\u0f52"
    "\u0f57\u0f5c\u0f69\u2adc\ufb1d-\ufb4e\U0001d15e-\U0001d164\U0001d1bb-\U0001d1c0"
)
"""Characters that are several in the composed form."""
_BEYOND = (
    "\U000101fd-\U0001037a\U00010a01-\U00010a3f\U00010ae5-\U00010ae6\U00010d24-\U00010eac"
    "\U00010f46-\U00010f50\U00010f82-\U00010f85\U00011000-\U00011046\U00011070-\U000110ba"
    "\U000110c2\U00011100-\U00011134\U00011145-\U00011173\U00011180-\U000111c0"
    "\U000111c9-\U000111cc\U000111ce-\U000111cf\U0001122c-\U00011237\U0001123e"
    "\U000112df-\U00011446\U0001145e-\U000114c3\U000115af-\U000115c0\U000115dc-\U00011640"
    "\U000116ab-\U000116b7\U0001171d-\U0001172b\U0001182c-\U0001183a\U00011930-\U00011943"
    "\U000119d1-\U000119e0\U000119e4-\U00011a3e\U00011a47-\U00011a99\U00011c2f-\U00011c3f"
    "\U00011c92-\U00011ef6\U00016af0-\U00016af4\U00016b30-\U00016b36\U00016f4f-\U00016f92"
    "\U0001bc9d-\U0001bc9e"
    "\U00016fe4-\U00016ff1\U0001cf00-\U0001cf46\U0001d165-\U0001d169\U0001d16d-\U0001d172"
    "\U0001d17b-\U0001d182\U0001d185-\U0001d18b\U0001d1aa-\U0001d1ad\U0001d242-\U0001d244"
    "\U0001da00-\U0001da36\U0001da3b-\U0001da6c\U0001da75\U0001da84\U0001da9b-\U0001e136"
    "\U0001e2ae-\U0001e2ef\U0001e8d0-\U0001e94a"
)
"""Marks of the scripts beyond U+FFFF, and letters between them."""
_LATER = "\u1160-\u11ff\ud7b0-\ud7fb\uff9e\uff9f"  # parts of a Korean syllable; marks of Katakana
_FOLLOWING = rf"(?:(?![\w{_UNSEEN}])[{MARKS}{_BEYOND}{UNSPACED}]|[{_LATER}])"
"""What may be one with the character before it."""

_any = lazy_regex(f"[{_ANY}]+")
_unseen = lazy_regex(f"[{_UNSEEN}]")
_following = lazy_regex(_FOLLOWING)
_line_end = lazy_regex("\r\n")
_single = lazy_regex(f"\r\n|[{_UNSEEN}]+|[{_JOINED}{_NARROW}]")
_composed = lazy_regex(
    rf"\r\n|[^\r{_UNSEEN}](?:[{_UNSEEN}]*{_FOLLOWING})+|{_FOLLOWING}|[{_ANY}{_APART}]"
)

# What begins these characters in UTF-8 begins others too, which are common: they are looked for one
# by one. The first bytes that are left after HARMLESS are those of the others.
_COMMON = "\u00ad\u0132\u0133\u061c\u0640"
_general = lazy_regex(b"\xe2(?:\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa0-\xaf])")
_HARMLESS = bytes({*range(0x100)} - {0xC7, 0xCD, 0xE1, 0xEF, *range(0xF3, 0x100)})


class _Typed(dict[str, str]):
    """What is typed for each of such characters."""

    def __missing__(self, character: str) -> str:
        typed = "" if _unseen.match(character) else unicodedata.normalize("NFKC", character)
        typed = _unseen.sub("", typed)
        if typed and not typed.isalnum() and character < _WIDE[0]:  # a mark, beside nothing
            typed = character
        self[character] = typed
        return typed


_typed = _Typed()


def plain(text: str) -> str:
    """The text as it is searched; most texts are that already."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() or not _may_differ(text):
        return text
    return unicodedata.normalize("NFC", _any.sub(_as_typed, text))


def stands_alone(character: str) -> bool:
    """Whether a character is what it is in any plain text, whatever stands beside it."""
    composed = unicodedata.is_normalized("NFC", character) and not _following.match(character)
    return composed and not _any.match(character)


def _as_typed(found: re.Match[str]) -> str:
    return "".join(map(_typed.__getitem__, found.group()))


def _may_differ(text: str) -> bool:
    """Whether anything but the ends of lines may be otherwise in the plain text."""
    if not unicodedata.is_normalized("NFC", text) or any(map(text.__contains__, _COMMON)):
        return True
    data = text.encode("utf-8", "surrogatepass")
    if _general.search(data):
        return True
    return bool(data.translate(None, _HARMLESS)) and _any.search(text) is not None


class Offsets:
    """Where in a document the characters of its plain text stand.

    What is kept are the stretches of the document that are written otherwise there, but those of
    one character that is one character.
    """

    def __init__(self, text: str) -> None:
        self._starts, self._ends = array("q"), array("q")  # in the plain text
        self._first, self._last = array("q"), array("q")  # in the document
        for found in _changes(text).finditer(text):
            written = found.group()
            expanded = _any.sub(_as_typed, written)
            if unicodedata.is_normalized("NFC", expanded):  # each character is one for itself
                for each in _single.finditer(written):
                    self._add(found.start() + each.start(), each.group())
            else:
                self._add(found.start(), written)

    def _add(self, first: int, written: str) -> None:
        typed = _piece(written)
        if typed != written and not len(typed) == len(written) == 1:
            last = first + len(written)
            start = self._ends[-1] + first - self._last[-1] if self._ends else first
            self._first.append(first)
            self._last.append(last)
            self._starts.append(start)
            self._ends.append(start + len(typed))

    def span(self, place: Span) -> Span:
        """The place in the document; of what is one character there, all of it."""
        start, end = place
        if start >= end or not self._starts:
            return place
        return Span(self._character(start)[0], self._character(end - 1)[1])

    def _character(self, at: int) -> tuple[int, int]:
        """What stands in the document for a character of the plain text."""
        found = bisect_right(self._starts, at) - 1
        if found < 0:
            return at, at + 1
        if at < self._ends[found]:
            return self._first[found], self._last[found]
        start = self._last[found] + at - self._ends[found]
        return start, start + 1


def _changes(text: str) -> re.Pattern[str]:
    """What finds the stretches of a text that may be written otherwise; the quickest that does."""
    if text.isascii():
        return _line_end
    normalized = unicodedata.is_normalized
    whole = normalized("NFC", text) and normalized("NFC", _any.sub(_as_typed, text))
    return _single if whole else _composed


def _piece(written: str) -> str:
    return "\n" if written == "\r\n" else unicodedata.normalize("NFC", _any.sub(_as_typed, written))
