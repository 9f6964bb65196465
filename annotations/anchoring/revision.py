"""A text and what became of it: where each passage of the old one is in the new one.

The words of the two are aligned in order, and what moved is sought among the words that are left. A
passage whose words all follow on each other in the new text is the passage itself. One of which
enough is left in its place, beside what it stood beside, was changed there. What moved and
changed, or is hardly there any more, is proposed at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import Literal, NamedTuple

from annotations.anchoring.alignment import align
from annotations.anchoring.copies import SERIES, Copies
from annotations.anchoring.doubts import Doubts
from annotations.anchoring.evidence import INSIDE, Evidence
from annotations.anchoring.extents import Extents, Words, is_whole, sentence_of
from annotations.anchoring.gaps import Gaps
from annotations.anchoring.matches import Matches, Remains
from annotations.anchoring.moves import moved_runs
from annotations.anchoring.sequences import Run
from annotations.anchoring.shares import Left, Needed, Shares
from annotations.anchoring.signs import with_signs
from annotations.anchoring.sliding import drawn_close
from annotations.anchoring.surroundings import SIDE, Surroundings
from annotations.anchoring.tokens import Tokens, Vocabulary
from annotations.anchoring.trimming import trimmed
from annotations.anchoring.writing import same_writing
from annotations.steps import Step, at_once
from documents.spans import Span

Certainty = Literal["same", "changed", "proposed", "lost"]
"""``same``: the passage itself; ``changed``: in its place, for sure, in other words; ``proposed``:
perhaps there."""

_SURE = (2.0, 0.7, 0.6)
"""How alike old and new must be for the place to be sure, by how many of its sides are left."""
_BOTH = 2
"""Sides that must be left where the passage also stands elsewhere as it was, and is nobody's."""
_OFFERED, _OFFERED_LEAST = 0.45, 0.3
"""Likewise for a proposal."""
_SHORT = 0.4
"""Divided by a passage's words and added to these: of two words, one left says little."""
_KNOWN_AGAIN = 22
"""How much a moved run must say to be known again without a doubt: three telling words or four."""
_PART = 8
"""Words up to which a part of a sentence says too little without the rest of it."""
_OUTWEIGHS = 2
"""A run that moved has words that another run has in place, if it is so many times as long."""


class Followed(NamedTuple):
    """What became of a passage, and where; ``span`` is None where it is lost."""

    span: Span | None
    certainty: Certainty


LOST = Followed(None, "lost")


class Revision:
    """The passages of ``old`` in ``new``. ``step`` is called between short steps."""

    def __init__(self, old: str, new: str, step: Step = at_once) -> None:
        vocabulary = Vocabulary()
        parts = trimmed(old, new)
        self._parts = parts
        self._old = Tokens(old, vocabulary, parts.old, by_lines=parts.by_lines, step=step)
        self._new = Tokens(new, vocabulary, parts.new, by_lines=parts.by_lines, step=step)
        in_order = align(self._old, self._new, step)
        self._here = Matches(in_order, self._old, self._new)
        moved = moved_runs(self._old, self._new, in_order, step)
        self._away = Matches(moved, self._old, self._new)
        self._extents = Extents(self._old, self._new, self._here)
        self._surroundings = Surroundings(self._old, self._new, self._here)
        self._doubts = Doubts(self._old, self._new, self._here)
        self._copies = Copies(self._old, self._new, self._here, self._away)
        self._followed: dict[Words, Followed] = {}
        self._shares = Shares(self._old, self._new)
        self._evidence = Evidence(self._old, self._new, self._here, self._away)

    @property
    def old(self) -> str:
        """The old text."""
        return self._old.text

    @property
    def new(self) -> str:
        """The new text."""
        return self._new.text

    def follow(self, start: int, end: int) -> Followed:
        """What became of ``old[start:end]``."""
        if end <= self._parts.old.start:
            return Followed(Span(start, end), "same")
        if start >= self._parts.old.end:
            by = self._parts.new.end - self._parts.old.end
            return Followed(Span(start + by, end + by), "same")
        span, words = Span(start, end), Words(*self._old.within(start, end))
        if words.first == words.last:
            return self._between_words(span, words.first)
        run, moved = self._here.covering(*words), self._away.covering(*words)
        if run and not (moved and moved.length > run.length * _OUTWEIGHS):
            found = self._whole(span, words, run)
            if self._is_itself(span, words, run):
                return found
            sure = found.certainty != "proposed" and self._is_still_there(words, run)
            return Followed(found.span, "changed" if sure else "proposed")
        if moved:
            return self._whole_elsewhere(span, words, moved)
        found = self._partly(span, words)
        return found if found.span else self._copy_of_nobodys(span, words)

    def _copy_of_nobodys(self, span: Span, words: Words) -> Followed:
        copy = self._copies.of_nobodys(span, words)
        return Followed(copy, "proposed") if copy else LOST

    def gap(self, start: int, end: int) -> int | None:
        """Where in the new text ``old[start:end]``, which is lost, would stand; None where nothing
        near it is left."""
        return self._gaps.of(Words(*self._old.within(start, end)))

    @cached_property
    def _gaps(self) -> Gaps:
        return Gaps(self._here.runs, self._old, self._new)

    def _whole(self, span: Span, words: Words, run: Run) -> Followed:
        """All words of the passage follow on each other in the new text."""
        by = run.new - run.old
        quote = self.old[span.start : span.end]
        start = self._new.starts[words.first + by] + span.start - self._old.starts[words.first]
        if start >= 0 and self.new.startswith(quote, start):
            return Followed(Span(start, start + len(quote)), "same")
        clipped = _clipped(run, words)
        there = self._extents.in_place(words, [clipped])
        found = self._with_signs(span, words, there)
        if same_writing(quote, self.new[found.start : found.end]):
            return Followed(found, "same")
        doubted = self._doubts.about(words, there, [clipped])
        if self._copies.is_none_fewer_to_the_letter(span, clipped):
            doubted = True
        return self._changed(span, words, found, doubted)

    def _changed(self, span: Span, words: Words, found: Span, doubted: bool) -> Followed:
        doubted = doubted or self._doubts.about_signs(span, found)
        if doubted or self._is_part_of_what_is_unsure(words):
            return Followed(found, "proposed")
        return Followed(found, "changed")

    def _is_part_of_what_is_unsure(self, words: Words) -> bool:
        """Whether a few words are of a sentence that is not for sure what it was."""
        if words.number >= _PART:
            return False
        sentence = self._sentence_around(words)
        return sentence is not None and sentence.certainty in ("proposed", "lost")

    def _sentence_around(self, words: Words) -> Followed | None:
        """What became of the sentence that words are a part of; None where they are all of it."""
        sentence = sentence_of(self._old, words)
        if sentence is None or sentence == words:
            return None
        if sentence not in self._followed:
            first, last = self._old.starts[sentence.first], self._old.ends[sentence.last - 1]
            self._followed[sentence] = self.follow(first, last)
        return self._followed[sentence]

    def _is_itself(self, span: Span, words: Words, run: Run) -> bool:
        """Whether what is in a passage's place is the passage, and not one of several copies.

        Nor are the few words of a heading the heading, where a sentence goes on with them.
        """
        clipped = _clipped(run, words)
        found = Words(clipped.new, clipped.new + clipped.length)
        if words.number < SERIES and is_whole(self._old, words) > is_whole(self._new, found):
            return False
        beyond = max(words.first - run.old, run.old + run.length - words.last)
        if beyond >= SIDE // 2 or self._copies.stands_once(run):
            return True
        if self._surroundings.sides_left(words, found, [clipped]):
            return True
        telling = self._old.weight(*words) >= _KNOWN_AGAIN
        return telling and self._copies.is_the_only_one(span, words, clipped)

    def _is_still_there(self, words: Words, run: Run) -> bool:
        """Whether a passage that may be one of several copies, or the few words that another
        sentence begins with, is in its place all the same."""
        clipped = _clipped(run, words)
        found = Words(clipped.new, clipped.new + clipped.length)
        if self._evidence.is_the_copy(words, found):
            return True
        sides = self._surroundings.sides_left(words, found, [clipped])
        weight = self._old.weight(*words)
        return self._evident(words, found, [clipped], sides, weight) is not None

    def _whole_elsewhere(self, span: Span, words: Words, run: Run) -> Followed:
        found = self._whole(span, words, run)
        clipped = _clipped(run, words)
        telling = found.certainty == "same" and self._away.weight([run]) >= _KNOWN_AGAIN
        sure = telling and self._has_no_copy(span, words, run, clipped)
        return found if sure else Followed(found.span, "proposed")

    def _has_no_copy(self, span: Span, words: Words, run: Run, clipped: Run) -> bool:
        if self._copies.stands_alone(clipped) and self._copies.stands_once(run):
            return True
        return self._copies.is_the_only_one(span, words, clipped)

    def _partly(self, span: Span, words: Words) -> Followed:
        """Some words of the passage are gone, or not where the others are."""
        here = self._here.closest(*words, 2 * words.number + SIDE)
        if 2 * here.weight < self._old.weight(*words):
            away = self._away.closest(*words, words.number // 2 + 2)
            if away.weight > here.weight:
                return self._changed_elsewhere(span, words, away)
        if not here.runs:
            return LOST
        runs = drawn_close(here.runs, self._new)
        found = self._extents.in_place(words, runs)
        sides = self._surroundings.sides_left(words, found, runs)
        needed = Needed(_SURE[sides] + _SHORT / words.number)
        weight = here.weight
        left = self._shares.left(words, found, weight)
        if not left.enough(needed):
            weight += self._shares.corrected(words, found, runs)
            left = self._shares.left(words, found, weight)
        if not left.enough(needed):
            evident = self._evident(words, found, runs, sides, weight)
            if evident is None:
                return self._offered(span, words, found, left)
            found = evident
        copy = self._copy_of_nobodys(span, words) if sides < _BOTH else LOST
        if copy.span:
            return copy
        torn = runs[0].old + runs[0].length if runs[0].old == words.first else words.first
        known = partial(self._evidence.knows, words, found, runs, sides)
        doubted = self._doubts.about(words, found, runs, known)
        doubted = doubted or self._copies.is_none_fewer(words, torn)
        return self._changed(span, words, self._with_signs(span, words, found), doubted)

    def _evident(
        self, words: Words, found: Words, runs: Sequence[Run], sides: int, weight: int
    ) -> Words | None:
        """The place of a passage of which too little is left to tell, if other things tell it.

        ``weight`` is how much what is left says.
        """
        if self._is_inside_what_is_sure(words, found):
            return found if self._shares.left(words, found, weight).enough(INSIDE) else None
        found = self._evidence.completed(words, found)
        needed = self._evidence.needed(words, found, runs, sides)
        if needed is None or not self._shares.left(words, found, weight).enough(needed):
            return None
        return found

    def _is_inside_what_is_sure(self, words: Words, found: Words) -> bool:
        """Whether some words of a sentence are sought where that sentence is for sure."""
        there = self._sentence_around(words)
        if there is None or there.span is None or there.certainty == "proposed":
            return False
        first, last = self._new.within(*there.span)
        return first <= found.first and found.last <= last

    def _changed_elsewhere(self, span: Span, words: Words, away: Remains) -> Followed:
        found = self._extents.elsewhere(words, away.runs)
        return self._offered(span, words, found, self._shares.left(words, found, away.weight))

    def _offered(self, span: Span, words: Words, found: Words, left: Left) -> Followed:
        if left.mean < _OFFERED or left.of_old < _OFFERED_LEAST:
            return LOST
        return Followed(self._with_signs(span, words, found), "proposed")

    def _with_signs(self, span: Span, words: Words, found: Words) -> Span:
        return with_signs(self._old, span, words, self._new, found)

    def _between_words(self, span: Span, word: int) -> Followed:
        """A passage of nothing but signs or space, before the old ``word``."""
        quote = self.old[span.start : span.end]
        old_at, at = self._here.before(word)
        next_old, next_at = self._here.after(word)
        if old_at != word or next_old != word or at != next_at:
            run = self._here.covering(word - 1, word + 1)
            if run is None:
                return LOST
            at = word + run.new - run.old
        start = self._new.ends[at - 1] if at else 0
        end = self._new.starts[at] if at < len(self._new) else len(self.new)
        offset = span.start - (self._old.ends[word - 1] if word else 0)
        if self.new.startswith(quote, start + offset) and start + offset + len(quote) <= end:
            return Followed(Span(start + offset, start + offset + len(quote)), "same")
        there = self.new.find(quote, start, end)
        if there < 0:
            return LOST
        return Followed(Span(there, there + len(quote)), "proposed")


def _clipped(run: Run, words: Words) -> Run:
    """Of a run that covers the words, that of these alone."""
    return Run(words.first, words.first + run.new - run.old, words.number)
