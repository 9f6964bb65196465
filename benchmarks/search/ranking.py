"""Titles as queries: how often the article itself stands first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.claims import Claim
from benchmarks.search.asked import Asked
from benchmarks.search.bench import Bench
from benchmarks.search.corpus import Corpus
from benchmarks.search.engines import Engine, engine
from benchmarks.search.worker import work

_TITLES = 200
_BODIES = 4000
"""Articles whose bodies are searched without their titles."""

_PEERS = ("FTS5", "tantivy")
_SHORTEST = 3  # words that make a title
_word = re.compile(r"[^\W_]+")


def measure(bench: Bench) -> Iterator[Claim]:
    """What is claimed of the order: that the article stands first as often as with the peers.

    In the whole articles all words of the title are looked for; in the bodies alone, any of them.
    """
    print(f"\nranking, titles as queries, {bench.corpus}")
    names = ["Sidelight", *(name for name in _PEERS if name in bench.names)]
    titles = _titles(bench)
    queries = {path: Asked(" ".join(words), words) for path, words in titles.items()}
    yield from _claims("articles", {name: bench.engine(name) for name in names}, queries)
    with bench.room("bodies") as room:
        bodies = _bodies(bench, room / "texts")
        engines = {}
        for name in names:
            work(name, bodies.root, room / name)
            engines[name] = engine(name, bodies.root, room / name)
            engines[name].open()
        queries = {
            path: Asked(" OR ".join(words), words, either=True)
            for path, words in titles.items()
            if (bodies.root / path).exists()
        }
        yield from _claims("bodies", engines, queries)


def title_of(text: str) -> tuple[str, ...]:
    """The words of the first line, each once."""
    line = text.lstrip().partition("\n")[0]
    return tuple(dict.fromkeys(_word.findall(line.lower())))


def _titles(bench: Bench) -> dict[str, tuple[str, ...]]:
    """Some titles that no other article has, by the article's path; those of the bodies first."""
    chance = bench.chance("titles")
    several = bench.corpus.documents[:_BODIES]
    chosen = chance.sample(several, min(len(several), 2 * _TITLES))
    titles = {path: title_of(bench.corpus.text(path)) for path in chosen}
    given = list(titles.values())
    unique = {
        path: title
        for path, title in titles.items()
        if len(title) >= _SHORTEST and given.count(title) == 1
    }
    return dict(list(unique.items())[:_TITLES])


def _bodies(bench: Bench, folder: Path) -> Corpus:
    for path in bench.corpus.documents[:_BODIES]:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        body = bench.corpus.text(path).lstrip().partition("\n")[2]
        file.write_text(body, encoding="utf-8")
    return Corpus("bodies", folder)


def _claims(
    what: str, engines: Mapping[str, Engine], queries: Mapping[str, Asked]
) -> Iterator[Claim]:
    shares = {name: _share(each, queries) for name, each in engines.items()}
    shown = ", ".join(f"{name} {share:.1f} %" for name, share in shares.items())
    print(f"  {what}, {len(queries)} titles: itself first: {shown}", flush=True)
    for name, share in shares.items():
        if name != "Sidelight":
            label = f"{what}: itself first, as often as {name}"
            yield Claim(label, shares["Sidelight"], share, "%", least=True)


def _share(searched: Engine, queries: Mapping[str, Asked]) -> float:
    first = 0
    for path, asked in queries.items():
        answers = searched.ask(asked, 1)
        first += bool(answers) and answers[0].document == path
    return 100 * first / max(1, len(queries))
