"""The hits beside those of a plain scan, in six languages, whatever state the index is in."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from benchmarks.claims import Claim
from benchmarks.search.bench import Bench
from benchmarks.search.engines.sidelight import Sidelight
from benchmarks.search.languages import languages
from benchmarks.search.plain_scan import Place, Sought, make_query, places_of
from search_index.search import Searcher

_QUERIES = 500
_TEXTS, _WORDS = 40, 120
"""Texts of each language, and words in each."""

_SHOWN = 5


def measure(bench: Bench) -> Iterator[Claim]:
    """What is claimed of the hits: that they are those of a plain scan, none more, none fewer."""
    print(f"\nthe same hits, {_QUERIES} queries in six languages")
    texts, queries = made(bench)
    expected = {query: query.places(texts) for query in queries}
    with bench.room("same-texts") as root, bench.room("same-index") as place:
        program = Sidelight(root, place)
        _write(root, dict(list(texts.items())[::2]))
        program.index([])
        _write(root, texts)
        yield _differing("half indexed", program.searcher(), expected)
        yield _differing("half indexed, half in memory", _prepared(program.searcher()), expected)
        program.index([])
        yield _differing("indexed", program.searcher(), expected)
        bare = Sidelight(root, place / "nothing")
        yield _differing("not indexed", bare.searcher(), expected)
        yield _differing("in memory", _prepared(bare.searcher()), expected)
        yield _differing("in memory as read", _prepared(bare.searcher(), steps=2), expected)
    found = sum(map(bool, expected.values()))
    print(f"  {found} of the queries find something, {_total(expected):,} hits in all")


def made(bench: Bench) -> tuple[dict[str, str], list[Sought]]:
    """Texts by path, and queries about them."""
    chance = bench.chance("languages")
    texts: dict[str, str] = {}
    queries: dict[str, Sought] = {}
    spoken = languages(bench.seed)
    for language in spoken:
        own = [language.text(chance, _WORDS) for _ in range(_TEXTS)]
        texts |= {f"{language.name}/{at:02}.txt": text for at, text in enumerate(own)}
        wanted = len(queries) + -(-_QUERIES // len(spoken))
        while len(queries) < min(wanted, _QUERIES):
            query = make_query(language, own, chance)
            queries.setdefault(query.text, query)
    return texts, list(queries.values())


def _write(root: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        file = root / path
        if not file.exists():
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(text.encode())


class _Ended(Exception):
    """A query is asked."""


def _prepared(searcher: Searcher, steps: int | None = None) -> Searcher:
    """One that has taken the texts into memory; where it had but few ``steps``, as they are."""
    left = itertools.count() if steps is None else iter(range(steps))

    def step() -> None:
        if next(left, None) is None:
            raise _Ended

    searcher.search("read all of them")
    with suppress(_Ended):
        searcher.prepare(step)
    return searcher


def _differing(state: str, searcher: Searcher, expected: Mapping[Sought, set[Place]]) -> Claim:
    differing = 0
    for query, places in expected.items():
        results = searcher.search(query.text, limit=None)
        found = places_of(results.hits)
        if sorted(found) == sorted(places) and results.total == len(places):
            continue
        differing += 1
        if differing <= _SHOWN:
            fewer, more = len(places - {*found}), len({*found} - places)
            print(f"  {state}: {query.text!r} misses {fewer} hits, finds {more} too many")
    return Claim(f"queries with other hits than a plain scan, {state}", differing, 0, "")


def _total(expected: Mapping[Sought, set[Place]]) -> int:
    return sum(map(len, expected.values()))
