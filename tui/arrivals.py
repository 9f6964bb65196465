"""Annotations that were read from disk, made ready beside the screen, which then only takes them.

Ten thousand of them take tens of milliseconds to be sorted into what the screen works with, and
no key should wait for that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from annotations.steps import Step, at_once

if TYPE_CHECKING:
    from annotations.collection import FoundAgain
    from annotations.model import PlacedAnnotation
    from tui.company import Company, Overview
    from tui.pane.marks import Marks

Entries = dict[tuple[str, str], "PlacedAnnotation"]
"""The annotations of one document, by author and id."""


class Arrived(NamedTuple):
    """The annotations of one document.

    ``texts`` are the SHA-256 of those that they have a place in, or had one; ``marks`` all but
    those of the ``hidden`` layers. ``waiting`` and ``undecided`` count the reader's own that ask
    for a look, and for a choice.
    """

    entries: Entries
    texts: frozenset[str]
    marks: Marks
    hidden: frozenset[str]
    waiting: int
    undecided: int


class Loaded(NamedTuple):
    """Annotations read from disk: of ``paths``, or of everything, and what is wrong with any.

    ``begun`` counts the changes that had been made here when the reading began; ``overview`` is
    what there is then of all annotations, and holds if nothing has changed here meanwhile.
    ``unread`` is what cannot be understood, as in ``Session.unread``; ``found_again``
    the documents that go by another path than they were annotated under, and ``gone`` those that
    are nowhere, each with the line that says so.
    """

    annotations: list[PlacedAnnotation]
    problems: list[str]
    paths: tuple[str, ...] | None
    begun: Mapping[str, int]
    arrived: Mapping[str, Arrived]
    overview: Overview | None = None
    unread: Mapping[tuple[str, ...], str] = {}
    found_again: Mapping[str, FoundAgain] = {}
    gone: Mapping[str, str] = {}


def arrivals(
    annotations: Iterable[PlacedAnnotation], company: Company, step: Step = at_once
) -> dict[str, Arrived]:
    """The annotations by document, ready to be shown; ``step`` is called between short steps."""
    found: dict[str, Entries] = {}
    for one in annotations:
        step()
        found.setdefault(one.document, {})[one.author, one.annotation.id] = one
    return {path: arrived(entries, company, step) for path, entries in found.items()}


def arrived(entries: Entries, company: Company, step: Step = at_once) -> Arrived:
    """The annotations of one document, ready to be shown."""
    from annotations import attention, conflicts

    def own(asks: Callable[[PlacedAnnotation], bool]) -> int:
        count = 0
        for one in entries.values():
            step()
            count += one.author == company.author and asks(one)
        return count

    hidden = company.hidden
    return Arrived(
        entries,
        frozenset(one.text for one in entries.values() if (one.start, one.stood) != (None, None)),
        company.marks(entries.values(), step),
        hidden,
        own(attention.asks),
        own(conflicts.asks),
    )
