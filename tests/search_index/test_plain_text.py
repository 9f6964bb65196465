"""Texts as they are typed, and the way back to the texts as they are."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_scan import typed

from documents.spans import Span
from search_index.folding import Searched
from search_index.plain_text import Offsets, plain, stands_alone

ALL = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
PECULIAR = (
    "aeıiI\u0307\u0301\u0323\u0308\u0344éÅ\u212b가\u1100\u1161\u11a8ﬁﬃĲ\u00ad\u200b\u200d\ufe0f\r\n"
    "１Ａｶﾞﾊﾟﾞｰكـﻛﻻﹱ\u064b\u0651ﷺ\u0915\u0958\u093cשׁ\u05c1\u05b0ﬡ\u0e33\u0e49\u1025\u102e\u3099か 2"
)
# What no version of Unicode has assigned yet may be a mark or none.
assigned = st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=20)
peculiar = st.text(PECULIAR + "\u0300\u0316\u0627", max_size=12)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("cafe\u0301", "café"),
        ("\u1112\u1161\u11ab", "한"),
        ("o\ufb03cer of\u00adficer", "officer officer"),
        ("ＡＢＣ１２", "ABC12"),
        ("ﾄﾞｲﾂ", "ドイツ"),
        ("عـــربي ﻋﺮﺑﻲ", "عربي عربي"),
        ("می\u200cخواهم", "میخواهم"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("ĳs \u212bngström", "ijs Ångström"),
        ("ss ß № ½ x² …", "ss ß № ½ x² …"),
    ],
)
def test_a_text_is_spelt_as_it_is_typed(text: str, typed: str) -> None:
    assert plain(text) == typed


def test_every_character_is_spelt_as_it_is_typed() -> None:
    assert [c for c in ALL if plain(c) != typed(c)[0]] == []
    text = "x ".join(ALL)
    assert plain(text) == typed(text)[0]
    assert unicodedata.is_normalized("NFC", plain(text))


@given(peculiar | assigned)
def test_what_is_plain_stays_so(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert plain(text + " and so on, and on and on and on") == plain(text + " ") + (
        "and so on, and on and on and on"
    )


@given(peculiar | assigned)
def test_each_character_leads_to_where_it_comes_from(text: str) -> None:
    expected, origins = typed(text)
    offsets = Offsets(text)
    assert plain(text) == expected
    found = [tuple(offsets.span(Span(at, at + 1))) for at in range(len(expected))]
    assert found == origins


@given(peculiar)
def test_a_stretch_of_the_text_is_the_same_in_any_company(text: str) -> None:
    """How much of a text is not ASCII makes no difference to what is seen in it."""
    searched = Searched("a" * 200 + " " + text)
    assert searched.plain == "a" * 200 + plain(" " + text)
    assert len(searched.plain) == len(searched.folded)


def test_what_stands_alone_is_never_changed_by_what_is_beside_it() -> None:
    """By the composition of Unicode: the second of a pair, or what is put in order behind it."""
    alone = {each for each in ALL if stands_alone(each)} - {"\r"}  # which ends a line

    assert [c for c in alone if unicodedata.combining(c) or plain(c) != c] == []
    composed = (unicodedata.decomposition(chr(code)).split() for code in range(sys.maxunicode + 1))
    seconds = {chr(int(pair[1], 16)) for pair in composed if len(pair) == 2 and pair[0][0] != "<"}
    assert len(seconds) > 50
    assert not alone & seconds
    assert not alone & set(map(chr, range(0x1160, 0x1200)))  # parts of a Korean syllable
    assert set("aé’–€Жß中") <= alone
