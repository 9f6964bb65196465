from __future__ import annotations

import random
import re
from itertools import pairwise

import pytest
from conftest import MakeWorkspace
from hypothesis import given
from hypothesis import strategies as st
from plain_scan import RAISED, WORDS, hard_text, hard_texts, places, quoted

from annotations.store import Store
from documents.spans import Span
from documents.workspace import Workspace
from search_index.answering import Cancelled
from search_index.concordances.concordance import (
    FURTHEST,
    Concordance,
    Line,
    Order,
    line_at,
    nearest_words,
    ordered,
    parse_order,
    sorted_words,
)
from search_index.search import Searcher

TEXTS = {
    "a.txt": "The oil price fell.\nCheap oil\r\nis no cheap OIL forever.",
    "b.txt": "No gas here.",
    "c/d.txt": "Élan and oil, elan and oil.",
}


def concordance(workspace: Workspace, query: str, most: int = 1000) -> Concordance:
    found = Concordance(Searcher(workspace, Store(workspace)).occurrences(query))
    found.read(most)
    return found


def shown(lines: list[Line]) -> list[str]:
    return [f"{one.left[-8:]}|{one.keyword}|{one.right[:6]}" for one in lines]


def test_every_place_has_its_line_in_text_order(make_workspace: MakeWorkspace) -> None:
    assert shown(concordance(make_workspace(TEXTS), "oil").lines) == [
        "The |oil| price",
        ". Cheap |oil| is no",
        "o cheap |OIL| forev",
        "lan and |oil|, elan",
        "lan and |oil|.",
    ]


def test_the_lines_are_the_hits_of_a_search(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(hard_texts(5))
    for word in WORDS:
        found = concordance(workspace, quoted(word))
        hits = Searcher(workspace, Store(workspace)).search(quoted(word), limit=None).hits
        assert sorted(one[:3] for one in found.lines) == sorted(places(hits)), word
        assert found.complete
        assert found.occurrences.total == len(found.lines)


def test_it_is_read_as_far_as_it_is_asked_for(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(TEXTS)
    found = concordance(workspace, "oil", most=2)
    assert (len(found.lines), found.complete, found.occurrences.total) == (2, False, 5)
    found.read(100)
    assert found.complete
    assert found.lines == concordance(workspace, "oil").lines


def test_it_can_be_called_off(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace(TEXTS)
    stopped = [False]
    searcher = Searcher(workspace, Store(workspace))
    found = Concordance(searcher.occurrences("oil", cancelled=lambda: stopped[0]))
    found.read(1)
    stopped[0] = True
    with pytest.raises(Cancelled):
        found.read(100)


def test_no_query_has_no_lines(make_workspace: MakeWorkspace) -> None:
    for query in ("", "-oil", "/(((((/", "zebra", "tag:claim"):
        found = concordance(make_workspace(TEXTS), query)
        assert (found.lines, found.occurrences.total, found.complete) == ([], 0, True)


def test_a_refused_expression_is_told(make_workspace: MakeWorkspace) -> None:
    found = concordance(make_workspace(TEXTS), "/" + "a" * 600 + "/")
    assert found.occurrences.problems or not found.lines


def test_sorting_takes_case_and_accents_for_nothing(make_workspace: MakeWorkspace) -> None:
    words = ("zoo", "Élan", "elan", "ÉTUDE", "ELAN", "eagle")
    texts = {f"{n}.txt": f"{word} x" for n, word in enumerate(words)}
    lines = concordance(make_workspace(texts), "x")
    left = [one.left.split()[-1] for one in ordered(lines.lines, Order("left"))]
    assert left == ["eagle", "Élan", "elan", "ELAN", "ÉTUDE", "zoo"]


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("1L", "aab|bab|aba|bbb"),  # the words around x, from left to right, without it
        ("1R", "aba|bbb|bab|aab"),  # of equal ones the first stays the first
    ],
)
def test_the_words_further_out_decide_among_equal_ones(order: str, words: str) -> None:
    given_lines = [_line("b b", "b"), _line("a b", "a"), _line("b a", "b"), _line("a a", "b")]
    parsed = parse_order(order)
    assert parsed is not None
    found = ["".join((one.left + one.right).split()) for one in ordered(given_lines, parsed)]
    assert "|".join(found) == words


def test_orders_have_names() -> None:
    names = ("document", "keyword", "1L", "2L", "3L", "1R", "2R", "3R")
    assert [order.name for name in names if (order := parse_order(name))] == list(names)
    assert parse_order("left") == parse_order("1l") == Order("left", 1)
    assert parse_order("right") == Order("right", 1)
    for wrong in ("", "4R", "0L", "L1", "LEFTT", "1", "11L"):
        assert parse_order(wrong) is None


def test_words_of_scripts_without_spaces_are_characters() -> None:
    line = line_at("a", "我们在北京工作。", Span(3, 5))
    assert _pieces(line.left, nearest_words(line.left, "left")) == ["在", "们", "我"]
    assert _pieces(line.right, nearest_words(line.right, "right")) == ["工", "作"]
    thai = line_at("a", "ที่นี่", Span(0, 0))
    assert _pieces(thai.right, nearest_words(thai.right, "right")) == ["ที่", "นี่"]


def test_words_of_scripts_with_marks_are_whole() -> None:
    assert _pieces("में हिन्दी बोलता", nearest_words("में हिन्दी बोलता", "right")) == [
        "में",
        "हिन्दी",
        "बोलता",
    ]


texts = st.builds(lambda seed: hard_text(random.Random(seed), 30), st.integers(0, 10_000))


@given(texts, st.data())
def test_a_line_is_its_stretch_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    line = line_at("a.txt", text, Span(start, end))
    assert "\n" not in line.left + line.keyword + line.right
    assert line.keyword == re.sub(r"\s+", " ", text[start:end])
    assert "".join((line.left + line.keyword).split()) in "".join(text[:end].split())
    assert "".join((line.keyword + line.right).split()) in "".join(text[start:].split())


@given(texts)
def test_the_nearest_words_are_the_nearest(text: str) -> None:
    for side in ("left", "right"):
        found = nearest_words(text, side)  # type: ignore[arg-type]
        assert len(found) <= FURTHEST
        assert found == sorted(found, reverse=side == "left")
        assert all(re.search(r"\w", text[slice(*span)]) for span in found)
        if found:
            beyond = text[found[0].end :] if side == "left" else text[: found[0].start]
            assert not re.search(r"\w", RAISED.sub("", beyond))


@given(
    st.lists(st.tuples(texts, st.integers(0, 100)), max_size=12),
    st.sampled_from(["document", "keyword", "1L", "2L", "3L", "1R", "2R", "3R"]),
)
def test_sorting_is_stable_and_loses_nothing(made: list[tuple[str, int]], name: str) -> None:
    lines = [line_at(str(n), text, Span(at, at + 3)) for n, (text, at) in enumerate(made)]
    order = parse_order(name)
    assert order is not None
    found = ordered(lines, order)
    assert sorted(found) == sorted(lines)
    assert ordered(found, order) == found
    if order.by in ("left", "right"):
        for one, other in pairwise(found):
            if _sorted_by(one, order) == _sorted_by(other, order):
                assert int(one.document) < int(other.document)


def _sorted_by(line: Line, order: Order) -> list[str]:
    context = line.left if order.by == "left" else line.right
    return _pieces(context, sorted_words(line, order))


def _line(left: str, right: str) -> Line:
    return Line("a", 0, 0, f"{left} ", "", f" {right}")


def _pieces(text: str, spans: list[Span]) -> list[str]:
    return [text[slice(*span)] for span in spans]
