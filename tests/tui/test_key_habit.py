"""Which of an action's keys the reader is told of."""

from __future__ import annotations

from tui.keys import Keymap, KeyReader


def reader(*keys: str) -> KeyReader:
    """A reader of keys, after these were pressed while reading."""
    read = KeyReader(Keymap())
    for key in keys:
        read.feed(key, "reading")
    return read


def test_letters_are_told_until_arrows_are_used() -> None:
    assert reader().named("tag") == "t"
    assert reader("j", "k").named("tag") == "t"
    assert reader("down", "pagedown").named("tag") == "f5"
    assert reader("down", "down", "j", "j").named("tag") == "t"


def test_one_key_of_the_other_kind_is_no_habit() -> None:
    assert reader("j", "down", "j", "down").named("tag") == "t"
    assert reader("down", "down", "j", "up").named("tag") == "f5"


def test_keys_that_everybody_uses_are_no_sign() -> None:
    assert reader("tab", "tab", "escape", "escape", "f1", "f1").named("tag") == "t"
    assert reader("ctrl+f", "ctrl+f", "ctrl+w", "c").named("tag") == "t"
    assert reader("up", "down", "space", "space").named("tag") == "f5"


def test_an_action_that_has_but_letters_is_named_with_them() -> None:
    arrows = reader("down", "down")
    assert arrows.named("search.open") == "ctrl+f"
    assert arrows.named("text.focus") == "z f"
    assert arrows.named("annotation.next") == "ctrl+right"


def test_an_action_without_keys_has_none_to_tell() -> None:
    assert KeyReader(Keymap({"tag": ()})).named("tag") == ""
