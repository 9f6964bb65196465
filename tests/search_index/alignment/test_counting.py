"""What counts as the same in any language: numbers, months, weekdays, what reports tell of."""

from __future__ import annotations

import pytest

from search_index.alignment.features import UNIT, features
from search_index.alignment.lexemes import lexeme, tokens


def shared(one: str, other: str) -> frozenset[str]:
    return features(one).keys & features(other).keys


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        ("40,000 jobs", "导致4万人失业", "#40000"),
        ("in April, inflation", "4月份通货膨胀率", "~4"),
        ("on Thursday it rose", "中央银行周四将利率", "-thursd"),
        ("on Tuesday night", "seit Dienstagabend gesperrt", "-tuesd"),
        ("nine members", "九名委员", "#9"),
        ("Seventeen were hurt", "Dix-sept passagers", "#17"),
        ("twenty-four houses", "24 Häuser", "#24"),
        ("quatre-vingt-deux personnes", "82 people", "#82"),
        ("quatre-vingts personnes", "eighty people", "#80"),
        ("quatre-vingt-dix-sept personnes", "97 people", "#97"),
        ("soixante-dix personnes", "seventy people", "#70"),
        ("vingt-et-un morts", "21 dead", "#21"),
    ],
)
def test_figures_and_days_are_the_same_in_any_writing(one: str, other: str, key: str) -> None:
    assert key in shared(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two firefighters", "dos bomberos"),
        ("were killed", "sind gestorben"),
        ("both engines", "ses moteurs"),
        ("a strike", "ein Streik"),
    ],
)
def test_what_reports_tell_of_most_is_known_in_other_words(one: str, other: str) -> None:
    assert shared(one, other)


def test_numbers_of_the_same_thing_are_known_as_such_whatever_they_are() -> None:
    assert UNIT + lexeme("hours").stem in shared("for nine hours", "for fourteen hours")
    assert UNIT + lexeme("euros").stem in shared("12 million euros", "19 Millionen Euro")
    assert UNIT + "%" in shared("by 4.5 percent", "um sechs Prozent")


def test_what_stands_behind_a_number_in_another_clause_is_not_what_it_counts() -> None:
    assert not any(key[0] == UNIT for key in features("in 1962, houses were built").keys)


def test_two_numbers_with_a_hyphen_are_one_only_as_a_pair_of_tens_and_ones() -> None:
    assert [one.text for one in tokens("twenty-first, dix-sept, ten-two")] == [
        "twenty", "first", "dix-sept", "ten", "two",
    ]  # fmt: skip
