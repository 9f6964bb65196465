"""Passages that changed or moved where the new text has what they said more than once, or once."""

from __future__ import annotations

import pytest

from annotations.anchoring.revision import Revision

BEFORE = "The committee met on Monday in the old town hall.\n\n"
AFTER = "\n\nEverybody else had left the building by then.\n"


def follow(quote: str, old: str, new: str) -> tuple[str | None, str]:
    """The passage that ``quote`` of ``old`` became in ``new``, and how certain that is."""
    start = old.index(quote)
    found = Revision(old, new).follow(start, start + len(quote))
    return new[slice(*found.span)] if found.span else None, found.certainty


RECIPE = "bake module harbour.tasks\n   crust: golden\n   filling: berries\n   time: forty"
CREW = "bake module harbour.tasks.crew\n   crust: golden\n   filling: berries\n   time: forty"


def test_of_a_passage_that_changed_while_it_stands_elsewhere_the_reader_is_asked() -> None:
    elsewhere = RECIPE.replace("   ", " ")
    old = BEFORE + RECIPE + AFTER
    assert follow(RECIPE, old, f"{elsewhere}\n\n{BEFORE}{CREW}{AFTER}")[1] == "proposed"
    assert follow(RECIPE, old, BEFORE + CREW + AFTER) == (CREW, "changed")


def test_copies_that_stood_there_before_make_no_doubt_of_one_that_changed() -> None:
    old = f"{RECIPE}\n\n{BEFORE}{RECIPE}{AFTER}"
    new = f"{RECIPE}\n\n{BEFORE}{CREW}{AFTER}"
    start = old.rindex(RECIPE)
    found = Revision(old, new).follow(start, start + len(RECIPE))
    assert (found.span and new[slice(*found.span)], found.certainty) == (CREW, "changed")


def test_of_signs_that_changed_while_the_passage_stands_elsewhere_to_the_letter_likewise() -> None:
    tight, loose = "hull {paint: blue;\n}", "hull { paint: blue; }"
    old = f"{BEFORE}{tight}\n\nNothing else is wrong in it.{AFTER}"
    new = f"{BEFORE}{loose}\n\nNothing else is wrong in it.{AFTER}"
    assert follow(tight, old, f"{new}\nSo is this wrong:\n\n{tight}\n")[1] == "proposed"
    assert follow(tight, old, new) == (loose, "changed")


BODIES = {
    "ANCHOR": "The anchor that was given weighs too little for a ship like this.",
    "RUDDER_LENGTH": "Nobody can steer with what is longer than the hull it hangs on.",
    "RUDDER": "What was handed in is a plank, and no rudder of any kind known here.",
}


def _entries(*kinds: str) -> str:
    return "\n\n".join(
        f'<a name="SHIP_ERR_INVALID_{kind}"></a>\n#### SHIP_ERR_INVALID_{kind}\n\n{BODIES[kind]}'
        for kind in kinds
    )


@pytest.mark.parametrize("kind", BODIES)
def test_a_line_that_moved_is_known_again_however_alike_others_are(kind: str) -> None:
    old, new = _entries(*BODIES), _entries("RUDDER_LENGTH", "RUDDER", "ANCHOR")
    line = f"#### SHIP_ERR_INVALID_{kind}\n"
    assert follow(line, old, new)[1] == "same"


QUORUM = "There is a quorum of two."
OTHERS = (
    "There is a quorum of ten for all the rest. The clerk counts who is there, and says so.\n\n"
)


def test_a_sentence_that_moved_is_known_again_with_its_lines_broken_anew() -> None:
    old = f"{BEFORE}{QUORUM} Votes are open.\n\n{OTHERS}{AFTER}"
    moved = QUORUM.replace("quorum ", "quorum\n")
    new = f"{BEFORE}{OTHERS}Members may change their votes. {moved} The chair votes last.{AFTER}"
    assert follow(QUORUM, old, new) == (moved, "same")


CLAIM = "He gave the harbour master no details of what was said to the envoy that day."
REST = "The minister denied all of it. He had never met the man, he told reporters.\n\n" * 2


def test_a_sentence_quoted_elsewhere_while_half_of_it_is_left_is_not_known_again() -> None:
    half = "He gave the harbour master no details of what was said."
    old = f"{BEFORE}{CLAIM}\n\n{REST}{AFTER}"
    new = f"{BEFORE}{REST}Somebody wrote this down. {CLAIM} And later this. {half}\n"
    assert follow(CLAIM, old, new)[1] == "proposed"


def test_a_line_left_alone_where_all_around_it_is_new_is_itself_if_there_is_but_one() -> None:
    line = "#### SHIP_ERR_INVALID_RUDDER_LENGTH"
    like = "#### SHIP_ERR_INVALID_RUDDER\n\nBring another.\n\n#### ERR_INVALID_RUDDER_LENGTH\n"
    told = "Steer with both of your feet until somebody comes by at noon."
    tells = "Go home by land at once, and take everything with you that is yours."
    old = f"The plank is too short.\n\n{line}\n\n{told}\n\n{like}"
    new = f"No hull of any kind reaches so far.\n\n{line}\n\n{tells}\n\n{like}"
    assert follow(line, old, new) == (line, "same")
