"""Queries replayed as they are typed, letter by letter, on all engines turn by turn."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping

from benchmarks.claims import Claim
from benchmarks.search.asked import Asked
from benchmarks.search.bench import Bench, percentile
from benchmarks.search.engines import Engine
from benchmarks.search.queries import typed, whole_queries
from benchmarks.search.worker import HITS

BETWEEN_LETTERS = 0.06
"""Seconds from one letter to the next: somebody who types fast."""

_P50, _P99 = 5.0, 50.0  # milliseconds
_TIMES_TANTIVY = 2.0
_PEERS = ("FTS5", "tantivy")

_NO_NOTES: Mapping[str, str] = {}

Times = dict[str, list[float]]
"""Milliseconds by kind of query."""


def limits(bench: Bench) -> Mapping[int, float]:
    """What the percentiles of typing may be at most, judging by the peers, in milliseconds."""
    if not bench.limits:
        peers = {name: bench.engine(name) for name in _PEERS if name in bench.names}
        bench.limits = _limits(replay(peers, replayed(bench)))
    return bench.limits


def _limits(times: Mapping[str, Times]) -> dict[int, float]:
    limits = {99: _P99}
    if "FTS5" in times:
        limits[95] = percentile(together(times["FTS5"]), 95)
    if "tantivy" in times:
        limits[50] = max(_TIMES_TANTIVY * percentile(together(times["tantivy"]), 50), _P50)
    return dict(sorted(limits.items()))


def measure(bench: Bench) -> Iterator[Claim]:
    """What is claimed of queries while they are typed, the index being there."""
    queries = replayed(bench)
    print(f"\ntyping, {bench.corpus}: {sum(map(len, queries.values()))} queries")
    engines = {name: bench.engine(name) for name in bench.names}
    times = replay(engines, queries)
    print_times(times, {"Whoosh": f", {len(bench.corpus_of('Whoosh').documents):,} documents"})
    _print_slowest(engines["Sidelight"], queries)
    _print_agreement(engines, queries)
    bench.limits = _limits(times)
    for which, limit in bench.limits.items():
        yield Claim(
            f"typing, p{which}", percentile(together(times["Sidelight"]), which), limit, "ms"
        )


def replayed(bench: Bench) -> dict[str, list[Asked]]:
    """All that is asked while the queries of each kind are typed."""
    whole = _whole(bench).items()
    return {kind: [each for query in of for each in typed(query)] for kind, of in whole}


def mixed(bench: Bench) -> list[Asked]:
    """The same, queries of all kinds by turns, each of them typed from its first letter on."""
    queries = [query for of in _whole(bench).values() for query in of]
    bench.chance("mixed").shuffle(queries)
    return [each for query in queries for each in typed(query)]


def _whole(bench: Bench) -> dict[str, list[str]]:
    return whole_queries(bench.corpus, bench.each, bench.chance("typing"))


def replay(engines: Mapping[str, Engine], queries: Mapping[str, list[Asked]]) -> dict[str, Times]:
    """Asks each engine one query after the other, with time between the letters."""
    times: dict[str, Times] = {name: defaultdict(list) for name in engines}
    for kind, asked in queries.items():
        for query in asked:
            begun = time.perf_counter()
            for name, engine in engines.items():
                times[name][kind].append(ask(engine, query))
            time.sleep(max(0.0, BETWEEN_LETTERS - (time.perf_counter() - begun)))
    return times


def ask(engine: Engine, query: Asked) -> float:
    """Milliseconds until the answer is there."""
    before = time.perf_counter()
    engine.ask(query, HITS)
    return (time.perf_counter() - before) * 1e3


def together(times: Times) -> list[float]:
    """Those of all kinds."""
    return [each for of in times.values() for each in of]


def print_times(times: Mapping[str, Times], notes: Mapping[str, str] = _NO_NOTES) -> None:
    """A row an engine, a column a kind."""
    kinds = list(next(iter(times.values())))
    print(f"  {'milliseconds p50/p95/p99':26}" + "".join(f"{kind:>20}" for kind in [*kinds, "all"]))
    for name, of in times.items():
        label = f"{name}{notes.get(name, '')}"
        cells = [of[kind] for kind in kinds] + [together(of)]
        print(f"  {label:26}" + "".join(f"{_figures(cell):>20}" for cell in cells), flush=True)


def _figures(times: list[float]) -> str:
    return "/".join(f"{percentile(times, which):.1f}" for which in (50, 95, 99))


def _print_slowest(engine: Engine, queries: Mapping[str, list[Asked]]) -> None:
    """Those that take long by themselves: asked again, with nothing else between."""
    again = sorted((ask(engine, each), each.text) for of in queries.values() for each in of)
    slowest = ", ".join(f"{text} {taken:.0f}" for taken, text in again[:-6:-1])
    print(f"  slowest when asked again: {slowest}")


def _print_agreement(engines: Mapping[str, Engine], queries: Mapping[str, list[Asked]]) -> None:
    """How often the peers find the documents that Sidelight finds."""
    asked = list({each.text: each for of in queries.values() for each in of}.values())[::4]
    ours = [engines["Sidelight"].documents(each) for each in asked]
    for name, engine in engines.items():
        if name not in ("Sidelight", "Whoosh"):
            same = sum(
                engine.documents(each) == mine for each, mine in zip(asked, ours, strict=True)
            )
            print(f"  {name} finds the same documents for {same} of {len(asked)} queries")
