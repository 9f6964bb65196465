"""Search over thousands of articles: indexing, first answer, and queries beside a plain scan.

    python -m benchmarks.search [--documents N] [--queries N] [--seed N]

The plain scan is Python's ``re`` over texts that lie in memory already. The claims: the hits are
those of the plain scan, with an index and without; the first answer in a folder never seen takes
less than two seconds; and with an index a word takes at the median no longer than the plain scan.
The exit status is 1 where one does not hold.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import TypeVar

from annotations.store import Store
from benchmarks.articles import Articles
from documents.places import cache_folder
from documents.settings import Settings
from documents.workspace import Workspace
from search_index.building import update_index
from search_index.search import Searcher

FIRST_ANSWER_CLAIM = 2.0  # seconds

Places = set[tuple[str, int, int]]
T = TypeVar("T")
Queries = Mapping[str, Sequence[str]]


def main() -> int:
    """Measures, prints, and says whether the claims hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search")
    parser.add_argument("--documents", type=int, default=2000, metavar="N")
    parser.add_argument("--queries", type=int, default=30, metavar="N", help="of each kind")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sidelight-bench-") as folder:
        os.environ.update(HOME=folder, XDG_CACHE_HOME=f"{folder}/cache")
        articles = Articles(options.seed)
        root = Path(folder, "articles")
        size = articles.write(root, options.documents)
        print(f"{options.documents} articles, {size / 1e6:.1f} MB, {len(articles.words)} words")
        workspace = Workspace(root, Settings())
        texts = {path: workspace.read(path).text for path in workspace.documents()}
        queries = _queries(articles, texts, options.queries, random.Random(options.seed))
        return 0 if _measure(workspace, texts, queries, size) else 1


def _measure(workspace: Workspace, texts: Mapping[str, str], queries: Queries, size: int) -> bool:
    first, _ = _timed(lambda: _searcher(workspace).search(queries["one word"][0]))
    searchers = {"not indexed": _searcher(workspace)}
    tables = {"not indexed": _times(searchers["not indexed"].search, queries)}
    _index(workspace, size)
    searchers["indexed"] = _searcher(workspace)
    tables["indexed"] = _times(searchers["indexed"].search, queries)
    typing = Searcher(workspace, Store(workspace), patience=1.0)
    tables["indexed, while typing"] = _times(typing.search, queries)
    tables["plain scan"] = _times(lambda query: _scan(texts, query), queries)
    _print(tables)
    word = {name: median(times["one word"]) for name, times in tables.items()}
    claims = {
        "hits equal those of the plain scan": all(
            _are_equal(searcher, texts, queries) for searcher in searchers.values()
        ),
        f"first answer within 2 s: {first:.2f} s": first <= FIRST_ANSWER_CLAIM,
        "an indexed word beside the plain scan": word["indexed"] <= word["plain scan"],
    }
    for claim, holds in claims.items():
        print(f"{claim}: {'holds' if holds else 'DOES NOT HOLD'}")
    return all(claims.values())


def _searcher(workspace: Workspace) -> Searcher:
    return Searcher(workspace, Store(workspace))


def _index(workspace: Workspace, size: int) -> None:
    before = time.process_time()
    took, summary = _timed(lambda: update_index(workspace, Store(workspace)))
    spent = time.process_time() - before
    if summary.problem:
        sys.exit(summary.problem)
    stored = sum(file.stat().st_size for file in cache_folder().rglob("*") if file.is_file())
    print(
        f"indexed in {took:.1f} s, {spent:.1f} s of the processor: {size / 1e6 / spent:.2f} MB/s; "
        f"the index is {stored / size:.2f} times the texts"
    )
    again, _ = _timed(lambda: update_index(workspace, Store(workspace)))
    print(f"looked over again in {again * 1e3:.0f} ms")


def _queries(
    articles: Articles, texts: Mapping[str, str], count: int, chance: random.Random
) -> Queries:
    """Words from the commonest to the rarest that stand in the texts, and what is made of them."""
    ranks = [round(len(articles.words) ** (step / count)) - 1 for step in range(count)]
    words = [articles.words[rank] for rank in ranks]
    return {
        "one word": words,
        "two words": [f"{word} {chance.choice(words)}" for word in words],
        "phrase": [f'"{_phrase(chance.choice([*texts.values()]), chance)}"' for _ in words],
        "prefix": [f"{chance.choice(articles.words[30:])[:3]}*" for _ in words],
    }


def _phrase(text: str, chance: random.Random) -> str:
    words = text.split()
    start = chance.randrange(len(words) - 1)
    return " ".join(words[start : start + 2])


def _timed(do: Callable[[], T]) -> tuple[float, T]:
    before = time.perf_counter()
    done = do()
    return time.perf_counter() - before, done


def _times(ask: Callable[[str], object], queries: Queries) -> dict[str, list[float]]:
    return {
        kind: [_timed(lambda query=query: ask(query))[0] for query in asked]  # type: ignore[misc]
        for kind, asked in queries.items()
    }


def _print(tables: Mapping[str, Mapping[str, Sequence[float]]]) -> None:
    kinds = list(next(iter(tables.values())))
    print(f"\n{'milliseconds p50/p95':24}" + "".join(f"{kind:>16}" for kind in kinds))
    for name, times in tables.items():
        print(f"{name:24}" + "".join(f"{_figures(times[kind]):>16}" for kind in kinds))
    print()


def _figures(times: Sequence[float]) -> str:
    worst = quantiles(times, n=20, method="inclusive")[-1]
    return f"{median(times) * 1e3:.1f}/{worst * 1e3:.1f}"


def _scan(texts: Mapping[str, str], query: str) -> Places:
    """What the query must find, by reading everything."""
    words = [query] if query.startswith('"') else query.split()
    patterns = [_pattern(word) for word in words]
    found: Places = set()
    for path, text in texts.items():
        places = [[match.span() for match in each.finditer(text)] for each in patterns]
        if all(places):
            found.update((path, start, end) for spans in places for start, end in spans)
    return found


def _pattern(word: str) -> re.Pattern[str]:
    end = r"\w*" if word.endswith("*") else r"(?!\w)"
    parts = [re.escape(part) for part in word.strip('"*').split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + end, re.IGNORECASE)


def _are_equal(searcher: Searcher, texts: Mapping[str, str], queries: Queries) -> bool:
    for query in (query for asked in queries.values() for query in asked):
        found = searcher.search(query, limit=None)
        places = [(hit.document, hit.start, hit.end) for hit in found.hits]
        if {*places} != _scan(texts, query) or found.total != len(places):
            print(f"{query!r} finds something else than a plain scan")
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())
