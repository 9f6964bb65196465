"""What becomes of passages of lists, headings, changelogs and code when their text changes."""

from __future__ import annotations

import pytest

from annotations.anchoring.revision import Revision


def follow(quote: str, old: str, new: str) -> tuple[str | None, str]:
    """The passage that ``quote`` of ``old`` became in ``new``, and how certain that is."""
    start = old.index(quote)
    found = Revision(old, new).follow(start, start + len(quote))
    return new[slice(*found.span)] if found.span else None, found.certainty


LIST = (
    "- kelp adds and removes folders from the list of skips.\n"
    "- whelk fetches genres from various music sites.\n"
    "- cockle lets you tag your music with keywords.\n"
)


def test_a_line_is_found_again_though_some_of_its_words_stand_in_its_old_place_too() -> None:
    kelp, whelk, cockle = LIST.splitlines(keepends=True)
    between = "- mussel fetches covers from other music servers.\n"
    new = kelp + between + cockle + whelk
    assert follow("whelk fetches genres from", LIST, new) == ("whelk fetches genres from", "same")


COMMAND = "And from the command line:\n\n.. run::\n\n    open({})\n"


def test_what_moved_went_with_what_it_stood_beside() -> None:
    dashes = "Files whose names begin with a dash need care.\n\n" + COMMAND.format("dash, 'a.txt'")
    dashes += "\nIf you do not like the dashes, there is a setting that leaves out this check.\n\n"
    variables = "Values may come out of the environment, where nobody else has named any. " * 3
    old = f"Arguments come first.\n\n{variables}\n\n{dashes}"
    new = f"Arguments come first.\n\n{dashes}{variables}\n\n{COMMAND.format('environment')}"
    passage = Revision(old, new).follow(old.index(".. run::"), old.index(".. run::") + 8)
    assert passage.span is not None
    assert passage.span.start == new.index(".. run::")


def test_a_heading_of_one_word_that_moved_is_proposed() -> None:
    one = "Installation\n------------\n\nAny version will do that is not too old for this.\n\n"
    two = "Prerequisites\n-------------\n\nYou need a compiler, time, and some patience.\n\n"
    new = two + "Installation\n============\n\nUse what the shop has.\n"
    assert follow("Installation", one + two, new) == ("Installation", "proposed")


def test_the_dot_in_an_address_ends_no_sentence() -> None:
    second = "* :fix:`85` Show which version of the tools is installed\n"
    link = "(`#84 <https://example.org/issues/84>`_)"
    old = f"* :fix:`84` Name the file in errors\n{second}"
    new = f"- Name the file in errors {link}\n- Show which version of the tools is installed\n"
    passage, _ = follow("* :fix:`85` Show which version of the tools is installed", old, new)
    assert passage is not None
    assert "org" not in passage


@pytest.mark.parametrize("more", ["", " (see 85)", " (see issue 85 there)"])
def test_a_sentence_edited_beside_edited_sentences_is_changed(more: str) -> None:
    old = (
        "Names are shown in errors.\nAll of the tools are now told by their version.\n"
        "It is quick.\n"
    )
    new = (
        f"Names are shown in errors{more}.\nAll of the tools are told by version and name.\n"
        f"It is quick{more}.\n"
    )
    quote = "All of the tools are now told by their version."
    assert follow(quote, old, new) == ("All of the tools are told by version and name.", "changed")


SENTENCE = "Every release since the third needs a compiler beside it."
BEFORE = "What the tools need differs from system to system and from year to year."
AFTER = "Ask those who look after the machine, if there are any in the building."


def test_an_exact_copy_elsewhere_is_not_taken_for_what_was_edited_in_its_place() -> None:
    edited = SENTENCE.replace("the third", "number four")
    new = f"{SENTENCE} In short, that is all.\n\n{BEFORE} {edited} {AFTER}\n"
    passage, certainty = follow(SENTENCE, f"{BEFORE} {SENTENCE} {AFTER}\n", new)
    assert (passage, certainty) in [(edited, "changed"), (edited, "proposed")]


def test_of_an_exact_copy_and_an_edited_one_elsewhere_none_is_taken_without_a_word() -> None:
    edited = SENTENCE.replace("third", "fourth")
    old = f"{BEFORE} {SENTENCE} {AFTER}\n"
    new = f"{SENTENCE} So much for this.\n\n{BEFORE} {AFTER}\n\nIn other words: {edited}\n"
    assert follow(SENTENCE, old, new)[1] == "proposed"


@pytest.mark.parametrize(
    "now",
    [
        "It is on [the site](https://example.org/page).",
        "It is on the site, they say there.",
    ],
)
def test_what_was_put_in_before_the_end_of_a_short_sentence_belongs_to_it(now: str) -> None:
    old = f"{BEFORE} It is on the site. {AFTER}\n"
    passage, certainty = follow("It is on the site.", old, f"{BEFORE} {now} {AFTER}\n")
    assert (passage, certainty) == (now, "changed")


def test_a_passage_of_one_paragraph_reaches_into_no_other() -> None:
    old = "* :release:`2.0`\n* :fix:`85` Support signing of uploads\n* :fix:`84` Name the file\n"
    new = (
        "Tools 2.0\n---------\n\nFixes\n^^^^^\n\n- Support signing of uploads (issue 85)\n"
        "- Name the file (issue 84)\n"
    )
    passage, _ = follow("* :fix:`85` Support signing of uploads", old, new)
    assert passage is not None
    assert "Fixes" not in passage


def test_a_line_that_stands_elsewhere_as_it_was_is_not_taken_for_another_like_it() -> None:
    old = f"{BEFORE}\n{SENTENCE}\n{AFTER}\n"
    other = SENTENCE.replace("compiler", "linker")
    new = f"{SENTENCE}\n{BEFORE}\n{other}\nNobody answers any questions at the moment.\n"
    assert follow(SENTENCE, old, new) == (SENTENCE, "proposed")


def section(name: str, text: str) -> str:
    return f'<a name="APP_ERR_SCH_{name}"></a>\n#### APP_ERR_SCH_{name}\n\n{text}\n\n'


def test_one_of_many_like_lines_put_in_for_another_is_never_taken_without_a_word() -> None:
    there, none = section("PRESENT_ALREADY", "It is there."), section("NOT_PRESENT", "It is not.")
    new = there + section("MISSING_ID", "It has no name.")
    assert follow('<a name="APP_ERR_SCH_NOT_PRESENT"></a>', there + none, new)[1] == "proposed"


def test_the_words_of_a_heading_in_a_sentence_are_not_the_heading() -> None:
    old = "About servers.\n\nInstalling `mod_x`\n------------------\n\nIf you have none, ask.\n"
    new = "About servers.\n\nInstalling\n----------\n\nInstalling mod_x requires a compiler.\n"
    assert follow("Installing `mod_x`", old, new)[1] != "changed"
