"""The names of keys, and which of them a terminal can send."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key
from textual.keys import Keys, _character_to_key

from tui.actions import ACTIONS
from tui.key_names import canonical, pressed, same_as, seldom_sent, suggestion

_NO_KEYS = {Keys.Any, Keys.ScrollUp, Keys.ScrollDown, Keys.Ignore, Keys.ControlAt, Keys.Return}
_KEYS = sorted({key.value for key in Keys} - {key.value for key in _NO_KEYS} - {"ctrl-at"})


@pytest.mark.parametrize("key", _KEYS)
def test_every_key_of_textual_is_known_by_its_name(key: str) -> None:
    assert canonical(key) == key


def test_every_key_of_ours_is_in_its_one_form_and_can_be_sent() -> None:
    for action in ACTIONS:
        for key in " ".join(action.keys).split():
            assert canonical(key) == key, action
            assert not seldom_sent(key), action
            assert not same_as(key), action


@given(st.characters(min_codepoint=33, max_codepoint=126))
def test_a_character_with_a_modifier_is_called_as_textual_calls_it(character: str) -> None:
    if character.isupper():
        assert canonical(f"alt+{character}") is None
        assert suggestion(f"ctrl+{character}") == f"ctrl+{character.lower()}"
    else:
        name = _character_to_key(character)
        assert canonical(f"ctrl+{character}") == f"ctrl+{name}"
        assert canonical(f"ctrl+{name}") == f"ctrl+{name}"
        assert canonical(name) == character


@given(st.characters())
def test_a_character_that_types_something_is_its_own_name(character: str) -> None:
    visible = character.isprintable() and not character.isspace()
    assert canonical(character) == (character if visible else None)
    if visible:
        event = Key(_character_to_key(character), character)
        assert pressed(event.key, event.character) == character


def test_a_key_with_alt_is_not_its_character() -> None:
    assert pressed("alt+1", "1") == "alt+1"
    assert pressed("ctrl+@", "\x00") == "ctrl+space"
    assert pressed("space", " ") == "space"
    assert pressed("plus", "+") == "+"
    assert pressed("f1", None) == "f1"


@pytest.mark.parametrize(
    "key", ["x", "ctrl+x", "alt+x", "alt+shift+x", "f5", "ctrl+left", "shift+tab", "ctrl+space"]
)
def test_what_every_terminal_sends(key: str) -> None:
    assert not seldom_sent(key)


@pytest.mark.parametrize(
    "key", ["ctrl+1", "ctrl+shift+x", "shift+enter", "super+x", "alt+full_stop", "ctrl+tab"]
)
def test_what_few_terminals_send(key: str) -> None:
    assert canonical(key) == key
    assert seldom_sent(key)


@given(st.text(max_size=12))
def test_whatever_is_written_a_form_is_final_and_a_suggestion_is_a_key(written: str) -> None:
    form = canonical(written)
    if form is not None:
        assert canonical(form) == form
    meant = suggestion(written)
    assert not meant or canonical(meant) is not None
