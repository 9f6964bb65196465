"""An engine in a process of its own, so that its processor time can be told.

``python -m benchmarks.search.worker ENGINE ROOT PLACE [QUERY]`` indexes the folder ROOT, keeping
the index in PLACE, and with a QUERY prints the documents of the first hits.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.search.asked import read
from benchmarks.search.engines import engine

HITS = 20
_REPOSITORY = Path(__file__).parents[2]


class Spent(NamedTuple):
    """What a process took: seconds by the clock and of the processor; and what it printed."""

    clock: float
    processor: float
    output: str


def spend(argv: list[str]) -> Spent:
    """Runs a program to its end. Raises RuntimeError where it fails."""
    before = time.perf_counter()
    process = subprocess.Popen(argv, stdout=subprocess.PIPE, cwd=_REPOSITORY, text=True)
    assert process.stdout
    output = process.stdout.read()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{argv} failed")
    return Spent(took, usage.ru_utime + usage.ru_stime, output)


def work(name: str, root: Path, place: Path, *query: str) -> Spent:
    """Has an engine index a folder, and answer a query if one is given."""
    if name == "Sidelight":  # the program has a process for it
        return _build(root, place)
    module = "benchmarks.search.worker"
    return spend([sys.executable, "-m", module, name, str(root), str(place), *query])


def _build(root: Path, place: Path) -> Spent:
    """Has Sidelight index a folder. Raises RuntimeError where it cannot."""
    from benchmarks.search.engines.sidelight import use_cache

    use_cache(place)
    spent = spend([sys.executable, "-P", "-m", "search_index.indexing.process", str(root)])
    problem = json.loads(spent.output.splitlines()[-1])["problem"]
    if problem:
        raise RuntimeError(problem)
    return spent


def _listed(root: Path) -> list[str]:
    """All files below ``root``; the quickest way, since a peer has nothing else to do with them."""
    below = len(str(root)) + 1
    return sorted(
        f"{folder}/{name}"[below:]
        for folder, _, names in os.walk(root)
        for name in names
        if name.endswith(".txt")
    )


def main(name: str, root: str, place: str, *query: str) -> int:
    """Does what the arguments say."""
    made = engine(name, Path(root), Path(place))
    made.index(_listed(Path(root)))
    if query:
        made.open()
        for answer in made.ask(read(query[0]), HITS):
            print(answer.document, answer.snippet)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
