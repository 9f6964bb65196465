"""What stands after a mark that may end a sentence."""

from __future__ import annotations

from typing import NamedTuple

from documents.lazy_regex import lazy_regex
from documents.sentences.scripts import OPENERS, char_class

_FOLLOWING = lazy_regex(
    rf"(?P<openers>(?:{char_class(OPENERS + '-–—•')}\s?){{0,6}})"
    r"(?P<word>\w{0,30}(?:['’]\w{1,4})?)(?P<dot>\.?)"
)
_NEVER_FIRST = frozenset(",;:!?.…)]}%/،؛，、；：")


class Following(NamedTuple):
    """The first word after a mark, and what opens before it."""

    openers: str
    word: str
    dotted: bool
    """Whether a full stop follows the word at once."""

    @property
    def is_lower(self) -> bool:
        return self.word[:1].islower()

    @property
    def is_upper(self) -> bool:
        return self.word[:1].isupper()

    @property
    def is_number(self) -> bool:
        return self.word[:1].isdigit()

    @property
    def is_initial(self) -> bool:
        """Whether it is a single letter with a full stop, as in ``J. R. R. Tolkien``."""
        return self.dotted and len(self.word) == 1


def following(text: str, offset: int) -> Following | None:
    """What stands at ``offset``, or None if nothing that begins with it begins a sentence."""
    if text[offset] in _NEVER_FIRST:
        return None
    match = _FOLLOWING.match(text, offset)
    assert match is not None  # every part of the pattern may be empty
    return Following(match["openers"], match["word"], bool(match["dot"]))
