"""The echoes of sentences among all documents: how soon the first and the last are there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.claims import Claim
from benchmarks.search.bench import Bench, percentile
from benchmarks.search.engines.sidelight import Sidelight
from documents.document import Document
from search_index.echoes.model import Asked
from search_index.search import Searcher

_FIRST, _SLOW = 200.0, 400.0  # milliseconds


class _Taken(NamedTuple):
    """Milliseconds to the first answer and to the whole, and whether its document was found."""

    first: float
    whole: float
    found: bool


def measure(bench: Bench) -> Iterator[Claim]:
    """What is claimed of echoes, the index being there.

    Each sentence is asked for as one that is in no document: its own has to be found as a copy.
    """
    sentences = list(_sentences(bench))
    print(f"\nechoes, {bench.corpus}: {len(sentences)} sentences")
    program = bench.engine("Sidelight")
    assert isinstance(program, Sidelight)
    searcher = program.searcher()
    searcher.search("before")
    taken = [_asked(searcher, path, asked) for path, asked in sentences]
    for which in (50, 95):
        whole = percentile([one.whole for one in taken], which)
        print(f"  p{which}: {whole:.0f} ms to the whole answer")
    yield Claim(
        "echoes, first answer, p50", percentile([one.first for one in taken], 50), _FIRST, "ms"
    )
    yield Claim(
        "echoes, first answer, p95", percentile([one.first for one in taken], 95), _SLOW, "ms"
    )
    yield Claim("sentences not found in their document", sum(not one.found for one in taken), 0, "")


def _sentences(bench: Bench) -> Iterator[tuple[str, Asked]]:
    """Sentences of some length, each with its document."""
    chance = bench.chance("echoes")
    for path in chance.sample(bench.corpus.documents, min(bench.each, len(bench.corpus.documents))):
        document = Document(path, (bench.corpus.root / path).read_text("utf-8"))
        span = max(document.segmentation.sentences(), key=lambda span: span.end - span.start)
        yield path, Asked(document.text, span)


def _asked(searcher: Searcher, path: str, asked: Asked) -> _Taken:
    before = time.perf_counter()
    early: list[float] = []
    found = searcher.echoes(asked, early=lambda _: early.append(time.perf_counter()))
    after = time.perf_counter()
    first = early[0] if early else after
    places = {place.document for echo in found.echoes if echo.copy for place in echo.places}
    return _Taken(1000 * (first - before), 1000 * (after - before), path in places)
