from __future__ import annotations

import re
import sys
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from search_index import folding
from search_index.folding import APOSTROPHES, HYPHENS, LOWERED, WIDE, fold_utf_8
from search_index.folding import fold_plain as fold

ALL = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
SIGNS = {*APOSTROPHES, *HYPHENS, *LOWERED, *WIDE}
CASED = [
    c
    for c in ALL
    if c not in SIGNS and len({c, c.lower(), c.upper(), c.title(), c.casefold(), fold(c)}) > 1
]


def test_every_character_folds_to_one() -> None:
    assert [c for c in ALL if len(fold(c)) != 1] == []


def test_folding_a_text_is_folding_its_characters() -> None:
    text = "".join(CASED)
    assert fold(text) == "".join(map(fold, CASED))
    assert fold("ΣΑΣ ΣΑΣ.") == "σασ σασ."  # the lower-case sigma at a word's end is another one


def test_characters_fold_to_the_same_just_when_they_match_apart_from_case() -> None:
    text = "".join(CASED)
    siblings = Counter(map(fold, CASED))
    pairs = [c for c in CASED if siblings[fold(c)] == 2]
    for character in {*CASED} - {*pairs} | {*pairs[::20]}:  # of mere pairs, a few will do
        matching = set(re.findall(re.escape(character), text, re.IGNORECASE))
        assert matching == {c for c in CASED if fold(c) == fold(character)}, hex(ord(character))


def test_kinds_of_apostrophes_and_hyphens_fold_to_what_a_keyboard_types() -> None:
    assert (
        fold("don’t п’ять п\u02bcять co\u2011op 1990–1995") == "don't п'ять п'ять co-op 1990-1995"
    )
    assert fold("CO₂, C₁₂H₂₂O₁₁，12：30") == "co2, c12h22o11,12:30"


mostly_ascii = st.lists(
    st.one_of(
        st.sampled_from(["The Envoy ", "of ", "\r\n", "\r", "A", "e", "\u1100", "K"]),
        st.sampled_from([*"éÉß’–ΣſİK²₂ⅨﬁＡ", "\u0301", "\u00ad", "\u1161", "\u09be", "\u212b"]),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
).map("".join)


@given(mostly_ascii)
def test_bytes_fold_to_what_their_text_folds_to(text: str) -> None:
    for longer in (text, f"{'The envoy said so. ' * 20}{text}"):
        assert fold_utf_8(longer.encode()) == folding.fold(longer)
