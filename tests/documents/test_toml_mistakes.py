"""A text that is no TOML: where it goes wrong, and how to write it."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.bounded_toml import TomlMistake, parse_toml, place_of


def mistake(text: str) -> tuple[int, int, str]:
    with pytest.raises(TomlMistake) as refusal:
        parse_toml(text)
    return refusal.value.line, refusal.value.column, refusal.value.reason


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a = “light”\n", (1, 5), ("“light” has typographic quotes", 'write "light"')),
        ("a = „light“ # so\n", (1, 5), ('write "light"',)),
        ("a = [“u”, 'x']\n", (1, 6), ('write "u"',)),
        ('a = "light”\n', (1, 12), ("closing quote", "” is a typographic one")),
        ("“a” = 1\n", (1, 1), ("typographic", 'write "a"')),
        ("a = light\r\n", (1, 5), ("light has no quotes", 'write "light"')),
        ("x = 1\na = ctrl+x d\n", (2, 5), ('write "ctrl+x d"',)),
        ("a = [j, 'x']\n", (1, 6), ('write "j"',)),
        ("a = True\n", (1, 5), ("write true, not True",)),
        ("a = no\n", (1, 5), ("write false, not no",)),
        ("a = off\n", (1, 5), ('write "off"',)),
        ("a =\n", (1, 4), ("value is missing", 'such as "x"')),
        ("a = 72 columns\n", (1, 8), ('72 columns has no quotes; write "72 columns"',)),
        ("a = 'j', 'k'\n", (1, 8), ('in brackets, such as ["j", "down"]',)),
        ("a = 'j' 'k'\n", (1, 9), ("too much",)),
        ("a = ['j' 'k']\n", (1, 10), ('","',)),
        ("? = 'x'\n", (1, 1), ("stands in quotes", 'write "?"')),
        ("né = 'x'\n", (1, 2), ('write "né"',)),
        ("a: 'x'\n", (1, 2), ('write "="', 'not ":"')),
        ("a = { 'b': 'x' }\n", (1, 10), ('not ":"',)),
        ("a 'x'\n", (1, 3), ('"=" is missing',)),
        ('a = "x\n', (1, 7), ("closing quote is missing",)),
        ('a = "C:\\dir"\n', (1, 10), ("written twice",)),
        ("[a\n", (1, 3), ('"]"',)),
    ],
)
def test_what_is_wrong_is_told_with_how_to_write_it(
    text: str, place: tuple[int, int], words: tuple[str, ...]
) -> None:
    line, column, reason = mistake(text)
    assert (line, column) == place
    for word in words:
        assert word in reason


def test_a_key_that_stands_twice_is_pointed_at_and_so_is_the_first() -> None:
    line, column, reason = mistake("[keys]\nundo = 'u'\nredo = 'r'\n  undo = 'U'\n")
    assert (line, column) == (4, 3)
    assert '"undo" is set twice' in reason
    assert "line 2" in reason


def test_a_table_that_stands_twice_is_pointed_at() -> None:
    line, _, reason = mistake("[keys]\nundo = 'u'\n[keys]\nredo = 'r'\n")
    assert line == 3
    assert "[keys] stands twice" in reason
    assert "line 1" in reason


def test_a_long_value_is_not_written_out() -> None:
    *_, reason = mistake(f"a = {'x' * 5000}\n")
    assert len(reason) < 150


def test_a_key_and_its_value_have_each_a_place() -> None:
    text = '[a]\n  "b = c" =  3\nd = { e = 4 }\n'
    assert place_of(text, ("a", "b = c")) == (2, 3)
    assert place_of(text, ("a", "b = c"), value=True) == (2, 14)
    assert place_of(text, ("a", "d", "e"), value=True) == (3, 5)


@given(st.text(st.sampled_from("atg[]{}=.,'\"“”#\n 1-\\:é") | st.characters()))
def test_whatever_the_text_a_mistake_has_a_place_in_it(text: str) -> None:
    with suppress(TomlMistake):
        parse_toml(text)
        return
    line, column, reason = mistake(text)
    assert 1 <= line <= text.count("\n") + 2
    assert column >= 1
    assert reason
