"""Indexing: bytes a second of the processor, the index's size, and a change's way to the hits."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.claims import Claim
from benchmarks.search.bench import Bench
from benchmarks.search.engines.sidelight import Sidelight
from search_index.indexing.background import IndexProcess

_TIMES_WHOOSH = 2.5
_TIMES_TEXT = 2.5
_CHANGE_SECONDS = 1.0
_CHANGES = 5


def measure(bench: Bench) -> Iterator[Claim]:
    """What is claimed of indexing, in one process each."""
    print(f"\nindexing, {bench.corpus}")
    speeds = {}
    for name in bench.names:
        spent, given = bench.indexed(name), bench.corpus_of(name)
        speeds[name] = given.size / 1e6 / spent.processor
        stored = _stored(bench.place(name)) / given.size
        print(
            f"  {name:10} {speeds[name]:6.2f} MB/s of the processor, {spent.clock:.1f} s for "
            f"{len(given.documents):,}, "
            f"index {stored:.2f} x the texts",
            flush=True,
        )
    yield Claim(
        "indexing, to Whoosh", speeds["Sidelight"] / speeds["Whoosh"], _TIMES_WHOOSH, least=True
    )
    stored = _stored(bench.place("Sidelight")) / bench.corpus.size
    yield Claim("size of the index, to the texts", stored, _TIMES_TEXT)
    yield Claim("a change until it is found", max(_changes(bench)), _CHANGE_SECONDS, "s")


def _stored(place: Path) -> int:
    return sum(file.stat().st_size for file in place.rglob("*") if file.is_file())


def _changes(bench: Bench) -> Iterator[float]:
    """Seconds until a word written into a document is found, the index being brought up to date."""
    place = bench.folder / "changes"
    shutil.copytree(bench.place("Sidelight"), place)
    program = Sidelight(bench.corpus.root, place)
    searcher = program.searcher()
    chance = bench.chance("changes")
    for number in range(_CHANGES):
        searcher.search("before")
        file = bench.corpus.root / chance.choice(bench.corpus.documents)
        text, state = file.read_bytes(), file.stat()
        word = f"changedword{number}"
        builder = IndexProcess(program.workspace)
        try:
            file.write_bytes(text + f"\n{word}\n".encode())
            before = time.perf_counter()
            builder.start()
            while not searcher.search(word).hits:
                time.sleep(0.01)
            yield time.perf_counter() - before
        finally:
            builder.stop()
            file.write_bytes(text)
            os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
