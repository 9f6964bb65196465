from __future__ import annotations

import random
from pathlib import Path

from conftest import MakeWorkspace
from hypothesis import given
from hypothesis import strategies as st
from plain_scan import WORDS, hard_texts, quoted
from searched import index

from annotations.store import Store
from documents.settings import Settings
from documents.sources import Source
from documents.workspace import Workspace
from search_index.concordances.collocates import (
    SPAN,
    Collocate,
    Counts,
    count_words,
    log_dice,
    neighbours,
)
from search_index.concordances.frequencies import frequencies
from search_index.indexing.places import index_folder
from search_index.search import Searcher

PLAIN = (
    "the oil price fell as the price of crude oil rose again , and the envoy , he said , spoke "
    "of cheap oil . nobody knows why the price of gas fell ; it's a long-term price ."
)


def plain_texts(seed: int, count: int = 12) -> dict[str, str]:
    chance = random.Random(seed)
    return {f"{n:02}.txt": " ".join(chance.choices(PLAIN.split(), k=80)) for n in range(count)}


def counted(workspace: Workspace, query: str) -> Counts:
    return count_words(Searcher(workspace, Store(workspace)).occurrences(query))


def found(workspace: Workspace, query: str) -> dict[str, Collocate]:
    return {one.word: one for one in counted(workspace, query).collocates()}


QUERIES = ("oil", '"price of"', "oil envoy", "price OR gas", "pri*", '"the pri"*', "it's", "f?ll")


def test_the_figures_are_the_same_indexed_half_and_not(make_workspace: MakeWorkspace) -> None:
    texts = plain_texts(1) | hard_texts(2)
    workspace = make_workspace({path: text for path, text in texts.items() if path < "06"})
    queries = [*QUERIES, *map(quoted, WORDS[:40])]
    index(workspace)
    (workspace.root / "00.txt").write_text("Changed since: the oil price of the envoy.")
    make_workspace(texts | {"00.txt": "Changed since: the oil price of the envoy."})
    half = [counted(workspace, query) for query in queries]
    index(workspace)
    whole = [counted(workspace, query) for query in queries]
    folder = index_folder(workspace)
    assert folder is not None
    for file in sorted(folder.rglob("*"), reverse=True):
        if file.is_file():
            file.unlink()
    plain = [counted(workspace, query) for query in queries]
    assert half == plain
    assert whole == plain
    assert any(one.left and one.right for one in plain)


def test_a_damaged_index_makes_no_difference(
    make_workspace: MakeWorkspace, own_folders: Path
) -> None:
    workspace = make_workspace(plain_texts(3))
    expected = counted(workspace, '"price of"')
    index(workspace)
    searcher = Searcher(workspace, Store(workspace))
    occurrences = searcher.occurrences('"price of"')
    for file in own_folders.rglob("tokens.bin"):
        file.write_bytes(b"x")
    assert count_words(occurrences) == expected


def test_collocates_are_counted_left_and_right(make_workspace: MakeWorkspace) -> None:
    around = " ".join(letter * 2 for letter in "abcdefgXhijklmn")
    text = f"{around}. " + "zz " * 50
    near = found(make_workspace({"a.txt": text}), "xx")
    assert {word for word, one in near.items() if one.left} == {"cc", "dd", "ee", "ff", "gg"}
    assert {word for word, one in near.items() if one.right} == {"hh", "ii", "jj", "kk", "ll"}
    assert all((one.together, one.frequency) == (1, 1) for one in near.values())


def test_function_words_do_not_drown_the_others(make_workspace: MakeWorkspace) -> None:
    chance = random.Random(7)
    common = ["the", "of", "and", "to", "in"]
    rare = [f"word{n}" for n in range(400)]
    words: list[str] = []
    for _ in range(600):
        words += chance.choices(common, k=5) + chance.choices(rare, k=5)
        if chance.random() < 0.1:
            words += [chance.choice(common), "crude", "oil", chance.choice(common)]
    best = list(found(make_workspace({"a.txt": " ".join(words)}), "oil").values())
    assert best[0].word == "crude"
    assert not {"the", "of", "and", "to", "in"} & {one.word for one in best[:3]}


def test_single_letters_are_no_collocates(make_workspace: MakeWorkspace) -> None:
    near = found(make_workspace({"a.txt": "Putin's l'oil 油 " + "zz " * 50}), "oil")
    assert near.keys() == {"putin", "油"}


def test_what_stands_together_alone_has_fourteen_points() -> None:
    assert log_dice(7, 7, 7) == 14
    assert log_dice(7, 14, 14) == 13
    assert log_dice(9, 7, 7) == 14


@given(
    st.integers(0, 60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 4)), max_size=6),
)
def test_each_word_stands_near_the_nearest_place_alone(
    size: int, made: list[tuple[int, int]]
) -> None:
    nodes = sorted((min(at, size), min(at + length, size)) for at, length in made)
    left, right = neighbours(range(size), nodes)
    inside = {n for first, last in nodes for n in range(first, last)}
    assert len({*left, *right}) == len(left) + len(right)
    expected = {
        n
        for n in range(size)
        if n not in inside and any(first - SPAN <= n < last + SPAN for first, last in nodes)
    }
    assert {*left, *right} == expected
    for word in left:
        assert any(word < first <= word + SPAN for first, _ in nodes)
    for word in right:
        assert any(last <= word < last + SPAN for _, last in nodes)


def test_frequencies_by_year_folder_and_document(tmp_path: Path) -> None:
    texts = {
        "2024-05-01 a.txt": "oil oil",
        "2025-02-12 b.txt": "no gas",
        "x/2025-03-01.txt": "oil",
        "x/c.txt": "oil oil oil",
    }
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    settings = Settings(sources={"x/c.txt": Source(date="2023")})
    workspace = Workspace(tmp_path, settings)
    told = frequencies(Searcher(workspace, Store(workspace)).occurrences("oil"))
    assert [tuple(one) for one in told] == [
        ("year", "2023", 3, 1, 1),
        ("year", "2024", 2, 1, 1),
        ("year", "2025", 1, 1, 2),
        ("folder", "x", 4, 2, 2),
        ("folder", "", 2, 1, 2),
        ("document", "x/c.txt", 3, 1, 1),
        ("document", "2024-05-01 a.txt", 2, 1, 1),
        ("document", "x/2025-03-01.txt", 1, 1, 1),
    ]
