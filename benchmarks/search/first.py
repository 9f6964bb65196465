"""The first answer in a folder never seen: from nothing to the hits of one word."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.claims import Claim
from benchmarks.reading.programs import SIDELIGHT
from benchmarks.search.bench import Bench
from benchmarks.search.engines.sidelight import Sidelight, use_cache
from benchmarks.search.worker import HITS, spend, work

_WORDS = 5
_ROUNDS = 3
_TIMES_RIPGREP = 6.0


def measure(bench: Bench) -> Iterator[Claim]:
    """What is claimed of the first answer."""
    chance = bench.chance("first")
    words = [bench.corpus.words[20], *bench.corpus.words_of_all_ranks(_WORDS - 1, chance)]
    print(f"\nfirst answer, nothing indexed, {bench.corpus}; one of: {', '.join(words)}")
    yield from _started(bench, words)
    yield from _running(bench, words)


def _started(bench: Bench, words: list[str]) -> Iterator[Claim]:
    ours = [_by_command(bench, word) for word in words]
    print(f"  sidelight search: {_seconds(ours)} s from start to end, process started")
    for name in bench.names:
        if name == "Sidelight":
            continue
        taken = []
        for word in words if name != "Whoosh" else words[:1]:
            with bench.room("first") as room:
                taken.append(work(name, bench.corpus_of(name).root, room, word).clock)
        given = len(bench.corpus_of(name).documents)
        print(f"  {name}, {given:,} documents: {_seconds(taken)} s, indexing included")
        yield Claim(f"first answer, to {name}'s", median(ours) / median(taken), 1.0)


def _seconds(taken: list[float]) -> str:
    return f"{median(taken):.2f} (worst {max(taken):.2f})"


def _by_command(bench: Bench, word: str) -> float:
    with bench.room("first") as room:
        use_cache(room)
        argv = [SIDELIGHT, "search", word, str(bench.corpus.root), "--limit", str(HITS), "--json"]
        return spend([str(each) for each in argv]).clock


def _running(bench: Bench, words: list[str]) -> Iterator[Claim]:
    """The same inside the program that is running, beside ripgrep, turn by turn."""
    ripgrep = shutil.which("rg")
    if ripgrep is None:
        print("  no rg on the path: nothing to compare a scan with")
        return
    ours, theirs = defaultdict[str, list[float]](list), defaultdict[str, list[float]](list)
    with bench.room("first") as room:
        program = Sidelight(bench.corpus.root, room)
        for _ in range(_ROUNDS):
            for word in words:
                ours[word].append(_scan(program, word))
                theirs[word].append(_by_ripgrep(ripgrep, word, bench.corpus.root))
    for word in words:
        mine, other = min(ours[word]) * 1e3, min(theirs[word]) * 1e3
        print(f"  {word!r}: {mine:.0f} ms, ripgrep {other:.0f} ms: {mine / other:.1f} x")
    ratio = median(min(ours[word]) / min(theirs[word]) for word in words)
    yield Claim("first answer in the running program, to ripgrep's", ratio, _TIMES_RIPGREP)


def _scan(program: Sidelight, word: str) -> float:
    searcher = program.searcher()
    before = time.perf_counter()
    searcher.search(word, limit=HITS)
    return time.perf_counter() - before


def _by_ripgrep(ripgrep: str, word: str, root: Path) -> float:
    argv = [ripgrep, "-uu", "--ignore-case", "--word-regexp", "--regexp", word, str(root)]
    before = time.perf_counter()
    subprocess.run(argv, stdout=subprocess.PIPE, check=False)
    return time.perf_counter() - before
