"""The marks at which a paragraph is cut into sentences."""

from __future__ import annotations

import re

from documents.lazy_regex import lazy_regex
from documents.sentences import full_stops, informal, speech
from documents.sentences.enumerations import item_starts
from documents.sentences.following import Following, following
from documents.sentences.languages import language, starts_sentences
from documents.sentences.scripts import (
    CLOSERS,
    MARKS,
    UNSPACED_CLOSERS,
    UNSPACED_MARKS,
    char_class,
    is_cjk,
)

_CANDIDATE = lazy_regex(
    rf"(?P<marks>{char_class(MARKS)}+)"
    rf"(?P<closers>{char_class(CLOSERS)}*"
    rf"(?:(?<=\])\([^()\s]{{1,500}}\){char_class(CLOSERS)}*)?"  # the target of a Markdown link
    r"(?:\s»(?=[\s,.;:)]|\Z)|\s[\"')](?=\s))?)"
    r"(?P<notes>(?:\[\^?\w{1,4}\]|[¹²³⁴-⁹⁰]+|(?<=[^\W\d].)\d{1,3}(?=\s+[^\W\d_a-z]))*)"
    r"(?P<space>\s*)"
    rf"|{informal.TRIGGER}"
)
_UNSPACED_CLOSERS = lazy_regex(rf"{char_class(UNSPACED_CLOSERS)}*")
_BRACKETED_ELLIPSIS = lazy_regex(r"\[(?:…|\.\.\.|\. \. \.)\](?P<space>\s+)")
_THREE_SPACED_DOTS = lazy_regex(r"\. \. \.\s+(?=[^\W\d_a-z])")
_ALWAYS_FINAL = "।॥۔؟"  # nothing else is written with them, so that the space may be missing
_SAID = lazy_regex(r"的|等|[^，。]{0,4}[说說问問](?![服明])|[^，。]{0,3}道[，：。]")
_GOES_ON = frozenset("，、；：,;:)]")
_QUOTE_CLOSERS = frozenset("\"'”’»«›‹“」』")
_BRACKET_REACH = 500  # code points back to look for an opening bracket


def sentence_ends(text: str) -> list[int]:
    """Where the sentences of one paragraph end, the last one left out: ascending offsets.

    Takes time in proportion to the text, whatever stands in it.
    """
    ends: list[int] = []
    start = 0
    for item in item_starts(text):
        ends.extend(_ends_between(text, start, item))
        ends.append(item)
        start = item
    ends.extend(_ends_between(text, start, len(text)))
    return ends


def _ends_between(text: str, start: int, limit: int) -> list[int]:
    """The ends of the sentences in ``[start, limit)``, that at ``limit`` left out."""
    ends: list[int] = []
    for match in _CANDIDATE.finditer(text, start, limit):
        if match.start() < start:  # inside what an earlier one has settled
            continue
        if match["marks"] is None:
            end = informal.end_at(text, match.start(), limit)
        elif match.end() == limit:
            break
        else:
            end = _end_at_mark(text, start, match)
        if end:
            ends.append(end)
            start = end
    return ends


def _end_at_mark(text: str, start: int, match: re.Match[str]) -> int:
    """Where the sentence that began at ``start`` ends by this mark, or 0."""
    if match["marks"][-1] in UNSPACED_MARKS:
        return _end_without_space(text, match)
    if not match["space"]:
        return _end_in_run(text, start, match)
    if _is_bracketed_ellipsis(text, match):
        return 0
    end, offset = match.end("notes"), match.end()
    omission = _BRACKETED_ELLIPSIS.match(text, offset)
    if omission:  # stays with the sentence before
        end, offset = omission.start("space"), omission.end()
    right = following(text, offset) if offset < len(text) else None
    if right is None:
        return end if _precedes_omission(text, match) else 0
    return end if _ends_before(text, start, match, right) else 0


def _end_without_space(text: str, match: re.Match[str]) -> int:
    """The end after a mark of a script that has no spaces between words."""
    closers = _UNSPACED_CLOSERS.match(text, match.end("marks"))
    assert closers is not None  # the pattern may be empty
    end = closers.end()
    after = text[end : end + 1]
    if not after or after in MARKS or after in _GOES_ON:
        return 0
    if closers[0] and ("\u3040" <= after <= "\u309f" or _SAID.match(text, end)):
        return 0  # a particle or a verb of speech goes on after a quotation
    return end


def _end_in_run(text: str, start: int, match: re.Match[str]) -> int:
    """The end where the space after the mark was left out, or 0."""
    marks, end = match["marks"], match.end("closers")
    after, before = text[end], text[match.start() - 1 : match.start()]
    if marks[-1] in "!?" and is_cjk(before) and is_cjk(after) and after not in _GOES_ON:
        return end
    if marks[-1] in _ALWAYS_FINAL and after.isalpha():
        return match.end("marks")
    if after.isupper() and informal.is_missing_space(text, start, match.start(), end):
        return end
    return 0


def _ends_before(text: str, start: int, match: re.Match[str], right: Following) -> bool:
    """Whether the mark ends a sentence, ``right`` being what stands after white space."""
    marks, closers = match["marks"], match["closers"]
    if right.is_lower:
        return not closers and not right.openers and _ends_before_small(text, start, match)
    if ")" in closers and _opened_inside(text, start, match.start()):
        return marks == "." and starts_sentences(right.word, text)
    if marks == ".":
        return full_stops.ends_sentence(full_stops.before(text, start, match.start()), right)
    if marks.endswith(("...", "…")) and right.word == "I":  # has its capital letter everywhere
        return False
    if closers and closers[-1] in _QUOTE_CLOSERS and marks[-1] in "?!…":
        return not speech.follows(text, match.end())
    return True


def _ends_before_small(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence that begins with a small letter follows, as people write in haste."""
    marks = match["marks"]
    if len(marks) > 1 and marks[-1] in ".…":
        return False
    left = full_stops.before(text, start, match.start())
    if (marks == "." and full_stops.is_abbreviation(left)) or (
        marks == "!" and left.word[:1].isupper()
    ):
        return False
    return language(text) == "en" or text[start : start + 2].lstrip()[:1].islower()


def _precedes_omission(text: str, match: re.Match[str]) -> bool:
    """Whether the full stop of a sentence and the three spaced ones of an omission meet here."""
    attached = match["marks"] == "." and not text[match.start() - 1 : match.start()].isspace()
    return attached and _THREE_SPACED_DOTS.match(text, match.end()) is not None


def _is_bracketed_ellipsis(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    return before in ("[", "(") and match["closers"].startswith((")", "]"))


def _opened_inside(text: str, start: int, stop: int) -> bool:
    """Whether the bracket that closes at ``stop`` opened in the midst of the sentence."""
    opened = text.rfind("(", max(start, stop - _BRACKET_REACH), stop)
    return opened > start and text[start:opened].strip() != ""
