"""The annotation: a span of one document with tags, a note and, for a claim, a status."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

CONTEXT_LENGTH = 32
"""Code points of text kept before and after a quote, to tell it from its like."""

_ID_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"  # none that is read as another, none needing quotes
_ID_LENGTH = 8


class Anchor(StrEnum):
    """How an annotation's span sits on today's text."""

    EXACT = "exact"
    SHIFTED = "shifted"
    CHANGED = "changed"
    REVIEW = "review"
    ORPHAN = "orphan"

    @property
    def word(self) -> str:
        """What people are told: an orphan is lost."""
        return "lost" if self is Anchor.ORPHAN else self.value


class LinkKind(StrEnum):
    """What one annotation says of another."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    REPEATS = "repeats"
    CITES = "cites"


@dataclass(frozen=True, slots=True)
class Link:
    """What an annotation says of another: the one with the id ``target``.

    ``document`` (its path) and ``author`` tell where that one was when the link was made, and
    ``exact`` which words it marked, or the first of them: so that the link still says something
    when that one is gone.
    """

    kind: LinkKind
    target: str
    document: str = ""
    author: str = ""
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A status that a claim was given: which, when, and by whom.

    ``exact`` are the words that it was given to, where the annotation marks others since.
    """

    status: str
    date: datetime
    author: str = ""
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What another program made of a field that was changed here at the same time.

    It waits beside what stands until the reader has chosen. ``field`` is "note", "status" or
    "place"; ``values`` are the annotation's attributes of that field as they are there, by name;
    ``modified`` is when that was written.
    """

    field: str
    values: tuple[tuple[str, object], ...]
    modified: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One mark, as its author made it and as it stands in the file.

    ``start`` and ``end`` are code points of the text that the file's ``[document]`` table names,
    or of the kept text ``text`` where that is set; both are ``None`` for an annotation of the
    document as a whole. ``exact``, ``prefix`` and ``suffix`` are the selectors of the W3C Web
    Annotation model (TextQuoteSelector). ``status`` is empty unless the annotation is a claim, or
    an answer that decides on one.
    ``history`` has the decisions on a claim, the oldest first. ``conflicts`` wait to be settled.
    ``deleted`` is set where nothing is left of the annotation but that it was deleted, and when.
    ``extra`` holds the keys this version does not know, as they were read.
    """

    id: str
    start: int | None
    end: int | None
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    status: str = ""
    created: datetime
    modified: datetime
    text: str | None = None
    anchor: Anchor | None = None
    source_author: str | None = None
    reply_to: str | None = None
    links: tuple[Link, ...] = ()
    history: tuple[Decision, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    deleted: datetime | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: its tags; where it has none it is an answer, or a note."""
        return self.tags or ("answer" if self.reply_to else "note",)

    @property
    def decided_on(self) -> str:
        """The words that its status was decided on, where it marks others now; else nothing."""
        last = self.history[-1].exact if self.history and self.status else ""
        return last if last != self.exact else ""


@dataclass(frozen=True, slots=True)
class Change:
    """One step of editing: ``before`` is None for an addition, ``after`` for a deletion."""

    before: Annotation | None
    after: Annotation | None

    @property
    def annotation_id(self) -> str:
        """The id of the annotation that changes."""
        one = self.after or self.before
        if one is None:
            raise ValueError("a change needs an annotation on one of its sides")
        return one.id

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation where it sits on today's text of its document.

    ``start`` and ``end`` are code points of today's text; for ``Anchor.REVIEW`` they are the place
    proposed, for ``Anchor.ORPHAN`` and for a document's own note they are None. ``text`` is the
    SHA-256 of the text that they count in. ``stood`` is where the passage of an orphan would stand
    in it, beside what is left of what stood around it; None where that is not known. ``reads`` are
    the words that stand at a place whose words changed.
    """

    annotation: Annotation
    author: str
    document: str
    start: int | None
    end: int | None
    anchor: Anchor
    text: str
    stood: int | None = None
    reads: str = ""

    @property
    def words(self) -> str:
        """The words that it marks, as they read today."""
        return self.reads if self.anchor is Anchor.CHANGED and self.reads else self.annotation.exact

    @property
    def decided_on(self) -> str:
        """The words that its status was decided on, where others stand there today; else nothing.

        Whether the reader has kept it on those yet makes no difference.
        """
        one = self.annotation
        if not one.history or not one.status:
            return ""
        words = one.history[-1].exact or one.exact
        return words if words != self.words else ""

    @property
    def status_told(self) -> str:
        """The status as it is told; where it was decided on other words, that is said."""
        status = self.annotation.status
        return f"{status} on other words" if self.decided_on else status


def new_id() -> str:
    """A short random name for an annotation, unlike any other in practice."""
    chance = random.SystemRandom()
    return "".join(chance.choice(_ID_ALPHABET) for _ in range(_ID_LENGTH))


def now() -> datetime:
    """The present, to the second, as annotations record it."""
    return datetime.now(UTC).replace(microsecond=0)


def mark(
    text: str,
    start: int,
    end: int,
    *,
    tags: tuple[str, ...] = (),
    note: str = "",
    status: str = "",
    moment: datetime | None = None,
) -> Annotation:
    """A new annotation of ``text[start:end]``, with its quote and its context.

    Raises ``ValueError`` where the span is empty or reaches outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(
            f"the span {start} to {end} does not lie in the text, which has {len(text)} characters"
        )
    when = moment or now()
    return Annotation(
        id=new_id(),
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
        tags=tags,
        note=note,
        status=status,
        created=when,
        modified=when,
    )
