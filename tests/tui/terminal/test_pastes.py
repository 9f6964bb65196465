"""Pastes stay whole, however they are cut up and whatever is in them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tui.terminal.pastes import WholePasteParser

START, END = "\x1b[200~", "\x1b[201~"


def heard(*parts: str) -> list[str]:
    """What comes out of these parts: each paste whole, each key by its character."""
    parser = WholePasteParser()
    tokens = [token for part in parts for token in parser.feed(part)]
    return [
        f"paste {token.text}" if isinstance(token, events.Paste) else str(token.character)
        for token in tokens
        if isinstance(token, events.Paste | events.Key)
    ]


def test_an_escape_in_a_paste_stays_in_its_place() -> None:
    words = "one\ntwo \x1b[31mred\x07 and more than a sequence of keys can ever be"
    pasted = words.replace("\x1b", "␛")
    assert heard(f"a{START}{words}{END}b") == ["a", f"paste {pasted}", "b"]


@given(
    st.text(st.sampled_from("a~[201\x1b\n"), max_size=20).filter(lambda text: END not in text),
    st.lists(st.integers(min_value=0, max_value=40), max_size=6),
)
def test_it_does_not_matter_how_a_paste_is_cut_up(words: str, cuts: list[int]) -> None:
    sent = f"x{START}{words}{END}y"
    if sent.index(END) != len(sent) - len(END) - 1:
        return  # what was pasted ends in the beginning of the end
    at = sorted({0, len(sent), *(cut for cut in cuts if cut < len(sent))})
    parts = [sent[one:other] for one, other in pairwise(at)]
    assert heard(*parts) == ["x", f"paste {words.replace(chr(27), '␛')}", "y"]


def test_two_pastes_in_one_part_are_two() -> None:
    assert heard(f"{START}a{END}{START}b{END}c") == ["paste a", "paste b", "c"]
