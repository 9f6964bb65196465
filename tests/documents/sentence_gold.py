"""Scores sentence cutting against gold: F1 over the boundaries inside paragraphs.

Gold is JSON Lines with ``text``, ``spans`` of sentences and ``para`` spans of paragraphs, in code
points. The end of a paragraph is given, so it does not count. Run this file with a folder of gold
files to see the boundaries that are missed or too many.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from documents.segmentation import Segmentation


class Score(NamedTuple):
    """How many boundaries agree, are too many, and are missed; and how many characters were cut."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    characters: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        return 200 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def paragraphs(file: Path) -> Iterator[tuple[str, set[int]]]:
    """Each paragraph of a gold file with the ends of its sentences, the last one left out."""
    with file.open(encoding="utf-8", newline="") as source:
        for record in map(json.loads, source):
            for start, end in record["para"]:
                ends = {last - start for _, last in record["spans"] if start < last < end}
                yield record["text"][start:end], ends


def cut_ends(text: str) -> set[int]:
    """Where our sentences of one paragraph end, the last one left out."""
    return {span.end for span in Segmentation(text).sentences()} - {len(text.rstrip())}


def score(file: Path) -> Score:
    """The score over all paragraphs of a gold file."""
    right = wrong = missed = characters = 0
    for text, gold in paragraphs(file):
        ends = cut_ends(text)
        right += len(ends & gold)
        wrong += len(ends - gold)
        missed += len(gold - ends)
        characters += len(text)
    return Score(right, wrong, missed, characters)


def _show(file: Path) -> None:
    for text, gold in paragraphs(file):
        ends = cut_ends(text)
        for offset in sorted(ends ^ gold):
            kind = "missed" if offset in gold else "wrong "
            before, after = text[max(0, offset - 70) : offset], text[offset : offset + 50]
            print(f"{file.stem} {kind} {before}‖{after}".replace("\n", "⏎"))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        for path in sorted(Path(name).glob("*.jsonl")) if Path(name).is_dir() else [Path(name)]:
            _show(path)
