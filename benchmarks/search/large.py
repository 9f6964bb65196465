"""A hundred thousand documents: what all processes together have in memory at most."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

import psutil

from benchmarks.claims import Claim
from benchmarks.search.bench import Bench
from benchmarks.search.corpus import SHAPES, generated

_MEGABYTES = 1000.0
_EVERY = 0.1  # seconds between looks


def measure(bench: Bench) -> Iterator[Claim]:
    """What is claimed of the memory; texts are generated, whatever the benchmark was given."""
    shape = bench.corpus.name if bench.corpus.name in SHAPES else next(iter(SHAPES))
    with bench.room("large") as room:
        corpus = generated(shape, room, bench.large, bench.seed)
        print(f"\nindexing while searching, {corpus}", flush=True)
        argv = [sys.executable, "-m", "benchmarks.search.reader", str(corpus.root), str(room)]
        before = time.perf_counter()
        process = subprocess.Popen([*argv, corpus.words[50]], stdout=subprocess.PIPE, text=True)
        most = most_searching = 0
        try:
            while process.poll() is None:
                searching, below = _resident(process.pid)
                most = max(most, searching + below)
                most_searching = max(most_searching, searching)
                time.sleep(_EVERY)
            took = time.perf_counter() - before
            output = process.communicate()[0].split()
        finally:
            process.kill()
    print(f"  {took:.0f} s, {output[0]} hits of {corpus.words[50]!r}, all indexed: {output[1]}")
    print(f"  of the memory, the searching program has {most_searching / 1e6:.0f} MB at most")
    yield Claim("memory of all processes", most / 1e6, _MEGABYTES, "MB")


def _resident(pid: int) -> tuple[int, int]:
    """Bytes in memory, of the process and of all below it; what they share counts for each."""
    with suppress(psutil.NoSuchProcess):
        parent = psutil.Process(pid)
        return _memory(parent), sum(map(_memory, parent.children(recursive=True)))
    return 0, 0


def _memory(process: psutil.Process) -> int:
    with suppress(psutil.NoSuchProcess):
        return int(process.memory_info().rss)
    return 0
