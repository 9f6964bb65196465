"""No character of a text that a terminal would obey, or hide, reaches it."""

from __future__ import annotations

import sys
import unicodedata
from itertools import pairwise

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.visible import begins_with_mark, printable, visible

JOINERS = "\u200c\u200d"
SELECTORS = "".join(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
MONGOLIAN = "\u180b\u180c\u180d\u180e\u180f"
FLAG_TAGS = "".join(map(chr, range(0xE0020, 0xE0080)))
IN_CONTEXT = frozenset(JOINERS + SELECTORS + MONGOLIAN + FLAG_TAGS)

# Arabic, Syriac and Kaithi signs that stand under or over the figures after them: format
# characters by category, but drawn.
DRAWN_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]
BIDI = list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

awkward_text = st.text(
    st.one_of(
        st.characters(),  # surrogates included
        st.sampled_from([*CONTROLS, *BIDI, *IN_CONTEXT, *"\u00ad\u115f\u1160\u3164\uffa0\u034f"]),
        st.sampled_from("0#aé日ا\u0915\u094d👨👩🏽🏴❤\u1820葛\u0301 "),
    )
)


def is_unseen(character: str) -> bool:
    category = unicodedata.category(character)
    code = ord(character)
    return (
        (category in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in DRAWN_FORMATS)
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )


def test_every_unseen_code_point_of_unicode_is_replaced_where_it_stands_alone() -> None:
    left = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if is_unseen(chr(code)) and visible(chr(code)) == chr(code)
    ]
    assert left == []


def test_every_bidirectional_control_has_a_sign_of_its_own_that_reorders_nothing() -> None:
    signs = [visible(control) for control in BIDI]
    assert len(set(signs)) == len(BIDI)
    assert {unicodedata.bidirectional(sign) for sign in signs} == {"ON"}
    assert {unicodedata.east_asian_width(sign) for sign in signs} == {"N"}


@pytest.mark.parametrize(
    "character", [*"\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe0f\U000e0100\u180b\u2065"]
)
def test_invisible_characters_that_are_no_controls_by_category_are_replaced(character: str) -> None:
    assert character not in visible(f"a{character}b")


def test_nothing_that_is_drawn_is_replaced() -> None:
    for code in range(sys.maxunicode + 1):
        category = unicodedata.category(chr(code))
        if category[0] in "NPS" or category in {"Lu", "Ll", "Lt", "Zs", "Mc", "Me", "Co"}:
            assert visible(chr(code)) == chr(code), hex(code)


@given(awkward_text)
def test_offsets_keep_their_places(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(
        was == now or is_unseen(was) or unicodedata.category(was) in {"Mn", "Lo", "Cn"}
        for was, now in zip(text, shown, strict=True)
    )


@given(awkward_text)
def test_a_visible_text_is_left_alone(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown


@given(awkward_text)
def test_only_joiners_and_selectors_in_their_place_remain(text: str) -> None:
    remaining = {character for character in visible(text) if is_unseen(character)}
    assert remaining <= IN_CONTEXT


@given(awkward_text)
def test_no_two_hidden_characters_stand_in_a_row_outside_a_flag(text: str) -> None:
    shown = visible(text)
    hidden = IN_CONTEXT - set(FLAG_TAGS)
    for first, second in pairwise(shown):
        assert (
            first not in hidden or second not in hidden or (first, second) == ("\ufe0f", "\u200d")
        )


@given(st.text(st.sampled_from([*CONTROLS, *BIDI, *"az é日本\u00ad\u200b\u115f\u3164\ufeff"])))
def test_a_terminal_shows_a_row_in_the_columns_it_measures(text: str) -> None:
    shown = visible(text)
    width = cell_len(shown)
    screen = pyte.Screen(width + 1, 2)
    pyte.Stream(screen).feed(shown)
    assert (screen.cursor.y, screen.cursor.x) == (0, width)
    assert screen.title == ""


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x00b\x7fc\x9bd", "a␀b␡c�d"),
        ("one\r\ntwo\tthree\n", "one␍␊two␉three␊"),
        ("one\u2028two\u2029three\x85", "one␤two␤three␤"),
        ("soft\u00adhyphen", "soft·hyphen"),
        ("if admin\u202e\u2066", "if admin⇚⇢"),
        ("lone \udc80", "lone �"),
    ],
)
def test_each_kind_has_its_picture(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "naïve café, 日本語, עברית",
        "می\u200cخواهم",
        "10\u200cها",
        "क्\u200dष",
        "ക്\u200d",
        "👩\u200d👩\u200d👧",
        "🏳\ufe0f\u200d🌈",
        "👩🏽\u200d🚀",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "1\ufe0f\u20e3",
        "❤\ufe0f",
        "葛\U000e0100",
        "ᠠ\u180e",
        "१२ ٪ \u06dd١",
    ],
)
def test_what_scripts_and_emoji_need_stays(text: str) -> None:
    assert visible(text) is text or visible(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "pay\u200dpal",
        "pay\u200cpal",
        "می\u200c\u200cخواهم",
        "a\ufe0fb",
        "❤\ufe0f\ufe0f",
        "👨\u200dx",
        "\u200dا",
        "🏴\U000e0067",
        "x\U000e0100",
    ],
)
def test_joiners_and_selectors_out_of_place_are_shown(text: str) -> None:
    assert visible(text) != text


def test_a_clean_text_is_not_copied() -> None:
    for text in ("plain", "naïve café", "日本語"):
        assert visible(text) is text


def test_the_caller_may_keep_line_ends_and_tabs() -> None:
    assert visible("a\tb\nc\x1b", keep="\t\n") == "a\tb\nc␛"


def test_plain_output_is_exact_but_on_a_terminal() -> None:
    text = "a\tb\r\nc\rd\x1b[2J\n"
    assert printable(text, tty=False) is text
    assert printable(text, tty=True) == "a\tb\r\nc␍d␛[2J\n"


@given(awkward_text)
def test_plain_output_on_a_terminal_holds_no_control_but_tabs_and_line_ends(text: str) -> None:
    shown = printable(text, tty=True)
    controls = {char for char in shown.replace("\r\n", "\n") if unicodedata.category(char) == "Cc"}
    assert controls <= {"\t", "\n"}
    assert len(shown) == len(text)


def test_a_row_that_would_land_on_the_gutter_is_known() -> None:
    assert begins_with_mark("\u0301a")
    assert not begins_with_mark("a\u0301")
    assert not begins_with_mark("")
