"""Walks at random: ``python -m benchmarks.walk [--minutes N] [--seed N] [--replay JOURNAL]``

Claims that the program never shows a traceback, sends nothing to the terminal that a document or a
name holds, answers within 5 seconds, and loses no annotation. What was done stands in a journal,
which ``--replay`` does again. The exit status is 1 where a claim does not hold.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.walk import steps
from benchmarks.walk.choosing import Chooser
from benchmarks.walk.steps import Step
from benchmarks.walk.walking import Walk

_MOST_PROBLEMS = 20


def main() -> int:
    """Walks and tells what went wrong."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="sidelight-walk-") as folder:
        print(f"seed {options.seed}, journal {options.journal}", flush=True)
        columns, rows = options.columns or 120, options.rows or 40
        walk = Walk(Path(folder), options.seed, columns, rows)
        with options.journal.open("w", encoding="ascii") as journal:
            for step in _chosen(options, walk):
                steps.write(step, journal)
                told = len(walk.problems)
                walk.take([step])
                for problem in walk.problems[told:]:
                    print(f"\nstep {problem.number}, {step.kind} {step.text[:60]!r} {step.path!r}:")
                    print(problem.words)
                if walk.problems[told:]:
                    print(walk.problems[-1].screen, flush=True)
                if len(walk.problems) >= _MOST_PROBLEMS:
                    break
        told = len(walk.problems)
        walk.end()
        for problem in walk.problems[told:]:
            print(f"\nat the end: {problem.words}\n{problem.screen}")
    held = not walk.problems
    print(f"{walk.number} steps, {walk.started} starts, {len(walk.problems)} problems: ", end="")
    print("holds" if held else "DOES NOT HOLD")
    return 0 if held else 1


def _chosen(options: argparse.Namespace, walk: Walk) -> Iterator[Step]:
    """The steps of the journal, or new ones for as long or as many as was asked for."""
    if options.replay is not None:
        yield from steps.read(options.replay)
        return
    chooser = Chooser(options.seed, walk.paths, walk.notes, options.columns, options.rows)
    deadline = time.monotonic() + options.minutes * 60
    for step in islice(chooser.steps(), options.steps):
        if time.monotonic() > deadline and options.steps is None:
            return
        yield step


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.walk")
    add = parser.add_argument
    add("--minutes", type=float, default=10.0, metavar="N")
    add("--steps", type=int, metavar="N", help="so many steps instead, however long they take")
    add("--seed", type=int, default=random.randrange(10**6), metavar="N")
    add("--columns", type=int, default=0, metavar="N", help="with --rows: one size, never changed")
    add("--rows", type=int, default=0, metavar="N")
    add("--journal", type=Path, metavar="FILE", help="default: in the folder for temporary files")
    add("--replay", type=Path, metavar="JOURNAL", help="take these steps; give its seed, too")
    options = parser.parse_args()
    usual = Path(tempfile.gettempdir(), f"sidelight-walk-{options.seed}.jsonl")
    options.journal = options.journal or usual
    if options.replay is not None and options.replay.resolve() == options.journal.resolve():
        options.journal = options.journal.with_suffix(".again.jsonl")
    return options


if __name__ == "__main__":
    sys.exit(main())
