"""Keys become commands: with counts, with a key that waits for another, and remapped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.actions import ACTIONS, Context, action
from tui.keys import Command, Keymap, KeyReader

CONTEXTS: list[Context] = [
    "reading",
    "selecting",
    "list",
    "results",
    "review",
    "library",
    "outline",
]
every_key = st.sampled_from(
    sorted({key for each in ACTIONS for key in each.keys} | set("0123456789é漢"))
)


def typed(*keys: str, context: Context = "reading", keymap: Keymap | None = None) -> list[Command]:
    """The commands that these keys complete."""
    reader = KeyReader(keymap or Keymap())
    commands = [reader.feed(key, context) for key in keys]
    return [command for command in commands if command is not None]


def command(action_id: str, count: int | None = None, argument: str = "") -> Command:
    return Command(action(action_id), count, argument)


def test_a_key_is_a_command() -> None:
    assert typed("j", "space") == [command("sentence.next"), command("page.next")]


def test_digits_before_it_count() -> None:
    assert typed("1", "2", "j", "k") == [command("sentence.next", 12), command("sentence.previous")]
    assert command("sentence.next", 12).times == 12
    assert command("sentence.next").times == 1


def test_a_count_does_not_begin_with_zero() -> None:
    assert typed("0", "5", "j") == [command("sentence.next", 5)]
    assert typed("1", "0", "j") == [command("sentence.next", 10)]


def test_a_count_has_a_limit_and_what_is_repeated_a_lower_one() -> None:
    (long,) = typed(*"9" * 40, "j")
    assert long.count == 9_999_999
    assert long.times == 500


def test_only_the_digits_of_ascii_count() -> None:
    assert typed("٣", "²", "j") == [command("sentence.next")]


def test_a_key_that_does_nothing_ends_a_count() -> None:
    assert typed("5", "ß", "j") == [command("sentence.next")]


def test_escape_ends_a_count_and_then_is_itself() -> None:
    assert typed("5", "escape", "j") == [command("sentence.next")]
    assert typed("escape") == [command("escape")]


def test_an_action_waits_for_its_key() -> None:
    reader = KeyReader(Keymap())
    assert reader.feed("t", "reading") is None
    assert reader.waiting == command("tag")
    assert reader.feed("c", "reading") == command("tag", argument="c")
    assert reader.waiting is None


def test_what_waits_takes_any_key_and_keeps_its_count() -> None:
    assert typed("3", "t", "j") == [command("tag", 3, "j")]
    assert typed("m", "5") == [command("mark.set", argument="5")]


def test_escape_takes_back_what_waits() -> None:
    assert typed("t", "escape", "j") == [command("sentence.next")]


def test_an_action_chosen_by_name_waits_as_well() -> None:
    reader = KeyReader(Keymap())
    reader.feed("4", "reading")
    reader.wait_for(command("tag"))
    assert reader.typed == ""
    assert reader.feed("q", "reading") == command("tag", argument="q")


def test_what_was_begun_can_be_forgotten() -> None:
    reader = KeyReader(Keymap())
    assert not reader.clear()
    reader.feed("4", "reading")
    assert reader.typed == "4"
    assert reader.clear()
    assert reader.feed("j", "reading") == command("sentence.next")


def test_a_selection_has_its_own_keys_and_the_others_still_work() -> None:
    assert typed("l", "t", "c", context="selecting") == [
        command("select.word-on"),
        command("tag", argument="c"),
    ]
    assert typed("l") == [command("pane.right")]


def test_a_selection_goes_to_its_start_by_zero_and_counts_ten() -> None:
    assert typed("0", context="selecting") == [command("select.to-start")]


def test_digits_decide_in_the_review_and_count_in_the_text() -> None:
    assert typed("2", context="review") == [command("review.decide", argument="2")]
    assert typed("2", "j", context="outline") == [command("list.next", 2)]


def test_a_panel_has_its_own_keys_then_those_of_all_panels_then_the_texts() -> None:
    keymap = Keymap()
    assert keymap.action("results", "/") is action("results.query")
    assert keymap.action("library", "/") is action("find.forward")
    assert keymap.action("library", "j") is action("list.next")
    assert keymap.action("library", "O") is action("library.beside")
    assert keymap.action("outline", "O") is None
    assert keymap.action("outline", "q") is action("list.close")
    assert keymap.action("outline", "u") is action("undo")


def test_other_keys_replace_those_of_an_action() -> None:
    keymap = Keymap({"sentence.next": ("J", "ctrl+n")})
    assert keymap.keys("sentence.next") == ("J", "ctrl+n")
    assert typed("J", "j", keymap=keymap) == [command("sentence.next")]


def test_an_action_may_have_no_key_at_all() -> None:
    keymap = Keymap({"annotation.delete": ()})
    assert keymap.keys("annotation.delete") == ()
    assert typed("x", keymap=keymap) == []


def test_a_key_given_to_another_action_leaves_its_own() -> None:
    keymap = Keymap({"quit": ("j",)})
    assert keymap.action("reading", "j") is action("quit")
    assert keymap.action("reading", "q") is None


def test_a_key_taken_away_and_given_on_can_be_swapped() -> None:
    keymap = Keymap({"sentence.next": ("k",), "sentence.previous": ("j",)})
    assert typed("j", "k", keymap=keymap) == [
        command("sentence.previous"),
        command("sentence.next"),
    ]


def test_remapping_changes_nothing_for_the_other_actions() -> None:
    keymap, usual = Keymap({"tag": ("T",), "tag.named": ("t",)}), Keymap()
    for each in ACTIONS:
        if each.id not in ("tag", "tag.named"):
            assert keymap.keys(each.id) == usual.keys(each.id)


@given(st.lists(st.tuples(every_key, st.sampled_from(CONTEXTS)), max_size=20))
def test_whatever_is_typed_two_escapes_lead_back_to_a_fresh_start(
    keys: list[tuple[str, Context]],
) -> None:
    reader = KeyReader(Keymap())
    for key, context in keys:
        done = reader.feed(key, context)
        assert done is None or done.times >= 1
    reader.feed("escape", "reading")
    reader.feed("escape", "reading")
    assert (reader.typed, reader.waiting) == ("", None)
    assert reader.feed("j", "reading") == command("sentence.next")


@pytest.mark.parametrize("context", CONTEXTS)
def test_every_digit_counts_or_does_something_in_every_context(context: Context) -> None:
    for digit in "123456789":
        reader = KeyReader(Keymap())
        assert reader.feed(digit, context) is not None or reader.typed == digit
