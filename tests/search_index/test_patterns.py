from __future__ import annotations

import random
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from plain_scan import WORDS, hard_text, scan

from search_index.finding.patterns import pattern, places
from search_index.folding import Searched
from search_index.queries.query import Fuzzy, Near, Regex, Term, Wild, Words
from search_index.time_limits import TookTooLong, time_limit


@given(st.integers(), st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_places_are_those_of_a_plain_scan(seed: int, words: list[str]) -> None:
    text, phrase = hard_text(random.Random(seed)), " ".join(words)
    found = [("x", *span) for span in places(Words(phrase), Searched(text))]
    assert found == sorted(scan({"x": text}, phrase))


# What no version of Unicode has assigned yet may be a mark or none.
assigned = st.characters(exclude_categories=("Cs", "Cn"))


@given(st.text(assigned, max_size=60), st.text(assigned, min_size=1, max_size=4))
@example(text="0\U00020000", phrase="0")
def test_places_are_those_of_a_plain_scan_in_any_text(text: str, phrase: str) -> None:
    if phrase.strip():
        found = [("x", *span) for span in places(Words(phrase), Searched(text))]
        assert found == sorted(scan({"x": text}, phrase))


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("北京", "我们在北京市开会", ["北京"]),
        ("ไทย", "ประเทศไทยมี", ["ไทย"]),
        ("タワー", "東京タワーへ", ["タワー"]),
        ("in depth", "an IN\r\n  depth talk", ["IN\r\n  depth"]),
        ("oil", "oil, Oil oily _oil oil-gas", ["oil", "Oil", "oil"]),
        ("хлеб", "Хлеб и хлеба", ["Хлеб"]),
        ("हिन्दी", "मैं हिन्दी बोलता", ["हिन्दी"]),
    ],
)
def test_a_word_is_found_as_readers_expect(phrase: str, text: str, found: list[str]) -> None:
    assert [text[slice(*span)] for span in places(Words(phrase), Searched(text))] == found


def test_a_prefix_stands_for_the_words_that_begin_with_it() -> None:
    text = "Sanction, sanctions sanctioned; unsanctioned"
    spans = places(Words("sanction", prefix=True), Searched(text))
    assert [text[slice(*span)] for span in spans] == ["Sanction", "sanctions", "sanctioned"]


def stands(term: Term, text: str) -> list[str]:
    return [text[slice(*span)] for span in places(term, Searched(text))]


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("wi?d", "Wild, wind and width, wid, WI?D", ["Wild", "wind", "WI?D"]),
        ("why?", "Why? The whys, why", ["Why?", "whys"]),
        ("s*ed", "Sanctioned, sed; said, s-ed", ["Sanctioned", "sed"]),
        ("*ation", "Nation, nations and station", ["Nation", "station"]),
        ("a*b*c", "abc aXbXc ab-c abcd aabbcc", ["abc", "aXbXc", "aabbcc"]),
        ("x*y", "x*y, xy and x y", ["x*y", "xy"]),
        ("e-m?il", "E-mail or E–mail, email", ["E-mail", "E–mail"]),
        ("北?市", "在北京市", ["北京市"]),
    ],
)
def test_signs_stand_for_letters(word: str, text: str, found: list[str]) -> None:
    assert stands(Wild(word), text) == found


@given(st.text("ab?*-", min_size=1, max_size=6), st.text("abc?*- ", max_size=20))
def test_a_wild_word_is_what_an_expression_without_shortcuts_finds(word: str, text: str) -> None:
    signs = {"?": r"[\w?*]", "*": r"[\w?*]*"}
    expression = "".join(signs.get(letter) or re.escape(letter) for letter in word)
    places = [match.span() for match in re.finditer(rf"(?<!\w){expression}(?!\w)", text)]
    if word.strip("?*"):
        assert {end for _, end in pattern(Wild(word)).find(text, text)} == {e for _, e in places}


def test_a_word_of_many_stars_takes_no_time_to_speak_of() -> None:
    assert not stands(Wild("*a" * 40 + "b"), "a" * 20_000)


@pytest.mark.parametrize(
    ("word", "edits", "text", "found"),
    [
        ("Gaddafi", 2, "Kadafi, Gadaffi and Qaddafi; Gandhi", ["Kadafi", "Gadaffi", "Qaddafi"]),
        ("form", 1, "from form forms farm firmly", ["from", "form", "forms", "farm"]),
        ("al-Sharaa", 1, "Al-Shara; al Sharaa, al–Sharaa", ["Al-Shara", "al–Sharaa"]),
        ("Ёлка", 1, "Елка ёлки полка ёлками", ["Елка", "ёлки"]),
    ],
)
def test_a_fuzzy_word_admits_edits(word: str, edits: int, text: str, found: list[str]) -> None:
    assert stands(Fuzzy(word, edits), text) == found


OIL, PRICE = Words("oil"), Words("price", prefix=True)


@pytest.mark.parametrize(
    ("near", "text", "found"),
    [
        (Near((OIL,), (PRICE,), 1), "Oil prices; the price of oil", ["Oil", "prices"]),
        (Near((OIL,), (PRICE,), 2), "Price of oil. No price", ["Price", "oil", "price"]),
        (Near((OIL,), (OIL,), 3), "oil and oil, and so and so on, oil", ["oil", "oil"]),
        (
            Near((OIL, Words("gas")), (PRICE,), 1),
            "gas price, oil price",
            ["gas", "price", "oil", "price"],
        ),
        (Near((Words("北京"),), (Words("会"),), 3), "北京市开会", ["北京", "会"]),
        (Near((Words("北京"),), (Words("会"),), 2), "北京市开会", []),
        (
            Near((Near((OIL,), (PRICE,), 1),), (Words("fell"),), 1),
            "oil price fell",
            ["price", "fell"],
        ),
    ],
)
def test_words_near_each_other(near: Near, text: str, found: list[str]) -> None:
    assert stands(near, text) == found


@pytest.mark.parametrize(
    ("expression", "text", "found"),
    [
        (r"sanction(s|ed)", "Sanctions, sanction, SANCTIONED", ["Sanctions", "SANCTIONED"]),
        (r"Sanction", "Sanction sanction", ["Sanction"]),
        (r"\Wed\b", "Wed, -ed", ["-ed"]),
        (r"^\w+", "One two\nthree", ["One", "three"]),
        (r"x*", "axxb", ["xx"]),
    ],
)
def test_a_regular_expression(expression: str, text: str, found: list[str]) -> None:
    assert stands(Regex(expression), text) == found


def test_an_expression_that_takes_too_long_is_refused() -> None:
    with time_limit(0.05), pytest.raises(TookTooLong):
        stands(Regex("(?:x+x+)+(?:y|z)"), "x" * 5000)
