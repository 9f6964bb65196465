"""Where the words of a query stand in the texts, document by document, as a concordance reads it.

What a search ranks and cuts into sentences is here in the order of the texts, and as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from documents.spans import Span
from search_index.answering import Findings
from search_index.queries.refusing import Refused
from search_index.texts import SearchText, Texts


class Found(NamedTuple):
    """A document, and the places in it, in order."""

    path: str
    text: SearchText
    places: list[Span]


@dataclass(frozen=True)
class Occurrences:
    """The places in the texts that answer a query; annotations are none.

    For the thread that asked for them. ``findings`` is None where there was nothing to look for;
    ``check`` may raise to call the reading off; ``refused`` says why it was not gone on with.
    """

    understood: str
    texts: Texts
    findings: Findings | None = None
    check: Callable[[], None] = lambda: None
    refused: list[str] = field(default_factory=list)

    @property
    def problems(self) -> list[str]:
        """What could not be searched, a line each."""
        return [*self.refused, *self.texts.problems.values()]

    @cached_property
    def counts(self) -> dict[str, int]:
        """In how many places the words stand in each document that answers, in natural order."""
        if self.findings is None:
            return {}
        keys = self.findings.view.keys
        return {keys[number]: count for number, count in sorted(self.findings.places.items())}

    @property
    def total(self) -> int:
        """The number of places."""
        return sum(self.counts.values())

    @property
    def documents(self) -> list[str]:
        """All documents that were searched, in natural order."""
        return list(self.findings.view.snapshot.documents) if self.findings else []

    def __iter__(self) -> Iterator[Found]:
        """Each document that answers; none is read before it is asked for."""
        for path in self.counts:
            self.check()
            if text := self.texts.get(path):
                try:
                    yield Found(path, text, self.places(text))
                except Refused as refusal:
                    self.refused.append(str(refusal))
                    return

    def places(self, text: SearchText) -> list[Span]:
        """The places in one text. Raises Refused where an expression takes too long."""
        terms = self.findings.terms if self.findings else ()
        return sorted({place for term in terms for place in text.places(term)})
