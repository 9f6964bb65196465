"""Two passages word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_index.alignment.comparing import TELLING, Kind, Piece, compare, telling
from search_index.alignment.running_text import RunningText, running_text


def differing(
    one: str, other: str, kind: Kind, running: RunningText | None = None
) -> tuple[list[str], list[str]]:
    found = compare(one, other, running or RunningText())
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


@pytest.mark.parametrize(
    "turn",
    [
        "Moscow lost no time to answer",
        "Not only Moscow answered",
        "Nicht nur Moskau antwortete",
        "Both engines failed",
    ],
)
def test_a_denial_in_a_turn_of_phrase_denies_nothing(turn: str) -> None:
    assert differing(turn, "Moscow answered at once", "stance") == ([], [])


def test_no_time_is_denied_where_none_was_lost() -> None:
    assert differing("there was no time", "there was time", "stance") == (["no"], [])
    assert differing("she failed to answer", "she answered", "stance") == (["failed"], [])


GERMAN = (
    "Der Kreml teilte am Mittwoch mit, dass der Präsident lange mit dem Nachfolger gesprochen habe."
    " Damaskus bestätigte das Gespräch. In der Ukraine sprach der Minister Rustem Umjerow von dem"
    " Versuch, die Sanktionen zu umgehen und neue Wege zu finden, die niemand kontrolliert."
)


def test_a_capital_makes_no_name_of_a_noun_where_all_nouns_have_one() -> None:
    known = running_text(GERMAN)
    one = "dass der Präsident in der Ukraine lange mit Umjerow über neue Sanktionen gesprochen hat"
    assert differing(one, "nichts", "name", known)[0] == ["Ukraine", "Umjerow"]
    assert running_text("So the Moscow Times and Die Zeit say in Berlin.").nouns == frozenset()


def test_a_word_said_twice_is_common_once() -> None:
    kinds = [piece.kind for piece in compare("dog dog", "dog").one]
    assert kinds == ["common", "word"]


def test_words_of_a_name_that_stand_together_are_told_together() -> None:
    one = "so Ahmad al-Sharaa came"
    assert telling(one, compare(one, "nobody came").one, "name") == ["Ahmad", "Sharaa"]
    two = "so Ruth Ann Adeyemi came"
    assert telling(two, compare(two, "nobody came").one, "name") == ["Ruth Ann Adeyemi"]


def test_a_name_that_both_have_is_no_difference_however_often_it_stands_in_one() -> None:
    one = "He told the Syrian president that Syria would stay whole"
    assert differing(one, "the message speaks of Syria", "name") == ([], [])
    assert differing("since Assad fell", "when Assad fell and Assad left", "name") == ([], [])
    assert differing("the Russian side", "what Russia says", "name") == ([], [])
    assert differing("so British reports say", "so Britain says", "name") == ([], [])
    assert differing("so Germany says", "the German side", "name") == ([], [])
    assert differing("so Iran says", "so Iraq says", "name") == (["Iran"], ["Iraq"])


def test_a_first_name_is_no_difference_from_a_surname_alone() -> None:
    assert differing("so Ahmad al-Sharaa came", "then Sharaa went", "name") == ([], [])


def test_in_a_headline_capitals_alone_make_no_name() -> None:
    headline = "Russia Seeks to Retain Military Presence in Syria"
    article = f"{headline}\nThe army of Russia wants to stay in Syria, they said.\n"
    assert differing(headline, "they talk", "name") == ([], [])
    known = running_text(article)
    assert differing(headline, "they talk", "name", known) == (["Russia", "Syria"], [])


def test_the_first_word_of_a_sentence_is_no_name_by_its_capital() -> None:
    assert differing("Following Bashar al-Assad he went", "they went", "name")[0] == [
        "Bashar",
        "Assad",
    ]
    known = running_text("They were shelling for days.\n")
    assert differing("Shelling Tartus was wrong", "they went", "name", known)[0] == ["Tartus"]


def test_a_word_for_a_number_is_one_only_after_a_number() -> None:
    assert differing("multi-billion dollar deals", "deals", "number") == ([], [])
    assert differing("3 billion dollars", "dollars", "number") == (["3 billion"], [])


def test_may_is_a_month_only_beside_a_figure() -> None:
    assert differing("they may stay", "they stay", "number") == ([], [])
    assert differing("on 3 May they left", "they left", "number") == (["3 May"], [])


def test_days_of_the_week_are_told_with_the_numbers() -> None:
    assert differing("on Monday", "on Tuesday", "number") == (["Monday"], ["Tuesday"])
    assert differing("on Monday", "am Montag", "number") == ([], [])


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


@pytest.mark.parametrize("heading", ["May", "March.", "Mai", "Mars", "Jan"])
def test_a_word_that_may_be_a_month_can_stand_alone(heading: str) -> None:
    assert [piece.kind for piece in compare(heading, "x").one] != []
    assert [piece.kind for piece in compare(heading, heading).one] == ["common"]
