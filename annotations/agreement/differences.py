"""Where the authors differ: stretches of sentences, with what each of them says there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotations.agreement.coding import Coded, lineage
from annotations.agreement.figures import Subject, decided
from annotations.agreement.sweeping import Labelled, Run, clipped, merged, runs
from annotations.palette import Palette
from annotations.steps import Step, at_once
from documents.spans import Span

_TAG, _STATUS = "#", "="
"""What a label begins with that is a tag, or a status."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an author says of a stretch of text; no tags and no statuses: has left it unmarked."""

    author: str
    tags: tuple[str, ...]
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Sentences, one or more that the same marks cover, on which the authors differ.

    ``start`` and ``end`` are code points of the document's text, ``text`` what stands there.
    ``tags`` are those that some of the authors have set and others not, ``spans`` those that
    cover other words of it for one than for another. ``statuses`` says whether authors with a
    claim there gave it different ones. ``said`` has the authors who have worked on the document,
    and those who have only answered a claim there.
    """

    document: str
    start: int
    end: int
    text: str
    tags: tuple[str, ...]
    spans: tuple[str, ...]
    statuses: bool
    said: tuple[Said, ...]

    def is_about(self, subject: Subject, name: str) -> bool:
        """Whether it is one of those that a figure of that subject and name is lowered by."""
        match subject:
            case "any tag":
                return bool(self.tags or self.spans)
            case "tag":
                return name in self.tags or name in self.spans
            case "status":
                return self.statuses and any(name in one.statuses for one in self.said)
            case _:
                return self.statuses


def differences(
    coded: Coded, authors: Sequence[str], palette: Palette, step: Step = at_once
) -> Iterator[Difference]:
    """The differences in a document, in the order of its text."""
    extents = _Extents(coded)
    for run in runs(_labelled(coded), len(authors), step):
        place = Span(coded.sentences[run.start].start, coded.sentences[run.end - 1].end)
        tags, spans = _tags_apart(run, place, coded.readers, extents)
        given = [decided(_named(labels, _STATUS), palette) for labels in run.labels]
        apart = len({frozenset(one) for one in given if one}) > 1
        if tags or spans or apart:
            said = tuple(_said(run, authors, coded.readers))
            text = coded.text[place.start : place.end]
            yield Difference(coded.path, *place, text, tags, spans, apart, said)


def _labelled(coded: Coded) -> Iterator[Labelled]:
    for mark in coded.marks:
        for tag in mark.tags:
            yield Labelled(*mark.sentences, mark.author, _TAG + tag)
        if mark.status:
            yield Labelled(*mark.sentences, mark.author, _STATUS + mark.status)


def _tags_apart(
    run: Run, place: Span, readers: Iterable[int], extents: _Extents
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags that not all have set, and those set by two or more on other words."""
    has = {n: lineage(tuple(_named(run.labels[n], _TAG))) for n in readers}
    number = Counter(tag for tags in has.values() for tag in tags)
    some = sorted(tag for tag, count in number.items() if count < len(has))
    shared = (tag for tag, count in number.items() if count > 1)
    spans = (t for t in shared if extents.differ(t, [n for n in has if t in has[n]], place))
    return tuple(some), tuple(sorted(spans))


def _said(run: Run, authors: Sequence[str], readers: frozenset[int]) -> Iterator[Said]:
    for number, author in enumerate(authors):
        tags, given = (_named(run.labels[number], kind) for kind in (_TAG, _STATUS))
        if number in readers or given:
            yield Said(author, tuple(sorted(tags)), tuple(sorted(given)))


def _named(labels: Mapping[str, int], kind: str) -> list[str]:
    return [label[1:] for label in labels if label[0] == kind]


class _Extents:
    """Which words of a document each author's tags cover."""

    def __init__(self, coded: Coded) -> None:
        found: defaultdict[tuple[int, str], list[Span]] = defaultdict(list)
        for tag, marks in coded.tagged.items():
            for mark in marks:
                found[mark.author, tag].append(mark.span)
        self._spans = {key: merged(spans) for key, spans in found.items()}

    def differ(self, tag: str, authors: Iterable[int], place: Span) -> bool:
        """Whether a tag covers other words in ``place`` for one of the authors than for another."""
        covered = [clipped(self._spans[author, tag], place) for author in authors]
        return any(one != covered[0] for one in covered)
