"""The words of note that came or went between two versions of a passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring.comparing import called_out, differences
from annotations.anchoring.outcome import Outcome
from annotations.model import Anchor, PlacedAnnotation, mark
from documents.document import Document


def told(old: str, new: str) -> dict[str, tuple[list[str], list[str]]]:
    return {str(kind): sides for kind, sides in called_out(old, new, differences(old, new)).items()}


def test_numbers_names_and_denials_are_told_with_what_stands_in_their_place() -> None:
    old = "The envoy, Mikhail Bogdanov, said 40 people were freed."
    new = "The envoy, Sergei Bogdanov, said 45 people were not freed."
    assert told(old, new) == {
        "number": (["40"], ["45"]),
        "name": (["Mikhail"], ["Sergei"]),
        "negation": ([], ["not"]),
    }


def test_other_words_are_not_called_out() -> None:
    assert told("They spoke for an hour.", "They talked for an hour.") == {}


def test_numbers_in_words_are_numbers() -> None:
    assert told("Two ships came.", "Three ships came.") == {"number": (["Two"], ["Three"])}
    assert told("nach fünf Tagen", "nach 6 Tagen") == {"number": (["fünf"], ["6"])}
    assert told("п’ять осіб", "шість осіб") == {"number": (["п’ять"], ["шість"])}


def test_the_first_and_the_third_are_numbers_both() -> None:
    assert told("for the first time", "for the third time") == {"number": (["first"], ["third"])}
    assert told("They met once.", "They met twice.") == {"number": (["once"], ["twice"])}
    assert told("im ersten Jahr", "im fünften Jahr") == {"number": (["ersten"], ["fünften"])}
    assert told("la première fois", "la 3 fois") == {"number": (["première"], ["3"])}
    assert told("в первый раз", "в третий раз") == {"number": (["первый"], ["третий"])}


def test_a_number_that_only_moved_is_not_called_out() -> None:
    assert told("In 2024 the talks went on.", "The talks went on in 2024.") == {}


def test_a_name_at_the_beginning_of_a_mark_is_one_where_that_is_no_sentence() -> None:
    old = "A deputy, Sergei Bogdanov, spoke. Sergei left."
    document = Document("a.txt", old.replace("Sergei", "Mikhail"))
    called = []
    for words in ("Sergei Bogdanov", "Sergei left"):
        start = old.index(words)
        one = mark(old, start, start + len(words))
        now = document.text.index(words.replace("Sergei", "Mikhail"))
        place = (now, now + len(words) + 1)
        placed = PlacedAnnotation(one, "mk", "a.txt", *place, Anchor.REVIEW, document.digest)
        called.append(Outcome(placed, document).called_out)
    assert called == [{"name": (["Sergei"], ["Mikhail"])}, {}]


words = st.lists(
    st.sampled_from(["the", "40", "45", "not", "Anna", "said", "Boris", "$", "no"]), max_size=12
).map(" ".join)


@given(words, words)
def test_what_is_called_out_stands_in_that_version_alone(old: str, new: str) -> None:
    for gone, come in told(old, new).values():
        assert all(word in old.split() for word in gone)
        assert all(word in new.split() for word in come)
        assert not {word.lower() for word in gone} & {word.lower() for word in come}
