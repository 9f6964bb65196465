"""Commands are found by what they do and by what the configuration calls them."""

from __future__ import annotations

from tui.panels.commands import Entry, matching


def entry(title: str, name: str) -> Entry:
    return Entry(title, name, "", lambda: None)


NEXT = entry("Next sentence", "sentence.next")
PREVIOUS = entry("Previous sentence", "sentence.previous")
SELECT = entry("One sentence more", "select.sentence-on")
ENTRIES = [SELECT, NEXT, PREVIOUS]


def test_without_words_there_are_all_in_their_order() -> None:
    assert matching(ENTRIES, " ") == ENTRIES


def test_all_words_must_be_there_in_any_order_and_case() -> None:
    assert matching(ENTRIES, "sent NEXT") == [NEXT]
    assert matching(ENTRIES, "zebra") == []


def test_an_id_is_a_name_as_well() -> None:
    assert matching(ENTRIES, "sentence.prev") == [PREVIOUS]


def test_a_title_that_begins_so_comes_first() -> None:
    assert matching(ENTRIES, "n")[0] == NEXT


def test_a_command_is_found_by_what_other_programs_call_it() -> None:
    leave = Entry("Quit", "quit", "q", lambda: None, "wq")
    assert matching([entry("Write a note", "note.edit"), leave], "wq") == [leave]
