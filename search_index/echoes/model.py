"""A sentence, and its echoes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from documents.spans import Span
from search_index.alignment.comparing import Comparison, Kind


class Asked(NamedTuple):
    """A sentence whose echoes are wanted, at ``span`` of a text.

    ``path`` is its document, which is left out; empty where it is none of the workspace. ``kind``
    is how the text is cut into sentences.
    """

    text: str
    span: Span
    path: str = ""
    kind: str = "prose"

    @property
    def words(self) -> str:
        """The sentence."""
        return self.text[slice(*self.span)]


class Place(NamedTuple):
    """A sentence of a document."""

    document: str
    span: Span


class Difference(NamedTuple):
    """What names, numbers, denials or doubts only one of two passages has, in their words."""

    kind: Kind
    here: tuple[str, ...]
    there: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Echo:
    """A passage of another document that tells the same as the sentence.

    ``confidence`` is that of linked panes, from 0 to 1. A ``copy`` has the sentence word for word.
    ``text`` is the passage, and ``compared`` has the words of the sentence and those of the
    passage, offsets counted in either, with what they are to each other. ``others`` are further
    places where the passage's sentence stands just as it does here.
    """

    document: str
    passage: Span
    sentence: Span
    text: str
    confidence: float
    copy: bool
    compared: Comparison
    differences: tuple[Difference, ...]
    others: tuple[Place, ...] = ()

    @property
    def percent(self) -> str:
        """The confidence as it is told to the reader, everywhere alike."""
        return f"{self.confidence:.0%}"

    @property
    def places(self) -> list[Place]:
        """All places where its sentence stands."""
        return [Place(self.document, self.sentence), *self.others]


@dataclass(frozen=True, slots=True)
class Echoes:
    """The echoes of a sentence: copies first, then the surest.

    ``looked_for`` are the words by which documents were found; where it has none the sentence says
    nothing that could be looked for. ``indexed`` says whether an index knew all documents, of which
    there are ``searched``. Of the documents with these words, ``read`` were read, and where they
    are not ``all_read``, others share less with the sentence. An answer that is not ``whole`` is
    followed by one that is.
    """

    echoes: Sequence[Echo] = ()
    looked_for: tuple[str, ...] = ()
    indexed: bool = False
    searched: int = 0
    read: int = 0
    all_read: bool = True
    whole: bool = True

    @property
    def places(self) -> int:
        """In how many places there are echoes."""
        return sum(len(echo.places) for echo in self.echoes)
