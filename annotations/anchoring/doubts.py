"""Why a passage that changed in its place is shown to the reader all the same.

That it is this passage may be sure, and not how far it reaches now. Or it is so short that the word
that changed is all that told it from its like.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotations.anchoring.extents import (
    Words,
    ends_sentence,
    ends_something,
    is_labelled,
    opens_paragraph,
)
from annotations.anchoring.matches import Matches
from annotations.anchoring.sequences import Run
from annotations.anchoring.signs import lines_of_signs
from annotations.anchoring.tokens import Tokens
from documents.spans import Span

_FEW = 4
"""Words from which on a passage is known by more than the number in it."""
_LOST = 0.25
"""The share of a passage, as words are weighted, that is more than a word or two at its ends."""
_HALF = 0.5
"""The share of a passage without which the rest is a fragment, whatever became of its sides."""
_SIGNS = 0.1
"""The share of a passage, in code points, that is more than a bracket."""
_MOST = 0.6
"""The share of a passage without which it is another."""

_CLOSING = "`'\"*_\u2019\u201d\u00bb"


class Doubts:
    """What speaks against moving an annotation along with a passage that changed."""

    def __init__(self, old: Tokens, new: Tokens, matches: Matches) -> None:
        self._old = old
        self._new = new
        self._matches = matches

    def about(
        self,
        words: Words,
        found: Words,
        runs: Sequence[Run],
        known: Callable[[], bool] = bool,
    ) -> bool:
        """Whether the new words ``found`` are perhaps not the passage, or not all of it.

        ``words`` are its old ones, and ``runs`` those of them that are left. ``known`` tells
        whether they are a sentence, and the one that it was: then other words at its ends say
        nothing. It is asked only where there are some.
        """
        return (
            self._is_another_number(words, found)
            or self._is_run_together(words, found)
            or self._goes_on_for_long(words, found)
            or self._lacks_an_end(words, found, runs, known)
        )

    def about_signs(self, old: Span, new: Span) -> bool:
        """Whether lines that have no words were left off a passage."""
        was, now = self._old.text[slice(*old)], self._new.text[slice(*new)]
        if "\n" not in was:
            return False
        return lines_of_signs(was) - lines_of_signs(now) > _SIGNS * len(was)

    def _is_another_number(self, words: Words, found: Words) -> bool:
        """Whether nothing but a number changed in a few words.

        Of a list of versions one may be gone, and the next be left. The number of a heading or of
        an item is none of its words.
        """
        if words.number >= _FEW:
            return False
        labelled = is_labelled(self._old, words.first + 1), is_labelled(self._new, found.first + 1)
        old = self._old.folded(words.first + labelled[0], words.last)
        new = self._new.folded(found.first + labelled[1], found.last)
        return old != new and _without_numbers(old) == _without_numbers(new)

    def _is_run_together(self, words: Words, found: Words) -> bool:
        """Whether words became one name, or a name words: a label is not the heading it is for."""
        if min(words.number, found.number) <= 2:
            return False
        apart = _is_apart(self._old, words.first + 1)
        if apart == _is_apart(self._new, found.first + 1):
            return False
        old = all(_is_apart(self._old, at) == apart for at in range(words.first + 1, words.last))
        return old and not any(
            _is_apart(self._new, at) == apart for at in range(found.first + 1, found.last)
        )

    def _goes_on_for_long(self, words: Words, found: Words) -> bool:
        """Whether the passage began or ended a line or a sentence that is now much longer there."""
        first, last = self._begin(words, found), self._end(words, found)
        return self._length(*found) < _MOST * self._length(first, last)

    def _begin(self, words: Words, found: Words) -> int:
        """Where the line or sentence begins that the passage began, if that is new before it."""
        if ends_something(self._new, found.first) or not ends_something(self._old, words.first):
            return found.first
        first, previous = found.first, self._matches.before(words.first)[1]
        while first > previous and not ends_something(self._new, first):
            first -= 1
        return first if ends_something(self._new, first) else found.first

    def _end(self, words: Words, found: Words) -> int:
        """Where the line or sentence ends that the passage ended, if that is new behind it."""
        if not self._goes_on(found.last, sentence=ends_sentence(self._old, words.last)):
            return found.last
        if not ends_something(self._old, words.last):
            return found.last
        last, following = found.last, self._matches.after(words.last)[1]
        while last < following and not self._ends_more(last):
            last += 1
        return last if self._ends_more(last) else found.last

    def _goes_on(self, word: int, *, sentence: bool) -> bool:
        """Whether there is but space before a word, behind quotes at most.

        In a ``sentence`` that may be the end of a line, if the next does not begin with a capital.
        """
        if not 0 < word < len(self._new):
            return False
        space = self._new.text[self._new.ends[word - 1] : self._new.starts[word]]
        anew = not sentence or self._new.text[self._new.starts[word]].isupper()
        if anew and "\n" in space:
            return False
        bare = space.strip(_CLOSING)
        return bare.isspace() and not opens_paragraph(self._new, word)

    def _ends_more(self, word: int) -> bool:
        """Whether before a word more ends than a line in mid-sentence."""
        return ends_something(self._new, word) and not self._goes_on(word, sentence=True)

    def _lacks_an_end(
        self, words: Words, found: Words, runs: Sequence[Run], known: Callable[[], bool]
    ) -> bool:
        """Whether much is gone at an end, and other words stand there that may be the passage's.

        Or whether most of it is gone there.
        """
        first, last = runs[0], runs[-1]
        ahead = (first.old - words.first) - (first.new - found.first)
        behind = (words.last - last.old - last.length) - (found.last - last.new - last.length)
        if ahead <= 0 and behind <= 0:
            return False
        lost = replaced = 0
        if ahead > 0:
            lost += self._old.weight(words.first, words.first + ahead)
            replaced += lost if self._matches.before(words.first)[1] < found.first else 0
        if behind > 0:
            tail = self._old.weight(words.last - behind, words.last)
            lost += tail
            replaced += tail if self._matches.after(words.last)[1] > found.last else 0
        whole = self._old.weight(*words)
        if lost > _HALF * whole:
            return True
        return replaced > _LOST * whole and not known()

    def _length(self, first: int, last: int) -> int:
        """The code points from a new word to before another."""
        return self._new.ends[last - 1] - self._new.starts[first]


def _without_numbers(words: Sequence[str]) -> list[str]:
    return [word for word in words if not any(map(str.isdigit, word))]


def _is_apart(tokens: Tokens, word: int) -> bool:
    """Whether there is space between a word and the one before it."""
    return any(map(str.isspace, tokens.text[tokens.ends[word - 1] : tokens.starts[word]]))
