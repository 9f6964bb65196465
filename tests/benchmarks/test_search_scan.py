"""What the benchmark of searching judges by: the plain scan, the titles, the harm it does."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from benchmarks.search.bench import Bench
from benchmarks.search.corpus import Corpus, generated
from benchmarks.search.damage import Rounds
from benchmarks.search.languages import languages
from benchmarks.search.plain_scan import Sought, make_query, pattern
from benchmarks.search.ranking import title_of
from benchmarks.search.while_indexing import changed

TEXTS = {"a": "Oil and oils, OIL.\n", "b": "No gas; oil\nprices.", "c": "北京都 gas"}


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CACHE", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Sought("oil", (pattern("oil"),)), {("a", 0, 3), ("a", 14, 17), ("b", 8, 11)}),
        (Sought("oils*", (pattern("oils", beginning=True),)), {("a", 8, 12)}),
        (Sought('"oil prices"', (pattern("oil prices"),)), {("b", 8, 18)}),
        (Sought("oil gas", (pattern("oil"), pattern("gas"))), {("b", 8, 11), ("b", 3, 6)}),
        (Sought("京都", (pattern("京都"),)), {("c", 1, 3)}),
        (
            Sought("and OR gas", (pattern("and"), pattern("gas")), either=True),
            {("a", 4, 7), ("b", 3, 6), ("c", 4, 7)},
        ),
        (
            Sought("gas -oil", (pattern("gas"),), without=pattern("oil")),
            {("c", 4, 7)},
        ),
    ],
    ids=lambda each: each.text if isinstance(each, Sought) else "",
)
def test_the_plain_scan(query: Sought, expected: set[tuple[str, int, int]]) -> None:
    assert query.places(TEXTS) == expected


def test_queries_about_six_languages_mostly_find_something() -> None:
    chance = random.Random(1)
    spoken = languages(1)
    assert len(spoken) == 6
    for language in spoken:
        texts = [language.text(chance, 100) for _ in range(10)]
        made = [make_query(language, texts, chance) for _ in range(40)]
        named = {str(at): text for at, text in enumerate(texts)}
        found = [query for query in made if query.places(named)]
        assert len(found) > 20, language.name


def test_a_title_is_the_first_line_that_is_not_blank() -> None:
    assert title_of("\n\nOil, oil and gas\n\nMore of it.") == ("oil", "and", "gas")


def test_documents_that_were_changed_are_as_they_were(tmp_path: Path) -> None:
    corpus = generated("newswire", tmp_path, 6, seed=1)
    files = [corpus.root / document for document in corpus.documents]
    before = [(file.read_bytes(), file.stat().st_mtime_ns) for file in files]
    os.utime(files[0])
    before[0] = (before[0][0], files[0].stat().st_mtime_ns)
    with changed(Bench(corpus, tmp_path, seed=1, each=1), share=0.5):
        assert (
            sum(file.read_bytes() != old for file, (old, _) in zip(files, before, strict=True)) == 3
        )
    assert [(file.read_bytes(), file.stat().st_mtime_ns) for file in files] == before


def test_damage_is_done_in_each_way_and_harms_nobody(tmp_path: Path) -> None:
    harm = Rounds(generated("newswire", tmp_path, 8, seed=1), tmp_path / "index", 1).run(5)
    ways = ("killed", "truncated", "bit flipped", "file deleted", "folder deleted")
    assert harm == dict.fromkeys(ways, 1)


class Forgetful(Corpus):
    """Does not tell all that stands in its texts."""

    def text(self, document: str) -> str:
        return super().text(document)[:40]


def test_other_hits_than_those_of_the_scan_are_harm(tmp_path: Path) -> None:
    made = generated("newswire", tmp_path, 4, seed=1)
    harm = Rounds(Forgetful("forgetful", made.root), tmp_path / "index", 1).run(1)
    assert harm["other hits"] > 0
