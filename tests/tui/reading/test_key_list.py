"""The list of all keys: complete, narrowed by words, set in columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.actions import ACTIONS
from tui.keys import Keymap
from tui.reading.key_list import Entry, in_columns, key_list, narrowed

ALL = key_list(Keymap())


def titles(words: str) -> list[str]:
    return [entry.title for entry in narrowed(ALL, words)]


def test_every_action_is_listed_once_with_all_its_keys() -> None:
    listed = {entry.id: entry for entry in ALL if entry.id}
    assert [entry.id for entry in ALL if entry.id] == list(listed)
    for each in ACTIONS:
        entry = listed[each.id]
        assert entry.title == each.title
        assert entry.keys[0].startswith(each.keys[0])
        if each.takes != "itself":
            assert len(entry.keys) == len(each.keys)
            assert all(key.endswith(" …") == bool(each.takes) for key in entry.keys)


def test_remapped_keys_are_the_ones_listed() -> None:
    listed = {
        one.id: one for one in key_list(Keymap({"undo": ("Z u",), "redo": (), "quit": ("u",)}))
    }
    assert listed["undo"].shown == "Z u"
    assert listed["redo"].shown == "—"
    assert listed["quit"].briefly == "u"


def test_an_entry_is_found_by_its_title_its_key_its_group_and_its_id() -> None:
    assert "Undo" in titles("undo")
    assert titles("ctrl+r")[0] == "Redo"
    assert "Next sentence" in titles("sentence.next")
    assert {"One word more", "One word less"} <= set(titles("select word"))
    assert titles("no such thing") == []
    assert titles("") == [entry.title for entry in ALL]


def test_what_has_the_key_comes_first() -> None:
    assert titles("u")[0] == "Undo"
    assert titles("G")[0].startswith("End")


def test_no_title_is_cut_beside_the_keys_of_its_group() -> None:
    column, around = 40, 4
    keys: dict[str, int] = {}
    for one in ALL:
        keys[one.group] = max(keys.get(one.group, 0), len(one.briefly))
    cut = [one.title for one in ALL if keys[one.group] + around + len(one.title) > column]
    assert not cut, "a title has as many columns as the keys of its group leave it"


@given(st.integers(1, 6), st.lists(st.tuples(st.sampled_from("abcd"), st.text(max_size=3))))
def test_columns_hold_every_entry_once_under_its_group(
    columns: int, pairs: list[tuple[str, str]]
) -> None:
    entries = [Entry(("x",), title, group) for group, title in pairs]
    rows = in_columns(entries, columns) if entries else []
    shown = [cell for row in rows for cell in row if isinstance(cell, Entry)]
    assert sorted(shown) == sorted(entries)
    assert all(len(row) <= columns for row in rows)
    for number in range(len(rows[0]) if rows else 0):
        group = ""
        for cell in (row[number] for row in rows):
            group = cell if isinstance(cell, str) else group
            assert not isinstance(cell, Entry) or cell.group == group


def test_what_belongs_to_the_panel_that_has_the_keys_comes_first() -> None:
    there = key_list(Keymap(), "echoes")
    assert there[0].group == "In the echoes"
    assert sorted(there) == sorted(ALL)
    assert any("≠" in one.keys[0] for one in there if one.group == "In the echoes")


def test_what_goes_in_a_panel_alone_comes_first_where_help_is_asked_for_there() -> None:
    there = key_list(Keymap(), "results")
    assert there[0].group == "In the results"
    assert next(one.group for one in there if one.group != "In the results") == "In a panel"
    assert sorted(there) == sorted(ALL)
    assert key_list(Keymap(), "reading") == ALL
