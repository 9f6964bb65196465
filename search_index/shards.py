"""A shard: the index of one batch of texts, in a folder of its own, never changed once written.

The folder holds a Whoosh segment, the vocabulary as a sorted list of lines, and ``shard.json``,
which says what was indexed and names every file with its checksum.
"""

from __future__ import annotations

import os
import shutil
from bisect import bisect_left
from collections import Counter, OrderedDict
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from search_index.sealed import (
    FileState,
    NotOurs,
    check_folder,
    checksum,
    file_state,
    read_sealed,
    write_sealed,
)
from search_index.snapshot import Signature

_CATALOGUE = "shard.json"
_VOCABULARY = "vocabulary.txt"
_KEPT_POSTINGS = 512
_MOST_COMPLETIONS = 1024


class Entry(NamedTuple):
    """A text in the index: its name there, its file's signature, its digest and length.

    ``scanned`` is one whose terms could mislead, or that could not be read: the index knows of it,
    but leaves it to scanning.
    """

    key: str
    signature: Signature
    digest: str
    length: int
    scanned: bool = False


class ShardName(NamedTuple):
    """A shard's folder, and the checksum of what it says of itself."""

    folder: str
    seal: str


def write_shard(base: Path, entries: Sequence[Entry], terms: Sequence[Counter[str]]) -> ShardName:
    """Writes a shard of texts, each with its counted terms, into a new folder in ``base``.

    Raises OSError; then nothing is left of it.
    """
    from search_index.whoosh_segment import write_segment

    folder = base / f"shard-{os.urandom(8).hex()}"
    folder.mkdir(mode=0o700)
    try:
        write_segment(str(folder), terms)
        vocabulary = "\n".join(sorted(set().union(*terms)))
        (folder / _VOCABULARY).write_bytes(vocabulary.encode("utf-8", "surrogatepass"))
        files = sorted(file for file in folder.iterdir() if file.is_file())
        for file in files:
            file.chmod(0o600)
        content = {
            "files": {file.name: checksum(file) for file in files},
            "entries": [[e.key, *e.signature, e.digest, e.length, e.scanned] for e in entries],
        }
        return ShardName(folder.name, write_sealed(folder / _CATALOGUE, content))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


class Shard:
    """A written shard, opened for one thread. Reading a damaged one may raise anything."""

    def __init__(self, base: Path, name: ShardName) -> None:
        """Raises NotOurs unless every file is ours, and as it was written."""
        self.name = name
        self._folder = base / name.folder
        check_folder(self._folder)
        content = read_sealed(self._folder / _CATALOGUE, name.seal)
        self.entries = [
            Entry(key, Signature(size, modified), digest, length, scanned)
            for key, size, modified, digest, length, scanned in content["entries"]
        ]
        self._files: dict[Path, FileState] = {}
        for file_name, expected in content["files"].items():
            file = self._folder / file_name
            self._files[file] = file_state(file)
            if checksum(file) != expected:
                raise NotOurs(file)
        self._postings: OrderedDict[str, dict[int, int]] = OrderedDict()

    def is_intact(self) -> bool:
        """Whether nothing has touched the files since they were opened."""
        try:
            return all(file_state(file) == state for file, state in self._files.items())
        except NotOurs:
            return False

    def postings(self, term: str) -> dict[int, int]:
        """The numbers of the texts that hold ``term``, with how often each does."""
        kept = self._postings.pop(term, None)
        if kept is None:
            found = self._segment.postings(term)
            kept = dict(zip(found.numbers, found.counts, strict=True))
        self._postings[term] = kept
        if len(self._postings) > _KEPT_POSTINGS:
            self._postings.popitem(last=False)
        return kept

    def beginning_with(self, prefix: str) -> dict[int, int] | None:
        """The texts that hold a term with this beginning; None where there are too many terms."""
        start = bisect_left(self._vocabulary, prefix)
        end = bisect_left(self._vocabulary, prefix + "\U0010ffff")
        if end - start > _MOST_COMPLETIONS:
            return None
        together: Counter[int] = Counter()
        for term in self._vocabulary[start:end]:
            together.update(self.postings(term))
        return together

    @cached_property
    def _segment(self) -> Any:
        from search_index.whoosh_segment import Segment

        return Segment(str(self._folder))

    @cached_property
    def _vocabulary(self) -> list[str]:
        data = (self._folder / _VOCABULARY).read_bytes()
        return data.decode("utf-8", "surrogatepass").split("\n")
