"""Texts to lay out: words and everything that is harder to lay out than words."""

from __future__ import annotations

from hypothesis import strategies as st

SPACES = " \t\n\r\x0b\x0c\x85\u1680\u2000\u2003\u2009\u205f\u3000\u2028\u2029"
"""White space that a row may be broken at."""

CLOSING = "、。，）」』】"
"""Punctuation that may not begin a row."""

words = st.text("abcdefgh", min_size=1, max_size=14)
plain_pieces = st.one_of(words, st.sampled_from([" ", " ", "-", "/", "5", ", ", "\n", ".", "  "]))
plain_texts = st.lists(plain_pieces, max_size=40).map("".join)

_HARD = [
    "漢字仮名",
    "国。",
    "「引用」",
    "한국어",
    "ภาษาไทย",
    "\U0001f1f8",
    "https://a.example/b-c/d?e=f",
    "me@mail.example",
    " – ",
    "…",
    "«\u202fà\u202f»",
    "12 000",
    "e\u0301e\u0301",
    "n\u0303",
    "\U0001f469\u200d\U0001f4bb",
    "\U0001f1f8\U0001f1fe",
    "\u2764\ufe0f",
    "\U0001f44d\U0001f3fd",
    "क्षि",
    "سلام",
    "שָׁלוֹם",
    "\t",
    "\r\n",
    "\n\n",
    "\r",
    "\u2028",
    "\u00a0",
    "\u202f",
    "\u200b",
    "\u202e",
    "\x1b",
    "\x07",
    "\x9b",
    "\u0301",
    " \u0301",
    "\u3164",
    "\u00ad",
    "\ufe0f",
    "\u200d",
    "\ufeff",
]
hard_pieces = st.one_of(words, st.sampled_from([" ", " ", "\n", "-", *_HARD]), st.characters())
hard_texts = st.lists(hard_pieces, max_size=40).map("".join)
texts = st.one_of(plain_texts, hard_texts)
widths = st.integers(1, 30)


def is_blank(character: str) -> bool:
    """Whether nothing is lost where a row leaves this character out."""
    return character in SPACES or character.isspace()
