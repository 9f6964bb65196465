"""Texts that were read, kept for the next query as far as memory is meant to go."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from documents.document import Document
from documents.errors import CannotOpen
from documents.glancing import glance, glances
from documents.sources import Source
from documents.spans import Span
from documents.workspace import Workspace
from search_index.annotation_files import AnnotationFiles
from search_index.finding.patterns import places
from search_index.folding import Searched, fold_utf_8
from search_index.queries.query import Term
from search_index.snapshot import Signature, Snapshot, signature
from search_index.time_limits import reading
from search_index.titles import headline_span, title_span

DEFAULT_BUDGET = 96 * 1024 * 1024
"""Bytes of memory for kept texts."""


_GLANCED = (None, "utf-8")
"""The encodings on record of what a glance may tell."""


class SearchText:
    """A document made ready for searching."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._language: str | None = None
        self._searched: Searched | None = None  # cached_property has a lock for each access to it

    @property
    def searched(self) -> Searched:
        """The text as it is searched."""
        if self._searched is None:
            with reading():
                self._searched = Searched(self.text)
        return self._searched

    @property
    def folded(self) -> str:
        """The plain text with case taken out."""
        return self.searched.folded

    def places(self, term: Term) -> list[Span]:
        """Where a term stands in the document, in order. Raises Refused."""
        return places(term, self.searched)

    @property
    def title(self) -> Span:
        """Where its title stands."""
        return title_span(self.text)

    @property
    def headline(self) -> Span:
        """Where its title stands if it is a headline; words in it count for more."""
        return self.searched.place(headline_span(self.folded))

    @property
    def language(self) -> str:
        """The code of the language it is in; empty where it cannot be told."""
        if self._language is None:
            from search_index.languages import language_of

            with reading():
                self._language = language_of(self.searched.plain)
        return self._language

    def sentence(self, start: int, end: int) -> Span | None:
        """The sentence around ``[start, end)``, or the stretch of those that it touches."""
        segmentation = self.document.segmentation
        first = segmentation.sentence_at(start)
        if first is None or first.end >= end:
            return first
        last = segmentation.sentence_at(end - 1)
        return Span(first.start, max(first.end, last.end if last else 0))

    @property
    def cost(self) -> int:
        """About how many bytes of memory this takes, folded and cut into sentences."""
        kept = 2 if "\r" not in self.text else 3  # as it is, plain, folded
        return kept * sys.getsizeof(self.text) + 2048


class _State(NamedTuple):
    """What a kept text depends on."""

    signature: Signature | None
    encoding: str | None


class Texts:
    """Reads the documents of a workspace; what fits into ``budget`` stays in memory.

    Where not all do, those give way that can be spared, then the newest: documents are read in the
    same order for every query, so that those used last would be the ones needed last, and gone
    each time they are.
    A document that was annotated is decoded as its annotations say. ``problems`` has a line for
    each that cannot be read.
    """

    def __init__(
        self, workspace: Workspace, files: AnnotationFiles, budget: int = DEFAULT_BUDGET
    ) -> None:
        self._workspace = workspace
        self._root = str(workspace.root)
        self._files = files
        self._budget = budget
        self._spent = 0
        self._seen: Mapping[str, Signature] = {}
        self._kept: dict[str, tuple[_State, SearchText]] = {}
        self._spare: dict[str, None] = {}
        self.problems: dict[str, str] = {}

    def see(self, snapshot: Snapshot) -> None:
        """From now on the documents are in the state that ``snapshot`` shows."""
        self._seen = snapshot.documents

    def get(self, path: str) -> SearchText | None:
        """The text of ``path`` as it is now, or None where it has none."""
        state = self._seen.get(path) or signature(f"{self._root}/{path}")
        now = _State(state, self._files.encoding(path))
        kept = self._kept.get(path)
        if kept and kept[0] == now:
            return kept[1]
        self._drop(path)
        self.problems.pop(path, None)
        try:
            with reading():
                text = SearchText(self._read(path, now.encoding))
        except CannotOpen as error:
            if now.signature is not None:  # what has gone meanwhile is no problem
                self.problems[path] = str(error)
            return None
        self._keep(path, now, text)
        return text

    def at_hand(self, path: str) -> SearchText | None:
        """The text of ``path`` as it is now if it need not be read."""
        kept = self._kept.get(path)
        if kept is None or kept[0].signature != self._seen.get(path):
            return None
        return kept[1] if kept[0].encoding == self._files.encoding(path) else None

    def glances(self, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Documents and their texts as they are now, folded, of which a glance tells.

        What was read for it is not kept.
        """
        at_hand = {path: text for path in paths if (text := self.at_hand(path))}
        yield from ((path, text.folded) for path, text in at_hand.items())
        encoding = self._files.encoding
        others = (p for p in paths if p not in at_hand and encoding(p) in _GLANCED)
        for path, data in glances(self._root, ((path, self._seen[path].size) for path in others)):
            with suppress(UnicodeDecodeError):
                yield path, fold_utf_8(data)

    def spare(self, path: str) -> None:
        """Says that few queries will need the text of ``path``, if it is the same still."""
        if path in self._kept:
            self._spare[path] = None

    def kept(self) -> Iterator[str]:
        """The texts in memory, folded."""
        return (text.folded for _, text in self._kept.values())

    def source(self, path: str) -> Source:
        """Where a document comes from, as far as the settings tell."""
        return self._workspace.source(path)

    def _read(self, path: str, encoding: str | None) -> Document:
        if encoding in _GLANCED and (seen := glance(self._root, path)):
            return seen
        return self._workspace.read(path, encoding)

    def _keep(self, path: str, now: _State, text: SearchText) -> None:
        if text.cost > self._budget // 4:
            return
        while self._spent + text.cost > self._budget:
            self._drop(next(iter(self._spare), None) or next(reversed(self._kept)))
        self._kept[path] = (now, text)
        self._spent += text.cost

    def _drop(self, path: str) -> None:
        self._spare.pop(path, None)
        kept = self._kept.pop(path, None)
        if kept:
            self._spent -= kept[1].cost
