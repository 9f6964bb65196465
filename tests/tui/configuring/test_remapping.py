"""``[keys]``: what is refused, what is told, and what comes of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.errors import SettingsErrors
from tui.actions import ACTIONS
from tui.config import Config, parse_config
from tui.keys import Keymap

FILE = Path("config.toml")


def read(*lines: str) -> Config:
    return parse_config("\n".join(("[keys]", *lines)), FILE)


def refused(*lines: str) -> list[str]:
    with pytest.raises(SettingsErrors) as refusal:
        read(*lines)
    return [str(mistake) for mistake in refusal.value.mistakes]


def test_keys_replace_those_of_an_action() -> None:
    config = read('undo = "U"', 'redo = ["Z", "ctrl+x z", "f5"]', "help = []")
    assert config.keys == {"undo": ("U",), "redo": ("Z", "ctrl+x z", "f5"), "help": ()}
    (warning,) = config.warnings
    assert '"f5" (redo) takes its key from tag' in warning


def test_keys_take_their_one_form() -> None:
    config = read('undo = ["alt+ctrl+x", "ctrl+alt+y", "ctrl+\\\\", "colon", "z  u"]')
    assert config.keys["undo"] == ("alt+ctrl+x", "alt+ctrl+y", "ctrl+backslash", ":", "z u")


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("Ctrl+x", '"ctrl+x"'),
        ("ctrl+X", '"ctrl+x"'),
        ("<C-x>", '"ctrl+x"'),
        ("strl+x", '"ctrl+x"'),
        ("page_down", '"pagedown"'),
        ("PgDn", '"pagedown"'),
        ("esc", '"escape"'),
        ("return", '"enter"'),
        ("shift+j", '"J"'),
        ("F5", '"f5"'),
        ("g esc", '"escape"'),
        (" ", '"space"'),
    ],
)
def test_a_key_that_is_none_is_refused_with_what_was_meant(key: str, meant: str) -> None:
    (mistake,) = refused(f'undo = ["U", "{key}"]')
    assert mistake.startswith("config.toml:2:14: ")
    assert meant in mistake


@pytest.mark.parametrize("key", ["ctrl+", "+x", "ctrl+ctrl+x", "shift+1", "\\u0007", "f99x9"])
def test_a_key_without_a_likeness_is_refused_as_well(key: str) -> None:
    (mistake,) = refused(f'undo = "{key}"')
    assert "no key is called" in mistake


def test_an_action_that_does_not_exist_is_refused_with_the_nearest() -> None:
    (mistake,) = refused('sentence.nxt = "J"')
    assert 'no action is called "sentence.nxt"; did you mean "sentence.next"?' in mistake


def test_one_key_for_two_actions_is_refused_and_both_are_named() -> None:
    (mistake,) = refused('undo = "U"', 'redo = ["Z", "U"]')
    assert mistake.startswith("config.toml:3:14: ")
    assert '"U" is given to undo and to redo' in mistake


def test_one_key_may_do_different_things_in_different_places() -> None:
    read('undo = "U"', '"review.note" = "U"')


def test_a_sequence_behind_a_shorter_key_is_refused() -> None:
    (mistake,) = refused('undo = "Z"', 'redo = "Z r"')
    assert '"Z r" (redo) is hidden behind "Z" (undo)' in mistake
    (mistake,) = refused('undo = ["Z r", "Z"]')
    assert '"Z r" (undo) is hidden behind "Z" (undo)' in mistake


def test_a_sequence_cannot_hold_escape_nor_go_on_for_ever() -> None:
    (mistake,) = refused('undo = "Z escape"')
    assert "escape" in mistake
    (mistake,) = refused('undo = "a b c d e f"')
    assert "6 keys" in mistake


def test_there_must_be_a_way_to_the_palette() -> None:
    (mistake,) = refused("palette = []")
    assert "palette" in mistake
    mistake, *taken = refused('undo = ":"', 'redo = ["ctrl+p", "f10"]')
    assert mistake.startswith("config.toml:2:8: nothing leads to the command palette")
    assert [line.split(": ")[0] for line in taken] == [
        f"config.toml:{place}" for place in ("2:8", "3:9", "3:19")
    ]
    assert all("takes its key from palette" in line for line in taken)
    read("quit = []")  # the palette has it


def test_what_terminals_cannot_tell_apart_is_told() -> None:
    (warning,) = read('undo = "ctrl+i"').warnings
    assert warning.startswith("config.toml:2:8: ")
    assert "ctrl+i as tab, which is pane.next" in warning
    (warning,) = read('undo = "ctrl+h"').warnings
    assert "as backspace" in warning
    (warning,) = read('undo = "ctrl+shift+x"').warnings
    assert "few terminals can send ctrl+shift+x" in warning


def test_an_action_that_loses_its_only_key_is_told() -> None:
    (warning,) = read('redo = "E"').warnings
    assert '"E" (redo) takes its key from export, which has none now' in warning
    (warning,) = read('redo = "j"').warnings
    assert '"j" (redo) takes its key from sentence.next' in warning
    assert "none now" not in warning  # the arrow is left
    (warning,) = read('annotation.delete = "g d"').warnings
    assert '"g d" (annotation.delete) takes its key g from text.start' in warning
    assert read('redo = "E"', 'export = "U"').warnings == ()


def test_a_digit_that_no_longer_counts_is_told() -> None:
    (warning,) = read('undo = "7"').warnings
    assert "counts" in warning


@given(
    st.dictionaries(
        st.sampled_from([action.id for action in ACTIONS]),
        st.lists(st.sampled_from(["j", "J", "ctrl+w", "ctrl+w j", "z z", "f9", ":"]), max_size=3),
    )
)
def test_what_is_accepted_does_what_it_says(keys: dict[str, list[str]]) -> None:
    try:
        config = read(*(f'"{name}" = {written!r}' for name, written in keys.items()))
    except SettingsErrors:
        return
    keymap = Keymap(config.keys)
    for action in ACTIONS:
        if action.id in keys:
            assert set(keymap.keys(action.id)) == set(keys[action.id])
        for key in keymap.keys(action.id):
            assert keymap.action(action.context, key) is action
    assert keymap.keys("palette")
