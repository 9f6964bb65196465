"""A place is found again by its words, in a text that has changed since."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.jumps import Place
from tui.reading.quotes import KEPT, Quotes, quotes_from_json

TEXT = "".join(f"This is the sentence of number {number} here.\n" for number in range(500))
AT = TEXT.index("This is the sentence of number 250 ")
PLACE = Place("a.txt", AT)


def quotes(text: str = TEXT, place: Place = PLACE) -> Quotes:
    taken = Quotes({})
    taken.take(place, text)
    return taken


def test_a_text_that_did_not_change_keeps_its_places() -> None:
    assert quotes().settled(PLACE, TEXT) == AT


def test_what_was_put_in_before_moves_the_place_on() -> None:
    added = "Something new.\n" * 7
    assert quotes().settled(PLACE, added + TEXT) == AT + len(added)


def test_what_was_taken_out_before_moves_it_back() -> None:
    assert quotes().settled(PLACE, TEXT[1000:]) == AT - 1000


def test_of_the_same_words_at_two_places_the_nearer_is_meant() -> None:
    text = f"{'x' * 50}needle of the haystack, and more words so that it is long enough{'y' * 200}"
    place = Place("a.txt", 50)
    twice = f"{text[50:]}{'z' * 10}{text}"
    assert quotes(text, place).settled(place, twice) == 0
    assert quotes(text, place).settled(place, "." * 9 + text) == 59


def test_words_that_are_gone_leave_the_place_as_it_was() -> None:
    assert quotes().settled(PLACE, "Another text. " * 5000) == AT
    assert quotes().settled(PLACE, "Short.") == len("Short.")


def test_a_place_without_words_is_only_kept_in_the_text() -> None:
    assert Quotes({}).settled(PLACE, TEXT) == AT
    assert Quotes({}).settled(PLACE, "Short.") == len("Short.")


@given(st.text(max_size=300), st.integers(0, 300), st.text(max_size=50))
def test_a_place_is_always_in_the_text(text: str, offset: int, other: str) -> None:
    place = Place("a.txt", offset)
    taken = quotes(text, place)
    assert 0 <= taken.settled(place, other) <= len(other)
    if offset <= len(text):
        assert taken.settled(place, text) == offset


def test_only_the_words_at_places_that_are_wanted_are_kept() -> None:
    kept: dict[str, dict[int, str]] = {}
    taken = Quotes(kept)
    for place in (PLACE, Place("a.txt", 0), Place("b.txt", 0)):
        taken.take(place, TEXT)
    taken.keep_only([PLACE, Place("c.txt", 3)])
    assert kept == {"a.txt": {AT: TEXT[AT : AT + KEPT]}}


def test_they_come_back_from_a_file_whose_keys_are_words() -> None:
    assert quotes_from_json({"a.txt": {"12": "words"}}) == {"a.txt": {12: "words"}}


def test_a_sentence_is_shown_alone_and_whole() -> None:
    assert quotes().shown(PLACE) == "This is the sentence of number 250 here."
    heading = "In a message, he asks for closer ties\n\nThe paragraph below it is another one."
    assert quotes(heading, Place("a.txt", 0)).shown(Place("a.txt", 0)) == heading[:37]


def test_a_long_sentence_ends_between_words_with_a_sign() -> None:
    long = "word " * 100
    shown = quotes(long, Place("a.txt", 0)).shown(Place("a.txt", 0))
    assert shown.endswith("word…")
    assert len(shown) > 200


def test_a_sentence_is_found_though_what_followed_it_has_changed() -> None:
    text = "Words before. The zebra stood there.\n\nAnother one.\n"
    place = Place("a.txt", text.index("The zebra"))
    now = f"A preface.\n\n{text.rstrip()} And more."
    assert quotes(text, place).settled(place, now) == now.index("The zebra")
