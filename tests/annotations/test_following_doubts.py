"""Passages that changed, and are shown to the reader because it is not sure what they are now."""

from __future__ import annotations

import pytest

from annotations.anchoring.revision import Revision
from annotations.anchoring.sequences import Run
from annotations.anchoring.sliding import drawn_close
from annotations.anchoring.tokens import Tokens, Vocabulary

BEFORE = "The committee met on Monday in the old town hall.\n\n"
AFTER = "\n\nEverybody else had left the building by then.\n"


def follow(old: str, new: str, *, quote: str = "") -> tuple[str | None, str]:
    """The passage that ``quote``, or all of ``old``, became between what did not change."""
    old_text, new_text = BEFORE + old + AFTER, BEFORE + new + AFTER
    start = old_text.index(quote or old)
    found = Revision(old_text, new_text).follow(start, start + len(quote or old))
    return new_text[slice(*found.span)] if found.span else None, found.certainty


@pytest.mark.parametrize(
    ("old", "quote", "new"),
    [
        ("* Python 2.7\n* Python 3.4 and up", "* Python 2.7", "* Python 3.7 and up"),
        ("Signed in 1999.", "Signed in 1999.", "Signed in 2001."),
    ],
)
def test_a_few_words_whose_number_changed_may_be_the_next_of_a_list(
    old: str, quote: str, new: str
) -> None:
    assert follow(old, new, quote=quote)[1] == "proposed"


def test_a_number_that_changed_in_a_sentence_leaves_it_the_sentence() -> None:
    old, new = "It had 12 members, all of them farmers.", "It had 14 members, all of them farmers."
    assert follow(old, new) == (new, "changed")


def test_a_label_is_not_taken_for_the_heading_whose_words_it_has() -> None:
    old = "Validation and Mac OS X\n-----------------------"
    new = ".. _validation_and_mac_os_x:\n\nChecks under macOS\n------------------"
    assert follow(old, new)[1] == "proposed"


def test_of_a_sentence_that_grew_out_of_knowledge_the_reader_is_asked() -> None:
    old = "Returns a response object."
    new = (
        "Returns a response object that\nshould be used in a context manager and closed after use."
    )
    assert follow(old, new)[1] == "proposed"


def test_a_heading_that_lost_its_dot_does_not_go_on_with_the_next_line() -> None:
    body = "Ships lie behind the wall of stone, and nowhere else at all by night."
    old, new = f"7. LIMITS OF THE HARBOUR.\n\n{body}", f"7. LIMITS OF THE HARBOUR\n{body}"
    heading = "7. LIMITS OF THE HARBOUR"
    assert follow(old, new, quote=f"{heading}.") == (heading, "changed")


def test_of_a_line_that_grew_out_of_knowledge_the_reader_is_asked() -> None:
    old = "- try ``python demo.py`` :)\n- two templates to base your tracker on"
    new = "- try ``python demo.py``, it takes less than five minutes to be up :)\n- five templates"
    grown = new.replace("``, it", "`` it")
    assert follow(old, grown, quote=old.split("\n", maxsplit=1)[0])[1] == "proposed"


def test_of_a_line_before_which_much_was_put_the_reader_is_asked() -> None:
    old = "* CB-5916: Fix a config check"
    new = "* [CB-5916](https://example.org/issues/browse/of/all/CB-5916): Fix a config check"
    assert follow(old, new)[1] == "proposed"


def test_a_row_of_a_table_keeps_its_last_cells_whatever_their_width() -> None:
    old, new = "| Build    |   yes    |      |", "| Build  | yes |        |"
    assert follow(old, new) == (new, "same")


def test_a_sentence_joined_to_the_next_by_a_comma_ends_there() -> None:
    old = "He refused her twice. The clerk wrote it all down in the book of minutes."
    new = "He refused her twice, while the clerk wrote it all down in the book of minutes."
    passage, certainty = follow(old, new, quote="He refused her twice.")
    assert (passage or "").rstrip(",") == "He refused her twice"
    assert certainty == "changed"


def test_of_a_line_of_signs_that_is_gone_the_reader_is_asked() -> None:
    old = "* ``--extra-file FILES``\n* ``[]``"
    new = "* ``--extra-file FILES``\n\n**Default:** ``[]``"
    assert follow(old, new)[1] == "proposed"


def test_a_heading_may_lose_its_underline() -> None:
    assert follow("Binary content\n==============", "# Binary Content")[1] == "changed"


def test_of_a_passage_whose_end_was_written_anew_the_reader_is_asked() -> None:
    old = "* ``--log-syslog-to SYSLOG_ADDR``\n* ``unix:///var/run/syslog``"
    new = "* ``--log-syslog-to SYSLOG_ADDR``\n\n**Default:** ``udp://localhost:514``"
    passage, certainty = follow(old, new)
    assert certainty == "proposed"
    assert (passage or "").startswith("* ``--log-syslog-to")


def test_a_line_begins_with_its_own_word_and_not_with_the_same_word_of_a_line_put_before() -> None:
    old = "url = 'http://example.org/post?' + encoded_args"
    new = '# Create a URL with args encoded.\nurl = "https://example.org/post?" + encoded_args'
    assert follow(old, new) == (new.split("\n")[1], "changed")


def test_a_few_words_written_somewhere_else_are_not_those_that_were_taken_out() -> None:
    command, story = 'set FLASK_APP = "hello"', " ".join(f"word{n}" for n in range(60))
    old, new = f"Do this:\n\n{command}\n\n{story}", f"{story}\n\nOr in a shell:\n\n{command}"
    assert follow(old, new, quote=command)[1] == "proposed"


def test_words_drawn_close_from_both_ends_do_not_cross() -> None:
    new = Tokens("a a\na\na b\n", Vocabulary())
    first, last = drawn_close([Run(3, 1, 1), Run(4, 3, 1)], new)
    assert first.new + first.length <= last.new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">>> harbour.open(everything)\nclerk@example.com", "clerk@example.com"),
        ("The clerk counted ships, and wrote down each of their names.", "The clerk counted."),
    ],
)
def test_of_a_passage_of_which_most_is_gone_at_an_end_the_reader_is_asked(
    old: str, new: str
) -> None:
    assert follow(old, new) == (new, "proposed")


def test_a_passage_of_which_much_is_gone_in_the_middle_keeps_its_ends() -> None:
    old = "Ships are counted (by the clerk and the harbour master) at dawn."
    new = "Ships are counted at dawn."
    assert follow(old, new) == (new, "changed")


def test_a_few_words_are_no_surer_than_the_sentence_they_are_of() -> None:
    old = "If the ship is empty, this harbour will always return no fee."
    new = (
        "Of a captain whose whole crew was found sober before the bells of Sunday rang in town, "
        "and of whom the clerk had not a word to say, this harbour always returns fees."
    )
    assert follow(old, new, quote="harbour will always return")[1] == "proposed"
    new = "If the ship is empty, this harbour always returns no fee."
    assert follow(old, new, quote="harbour will always return")[1] == "changed"
