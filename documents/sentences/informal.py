"""Ends of sentences that have no mark of their own, as people write on the web and in mail."""

from __future__ import annotations

import re

from documents.lazy_regex import lazy_regex
from documents.sentences import abbreviations as words
from documents.sentences.languages import starts_sentences

TRIGGER = r"[:;@]|(?<!\S)[=*_]{3,}(?=\s)"
"""A regular expression for where ``end_at`` is to be asked."""

_FACE = lazy_regex(r"(?<=\s)[:;][-o'^]?[)(DPp](?=\s)")
_ADDRESS = lazy_regex(r"(?:@|://)\S{3,300}+(?=\s)")  # longer ones are hostile
_TIME = lazy_regex(r"(?<=\d):\d\d(?::\d\d)?(?:\s[AP]M)?(?=\s)(?!\s[AP]M\b)")
_DATE = lazy_regex(r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}\Z")
_RULE = lazy_regex(r"[=*_]{3,}")
_SPACE = lazy_regex(r"\s+")
_CAPITALISED = lazy_regex(r"(?P<word>[^\W\d_a-z][^\W\d_A-Z]+|I(?=[\s'’]))(?![\w@/(]|\.\S)")


def end_at(text: str, offset: int, limit: int) -> int:
    """Where a sentence ends by the emoticon, address, date or rule of signs at ``offset``, or 0."""
    sign = text[offset]
    if sign in "=*_":
        match = _RULE.match(text, offset, limit)
    elif sign == "@" or text.startswith("://", offset):
        return _end_of_address(text, offset, limit)
    else:
        match = _FACE.match(text, offset, limit) or _header_time(text, offset, limit)
    return match.end() if match and _starts_anew(text, match.end(), limit) else 0


def is_missing_space(text: str, start: int, stop: int, end: int) -> bool:
    """Whether a sentence ends at ``end`` though its mark, from ``stop`` on, has no space after it.

    Names of files, hosts and the like have full stops inside too: the word before must be in
    lower case, or the one after begin sentences.
    """
    match = _CAPITALISED.match(text, end)
    pieces = text[max(start, stop - 40) : stop].split()
    if not match or not pieces or any(sign in pieces[-1] for sign in "@/\\_.#:="):
        return False
    word = pieces[-1].lstrip("\"'“‘([")
    if word.isalpha() and word.islower() and len(word) > 2:
        return True
    known = starts_sentences(match["word"], text) or match["word"].lower() in words.SMALL_TITLES
    return known and len(word) > 2 and (word.isalpha() or word[-1].isdigit())


def _end_of_address(text: str, offset: int, limit: int) -> int:
    """The end of the web or mail address around ``offset``, if a new sentence follows it."""
    match = _ADDRESS.match(text, offset, limit)
    if not match or "." not in match[0] or not (match[0][-1].isalnum() or match[0][-1] in "/>])"):
        return 0
    return match.end() if _starts_anew(text, match.end(), limit) else 0


def _header_time(text: str, offset: int, limit: int) -> re.Match[str] | None:
    """The time that ends the head of a mail: ``08/16/2000 03:48 PM``."""
    match = _TIME.match(text, offset, limit)
    return match if match and _DATE.search(text, max(0, offset - 16), offset) else None


def _starts_anew(text: str, offset: int, limit: int) -> bool:
    """Whether white space and a capital letter or an address follow."""
    space = _SPACE.match(text, offset, limit)
    if not space or space.end() >= limit:
        return False
    first = text[space.end()]
    if first in '"“(' and space.end() + 1 < limit:
        first = text[space.end() + 1]
    return first.isupper() or text.startswith(("http://", "https://"), space.end())
