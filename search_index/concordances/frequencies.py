"""How often the words of a query stand by document, folder and year."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from search_index.dates import document_days
from search_index.occurrences import Occurrences

Kind = Literal["document", "folder", "year"]


class Frequency(NamedTuple):
    """In how many places the words stand, and in how many of the ``searched`` documents."""

    kind: Kind
    name: str
    places: int
    documents: int
    searched: int


def frequencies(occurrences: Occurrences) -> list[Frequency]:
    """By year, oldest first, by folder and by document, the most frequent first.

    Years are those of the documents that have a date, and folders those that documents lie in,
    where there is more than one; documents are only those with any place.
    """
    source = occurrences.texts.source

    def year(path: str) -> str:
        days = document_days(path, source(path).date)
        one = days is not None and days.first // 10000 == days.last // 10000
        return str(days.first // 10000) if days and one else ""

    years = [one for one in _counted(occurrences, "year", year) if one.name]
    folders = _counted(occurrences, "folder", posixpath.dirname)
    documents = _counted(occurrences, "document", str)
    return [
        *sorted(years, key=lambda one: one.name),
        *(_by_count(folders) if len(folders) > 1 else ()),
        *_by_count(one for one in documents if one.places),
    ]


def _counted(occurrences: Occurrences, kind: Kind, name: Callable[[str], str]) -> list[Frequency]:
    counts: dict[str, list[int]] = {}
    for path in occurrences.documents:
        here = occurrences.counts.get(path, 0)
        known = counts.setdefault(name(path), [0, 0, 0])
        for at, more in enumerate((here, here > 0, 1)):
            known[at] += more
    return [Frequency(kind, key, *numbers) for key, numbers in counts.items()]


def _by_count(found: Iterable[Frequency]) -> list[Frequency]:
    return sorted(found, key=lambda one: -one.places)
