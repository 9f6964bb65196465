"""Measures reading: ``python -m benchmarks.reading [--quick] [--part PART]… [--size SIZE]…``

Every figure stands beside that of an empty Textual app, timed in the same run, turn by turn. The
exit status is 1 where a claim does not hold, 2 where a program did not do what it was asked.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.claims import Claim, all_hold
from benchmarks.reading import idling, keys, loading, materials, memory, programs, resizing
from benchmarks.terminal_timing import NotAnsweredError

PARTS = ("sizes", "indexing", "marks", "memory", "resize", "idle")


def main() -> int:
    """Measures, prints the tables and what became of the claims."""
    options = _options()
    plan = keys.Plan(options.rounds, options.keys, frozenset(options.peers), options.documents)
    held = True
    with tempfile.TemporaryDirectory(prefix="sidelight-texts-") as folder:
        try:
            for claims in _parts(Path(folder), options, plan):
                held &= all_hold(claims)
        except NotAnsweredError as failure:
            print(failure, file=sys.stderr)
            return 2
    return 0 if held else 1


def _parts(
    folder: Path, options: argparse.Namespace, plan: keys.Plan
) -> Iterator[list[Claim] | Iterator[Claim]]:
    """The claims of each part that was asked for, measured as they are asked for."""
    if "sizes" in options.parts:
        for scene in keys.sizes(folder, options.sizes, plan):
            yield keys.measure(scene, plan.rounds)
    if "indexing" in options.parts:
        yield keys.measure(keys.while_indexing(folder, plan), plan.rounds)
    if "marks" in options.parts:
        files, shown = materials.marked_files(folder)
        yield keys.measure(keys.among_marks(folder, files, shown, plan), plan.rounds)
        yield loading.measure(files, materials.two_files(folder, keys.SIZES["3M"][0]), plan.rounds)
    if "memory" in options.parts:
        yield memory.measure(folder, tuple(options.sizes))
    if "resize" in options.parts:
        size = max(keys.SIZES[name][0] for name in options.sizes)
        yield resizing.measure(folder, size, plan.rounds)
    if "idle" in options.parts:
        files = materials.two_files(folder, keys.SIZES["3M"][0])
        yield idling.measure(keys.all_cases(files, plan), options.idle)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading")
    add = parser.add_argument
    add("--quick", action="store_true", help="few rounds, 100K and 3M: some five minutes")
    add("--part", dest="parts", action="append", choices=PARTS, help="default: all of them")
    add("--size", dest="sizes", action="append", choices=[*keys.SIZES], help="default: all")
    add("--peer", dest="peers", action="append", choices=[*programs.PEER_NAMES, "none"])
    add("--rounds", type=int, metavar="N", help="default: 5")
    add("--keys", type=int, metavar="N", help="presses of each key a round; default: 100")
    add("--documents", type=int, default=9000, metavar="N", help="to index meanwhile")
    add("--idle", type=float, default=20.0, metavar="SECONDS")
    options = parser.parse_args()
    options.parts = options.parts or PARTS
    options.sizes = options.sizes or (("100K", "3M") if options.quick else tuple(keys.SIZES))
    options.peers = options.peers or programs.PEER_NAMES
    options.rounds = options.rounds or (2 if options.quick else 5)
    options.keys = options.keys or (50 if options.quick else 100)
    return options


if __name__ == "__main__":
    sys.exit(main())
