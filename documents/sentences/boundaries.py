"""The marks at which a paragraph is cut into sentences."""

from __future__ import annotations

import re

from documents.sentences import abbreviations as words
from documents.sentences.scripts import CLOSERS, MARKS, OPENERS, UNSPACED_MARKS, char_class

_CANDIDATE = re.compile(
    rf"(?P<marks>{char_class(MARKS)}+)"
    rf"(?P<closers>{char_class(CLOSERS)}*(?:[ \u00a0\u202f]»)?)"
    r"(?P<notes>(?:\[\w{1,4}\]|[¹²³⁴-⁹⁰]+)*)"
    r"(?P<space>\s*)"
)
_NEXT = re.compile(rf"(?P<openers>(?:{char_class(OPENERS)}\s?)*)(?P<word>\w*(?:['’.]\w+)*)")
_LONGEST_WORD = 40


def sentence_ends(text: str) -> list[int]:
    """Where the sentences of one paragraph end, the last one left out: ascending offsets."""
    ends: list[int] = []
    start = 0
    size = len(text)
    for match in _CANDIDATE.finditer(text):
        after = match.end()
        if after >= size:
            break
        if match["space"]:
            ends_here = _ends_before_space(text, match, start)
        else:
            ends_here = match["marks"][-1] in UNSPACED_MARKS and _ends_without_space(text, match)
        if ends_here:
            start = match.end("notes")
            ends.append(start)
    return ends


def _ends_without_space(text: str, match: re.Match[str]) -> bool:
    following = text[match.end()]
    if match["closers"]:
        return not ("\u3040" <= following <= "\u309f") and following not in "，、；："
    return following not in "，、；："


def _ends_before_space(text: str, match: re.Match[str], start: int) -> bool:
    following = _NEXT.match(text, match.end())
    assert following is not None
    word = following["word"]
    first = word[:1]
    marks = match["marks"]
    if first.islower():
        return False
    if marks[-1] in UNSPACED_MARKS:
        return True
    if marks == ".":
        return _full_stop_ends(text, match, start, word)
    return True


def _full_stop_ends(text: str, match: re.Match[str], start: int, following: str) -> bool:
    before = _word_before(text, match.start(), start)
    plain = before.lower()
    next_plain = following.lower()
    first = following[:1]
    starts = next_plain in words.STARTERS
    if not before:
        return True
    if plain in words.TITLES and (before[0].isupper() or not starts):
        return False
    if plain in words.NEVER:
        return False
    if first.isdigit() and plain in words.BEFORE_NUMBERS:
        return False
    if plain in words.MAY_END:
        return starts
    if len(before) == 1 and before.isalpha() and before.isupper():
        return starts
    if "." in before and _is_dotted(before):
        return starts
    return True


def _word_before(text: str, end: int, start: int) -> str:
    """The word that ends at ``end``, without what opens before it."""
    pieces = text[max(start, end - _LONGEST_WORD) : end].split()
    return pieces[-1].lstrip(OPENERS) if pieces and not text[end - 1].isspace() else ""


def _is_dotted(word: str) -> bool:
    """Whether the word is letters with full stops between, such as ``U.S`` or ``Ph.D``."""
    return all(part.isalpha() and len(part) < 3 for part in word.split("."))
