"""A program that has a folder indexed and searches it meanwhile, for its memory to be looked at.

``python -m benchmarks.search.reader ROOT PLACE WORD`` ends when the index is complete, and prints
how many hits there are of WORD, and whether the index has answered.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks.search.engines.sidelight import Sidelight
from benchmarks.search.worker import HITS
from search_index.indexing.background import IndexProcess

_EVERY = 2.0  # seconds between searches


def main(root: str, place: str, word: str) -> int:
    """Does what the arguments say."""
    program = Sidelight(Path(root), Path(place))
    searcher = program.searcher()
    builder = IndexProcess(program.workspace)
    builder.start()
    while builder.running:
        searcher.search(word, limit=HITS)
        time.sleep(_EVERY)
    results = program.searcher().search(word, limit=HITS)
    print(results.total, results.indexed)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
