"""Finds documents that were renamed or moved inside the workspace, by what they say.

A document that is gone is sure to be another one if the text that was annotated is that one's, word
for word. One that changed as well is only offered, and only where no other is nearly as like it.

Texts are read one after the other, and none is kept; only those are read whose size fits, and what
was found out about a file is remembered until it changes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from typing import NamedTuple

from annotations.anchoring import KeptText
from annotations.annotation_file import AnnotationFile
from annotations.common_series import CommonSeries
from annotations.steps import Step, at_once
from documents.document import Document, Stamp
from documents.errors import CannotOpen
from documents.kinds import Format, type_by_name
from documents.opening import stamp_of
from documents.readers import is_decoded
from documents.workspace import Workspace

Read = Callable[[str, str | None], Document]
"""Gives the document at a path as it is today, in an encoding if one is on record."""

Marked = Callable[[str], Iterable[AnnotationFile]]
"""Gives what was marked in the document at a path."""

_TELLING = 40
"""Code points: with fewer, texts are the same by chance (a scan without a text is empty)."""
_LIKE = 0.5
"""The share of the old text's series of words that a changed document must still have."""
_CLEARLY = 2
"""How many times as like as any other it must be."""
_GROWTH = 2
"""How many times as long, or as short, it may have become."""
_WIDEST = 8
"""Bytes that a code point takes at most: a line end of two in UTF-32."""
_MARK = 16
"""Bytes that may stand before a text, to tell its encoding."""
_MOST_READ = 256 * 1024**2
"""Bytes that are read to find documents again; what would take more is not clear."""


class Relocated(NamedTuple):
    """The document that another one has become; ``sure`` where the text is the very same."""

    document: Document
    sure: bool


class _Known(NamedTuple):
    """What was found out about a file: its text's length, -1 if it has none, and digest, if made.

    Both are of the file as ``stamp`` tells it.
    """

    stamp: Stamp
    length: int
    digest: str = ""


class Findings:
    """What was found out about files, for the next time. Safe to use from several threads."""

    def __init__(self) -> None:
        self.texts: dict[str, _Known] = {}
        self.shares: dict[tuple[str, str], tuple[Stamp, float]] = {}
        """How much of a text, by its digest, is left in the document at a path."""


def is_missing(workspace: Workspace, path: str) -> bool:
    """Whether there is no file at a document's path. One that cannot be read is there."""
    try:
        return not os.path.lexists(workspace.file(path))
    except (CannotOpen, OSError):
        return False


def is_telling(text: str) -> bool:
    """Whether a text says enough to be known by it, where another document has the same."""
    return len(text.strip()) >= _TELLING


def stood_beside(there: Iterable[AnnotationFile], gone: Sequence[AnnotationFile]) -> bool:
    """Whether a document had marks already while the one that is ``gone`` still got new ones.

    Then they were two. Marks made later say nothing: they may be on what it has become. Nor do
    those that came along from it, whenever they were made: they count in its text, or have left
    their trace under its name.
    """
    texts = {file.digest for file in gone if file.digest}
    left = {one.id for file in gone for one in file.deleted}
    marks = (one for file in there for one in file.annotations)
    own = (one for one in marks if one.id not in left and one.text not in texts)
    first = min((one.modified for one in own), default=None)
    last = max((one.created for file in gone for one in file.annotations), default=None)
    return first is not None and last is not None and first < last


def _unmarked(_: str) -> Iterable[AnnotationFile]:
    return ()


class Relocations:
    """Finds again what was renamed or moved.

    ``among`` are the paths where it may be now; the workspace's documents, where None. Of these
    ``marked`` gives what was marked under that name: a document that had marks while the one that
    is gone still got some is another, and is never offered. ``step`` is called between short steps.
    """

    def __init__(
        self,
        workspace: Workspace,
        read: Read,
        kept_text: KeptText,
        among: Iterable[str] | None = None,
        *,
        marked: Marked = _unmarked,
        findings: Findings | None = None,
        step: Step = at_once,
    ) -> None:
        self._workspace = workspace
        self._read = read
        self._kept_text = kept_text
        self._among = None if among is None else list(among)
        self._marked = marked
        self._findings = findings or Findings()
        self._step = step
        self._may_read = _MOST_READ

    def of(self, files: Sequence[AnnotationFile]) -> Relocated | None:
        """Where the document is now that ``files`` are about; None where that is not clear."""
        return self.same(files) or self._like(files)

    def same(self, files: Sequence[AnnotationFile]) -> Relocated | None:
        """The one document that has the very text that one of the files counts in."""
        files = [file for file in files if file.digest]
        found: list[str] = []
        for path, stamp in self._candidates:
            if any(self._has_text(path, stamp, file) for file in files):
                found.append(path)
            if len(found) > 1 or self._may_read < 0:
                return None
        document = self._text_at(found[0], 0) if found else None
        if document is None or document.digest not in {file.digest for file in files}:
            return None
        return Relocated(document, sure=True) if is_telling(document.text) else None

    def _has_text(self, path: str, stamp: Stamp, file: AnnotationFile) -> bool:
        """Whether the text of a document is the one that a file counts in; any, if of no length."""
        longest = file.length or stamp[0]
        if not (_may_be_of(path, file.reader) and _fits(stamp, file.length, longest)):
            return False
        known = self._findings.texts.get(path)
        if known is None or known.stamp != stamp or _is_wanted(known, file):
            known = self._looked_at(path, stamp, file)
        return known is not None and known.digest == file.digest

    def _looked_at(self, path: str, stamp: Stamp, file: AnnotationFile) -> _Known | None:
        document = self._text_at(path, stamp[0])
        if self._may_read < 0:
            return None
        known = _Known(stamp, len(document.text) if document else -1)
        if document is not None:
            known = known._replace(stamp=document.stamp or stamp)
            if _is_wanted(known, file):
                known = known._replace(digest=document.digest)
        self._findings.texts[path] = known
        return known

    def _like(self, files: Sequence[AnnotationFile]) -> Relocated | None:
        """The one document that clearly is a later version of a kept text."""
        for file in {file.digest: file for file in files if file.digest}.values():
            old = _Old(file, self._kept_text, self._step)
            shares = sorted(self._shares(old, files), reverse=True)
            (best, path), (second, _) = (*shares, (0.0, ""), (0.0, ""))[:2]
            if self._may_read < 0:
                return None
            if best >= max(_LIKE, _CLEARLY * second):
                document = self._text_at(path, 0)
                return Relocated(document, sure=False) if document else None
        return None

    def _shares(self, old: _Old, files: Sequence[AnnotationFile]) -> Iterator[tuple[float, str]]:
        """How much of an old text is left in the documents that it may have become.

        ``files`` are all that is about the document that is gone.
        """
        shortest, longest = old.length // _GROWTH, old.length * _GROWTH
        gone = [*self._marked(files[0].path), *files]
        for path, stamp in self._candidates:
            if not (_may_be_of(path, old.reader) and _fits(stamp, shortest, longest)):
                continue
            known = self._findings.texts.get(path)
            if known and known.stamp == stamp and not shortest <= known.length <= longest:
                continue
            if not stood_beside(self._marked(path), gone):
                yield self._share(old, path, stamp), path

    def _share(self, old: _Old, path: str, stamp: Stamp) -> float:
        known = self._findings.shares.get((old.digest, path))
        if known is not None and known[0] == stamp:
            return known[1]
        share, series = 0.0, old.series
        document = self._text_at(path, stamp[0]) if series else None
        if self._may_read < 0:
            return 0.0
        if document and old.length <= len(document.text) * _GROWTH <= old.length * _GROWTH**2:
            share = series.share_in(document.text) if series else 0.0
        self._findings.shares[old.digest, path] = stamp, share
        return share

    def _text_at(self, path: str, size: int) -> Document | None:
        """The document at a path, if it can be read, and if so much may still be read."""
        self._step()
        self._may_read -= size
        if self._may_read >= 0:
            with suppress(CannotOpen, OSError):
                document = self._read(path, None)
                return document if document.complete else None
        return None

    @cached_property
    def _candidates(self) -> list[tuple[str, Stamp]]:
        """Where a document may be now, and the state of the files there."""
        found: list[tuple[str, Stamp]] = []
        for path in self._workspace.documents() if self._among is None else self._among:
            with suppress(CannotOpen, OSError):
                found.append((path, stamp_of(self._workspace.file(path).stat())))
        return found


class _Old:
    """A text that was annotated; read where something is to be compared with it."""

    def __init__(self, file: AnnotationFile, kept_text: KeptText, step: Step) -> None:
        self._file = file
        self._kept_text = kept_text
        self._step = step
        self.digest = file.digest
        self.reader = file.reader

    @cached_property
    def length(self) -> int:
        """Its length in code points; 0 where neither it is known nor the text."""
        return self._file.length or len(self._kept_text(self.digest) or "")

    @cached_property
    def series(self) -> CommonSeries | None:
        """What it is known again by; None where the text was not kept."""
        text = self._kept_text(self.digest)
        return None if text is None else CommonSeries(text, self._step)


def _is_wanted(known: _Known, file: AnnotationFile) -> bool:
    """Whether a text's digest is to be made, to compare it with that of ``file``."""
    return not known.digest and known.length >= 0 and file.length in (0, known.length)


def _fits(stamp: Stamp, shortest: int, longest: int) -> bool:
    """Whether a file can hold a text of a length between these."""
    return shortest <= stamp[0] <= _WIDEST * longest + _MARK


def _may_be_of(path: str, reader: str) -> bool:
    """Whether ``reader`` may have made the text of a document: what is extracted is dear to read.

    A text that is decoded can be anything's.
    """
    kind = type_by_name(path)
    return not isinstance(kind, Format) or is_decoded(kind.reader) or reader.startswith(kind.reader)
