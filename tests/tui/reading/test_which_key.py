"""What may follow the first keys of a sequence, in one row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.actions import ACTIONS, Action, action
from tui.keys import Follower, Keymap, KeyReader
from tui.pane.painter import Painter
from tui.reading.which_key import which_key
from tui.themes import THEMES

PAINTER = Painter(THEMES["dark"])
FIRST = sorted({key.split(" ")[0] for one in ACTIONS for key in one.keys if " " in key})


def shown(followers: tuple[Follower, ...], width: int) -> str:
    return "".join(text for text, _ in which_key(PAINTER, followers, width))


@pytest.mark.parametrize("key", FIRST)
def test_after_every_first_key_all_that_may_follow_is_whole_at_80_columns(key: str) -> None:
    reader = KeyReader(Keymap())
    reader.feed(key, "reading")
    row = shown(reader.followers, 80)
    assert cell_len(row) <= 80
    assert "…" not in row
    for follower in {one.actions: one for one in reversed(reader.followers)}.values():
        assert f" {follower.key} {follower.actions[0].short or follower.actions[0].title}" in row


def test_of_keys_that_do_the_same_one_is_shown() -> None:
    followers = tuple(Follower(key, (action("pane.split"),)) for key in "vs")
    assert shown(followers, 40).split() == ["v", "split"]


@given(
    st.lists(st.sampled_from("abcdefghij漢"), unique=True, min_size=1),
    st.permutations(ACTIONS),
    st.integers(20, 200),
)
def test_every_key_is_in_sight_while_there_is_room_for_keys(
    keys: list[str], actions: list[Action], width: int
) -> None:
    pairs = zip(keys, actions, strict=False)
    followers = tuple(Follower(key, (one,)) for key, one in pairs)
    row = shown(followers, width)
    room = sum(cell_len(key) + 2 for key in keys)
    assert cell_len(row) <= max(width, room)
    assert all(f" {key} " in f"{row} " for key in keys)


def test_a_key_that_leads_further_names_the_group() -> None:
    followers = (Follower("a", (action("undo"), action("redo"))),)
    assert shown(followers, 40).strip() == "a Mark …"
