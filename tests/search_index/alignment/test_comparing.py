"""Two passages word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search_index.alignment.comparing import TELLING, Kind, Piece, compare, telling


def differing(one: str, other: str, kind: Kind) -> tuple[list[str], list[str]]:
    found = compare(one, other)
    return telling(one, found.one, kind), telling(other, found.other, kind)


def test_the_same_words_are_common_in_any_form_and_order() -> None:
    found = compare("Two ships were loaded.", "They were loading 2 ships")
    assert [piece.kind for piece in found.one] == ["common"] * 4
    assert [piece.kind for piece in found.other] == ["word", *["common"] * 4]


def test_names_that_differ_are_told_apart() -> None:
    one, other = "the envoy, Mikhail Bogdanov, spoke", "a minister, Sergei Bogdanov, went"
    assert differing(one, other, "name") == (["Mikhail"], ["Sergei"])


def test_numbers_are_compared_by_their_value() -> None:
    one, other = "5,93 Meter und 14.500 Leute", "5.93 metres and 14,600 people"
    assert differing(one, other, "number") == (["14.500"], ["14,600"])


def test_a_denial_and_a_doubt_stand_out() -> None:
    one = "Unconfirmed reports say that he asked for it"
    other = "Russia rejected that he asked for it, and did not say more"
    assert differing(one, other, "stance") == (["Unconfirmed"], ["rejected", "not"])


def test_doubt_is_known_in_other_languages() -> None:
    assert differing("Er hat angeblich gezahlt", "Er hat gezahlt", "stance") == (["angeblich"], [])
    assert differing("Он якобы заплатил", "Он не заплатил", "stance") == (["якобы"], ["не"])


def test_a_shortened_not_is_a_denial_and_a_possessive_is_nothing() -> None:
    assert differing("It isn't so", "It is so", "stance") == (["isn't"], [])
    assert differing("It isn't so", "It is not so", "stance") == ([], [])
    assert [piece.kind for piece in compare("Syria’s", "Syria").one] == ["common"]


def test_a_word_said_twice_is_common_once() -> None:
    kinds = [piece.kind for piece in compare("dog dog", "dog").one]
    assert kinds == ["common", "word"]


def test_words_of_a_name_that_stand_together_are_told_together() -> None:
    one = "so Ahmad al-Sharaa came"
    assert telling(one, compare(one, "nobody came").one, "name") == ["Ahmad", "Sharaa"]
    two = "so Ruth Ann Adeyemi came"
    assert telling(two, compare(two, "nobody came").one, "name") == ["Ruth Ann Adeyemi"]


@given(st.text(max_size=120))
def test_a_passage_does_not_differ_from_itself(text: str) -> None:
    found = compare(text, text)
    assert found.one == found.other
    assert {piece.kind for piece in found.one} <= {"common"}


@given(st.text(max_size=120), st.text(max_size=120))
def test_pieces_lie_in_their_passage_in_order(one: str, other: str) -> None:
    for text, pieces in zip((one, other), compare(one, other), strict=True):
        ends = [0, *(edge for piece in pieces for edge in (piece.start, piece.end))]
        assert ends == sorted(ends)
        assert ends[-1] <= len(text)
        assert all(isinstance(piece, Piece) and piece.end > piece.start for piece in pieces)
        assert all(telling(text, pieces, kind) is not None for kind in TELLING)
