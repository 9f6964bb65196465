"""The table of actions holds together: each can be reached, and each does something."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from panel_contexts import IN_PANELS

import tui.app  # noqa: F401  (registers every handler)
from tui.actions import ACTIONS, Action, action
from tui.handlers.registry import HANDLERS, import_handlers
from tui.keys import Keymap

KEYMAP = Keymap()


def test_no_two_actions_share_an_id() -> None:
    assert [one for one, times in Counter(each.id for each in ACTIONS).items() if times > 1] == []


def test_every_action_is_carried_out_by_something_and_nothing_else_is() -> None:
    import_handlers()
    assert {each.id for each in ACTIONS} == set(HANDLERS)


def test_no_key_means_two_things_in_one_place() -> None:
    keys = Counter((each.context, key) for each in ACTIONS for key in each.keys)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("each", ACTIONS, ids=lambda each: each.id)
def test_every_action_is_reached_by_a_key_where_it_belongs(each: Action) -> None:
    assert each.keys
    for key in each.keys:
        assert KEYMAP.action(each.context, key) is each


@pytest.mark.parametrize("each", ACTIONS, ids=lambda each: each.id)
def test_every_action_has_a_title_to_be_found_by(each: Action) -> None:
    assert each.title == each.title.strip() != ""
    assert each.group
    assert re.fullmatch(r"[a-z]+(\.[a-z-]+)?", each.id)


def test_a_panel_can_be_left_and_closed_from_the_keyboard() -> None:
    for context in IN_PANELS:
        assert KEYMAP.action(context, "escape") is action("list.close")
        assert KEYMAP.action(context, "tab") is action("list.leave")


def test_an_action_that_does_not_exist_is_not_found() -> None:
    with pytest.raises(KeyError):
        action("no.such")
