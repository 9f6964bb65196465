"""Keys become commands: with counts, with a key that waits for another, and remapped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.actions import ACTIONS, Context, action
from tui.keys import Command, Follower, Keymap, KeyReader

CONTEXTS: list[Context] = [
    "reading",
    "selecting",
    "list",
    "results",
    "review",
    "library",
    "outline",
    "annotations",
    "concordance",
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
    assert keymap.action("outline", "/") is action("find.forward")
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


# Sequences


def sequenced(**keys: str) -> Keymap:
    """A keymap with these keys, each given to an action: j for sentence.next and so on."""
    ids = {"next": "sentence.next", "previous": "sentence.previous", "more": "list.next"}
    return Keymap({ids[name]: (written,) for name, written in keys.items()})


def test_a_sequence_of_keys_is_a_command() -> None:
    keymap = sequenced(next="ctrl+w j", previous="ctrl+w k")
    assert typed("ctrl+w", "j", "ctrl+w", "k", keymap=keymap) == [
        command("sentence.next"),
        command("sentence.previous"),
    ]
    assert keymap.action("reading", "ctrl+w j") is action("sentence.next")
    assert keymap.keys("sentence.next") == ("ctrl+w j",)


def test_a_sequence_may_have_many_keys_and_a_count_before_it() -> None:
    assert typed("1", "2", "Z", "Z", "j", keymap=sequenced(next="Z Z j")) == [
        command("sentence.next", 12)
    ]


def test_digits_inside_a_sequence_are_keys_of_it() -> None:
    assert typed("3", "Z", "4", keymap=sequenced(next="Z 4")) == [command("sentence.next", 3)]


def test_what_is_begun_stands_in_the_status_line_until_it_ends() -> None:
    reader = KeyReader(sequenced(next="Z Z j"))
    for key in "12ZZ":
        reader.feed(key, "reading")
    assert reader.typed == "12 Z Z"
    reader.feed("j", "reading")
    assert (reader.typed, reader.pending) == ("", ())


def test_escape_leaves_a_sequence_and_its_count() -> None:
    keymap = sequenced(next="Z j")
    assert typed("3", "Z", "escape", "Z", "j", keymap=keymap) == [command("sentence.next")]


def test_a_key_that_cannot_follow_ends_the_sequence_and_is_told() -> None:
    reader = KeyReader(sequenced(next="Z j"))
    reader.feed("Z", "reading")
    assert reader.unknown == ""
    assert reader.feed("q", "reading") is None
    assert reader.unknown == "Z q"
    assert reader.feed("q", "reading") == command("quit")
    assert reader.unknown == ""


def test_an_action_at_the_end_of_a_sequence_may_wait_for_its_key() -> None:
    reader = KeyReader(Keymap({"tag": ("Z t",)}))
    assert [reader.feed(key, "reading") for key in ("Z", "t")] == [None, None]
    assert reader.waiting == command("tag")
    assert reader.feed("c", "reading") == command("tag", argument="c")


def test_an_action_that_goes_by_its_key_gets_the_whole_sequence() -> None:
    keymap = Keymap({"review.decide": ("ctrl+x a", "ctrl+x b")})
    assert typed("ctrl+x", "b", context="review", keymap=keymap) == [
        command("review.decide", argument="ctrl+x b")
    ]


def test_ctrl_held_on_to_the_next_key_means_the_same() -> None:
    keymap = sequenced(next="ctrl+w j", previous="ctrl+w ctrl+k")
    assert typed("ctrl+w", "ctrl+j", "ctrl+w", "ctrl+k", keymap=keymap) == [
        command("sentence.next"),
        command("sentence.previous"),
    ]
    assert typed("ctrl+w", "k", keymap=keymap) == []


def test_of_two_keys_the_shorter_counts() -> None:
    assert typed("Z", keymap=sequenced(next="Z", previous="Z j")) == [command("sentence.next")]


def test_a_panels_key_hides_the_texts_sequences_and_the_other_way_about() -> None:
    single = sequenced(next="Z j", more="Z")
    assert typed("Z", context="outline", keymap=single) == [command("list.next")]
    assert typed("Z", "j", keymap=single) == [command("sentence.next")]
    several = sequenced(next="Z", more="Z j")
    assert typed("Z", "j", context="outline", keymap=several) == [command("list.next")]
    assert typed("Z", keymap=several) == [command("sentence.next")]


def test_sequences_of_a_panel_and_of_the_text_stand_beside_each_other() -> None:
    keymap = sequenced(next="Z j", previous="Z k", more="Z j")
    assert typed("Z", "j", "Z", "k", context="outline", keymap=keymap) == [
        command("list.next"),
        command("sentence.previous"),
    ]


def test_what_may_follow_is_known() -> None:
    reader = KeyReader(sequenced(next="Z a j", previous="Z a k", more="Z l"))
    assert reader.followers == ()
    reader.feed("Z", "list")
    assert reader.followers == (
        Follower("l", (action("list.next"),)),
        Follower("a", (action("sentence.next"), action("sentence.previous"))),
    )
    reader.feed("a", "list")
    assert [one.key for one in reader.followers] == ["j", "k"]
    reader.feed("escape", "list")
    assert reader.followers == ()


def test_no_key_of_ours_hides_another() -> None:
    for context in CONTEXTS:
        taken: dict[tuple[str, ...], str] = {}
        for each in ACTIONS:
            for key in each.keys if each.context == context else ():
                sequence = tuple(key.split(" "))
                assert all(sequence), each.id
                for length in range(1, len(sequence) + 1):
                    assert sequence[:length] not in taken, (each.id, taken.get(sequence[:length]))
                taken[sequence] = each.id


some_keys = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(" ".join)
some_keymaps = st.dictionaries(
    st.sampled_from([each.id for each in ACTIONS]), st.lists(some_keys, max_size=2)
).map(Keymap)


@given(
    some_keymaps,
    st.lists(
        st.tuples(
            st.sampled_from(["a", "b", "c", "1", "ctrl+a", "escape"]), st.sampled_from(CONTEXTS)
        )
    ),
)
def test_whatever_is_typed_a_sequence_is_begun_or_ended_and_never_both(
    keymap: Keymap, keys: list[tuple[str, Context]]
) -> None:
    reader = KeyReader(keymap)
    for key, context in keys:
        before = reader.pending
        done = reader.feed(key, context)
        assert not (reader.pending and reader.waiting)
        assert (len(reader.pending) == len(before) + 1) or not reader.pending
        if reader.pending:
            assert done is None
            assert reader.unknown == ""
            assert reader.followers
        if done is not None:
            assert (reader.typed, reader.waiting, reader.unknown) == ("", None, "")


@given(some_keymaps, st.sampled_from(CONTEXTS))
def test_every_sequence_that_is_offered_leads_to_its_action(
    keymap: Keymap, context: Context
) -> None:
    def follow(pressed: tuple[str, ...]) -> None:
        for key, actions in keymap.followers(context, pressed):
            found, goes_on = keymap.look_up(context, (*pressed, key))
            assert goes_on == (found is None)
            if found is not None:
                assert actions == (found,)
            else:
                follow((*pressed, key))

    follow(())
