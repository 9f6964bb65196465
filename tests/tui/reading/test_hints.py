"""The keys that the status line names do something where they are named."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tui.keys import Keymap, KeyReader
from tui.pane.painter import Painter
from tui.reading.hints import hints
from tui.themes import THEMES


@dataclass
class Listed:
    number: int
    does: str | None = None

    def count(self) -> int:
        return self.number

    def enter_does(self) -> str | None:
        return self.does


def named(context: str, listed: Listed | None = None, room: int = 140) -> str:
    pieces = hints(Painter(THEMES["dark"]), KeyReader(Keymap()), context, room, listed)
    return " ".join("".join(text for text, _ in pieces).split())


def test_a_list_with_entries_can_be_opened() -> None:
    assert named("list", Listed(2)) == "enter open tab text escape close"


@pytest.mark.parametrize("context", ["list", "library", "review", "changed", "annotations"])
def test_an_empty_list_offers_nothing_that_needs_an_entry(context: str) -> None:
    told = named(context, Listed(0))
    assert "escape close" in told
    assert not {"enter", "e", "a", "x", "+", "O"} & set(told.split())


def test_what_enter_does_is_told_in_the_lists_own_word() -> None:
    assert "enter hide" in named("list", Listed(1, "hide"))
    assert "enter" not in named("list", Listed(1, ""))


def test_nothing_found_is_not_opened_from_the_line_either() -> None:
    assert named("search", Listed(0)) == "f4 other forms f1 how to ask escape close"
    assert "enter open" in named("search", Listed(1))


def test_what_a_query_taken_from_the_line_does_is_told_in_the_lists_own_word() -> None:
    assert "enter search" in named("search", Listed(1, "search"))


def test_where_room_is_short_the_way_out_and_to_the_rest_stay() -> None:
    assert named("results", Listed(3), 50) == "enter open ? how to ask f1 keys escape close"
    assert {"K", "v", "+", "/", "&"} <= set(named("results", Listed(3)).split())


def test_what_is_typed_does_not_depend_on_the_list() -> None:
    assert named("filter", Listed(0)) == "enter to the list"


def test_the_text_has_its_own() -> None:
    assert "t tag" in named("reading")
