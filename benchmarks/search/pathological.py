"""Queries that are made to take for ever are answered or refused in a moment."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.claims import Claim
from benchmarks.search.bench import Bench
from benchmarks.search.engines.sidelight import Sidelight
from benchmarks.search.worker import HITS
from search_index.search import Searcher

_SECONDS = 1.0
_SHOWN = 8

_TRAP = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n" * 50
"""A text that backtracking does not come out of."""


def queries(words: list[str]) -> dict[str, str]:
    """What to ask, each by what it is; ``words`` are a corpus' own, the commonest first."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return {
        "*": "*",
        "?": "?",
        "a*": "a*",
        "*a*": "*a*",
        "?" * 8: "?" * 8,
        "*e*e*e*": "*e*e*e*",
        "brackets opened": "(" * 10_000,
        "brackets closed": ")" * 10_000,
        "brackets around nothing": "()" * 5_000,
        "brackets around words": "(a " * 3_000,
        "brackets around brackets": "(" * 5_000 + "a" + ")" * 5_000,
        "quotes": '"' * 10_000,
        "minus signs": "-" * 10_000,
        "one long word": "a" * 10_000,
        "one long fuzzy word": "a" * 10_000 + "~",
        "a fuzzy letter": "a~",
        "a thousand ORs": " OR ".join(words[:1000]),
        "a thousand words": " ".join(words[:1000]),
        "a thousand phrases": " OR ".join(f'"{a} {b}"' for a, b in pairwise(words[:1001])),
        "a thousand beginnings": " OR ".join(f"{word[:2]}*" for word in words[:1000]),
        "a thousand fuzzy words": " OR ".join(f"{word}~" for word in words[:1000]),
        "every letter*": " OR ".join(f"{letter}*" for letter in letters),
        "every letter*, all": " ".join(f"{letter}*" for letter in letters),
        "every letter* in one phrase": '"' + " ".join(f"{letter}*" for letter in letters) + '"',
        "neither nor": " ".join(f"-{word}" for word in words[:1000]),
        "near and near": " NEAR/99 ".join(words[:200]),
        "common words near": f"{words[0]} NEAR/1000 {words[1]}",
        "a common phrase": '"' + " ".join(words[:2] * 500) + '"',
        "/(a+)+$/": "/(a+)+$/",
        "/(a|a)*b/": "/(a|a)*b/",
        "/(x+x+)+y/": "/(x+x+)+y/",
        "/(.*)*=/": "/(.*)*=/",
        "/.*.*.*.*=/": "/.*.*.*.*=/",
        "/(a?){40}a{40}/": "/(a?){40}a{40}/",
        "/((a{1,100}){1,100}){1,100}/": "/((a{1,100}){1,100}){1,100}/",
        "/./": "/./",
        "//": "//",
        "/(/": "/(/",
        "a thousand regexes": " OR ".join(f"/{word}+/" for word in words[:1000]),
        "NOT NOT NOT": "NOT " * 3_000 + "a",
        "fields in fields": "title:" * 2_000 + "a",
        "nothing to see": "\u200b\0\u202e" * 3_000,
    }


def measure(bench: Bench) -> Iterator[Claim]:
    """What is claimed of such queries, with an index and without."""
    asked = queries(bench.corpus.words)
    print(f"\npathological queries, {bench.corpus}: {len(asked)}")
    program = bench.engine("Sidelight")
    assert isinstance(program, Sidelight)
    trap = bench.corpus.root / "trap.txt"
    trap.write_text(_TRAP)
    try:
        yield _slowest("indexed", program.searcher(), asked)
        with bench.room("bare") as place:
            bare = Sidelight(bench.corpus.root, place)
            yield _slowest("not indexed", bare.searcher(), asked)
    finally:
        trap.unlink()


def _slowest(state: str, searcher: Searcher, asked: dict[str, str]) -> Claim:
    searcher.search("before")
    taken = []
    for name, query in asked.items():
        before = time.perf_counter()
        searcher.search(query, limit=HITS)
        taken.append((time.perf_counter() - before, name))
    worst = sorted(taken, reverse=True)
    shown = ", ".join(f"{name} {seconds:.2f} s" for seconds, name in worst[:_SHOWN])
    print(f"  {state}, slowest: {shown}; over a second: {sum(s > _SECONDS for s, _ in worst)}")
    return Claim(f"the slowest pathological query, {state}", worst[0][0], _SECONDS, "s")
