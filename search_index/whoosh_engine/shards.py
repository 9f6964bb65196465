"""A shard: the index of one batch of texts, in a folder of its own, never changed once written.

The folder holds a Whoosh segment, the vocabulary, and ``shard.json``, which says what was indexed
and names every file with its checksum.
"""

from __future__ import annotations

import os
import shutil
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from search_index.engine import Place
from search_index.lately import Lately
from search_index.sealed import (
    FileState,
    NotOurs,
    check_folder,
    checksum,
    file_state,
    is_unchanged,
    read_sealed,
    write_sealed,
)
from search_index.snapshot import Signature
from search_index.whoosh_engine.beginnings import beginning_term
from search_index.whoosh_engine.packing import NOWHERE, Postings, unpacked
from search_index.whoosh_engine.tokens import Room, Tokens, token_bytes
from search_index.whoosh_engine.vocabulary import Known, Vocabulary, vocabulary_bytes

if TYPE_CHECKING:
    from search_index.whoosh_engine.gathering import Gathering
    from search_index.whoosh_engine.whoosh_segment import Segment

_CATALOGUE = "shard.json"
_VOCABULARY = "vocabulary.txt"
_TOKENS = "tokens.bin"


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


def write_shard(base: Path, entries: Sequence[Entry], gathered: Gathering) -> ShardName:
    """Writes a shard of the texts ``gathered``, which ``entries`` names, into a folder in ``base``.

    Raises OSError; then nothing is left of it.
    """
    from search_index.whoosh_engine.gathering import packed_terms
    from search_index.whoosh_engine.whoosh_segment import write_segment

    folder = base / f"shard-{os.urandom(8).hex()}"
    folder.mkdir(mode=0o700)
    try:
        by_term = gathered.by_term()
        known = [Known.of(*each) for each in by_term.items()]
        write_segment(str(folder), packed_terms(by_term, known))
        (folder / _VOCABULARY).write_bytes(vocabulary_bytes(known))
        tokens, width = token_bytes(gathered.stream(by_term))
        (folder / _TOKENS).write_bytes(tokens)
        files = sorted(file for file in folder.iterdir() if file.is_file())
        for file in files:
            file.chmod(0o600)
        content = {
            "files": {file.name: checksum(file) for file in files},
            "entries": list(zip(*map(_row, entries), strict=True)),
            "starts": gathered.starts,
            "titles": gathered.titles,
            "width": width,
        }
        return ShardName(folder.name, write_sealed(folder / _CATALOGUE, content))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _row(entry: Entry) -> tuple[str, int, int, str, int, bool]:
    key, (size, modified), digest, length, scanned = entry
    return key, size, modified, digest, length, scanned


class Shard:
    """A written shard, opened for one thread. Reading a damaged one may raise anything."""

    def __init__(self, base: Path, name: ShardName, room: Room | None = None) -> None:
        """Raises NotOurs unless every file is ours, and as it was written."""
        self.name = name
        self._room = room
        self._folder = base / name.folder
        check_folder(self._folder)
        content = read_sealed(self._folder / _CATALOGUE, name.seal)
        self._columns: list[list[Any]] = content["entries"]
        self.size = len(self._columns[0])
        """How many texts there are."""
        self.starts: Sequence[int] = array("I", content["starts"])
        """The place at which each text begins; at the end, where the last one ends."""
        self.titles: Sequence[int] = array("I", content["titles"])
        """The place before which the headline of each text ends."""
        self.lately = Lately(self.size)
        """What was found in them."""
        self._width = int(content["width"])
        self._files: dict[str, FileState] = {}
        for file_name, expected in content["files"].items():
            file = self._folder / file_name
            self._files[str(file)] = file_state(file)
            if checksum(file) != expected:
                raise NotOurs(file)

    @cached_property
    def entries(self) -> list[Entry]:
        """The texts by their numbers, with all that is known of their files."""
        rows = zip(*self._columns, strict=True)
        return [Entry(key, Signature(size, when), *rest) for key, size, when, *rest in rows]

    def places(self, part: int) -> Iterator[tuple[str, Place]]:
        """Where the texts are, if this is that part of an index."""
        keys, sizes, times, _, _, scanned = self._columns
        signatures = map(Signature._make, zip(sizes, times, strict=True))
        places = map(Place._make, zip(repeat(part), count(), signatures, scanned, strict=False))
        return zip(keys, places, strict=True)

    def is_intact(self) -> bool:
        """Whether nothing has touched the files since they were opened."""
        return all(map(is_unchanged, self._files, self._files.values()))

    def get_ready(self) -> None:
        """Opens the files that most questions need."""
        self.vocabulary.get_ready()
        self.tokens.get_ready()
        _ = self._segment

    def postings(self, term: str) -> Postings:
        """The texts that hold ``term``."""
        known = self.vocabulary.known(term)
        return NOWHERE if known is None else self.postings_of(known)

    def postings_of(self, known: Known) -> Postings:
        """The same for a term that the vocabulary knows."""
        if known.few:
            return known.postings()
        return unpacked(self._segment.postings(known.term))

    def beginning(self, prefix: str) -> Postings:
        """The texts that hold any of more than CROWD terms with this beginning."""
        return unpacked(self._segment.postings(beginning_term(prefix)))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Its terms."""
        return Vocabulary((self._folder / _VOCABULARY).read_bytes())

    @cached_property
    def tokens(self) -> Tokens:
        """The texts as numbers of terms."""
        return Tokens(self._folder / _TOKENS, self.starts, self._width, self._room)

    @cached_property
    def _segment(self) -> Segment:
        from search_index.whoosh_engine.whoosh_segment import Segment

        return Segment(str(self._folder))
