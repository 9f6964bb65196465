"""The texts that are searched: generated in one of two shapes, or a folder of the user's own."""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from functools import cached_property
from pathlib import Path

from benchmarks.articles import Articles
from documents.settings import Settings
from documents.workspace import Workspace

SHAPES = {"newswire": 85, "articles": 650}
"""Words in a middling text: 850 bytes, as agencies send them; 5 KB, as papers print them."""

_SAMPLE = 2000
_word = re.compile(r"[^\W\d_]{1,30}")


class Corpus:
    """A folder of texts, and what is drawn from them."""

    def __init__(self, name: str, root: Path) -> None:
        self.name = name
        self.root = root
        self.documents = sorted(Workspace(root, Settings()).documents())
        self.size = sum((root / document).stat().st_size for document in self.documents)

    def __str__(self) -> str:
        return f"{self.name}: {len(self.documents):,} documents, {self.size / 1e6:.1f} MB"

    def text(self, document: str) -> str:
        """A text, its newlines as they are in the file."""
        with (self.root / document).open(encoding="utf-8", errors="replace", newline="") as file:
            return file.read()

    @cached_property
    def sample(self) -> list[str]:
        """Some of the texts, from all over the folder."""
        return [self.text(each) for each in self.documents[:: -(-len(self.documents) // _SAMPLE)]]

    @cached_property
    def words(self) -> list[str]:
        """Words made of letters, the commonest first."""
        counts: Counter[str] = Counter()
        for text in self.sample:
            counts.update(_word.findall(text.lower()))
        return [word for word, _ in counts.most_common()]

    def words_of_all_ranks(self, count: int, chance: random.Random) -> list[str]:
        """From the commonest to the rarest, as many of each magnitude."""
        steps = ((step + chance.random()) / count for step in range(count))
        return [self.words[int(len(self.words) ** step) - 1] for step in steps]

    def part(self, folder: Path, count: int) -> Corpus:
        """The first ``count`` documents, linked to from a folder of their own."""
        for document in self.documents[:count]:
            (folder / document).parent.mkdir(parents=True, exist_ok=True)
            os.link(self.root / document, folder / document)
        return Corpus(self.name, folder)


def generated(shape: str, folder: Path, documents: int, seed: int) -> Corpus:
    """Texts made in ``folder``, the same from the same seed, each beneath a title."""
    root = folder / shape
    Articles(seed, length=SHAPES[shape], titles=True).write(root, documents)
    return Corpus(shape, root)
