"""What an index tells of its texts is what a reading of them finds."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import MakeWorkspace
from plain_scan import WORDS, hard_texts

from annotations.store import Store
from documents.workspace import Workspace
from search_index.concordances.running_words import words_of
from search_index.engine import Engine, Evidence, Holdings, Part
from search_index.finding.patterns import pattern
from search_index.folding import Searched, fold
from search_index.indexing.places import index_folder
from search_index.indexing.updating import update_index
from search_index.queries.query import Fuzzy, Near, Regex, Term, Wild, Words
from search_index.terms import PIECE, needed, terms_of
from search_index.titles import headline_span

TEXTS = hard_texts(11, 8) | {
    "plain.txt": "Oil prices\n\nThe oil price fell, oil prices rose: the price of oil.",
    "other.txt": "A call\n\nThe envoy's call about oil; no oil price.",
}


@dataclass(frozen=True)
class Known:
    """A part of an index, and the texts that it answers for, by their numbers in it."""

    part: Part
    texts: Mapping[int, str]


def indexed(engine: Engine, workspace: Workspace) -> Holdings:
    assert not update_index(workspace, Store(workspace)).problem
    return engine.open_index(index_folder(workspace)).refresh()


def parts(held: Holdings, texts: Mapping[str, str]) -> Iterator[Known]:
    for number, part in enumerate(held.parts):
        places = {key: place for key in texts if (place := held.places.get(key))}
        here = {p.number: texts[k] for k, p in places.items() if p.part == number and not p.scanned}
        yield Known(part, here)


@pytest.fixture
def known(engine: Engine, make_workspace: MakeWorkspace) -> list[Known]:
    """The parts of an index of all texts."""
    return list(parts(indexed(engine, make_workspace(TEXTS)), TEXTS))


def test_every_text_is_told_of_by_one_part(known: Sequence[Known]) -> None:
    assert sorted(text for one in known for text in one.texts.values()) == sorted(TEXTS.values())
    assert all(one.texts.keys() <= set(range(one.part.size)) for one in known)


def check(one: Known, term: Term) -> Evidence | None:
    """What is told of a term, which must be so."""
    found = one.part.evidence(needed(term))
    if found is None:
        return None
    plain = {number: Searched(text) for number, text in one.texts.items()}
    spans = {n: list(pattern(term).find(text.plain, text.folded)) for n, text in plain.items()}
    counts = {number: len(places) for number, places in spans.items() if places}
    sure = one.texts.keys() - found.unsure
    here = {number: count for number, count in found.counts.items() if number in sure}
    counts = {number: count for number, count in counts.items() if number in sure}
    assert counts.keys() <= here.keys()
    if found.exact:
        assert here == counts
        titled = {n for n in counts if spans[n][0].start < headline_span(plain[n].plain).end}
        assert found.titled & sure == titled
    return found


@pytest.mark.parametrize("seed", range(4))
def test_no_text_that_holds_something_is_hidden(known: Sequence[Known], seed: int) -> None:
    chance = random.Random(seed)
    pool = [*WORDS, *["oil", "price", "prices", "call", "envoy's", "fell", "none"]]
    for _ in range(60):
        words = " ".join(chance.choices(pool, k=chance.choice((1, 1, 2, 3))))
        begun = words[: chance.randint(1, len(words))].strip()
        terms = [Words(words), Words(begun, prefix=True), Wild(f"{words[:2].strip()}*"), Regex(".")]
        terms.append(Fuzzy(chance.choice(("prize", "oli", "calls")), 1))
        terms.append(Wild(chance.choice(("*i*", "p?ice*", "*l", "?il", "c*l", "why?"))))
        one, other = (chance.choice(terms) for _ in range(2))
        terms.append(Near((one,), (other, Words("oil")), chance.choice((1, 2, 9))))
        terms.append(Near((terms[-1],), (Words("price"),), 2))
        for one in known:
            for term in terms:
                check(one, term)


@pytest.mark.parametrize("word", ["oil", "Price", "the", "none"])
def test_a_word_and_a_beginning_can_be_counted(known: Sequence[Known], word: str) -> None:
    """An engine that cannot do so much makes nothing faster."""
    for one in known:
        for term in (Words(word), Words(word[:2], prefix=True)):
            found = check(one, term)
            assert found is not None
            assert found.exact


@pytest.mark.parametrize("prefix", ["", "o", "oi", "oil", "pri", "in", "п", PIECE, "zzz"])
def test_completions_are_all_there_is_in_order(known: Sequence[Known], prefix: str) -> None:
    for one in known:
        found = [tuple(each) for each in one.part.completions(prefix)]
        counts: dict[str, int] = {}
        for text in one.texts.values():
            for term, count in terms_of(fold(text)).items():
                counts[term] = counts.get(term, 0) + count
        expected = sorted(pair for pair in counts.items() if pair[0].startswith(prefix))
        assert found == expected


@pytest.mark.parametrize("asked", ["oil", "oil price", "the", "none"])
def test_what_is_told_without_reading_is_what_stands_there(
    known: Sequence[Known], asked: str
) -> None:
    for one in known:
        told = one.part.token_texts([needed(Words(asked))], list(one.texts))
        for number, words, nodes in told.texts if told else ():
            assert told
            text = Searched(one.texts[number])
            folded = text.folded
            assert [told.names[word] for word in words] == words_of(folded)
            places = pattern(Words(asked)).find(text.plain, folded)
            between = [words_of(folded[place.start : place.end]) for place in places]
            assert [[told.names[word] for word in words[slice(*node)]] for node in nodes] == between


def test_a_text_that_counts_no_more_is_not_told_of(
    engine: Engine, make_workspace: MakeWorkspace
) -> None:
    workspace = make_workspace({"a.txt": "oil", "b.txt": "oil oil", "c.txt": "gas"})
    indexed(engine, workspace)
    (workspace.root / "a.txt").write_text("gas now")
    (workspace.root / "b.txt").unlink()
    held = indexed(engine, workspace)
    texts = {"a.txt": "gas now", "c.txt": "gas"}
    assert sum(len(one.texts) for one in parts(held, texts)) == 2
    for one in parts(held, texts):
        check(one, Words("oil"))
        check(one, Words("gas"))


def test_nothing_is_held_where_there_is_no_index(engine: Engine, tmp_path: Path) -> None:
    index = engine.open_index(tmp_path / "nowhere")
    assert not index.refresh().parts
    assert index.refresh() is index.refresh()
    index.drop()
    assert index.refresh().places.get("a.txt") is None
    assert not (tmp_path / "nowhere").exists()


def test_what_has_not_changed_is_the_same_object(
    engine: Engine, make_workspace: MakeWorkspace
) -> None:
    workspace = make_workspace({"a.txt": "oil"})
    indexed(engine, workspace)
    index = engine.open_index(index_folder(workspace))
    before = index.refresh()
    assert index.refresh() is before
    (workspace.root / "a.txt").write_text("gas")
    indexed(engine, workspace)
    assert index.refresh() is not before
    index.drop()
    again = index.refresh().places.get("a.txt")
    assert again is not None


@pytest.mark.parametrize("typed", ["the oil price fell", "oil prices rose", "oil oil", "envoy's"])
@pytest.mark.parametrize("backwards", [False, True])
def test_what_was_asked_before_makes_no_difference(
    known: Sequence[Known], typed: str, backwards: bool
) -> None:
    terms = [
        Words(typed[:end].strip(), prefix=begun)
        for end in range(1, len(typed) + 1)
        for begun in (True, False)
    ]
    for one in known:
        for term in [*(reversed(terms) if backwards else terms)] * 2:
            check(one, term)
