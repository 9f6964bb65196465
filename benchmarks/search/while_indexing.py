"""Queries replayed as they are typed while the index is made, or brought up to date."""

from __future__ import annotations

import itertools
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.claims import Claim
from benchmarks.search.asked import Asked
from benchmarks.search.bench import Bench, percentile
from benchmarks.search.engines.sidelight import Sidelight
from benchmarks.search.while_typing import BETWEEN_LETTERS, ask, limits, mixed
from search_index.indexing.background import IndexProcess

_TIMES = 2.0
_CHANGED = 0.1
"""The share of the documents that have changed when the index is brought up to date."""

_TO_NEWS = 0.5
"""Seconds from the start of the program until it knows that there is much to be indexed."""
_TO_SEARCH = 1.5
"""Seconds from the start to the key that opens the search: somebody who came for nothing else."""

_LONGEST = 60.0  # seconds of replay


def measure(bench: Bench) -> Iterator[Claim]:
    """What is claimed of typing while a builder is at work."""
    print(f"\ntyping while indexing runs, {bench.corpus}")
    queries = mixed(bench)
    limits(bench)
    bench.close("Sidelight")
    with bench.room("unseen") as place:
        yield from _claims(bench, "indexed for the first time", place, queries, start)
    bench.indexed("Sidelight")
    with bench.room("again") as place, changed(bench, _CHANGED):
        shutil.copytree(bench.place("Sidelight"), place, dirs_exist_ok=True)
        yield from _claims(bench, "one in ten changed", place, queries, go_on)


def _claims(
    bench: Bench,
    what: str,
    place: Path,
    queries: list[Asked],
    begin: Callable[[Sidelight, IndexProcess], None],
) -> Iterator[Claim]:
    program = Sidelight(bench.corpus.root, place)
    builder = IndexProcess(program.workspace)
    times = []
    try:
        begin(program, builder)
        begun = time.monotonic()
        for query in itertools.cycle(queries):
            if not builder.running or time.monotonic() - begun > _LONGEST:
                break
            times.append(ask(program, query))
            time.sleep(max(0.0, BETWEEN_LETTERS - times[-1] / 1e3))
    finally:
        builder.stop()
        program.close()
    print(f"  {what}: {len(times)} queries meanwhile, worst {max(times):.0f} ms")
    for which, limit in limits(bench).items():
        label = f"{what}: p{which} meanwhile"
        yield Claim(label, percentile(times, which), _TIMES * limit, "ms")


def start(program: Sidelight, builder: IndexProcess) -> None:
    """Does what the program does when it starts, as long as it takes to open the search."""
    builder.start()
    time.sleep(_TO_NEWS)
    program.expect()
    time.sleep(_TO_SEARCH - _TO_NEWS)
    program.open()


def go_on(program: Sidelight, builder: IndexProcess) -> None:
    """Has the index brought up to date while somebody searches, since files have changed."""
    program.open()
    builder.start()


@contextmanager
def changed(bench: Bench, share: float) -> Iterator[None]:
    """Some documents have a sentence more; afterwards they are as they were, to the nanosecond."""
    documents = bench.corpus.documents
    chosen = bench.chance("changed").sample(documents, int(len(documents) * share))
    before = {}
    for document in chosen:
        file = bench.corpus.root / document
        before[file] = file.read_bytes(), file.stat()
        file.write_bytes(before[file][0] + b"\nMore was said.\n")
    try:
        yield
    finally:
        for file, (content, state) in before.items():
            file.write_bytes(content)
            os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
