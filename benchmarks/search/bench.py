"""What the parts of the benchmark share: the corpus, where indexes lie, and what was measured."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from benchmarks.search.corpus import Corpus
from benchmarks.search.engines import ENGINES, Engine, can_run, engine
from benchmarks.search.worker import Spent, work

STOCK_SIZE = 8_500_000
"""Bytes of texts that Whoosh as it comes is given: more takes it minutes."""


@dataclass
class Bench:
    """A corpus, and the engines' indexes of it, each made when it is first needed."""

    corpus: Corpus
    folder: Path
    seed: int
    each: int
    """Queries of each kind."""

    large: int = 100_000
    """Documents that are indexed for the memory to be looked at."""

    limits: dict[int, float] = field(default_factory=dict)
    """What was found that percentiles of typing may be at most, in milliseconds."""

    _small: Corpus | None = None
    _spent: dict[str, Spent] = field(default_factory=dict)
    _engines: dict[str, Engine] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """The engines that can run here."""
        return [name for name in ENGINES if can_run(name)]

    def chance(self, *salt: object) -> random.Random:
        """The same numbers from the same seed, whatever else is measured."""
        return random.Random(repr((self.seed, *salt)))

    def corpus_of(self, name: str) -> Corpus:
        """What an engine is given to index."""
        share = STOCK_SIZE / self.corpus.size
        if name != "Whoosh" or share >= 1:
            return self.corpus
        if self._small is None:
            count = int(len(self.corpus.documents) * share)
            self._small = self.corpus.part(self.folder / "small", count)
        return self._small

    def place(self, name: str) -> Path:
        """Where an engine keeps its index of the corpus."""
        return self.folder / f"index-{name}"

    def indexed(self, name: str) -> Spent:
        """What it took to index; done when it is first asked for."""
        if name not in self._spent:
            print(f"  … {name} indexes", flush=True)
            self._spent[name] = work(name, self.corpus_of(name).root, self.place(name))
        return self._spent[name]

    def engine(self, name: str) -> Engine:
        """An engine that has indexed the corpus, opened."""
        if name not in self._engines:
            self.indexed(name)
            made = engine(name, self.corpus_of(name).root, self.place(name))
            made.open()
            self._engines[name] = made
        return self._engines[name]

    def close(self, name: str) -> None:
        """Closes an engine, whose threads would go on beside what is measured next."""
        made = self._engines.pop(name, None)
        if made is not None and hasattr(made, "close"):
            made.close()

    @contextmanager
    def room(self, name: str) -> Iterator[Path]:
        """A folder that is empty, and gone afterwards."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def percentile(values: list[float], which: int) -> float:
    """A percentile; the median of one value is that value."""
    if which == 50 or len(values) < 2:
        return median(values)
    return quantiles(values, n=100, method="inclusive")[which - 1]
