"""Sentences and headings that were written anew: in their place by what speaks for it, or asked."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring.revision import Revision

BEFORE = "The committee met on Monday in the old town hall."
AFTER = "Everybody else had left the building by then."
OLD = "You must cause any work that you distribute to be licensed to all at no charge."
NEW = "Any work that you distribute has to be licensed, as a whole, to all at no charge."
FREE = "Any work you convey has to be licensed, as a whole, to all at no price."


def follow(quote: str, old: str, new: str) -> tuple[str | None, str]:
    start = old.index(quote)
    found = Revision(old, new).follow(start, start + len(quote))
    return new[slice(*found.span)] if found.span else None, found.certainty


def between(sentence: str, *, before: str = BEFORE, after: str = AFTER) -> str:
    return f"{before} {sentence} {after}\n"


def test_a_sentence_written_anew_between_its_neighbours_is_changed() -> None:
    assert follow(OLD, between(OLD), between(NEW)) == (NEW, "changed")


def test_a_sentence_of_which_half_the_words_are_others_is_asked_for() -> None:
    assert follow(OLD, between(OLD), between(FREE)) == (FREE, "proposed")


def test_a_sentence_that_shares_next_to_nothing_with_what_stands_there_is_not() -> None:
    other = "Nobody remembers what was on the table, nor who paid for the wine."
    assert follow(OLD, between(OLD), between(other))[1] in ("proposed", "lost")


def test_a_part_of_a_sentence_that_is_sure_is_found_inside_it() -> None:
    old = "Before the harbour opens its gates the clerk must count every barrel on the quay twice."
    new = "Before the harbour opens its gates the clerk has to count each barrel on the quay twice."
    found, certainty = follow("the clerk must count every barrel on the quay twice", old, new)
    assert certainty == "changed"
    assert (found or "").endswith("count each barrel on the quay twice")


def test_a_paragraph_in_a_section_that_was_rewritten_is_in_its_place() -> None:
    head, tail = "# Licence\n\n", "\n\n# Warranty\n\nNone is given.\n"
    old = "Each contributor grants you a licence to reproduce, display and distribute the work."
    new = "Each contributor grants you a licence to reproduce, publish and distribute the work."
    was = f"{head}Words here mean what they always do.\n\n{old}\n\nIt may not be sold on.{tail}"
    now = f"{head}Definitions are in the annex.\n\n{new}\n\nWhoever sells it says so.{tail}"
    assert follow(old, was, now) == (new, "changed")


def test_a_near_copy_that_changed_places_with_what_follows_is_asked_for() -> None:
    one = "Each contributor grants you a licence to reproduce, display and distribute the work."
    like = "Each contributor grants you a licence to reproduce, publish and distribute the work."
    other = "Nobody gives any warranty whatever for what the work does or does not."
    old, new = f"{BEFORE}\n\n{one}\n\n{other}\n", f"{BEFORE}\n\n{other}\n\n{like}\n"
    assert follow(one, old, new)[1] in ("proposed", "lost")


@pytest.mark.parametrize("label", ["7)", "7.", "(7)"])
def test_a_heading_whose_number_alone_changed_is_the_heading(label: str) -> None:
    body = "This licence is the whole of what was agreed upon by both parties to it."
    old, new = f"{label} Miscellaneous.", f"{label.replace('7', '9')} Miscellaneous."
    found, certainty = follow(old, f"{BEFORE}\n\n{old}\n{body}\n", f"{BEFORE}\n\n{new}\n{body}\n")
    assert certainty == "changed"
    assert "Miscellaneous" in (found or "")


def test_a_heading_that_got_more_words_is_the_heading() -> None:
    old = f"# Ships\n\n{BEFORE}\n\n## Error handling\n\n{AFTER}\n"
    new = f"# Ships\n\n{BEFORE}\n\n## Error handling at sea\n\n{AFTER}\n"
    assert follow("## Error handling", old, new)[1] in ("same", "changed")


def test_a_sentence_that_grew_behind_a_comma_is_the_whole_sentence() -> None:
    old = "All rights not expressly granted are hereby reserved."
    new = "All rights not expressly granted are hereby reserved, those of section four among them."
    assert follow(old, between(old), between(new)) == (new, "changed")


def test_a_sentence_put_in_behind_is_not_taken_in() -> None:
    old = "The gate of the yard is closed at nine, and nobody at all may enter."
    new = "The gate of the yard closes at nine."
    more = "Lanterns hang from every mast of the fleet."
    found, certainty = follow(old, between(old), between(f"{new} {more}"))
    assert more not in (found or "") or certainty == "proposed"


def test_a_line_of_a_list_is_not_taken_for_the_next_though_its_place_is_the_same() -> None:
    names = ("read_by_nobody", "written_in_haste", "closed_for_good")
    old = "".join(f'<a name="app_error_{name}"></a>\n' for name in names) + f"\n{AFTER}\n"
    new = old.replace("closed_for_good", "opened_at_last")
    assert follow('<a name="app_error_closed_for_good"></a>', old, new)[1] == "proposed"


def test_one_character_is_little_where_no_spaces_are_set() -> None:
    old = "一 概要\n\n四 画面の再設定\n\n五 画面への接続方法\n\n六 起動\n"
    new = "一 概要\n\n八 画面近接続\n\n九 画面遠接続\n\n六 起動\n"
    assert follow("画面の再設定", old, new)[1] != "changed"


_WORDS = [f"{chr(97 + n // 26)}{chr(97 + n % 26)}word{n}" for n in range(300)]


def _sentence(words: list[str]) -> str:
    return " ".join(words).capitalize() + "."


@given(seed=st.integers(0, 10_000), kept=st.integers(8, 11))
def test_what_is_rewritten_between_unchanged_neighbours_is_never_put_elsewhere(
    seed: int, kept: int
) -> None:
    chance = random.Random(seed)
    words = chance.sample(_WORDS, 90)
    around = [_sentence(words[at : at + 12]) for at in (0, 12, 24, 36)]
    one = words[48:60]
    stays = sorted(chance.sample(range(12), kept))
    other = [one[n] if n in stays else words[60 + n] for n in range(12)]
    old = " ".join([*around[:2], _sentence(one), *around[2:]])
    new = " ".join([*around[:2], _sentence(other), *around[2:]])
    found, certainty = follow(_sentence(one), old, new)
    assert (found, certainty) == (_sentence(other), "changed")


@given(seed=st.integers(0, 10_000), edits=st.integers(1, 4))
def test_a_near_copy_elsewhere_of_what_was_taken_out_is_never_taken_without_being_asked_for(
    seed: int, edits: int
) -> None:
    chance = random.Random(seed)
    words = chance.sample(_WORDS, 90)
    around = [_sentence(words[at : at + 12]) for at in (0, 12, 24, 36)]
    one = words[48:60]
    like = list(one)
    for n, at in enumerate(chance.sample(range(12), edits)):
        like[at] = words[60 + n]
    old = " ".join([around[0], _sentence(one), *around[1:]])
    new = " ".join([*around[:3], _sentence(like), around[3]])
    assert follow(_sentence(one), old, new)[1] in ("proposed", "lost")
