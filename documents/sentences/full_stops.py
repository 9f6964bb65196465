"""Whether a single full stop with white space after it ends the sentence."""

from __future__ import annotations

from typing import NamedTuple

from documents.lazy_regex import lazy_regex
from documents.sentences import abbreviations as words
from documents.sentences.following import Following
from documents.sentences.languages import language, starts_sentences
from documents.sentences.scripts import OPENERS

_REACH = 60  # code points looked at before the full stop
_ROMAN = lazy_regex(r"[ivxlcIVXLC]{1,5}")
_DOTTED = lazy_regex(r"[^\W\d_]{1,3}(?:\.-?[^\W\d_]{1,3})+")
_WORDS_OF_SENTENCE = 5  # a shorter beginning is an adverbial: "At 5 a.m.", "В 1904 г."


class Before(NamedTuple):
    """What stands before the full stop in its sentence."""

    text: str
    """The paragraph."""
    start: int
    """Where the sentence starts."""
    stop: int
    """Where the full stop is."""
    word: str
    previous: str
    """The word before ``word``, or empty."""

    @property
    def plain(self) -> str:
        return self.word.lower()

    @property
    def is_first(self) -> bool:
        """Whether the word is all there is of the sentence so far."""
        head = self.text[self.start : min(self.stop, self.start + 12)].replace(self.word, "", 1)
        return self.stop - self.start < 12 and not any(map(str.isalnum, head))

    @property
    def is_short(self) -> bool:
        """Whether the sentence so far is too short to be one."""
        return len(self.text[self.start : self.stop].split(None, 6)) < _WORDS_OF_SENTENCE


def before(text: str, start: int, stop: int) -> Before:
    """What stands between the sentence's start and the full stop at ``stop``."""
    pieces = text[max(start, stop - _REACH) : stop].split()
    if not pieces or text[stop - 1].isspace():
        return Before(text, start, stop, "", pieces[-1] if pieces else "")
    previous = pieces[-2] if len(pieces) > 1 else ""
    return Before(text, start, stop, pieces[-1].lstrip(OPENERS + "•⁃"), previous)


def ends_sentence(left: Before, right: Following) -> bool:
    """Whether the full stop between ``left`` and ``right``, a word not in lower case, ends one."""
    if not left.word:
        return _ends_after_space(left, right)
    if _is_enumerator(left):
        return False
    if left.word.isdigit():
        return not _is_ordinal(left, right)
    return _ends_after_word(left, right)


def is_abbreviation(left: Before) -> bool:
    """Whether a word in lower case after the full stop goes on with the sentence."""
    plain = left.plain
    return (
        len(plain) < 2
        or not plain[-1].isalnum()
        or "." in plain
        or plain in words.SMALL_TITLES
        or plain in words.NEVER
        or plain in words.BEFORE_NUMBERS
        or plain in words.MAY_END
        or plain in words.LIST_ENDS
        or plain in words.UNITS
        or (left.word[0].isupper() and plain in (words.TITLES | words.MAY_END_CAPITALISED))
    )


def _ends_after_space(left: Before, right: Following) -> bool:
    """A full stop on its own ends a sentence, but for spaced ones that only mark an omission."""
    if left.previous != ".":
        return left.previous != ""
    return right.word != "I" and left.text[left.start : left.stop].strip(". ") != ""


def _is_enumerator(left: Before) -> bool:
    """Whether the sentence so far is ``1``, ``a`` or ``IV``: the number of what follows."""
    word = left.word
    if not left.is_first:
        return False
    return (
        (word.isdigit() and len(word) <= 3)
        or (len(word) == 1 and word.isalpha())
        or _ROMAN.fullmatch(word) is not None
    )


def _is_ordinal(left: Before, right: Following) -> bool:
    if len(left.word) > 3 or not right.is_upper:
        return False
    if right.word.lower() in words.MONTHS:
        return True
    if left.previous.lower() in words.ORDINAL_CUES:
        return language(left.text) == "de"
    return False


def _ends_after_word(left: Before, right: Following) -> bool:
    plain = left.plain
    if right.is_number and plain in words.BEFORE_NUMBERS:
        return False
    if plain in words.LIST_ENDS or (plain in ("д", "п") and left.previous.lower() == "т."):
        return bool(right.openers) or not right.is_number
    if _is_title(left):
        return _ends_after_street(left, right)
    if plain in words.UNITS and left.previous[-1:].isdigit():
        return True
    if plain in words.YEARS and left.previous[-1:].isalnum() and _has_number(left.previous):
        return not left.is_short and not right.openers
    if plain in words.NEVER and not _is_other_word(left.word):
        return False
    if plain in words.MERIDIEM:
        return _ends_after_time(left, right)
    if _may_end(left):
        return not right.is_initial and starts_sentences(right.word, left.text)
    return True


def _is_other_word(word: str) -> bool:
    """Whether capital letters make it an initial, ``V``, or another word, ``ENGL``."""
    return word.isupper() and word.isalpha() and len(word) != 2 and word.lower() != word


def _is_title(left: Before) -> bool:
    plain = left.plain
    return plain in words.TITLES and (left.word[0].isupper() or plain in words.SMALL_TITLES)


def _ends_after_street(left: Before, right: Following) -> bool:
    """``Main St. The`` ends, where ``St. Michael`` does not."""
    return (
        left.plain in ("st", "dr", "sr", "ft")
        and left.previous[:1].isupper()
        and starts_sentences(right.word, left.text)
    )


def _has_number(word: str) -> bool:
    return word[-1].isdigit() or _ROMAN.fullmatch(word) is not None


def _ends_after_time(left: Before, right: Following) -> bool:
    if starts_sentences(right.word, left.text):
        return True
    return right.is_upper and right.word.lower() not in words.TIME_WORDS and not left.is_short


def _may_end(left: Before) -> bool:
    word = left.word
    return (
        left.plain in words.MAY_END
        or (word[0].isupper() and left.plain in words.MAY_END_CAPITALISED)
        or _is_initial(word)
        or ("." in word and _DOTTED.fullmatch(word) is not None)
    )


def _is_initial(word: str) -> bool:
    """Whether the word is a single letter, but for the Cyrillic ones that are words."""
    return len(word) == 1 and word.isalpha() and word not in "яєї" and word < "\u3000"
