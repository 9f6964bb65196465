"""Sentences: how well they are cut beside gold, in how many languages, and how fast.

    python -m benchmarks.sentences [FOLDER]

The folder holds gold as JSON Lines: ``text`` and the ``spans`` of its sentences and ``para`` of its
paragraphs, in code points. F1 counts the boundaries inside paragraphs. The claims: two million
characters a second in one thread, and the F1 that stands beside each set. The exit status is 1
where one does not hold.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import NamedTuple

from documents.segmentation import Segmentation

SPEED_CLAIM = 2.0  # million characters a second
F1_CLAIMS = {"en": 86.5, "de": 98, "fr": 97, "es": 97, "ru": 97, "uk": 95, "zh": 97, "ja": 94}
_BESIDE = Path(__file__).parents[2] / "shared" / "data" / "sentences"


class Measured(NamedTuple):
    """One gold file: F1 in per cent, characters, and the processor time its texts took."""

    f1: float
    characters: int
    seconds: float

    @property
    def speed(self) -> float:
        """Million characters a second."""
        return self.characters / self.seconds / 1e6


def main() -> int:
    """Measures, prints, and says whether the claims hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sentences")
    parser.add_argument("folder", type=Path, nargs="?", default=_BESIDE)
    files = sorted(parser.parse_args().folder.glob("*.jsonl"))
    if not files:
        print("No gold here: name a folder of it.")
        return 0
    print(f"{'set':20}{'F1':>8}{'claimed':>9}{'M chars/s':>11}")
    holds = [_report(file) for file in files]
    return 0 if all(holds) else 1


def _report(file: Path) -> bool:
    measured = _measure(file)
    claim = F1_CLAIMS.get(file.stem[:2], 0)
    holds = measured.f1 >= claim and measured.speed >= SPEED_CLAIM
    row = f"{file.stem:20}{measured.f1:8.2f}{claim:9.1f}{measured.speed:11.1f}"
    print(row if holds else f"{row}  DOES NOT HOLD")
    return holds


def _measure(file: Path) -> Measured:
    right = found = expected = characters = 0
    seconds = 0.0
    for line in file.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        record = json.loads(line)
        ends = {end for _, end in record["para"]}
        gold = {end for _, end in record["spans"]} - ends
        before = time.process_time()
        cut = {span.end for span in Segmentation(record["text"]).sentences()} - ends
        seconds += time.process_time() - before
        right, found, expected = right + len(cut & gold), found + len(cut), expected + len(gold)
        characters += len(record["text"])
    return Measured(200 * right / max(1, found + expected), characters, seconds)


if __name__ == "__main__":
    sys.exit(main())
