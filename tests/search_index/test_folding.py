from __future__ import annotations

import re
import sys
from collections import Counter

from search_index.folding import fold, folds_across_words

ALL = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
CASED = [c for c in ALL if len({c, c.lower(), c.upper(), c.title(), c.casefold(), fold(c)}) > 1]


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


def test_folding_moves_no_borders_of_words_but_where_it_says_so() -> None:
    moved = [c for c in CASED if bool(re.match(r"\w", c)) != bool(re.match(r"\w", fold(c)))]
    assert all(folds_across_words(f"α{c}") for c in moved)
    assert not folds_across_words("ᾳ και Straße")
