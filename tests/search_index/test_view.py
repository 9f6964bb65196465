"""What several indexes hold is put together for the texts as they are now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from unittest.mock import patch

import pytest

from annotations.steps import at_once
from search_index.engine import (
    Completion,
    Evidence,
    Holdings,
    Part,
    Place,
    TokenText,
    TokenTexts,
)
from search_index.queries.query import Words
from search_index.snapshot import Record, Signature, Snapshot
from search_index.terms import Needed
from search_index.view import Damaged, View, Views

NOW, BEFORE = Signature(4, 2), Signature(4, 1)
NOTES = Record("mk", "a.txt")
SNAPSHOT = Snapshot({"a.txt": NOW, "b.txt": NOW, "c.txt": NOW}, {NOTES: NOW})


class Listed:
    """A part that tells the same of any word: how often it stands in each text."""

    def __init__(self, *counts: int, exact: bool = True) -> None:
        self._counts = counts
        self._exact = exact
        self.opened = 0

    @property
    def size(self) -> int:
        return len(self._counts)

    def get_ready(self) -> None:
        self.opened += 1

    def evidence(self, wanted: Needed) -> Evidence | None:
        counts = {number: count for number, count in enumerate(self._counts) if count}
        return Evidence(counts, self._exact, frozenset(n for n in counts if counts[n] > 5))

    def completions(self, prefix: str) -> Iterator[Completion]:
        yield Completion(prefix + "a", sum(self._counts))
        yield Completion(f"{prefix}{self.size}", 1)

    def token_texts(self, wanted: Sequence[Needed], texts: Sequence[int]) -> TokenTexts | None:
        told = (TokenText(text, [0] * self._counts[text], []) for text in texts)
        return TokenTexts(["oil"], told)


class Unable(Listed):
    """A part that tells nothing."""

    def evidence(self, wanted: Needed) -> Evidence | None:
        return None

    def token_texts(self, wanted: Sequence[Needed], texts: Sequence[int]) -> TokenTexts | None:
        return None


class Broken(Listed):
    """A part of a damaged index."""

    def get_ready(self) -> None:
        raise ZeroDivisionError

    def evidence(self, wanted: Needed) -> Evidence | None:
        raise ZeroDivisionError

    def completions(self, prefix: str) -> Iterator[Completion]:
        yield Completion(prefix, 1)
        raise MemoryError

    def token_texts(self, wanted: Sequence[Needed], texts: Sequence[int]) -> TokenTexts | None:
        return TokenTexts(["oil"], (TokenText(text, [], []) for text in [*texts, 99]))


def held(*parts: Part, **places: tuple[int, int] | Place) -> Holdings:
    """Texts by the letters of their names, each in a part by its number there."""
    by_key: Mapping[str, Place] = {
        f"{name}.txt": place if isinstance(place, Place) else Place(*place, NOW)
        for name, place in places.items()
    }
    return Holdings(parts, {NOTES.key: Place(0, 0, NOW), **by_key})


OIL = Words("oil")


def test_numbers_of_parts_become_those_of_the_texts() -> None:
    view = View(SNAPSHOT, [held(Listed(9, 1, 0), Listed(7), a=(0, 1), b=(1, 0), c=(0, 2))])
    assert view.keys == ["a.txt", "b.txt", "c.txt", NOTES.key]
    assert view.evidence(OIL) == Evidence({0: 1, 1: 7, 3: 9}, True, frozenset((1, 3)))
    assert view.indexed
    assert view.documents.unknown == frozenset()


def test_what_one_index_does_not_know_another_may() -> None:
    first = held(Listed(0, 1), a=(0, 1), b=Place(0, 0, BEFORE))
    second = Holdings([Listed(0), Listed(5, 8)], {"b.txt": Place(1, 1, NOW)})
    view = View(SNAPSHOT, [first, second])
    assert view.evidence(OIL) == Evidence({0: 1, 1: 8}, True, frozenset((1,)))
    assert view.documents.known == frozenset((0, 1))
    assert (view.up_to_date, view.indexed) == (2, False)


class OnlyGet(dict[str, Place]):
    """Places that are looked up where they lie: there are too many to go through."""

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("gone through")

    def __len__(self) -> int:
        raise AssertionError("counted")


def test_places_are_looked_up_and_nothing_else() -> None:
    places = OnlyGet([("a.txt", Place(0, 0, NOW)), (NOTES.key, Place(0, 1, NOW))])
    views = Views([Kept(Holdings([Listed(1, 0)], places)), Kept(Holdings())])
    assert views.of(SNAPSHOT).up_to_date == 1
    assert views.of(SNAPSHOT.within(["a.txt"])).indexed


def test_of_two_that_know_a_text_the_first_answers() -> None:
    second = Holdings([Listed(8)], {"b.txt": Place(0, 0, NOW)})
    found = View(SNAPSHOT, [held(Listed(0, 3), b=(0, 1)), second]).evidence(OIL)
    assert found is not None
    assert found.counts == {1: 3}


def test_a_document_goes_with_what_is_written_about_it() -> None:
    """The encoding that it is read with stands there."""
    view = View(SNAPSHOT, [Holdings([Listed(1, 1)], {"a.txt": Place(0, 0, NOW)})])
    assert view.documents.known == frozenset()


def test_what_one_is_not_sure_of_is_left_open() -> None:
    view = View(SNAPSHOT, [held(Listed(0, 1), Listed(1, exact=False), a=(0, 1), b=(1, 0))])
    assert view.evidence(OIL) == Evidence({0: 1}, True, unsure=frozenset({1}))
    some = View(SNAPSHOT, [held(Listed(1), Unable(1), a=(0, 0), b=(1, 0))])
    assert some.evidence(OIL) == Evidence({3: 1}, True, unsure=frozenset({1}))
    assert View(SNAPSHOT, [held(Unable(1), b=(0, 0))]).evidence(OIL) is None
    assert View(SNAPSHOT).evidence(OIL) is None


class Asked(Listed):
    """A part that remembers what it was asked for."""

    def __init__(self, *counts: int) -> None:
        super().__init__(*counts)
        self.terms: list[str] = []

    def evidence(self, wanted: Needed) -> Evidence | None:
        self.terms += wanted.terms
        return super().evidence(wanted)


def test_evidence_is_kept_within_bounds() -> None:
    part = Asked(1, 1, 1)
    view = View(SNAPSHOT, [held(part, a=(0, 1), b=(0, 2))])
    room = 4 * (8 + 3)  # for four terms that stand in three texts
    with patch("search_index.view._KEPT", room):
        for term in "abcd":
            view.evidence(Words(term))
        for term in "dcba":
            view.evidence(Words(term))
        assert part.terms == list("abcd")
        view.evidence(Words("e"))  # what was asked for longest ago goes
        for term in "ea":
            view.evidence(Words(term))
        assert part.terms == list("abcde")
        view.evidence(Words("d"))
    assert part.terms == list("abcded")


def test_completions_come_together_the_commonest_first() -> None:
    view = View(SNAPSHOT, [held(Listed(1, 2), Listed(4), a=(0, 1), b=(1, 0))])
    assert view.completions("x") == [("xa", 7), ("x2", 1), ("x1", 1)]


def test_texts_that_one_part_tells_are_told_by_their_numbers_here() -> None:
    view = View(SNAPSHOT, [held(Unable(1), Listed(3, 2), a=(0, 0), b=(1, 1), c=(1, 0))])
    (told,) = view.token_texts([OIL])
    assert sorted(told.texts) == [(1, [0, 0], []), (2, [0, 0, 0], [])]
    assert not list(view.token_texts([]))


def test_whatever_a_damaged_part_does_is_damage() -> None:
    view = View(SNAPSHOT, [held(Broken(1), a=(0, 0))])
    with pytest.raises(Damaged):
        view.evidence(OIL)
    with pytest.raises(Damaged):
        view.completions("o")
    (told,) = view.token_texts([OIL])
    with pytest.raises(Damaged):
        list(told.texts)


class Kept:
    """An index that holds what it is told to."""

    def __init__(self, holdings: Holdings) -> None:
        self.holdings = holdings
        self.dropped = 0

    def refresh(self) -> Holdings:
        return self.holdings

    def drop(self) -> None:
        self.dropped += 1


def test_a_view_lasts_while_nothing_changes() -> None:
    one, other = Kept(held(Listed(1))), Kept(Holdings())
    views = Views([one, other])
    view = views.of(SNAPSHOT)
    assert views.of(SNAPSHOT) is view
    assert views.of(SNAPSHOT.within(["a.txt"])) is not view
    view = views.of(SNAPSHOT)
    other.holdings = held(Listed(1), b=(0, 0))
    assert (view.indexed, view.up_to_date) == (False, 0)
    assert views.of(SNAPSHOT).up_to_date == 1


def test_places_that_cannot_be_are_damage_and_all_is_let_go() -> None:
    index = Kept(held(Listed(1), a=(0, 7)))
    views = Views([index])
    with pytest.raises(Damaged):
        views.of(SNAPSHOT)
    views.drop()
    assert index.dropped == 1
    index.holdings = held(Listed(1), a=(0, 0))
    assert views.of(SNAPSHOT).up_to_date == 1


def test_parts_are_opened_once_each_in_steps() -> None:
    parts = [Listed(1), Listed(1), Listed(1)]
    view = View(SNAPSHOT, [Holdings(parts, {})])
    steps = iter(range(2))
    with pytest.raises(StopIteration):
        view.get_ready(lambda: next(steps))
    assert sum(part.opened for part in parts) == 2
    for _ in range(2):
        view.get_ready(at_once)
        assert [part.opened for part in parts] == [1, 1, 1]


def test_a_part_that_cannot_be_opened_is_damaged() -> None:
    with pytest.raises(Damaged):
        View(SNAPSHOT, [Holdings([Broken(1)], {})]).get_ready(at_once)
