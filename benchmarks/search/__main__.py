"""Measures searching: ``python -m benchmarks.search [--part PART]… [--folder FOLDER]``

The exit status is 1 where a claim does not hold.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.claims import Claim, all_hold
from benchmarks.search import (
    damage,
    echoes,
    first,
    indexing,
    large,
    pathological,
    ranking,
    same_hits,
    while_indexing,
    while_typing,
)
from benchmarks.search.bench import Bench
from benchmarks.search.corpus import SHAPES, Corpus, generated

_PARTS: dict[str, Callable[[Bench], Iterator[Claim]]] = {
    "first": first.measure,
    "indexing": indexing.measure,
    "typing": while_typing.measure,
    "while-indexing": while_indexing.measure,
    "echoes": echoes.measure,
    "same-hits": same_hits.measure,
    "ranking": ranking.measure,
    "pathological": pathological.measure,
    "damage": damage.measure,
    "large": large.measure,
}
_ON_REQUEST = ("large",)
_ONCE = ("same-hits", "damage")
"""Parts with texts of their own, which need not be measured again for each corpus."""


def main() -> int:
    """Measures, prints, and says whether the claims hold."""
    options = _options()
    held, done = True, set[str]()
    with tempfile.TemporaryDirectory(prefix="sidelight-search-") as name:
        os.environ["HOME"] = name
        for corpus in _corpora(options, Path(name)):
            place = Path(name, f"indexes-{corpus.name}")
            place.mkdir()
            bench = Bench(corpus, place, options.seed, options.queries, options.large)
            for part in options.parts:
                if part not in done:
                    held &= all_hold(_PARTS[part](bench))
            done.update(_ONCE)
    return 0 if held else 1


def _corpora(options: argparse.Namespace, folder: Path) -> Iterator[Corpus]:
    if options.folder is not None:
        shutil.copytree(options.folder, folder / "folder")  # some of them will be changed
        yield Corpus("folder", folder / "folder")
        return
    for shape in options.shapes:
        yield generated(shape, folder, options.documents, options.seed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search")
    add = parser.add_argument
    usual = [part for part in _PARTS if part not in _ON_REQUEST]
    add("--part", dest="parts", action="append", choices=[*_PARTS], help=f"default: {usual}")
    add("--documents", type=int, default=10_000, metavar="N", help="default: 10000")
    add("--shape", dest="shapes", action="append", choices=[*SHAPES], help="default: all")
    add("--folder", type=Path, help="texts of your own, in the place of generated ones")
    add("--queries", type=int, default=12, metavar="N", help="of each kind; default: 12")
    add("--large", type=int, default=100_000, metavar="N", help="documents of the part large")
    add("--seed", type=int, default=1, metavar="N")
    options = parser.parse_args()
    # In the order of the table: some leave the index otherwise than others find it.
    options.parts = [part for part in _PARTS if part in (options.parts or usual)]
    options.shapes = options.shapes or [*SHAPES]
    return options


if __name__ == "__main__":
    sys.exit(main())
