"""The index is harmed while it is used, again and again: the hits stay, and nobody hears of it."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from annotations.store import Store
from benchmarks.claims import Claim
from benchmarks.reading.programs import SIDELIGHT
from benchmarks.search.bench import Bench
from benchmarks.search.corpus import Corpus, generated
from benchmarks.search.engines.sidelight import Sidelight
from benchmarks.search.plain_scan import Sought, pattern, places_of
from search_index.indexing.places import index_folder
from search_index.search import Searcher

ROUNDS = 200
_DOCUMENTS = 120
_QUERIES = 6
_BY_COMMAND = 10
"""Every so many rounds the command is asked as well."""

_NOTHING = ("sidelight: nothing found: ", "sidelight: did you mean: ")
"""How what is said begins where nothing is to be found, and is no error."""

_LONGEST = 0.8  # seconds a builder lives before it is killed

Harm = Counter[str]


def measure(bench: Bench) -> Iterator[Claim]:
    """What is claimed of an index that is harmed: nothing that anybody notices."""
    print(f"\ndamage, {ROUNDS} times, {_DOCUMENTS} documents")
    with bench.room("damage") as room:
        corpus = generated("newswire", room, _DOCUMENTS, bench.seed)
        harm = Rounds(corpus, room / "index", bench.seed).run(ROUNDS)
    print(f"  {', '.join(f'{what} {count}' for what, count in sorted(harm.items()))}")
    yield Claim("damage: answers with other hits", harm["other hits"], 0, "")
    yield Claim("damage: errors shown", harm["errors"], 0, "")
    yield Claim("damage: crashes", harm["crashes"], 0, "")


class Rounds:
    """A workspace whose index is harmed in one way after the other, and asked while it is."""

    def __init__(self, corpus: Corpus, place: Path, seed: int) -> None:
        place.mkdir()
        self._program = Sidelight(corpus.root, place)
        self._index = index_folder(self._program.workspace)
        self._corpus = corpus
        self._seed = seed
        self._harm = Harm()
        self._ways: Mapping[str, Callable[[random.Random], None]] = {
            "killed": self._kill,
            "truncated": self._truncate,
            "bit flipped": self._flip,
            "file deleted": self._delete,
            "folder deleted": self._delete_all,
        }

    def run(self, rounds: int) -> Harm:
        """Harms it so many times; how often each way, and what came of it."""
        for number in range(rounds):
            chance = random.Random(f"{self._seed} {number}")
            name = list(self._ways)[number % len(self._ways)]
            self._harm[name] += 1
            try:
                self._round(name, number, chance)
            except Exception as error:  # whatever it is, the claim is that there is none
                self._found("crashes", f"round {number}, {name}: {error!r}")
        return self._harm

    def _round(self, name: str, number: int, chance: random.Random) -> None:
        self._program.index([])
        running = self._searcher()
        running.search(self._corpus.words[0], limit=1)
        self._ways[name](chance)
        texts = {path: self._corpus.text(path) for path in self._corpus.documents}
        for _ in range(_QUERIES):
            query = self._query(chance)
            expected = query.places(texts)
            for kind, searcher in (("at work", running), ("new", self._searcher())):
                self._compare(f"round {number}, {name}, {kind}", searcher, query, expected)
        if number % _BY_COMMAND == 0:
            self._ask_by_command(f"round {number}, {name}", self._query(chance), texts)

    def _searcher(self) -> Searcher:
        """One that looks at the folder for each query: documents change in between."""
        workspace = self._program.workspace
        return Searcher(workspace, Store(workspace))

    def _compare(
        self, when: str, searcher: Searcher, query: Sought, expected: set[tuple[str, int, int]]
    ) -> None:
        results = searcher.search(query.text, limit=None)
        if sorted(places_of(results.hits)) != sorted(expected):
            self._found("other hits", f"{when}: {query.text!r}")
        if results.problems:
            self._found("errors", f"{when}: {results.problems[0]}")

    def _ask_by_command(self, when: str, query: Sought, texts: Mapping[str, str]) -> None:
        argv = [SIDELIGHT, "search", query.text, str(self._corpus.root), "--limit", "999999"]
        told = subprocess.run([*argv, "--json"], capture_output=True, text=True)
        expected = len(query.places(texts))
        if len(told.stdout.splitlines()) != expected:
            self._found("other hits", f"{when}, by command: {query.text!r}")
        said = told.stderr.splitlines()
        if any(expected or not line.startswith(_NOTHING) for line in said) or (
            told.returncode != (0 if expected else 1)
        ):
            self._found("errors", f"{when}, by command: {told.stderr[:200]!r}")

    def _found(self, what: str, where: str) -> None:
        self._harm[what] += 1
        print(f"  {what}: {where}")

    def _query(self, chance: random.Random) -> Sought:
        words = self._corpus.words
        one, other = (words[int(len(words) ** chance.random()) - 1] for _ in range(2))
        if chance.random() < 0.3:
            return Sought(f"{one[:3]}*", (pattern(one[:3], beginning=True),))
        if chance.random() < 0.5 and one != other:
            return Sought(f"{one} {other}", (pattern(one), pattern(other)))
        return Sought(one, (pattern(one),))

    # The ways

    def _kill(self, chance: random.Random) -> None:
        """Kills a builder that has something to do."""
        documents = self._corpus.documents
        for document in chance.sample(documents, min(10, len(documents))):
            file = self._corpus.root / document
            file.write_bytes(file.read_bytes() + b" More was said.")
        argv = [sys.executable, "-P", "-m", "search_index.indexing.process"]
        builder = subprocess.Popen([*argv, str(self._corpus.root)], stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.1, _LONGEST))
        builder.kill()
        builder.wait()

    def _files(self) -> list[Path]:
        return sorted(file for file in self._index.rglob("*") if file.is_file())

    def _truncate(self, chance: random.Random) -> None:
        file = chance.choice(self._files())
        os.truncate(file, chance.randrange(max(1, file.stat().st_size)))

    def _flip(self, chance: random.Random) -> None:
        file = chance.choice([file for file in self._files() if file.stat().st_size])
        data = bytearray(file.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(data)

    def _delete(self, chance: random.Random) -> None:
        chance.choice(self._files()).unlink()

    def _delete_all(self, _: random.Random) -> None:
        shutil.rmtree(self._index)
