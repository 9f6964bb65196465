"""The benchmark of searching asks every engine the same, and gets the same from each."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.search.asked import Asked, read
from benchmarks.search.bench import Bench
from benchmarks.search.corpus import Corpus, generated
from benchmarks.search.engines import ENGINES, can_run
from benchmarks.search.queries import KINDS, typed, whole_queries

TEXTS = {
    "a.txt": "Oil and gas.\n\nThe envoy spoke of oil prices.",
    "b.txt": "Gas prices rose.",
    "c.txt": "An envoy said that oil came first, and prices second.",
}


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    for name in ("CACHE", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    root = tmp_path / "texts"
    root.mkdir()
    for name, text in TEXTS.items():
        (root / name).write_text(text, encoding="utf-8")
    return Bench(Corpus("texts", root), tmp_path, seed=1, each=2)


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_finds_the_same_documents_and_marks_what_it_found(
    bench: Bench, name: str
) -> None:
    if not can_run(name):
        pytest.skip(f"{name} is not installed")
    engine = bench.engine(name)
    for text, expected in {
        "oil": "ac",
        "envoy prices": "ac",
        '"gas prices"': "b",
        "pri*": "abc",
        "oil fir*": "c",
        "nothing": "",
    }.items():
        documents = {f"{each}.txt" for each in expected}
        asked = read(text)
        assert engine.documents(asked) == documents, text
        answers = engine.ask(asked, 20)
        assert {answer.document for answer in answers} == documents
        assert all("[" in answer.snippet or "<b" in answer.snippet for answer in answers)


def test_a_query_is_read_as_it_is_sent() -> None:
    assert read("oil gas*") == Asked("oil gas*", ("oil", "gas"), open=True)
    assert read('"oil gas"') == Asked('"oil gas"', ("oil", "gas"), phrase=True)
    assert read('"Oil') == Asked('"Oil', ("oil",))


def test_typing_ends_with_the_whole_query() -> None:
    asked = list(typed('"oil gas"'))
    assert [each.words for each in asked[:3]] == [("o",), ("oi",), ("oil",)]
    assert asked[-1] == read('"oil gas"')


def test_texts_and_queries_come_again_from_the_same_seed(tmp_path: Path) -> None:
    made = [generated("newswire", tmp_path / name, 20, seed=3) for name in ("one", "other")]
    assert len({"".join(map(each.text, each.documents)) for each in made}) == 1
    assert len(made[0].documents) == 20
    benches = [Bench(each, tmp_path, seed=5, each=3) for each in made]
    asked = [whole_queries(each.corpus, 3, each.chance("typing")) for each in benches]
    assert asked[0] == asked[1]
    assert tuple(asked[0]) == KINDS
