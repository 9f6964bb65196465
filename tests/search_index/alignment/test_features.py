"""What a sentence is about: words, names, numbers and dates, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_index.alignment.features import features
from search_index.alignment.numerals import number_value
from search_index.alignment.spelling import name_key
from search_index.alignment.stemming import light_stem

SAME_NAME = [
    ("Bogdanov", "Богданов"),
    ("Zelensky", "Зеленский"),
    ("Tartus", "Tartous"),
    ("Hmeimim", "Humaymim"),
    ("Zhdanova", "Schdanowa"),
    ("Latakia", "Lattakia"),
    ("Echeverría", "Echeverria"),
    ("Sharaa", "Шараа"),
]
OTHER_NAME = [("Assad", "Asaad"), ("Bogdanov", "Bulganin"), ("Peskov", "Lavrov"), ("Mali", "Malta")]


def name(word: str) -> set[str]:
    return {key for key in features(f"so {word}").keys if key[0] == "@"}


@pytest.mark.parametrize(("one", "other"), SAME_NAME)
def test_a_name_is_known_in_other_spellings(one: str, other: str) -> None:
    assert name(one) == name(other) != set()


@pytest.mark.parametrize(("one", "other"), OTHER_NAME)
def test_other_names_are_others(one: str, other: str) -> None:
    assert name(one) != name(other)


NUMBERS = [
    ("5,93", 5.93),
    ("5.93", 5.93),
    ("14.500", 14500),
    ("14,500", 14500),
    ("14 500", 14500),
    ("14\u202f500", 14500),
    ("1'234'567", 1234567),
    ("1.234,5", 1234.5),
    ("0.125", 0.125),
    ("2024", 2024),
]


@pytest.mark.parametrize(("written", "value"), NUMBERS)
def test_a_number_has_the_value_it_is_written_for(written: str, value: float) -> None:
    assert number_value(written) == value


SAME = [
    ("it cost 3.8 million", "es kostet 3,8 Mio.", "#3800000"),
    ("seventeen ships", "17 barcos", "#17"),
    ("twelve hundred people", "1,200 people", "#1200"),
    ("4,2 тыс. метров", "4200 метров", "#4200"),
    ("un 7,5 por ciento", "7.5 % of it", "%7.5"),
    ("on 8 December 2024", "December 8, 2024", "=8.12"),
    ("am 14. März", "on 14 March", "=14.3"),
    ("on 2024-12-08", "am 08.12.2024", "=8.12"),
    ("until the end of June", "bis Ende Juni", "~6"),
]


@pytest.mark.parametrize(("one", "other", "key"), SAME)
def test_figures_and_dates_agree_across_languages(one: str, other: str, key: str) -> None:
    assert key in features(one).keys & features(other).keys


def test_a_word_that_may_be_a_month_needs_a_day_beside_it() -> None:
    assert "~5" not in features("It may rain.").keys
    assert "~5" in features("On 4 May it rained.").keys


STEMS = [
    ("negotiations", "negotiated"),
    ("russia", "russian"),
    ("syria", "syrian"),
    ("brucke", "brucken"),
    ("замыкание", "замыкания"),
    ("estibador", "estibadores"),
    ("bases", "base"),
]


@pytest.mark.parametrize(("one", "other"), STEMS)
def test_forms_of_a_word_have_a_stem_in_common(one: str, other: str) -> None:
    assert light_stem(one) == light_stem(other)


def test_words_of_scripts_whose_vowels_are_marks_say_something() -> None:
    words = features("दिल्ली में मंत्री ने कहा")
    assert features("दिल्ली").keys <= words.keys
    assert not features("मुंबई").keys & words.keys


def test_the_first_word_of_a_sentence_is_not_taken_for_a_name() -> None:
    assert not features("Reports came in").names
    assert features("Vladimir Putin came").names


def test_parts_of_a_name_belong_together_across_particles() -> None:
    (run,) = features("there is Ahmad al-Sharaa, who spoke").names
    assert len(run) == 2


@given(st.text(max_size=200))
def test_any_text_has_features(text: str) -> None:
    about = features(text)
    assert {key for one in about.names for part in one for key in part} <= about.keys
    assert "" not in about.keys


@given(st.text(alphabet=st.characters(categories=("Ll", "Lo")), min_size=1, max_size=30))
def test_any_word_has_a_stem_and_a_name(word: str) -> None:
    assert word.startswith(light_stem(word))
    name_key(word)
