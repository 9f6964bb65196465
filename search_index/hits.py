"""What a search finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from documents.spans import Span

if TYPE_CHECKING:
    from search_index.facets import Facet


class Said(NamedTuple):
    """What an annotation says of the words that it marks."""

    tags: tuple[str, ...] = ()
    status: str = ""
    note: str = ""


NOTHING_SAID = Said()


class Hit(NamedTuple):
    """One place where a word or phrase of the query stands, or one annotation that answers it.

    ``start`` and ``end`` are code points of the document's text; both are None for an annotation
    that has no place in today's text. ``text`` is the sentence of a place in a text (from the
    first to the last sentence it touches), the words marked by an annotation, or its note where
    there are none. ``sentence`` is where ``context``, the sentence around the hit, stands.
    ``score`` is the document's. ``form`` says that not the word itself stands here, but another
    form of it. ``decided`` is the status of an annotation and ``decided_on`` the words that it was
    decided on, where others are marked now; both are empty elsewhere. ``said`` is what an
    annotation says: its tags, status and note.
    """

    kind: Literal["text", "annotation"]
    document: str
    start: int | None
    end: int | None
    sentence: Span | None
    text: str
    score: float
    annotation: str | None = None
    author: str | None = None
    form: bool = False
    context: str = ""
    decided: str = ""
    decided_on: str = ""
    said: Said = NOTHING_SAID


class Results(NamedTuple):
    """The answer to a query.

    ``total`` counts all hits, of which ``hits`` are the first. ``understood`` says how the query
    was read, as a query, and ``plain`` in plain words; ``indexed`` whether all of it was answered
    with the index, and ``problems`` what could not be searched, a line each. Of the documents
    ``searched`` the index knew so many, ``known``, as they are now; the others were read.
    ``cancelled`` says that the search was called off, ``refused`` that it would take too much, and
    why stands in ``problems``: there is no answer then. ``facets`` gives
    the ways to narrow the answer, worked out when it is called: in the thread that searched, and
    before its next search.
    """

    hits: list[Hit]
    total: int
    understood: str
    indexed: bool
    documents: int = 0
    problems: Sequence[str] = ()
    cancelled: bool = False
    refused: bool = False
    plain: str = ""
    known: int = 0
    searched: int = 0
    facets: Callable[[], list[Facet]] = list


class SentenceHits(NamedTuple):
    """The hits in one sentence; ``marks`` are their places relative to its start.

    For an annotation without a place in the text, ``sentence`` is None and there are no marks.
    """

    document: str
    sentence: Span | None
    text: str
    marks: tuple[Span, ...]
    hits: tuple[Hit, ...]


def group_by_sentence(hits: Iterable[Hit]) -> list[SentenceHits]:
    """The hits of each sentence together, the sentences in the order of their first hit."""
    groups: dict[tuple[str, Span | None, str | None, bool], list[Hit]] = {}
    for hit in hits:
        placeless = hit.annotation if hit.sentence is None else None
        groups.setdefault((hit.document, hit.sentence, placeless, hit.form), []).append(hit)
    return [
        SentenceHits(
            document,
            sentence,
            together[0].context or together[0].text,
            _marks(sentence, together),
            tuple(together),
        )
        for (document, sentence, _, _), together in groups.items()
    ]


def _marks(sentence: Span | None, hits: Iterable[Hit]) -> tuple[Span, ...]:
    if sentence is None:
        return ()
    places = {
        Span(max(hit.start, sentence.start) - sentence.start, hit.end - sentence.start)
        for hit in hits
        if hit.start is not None and hit.end is not None
    }
    return tuple(sorted(places))
