"""What the reader is told of two edits that were made at the same time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from annotations.conflicts import Choice
from annotations.merging import merge
from annotations.model import Annotation, mark
from tui.conflict_words import offers, told

MOMENT = datetime(2026, 11, 21, 19, tzinfo=UTC)
BASE = mark("The embassy said no.", 4, 11, tags=("claim",), status="open", moment=MOMENT)


def merged(**sides: tuple[object, object]) -> Annotation:
    ours = replace(BASE, **{name: side[0] for name, side in sides.items()})  # type: ignore[arg-type]
    theirs = replace(BASE, **{name: side[1] for name, side in sides.items()})  # type: ignore[arg-type]
    found = merge(BASE, ours, theirs).annotation
    assert found is not None
    return found


def test_two_statuses_are_told_with_the_key_that_decides() -> None:
    one = merged(status=("supported", "refuted"))
    line = told(one, one.conflicts[0], "C")
    assert "“supported” now" in line
    assert f"“refuted”, of {MOMENT.astimezone():%d %b %H:%M}, gave way" in line
    assert line.endswith("C decides")
    assert "decides" not in told(one, one.conflicts[0], "")


def test_a_status_that_was_taken_off_is_told_as_none() -> None:
    one = merged(status=("supported", ""))
    assert "no status, of" in told(one, one.conflicts[0], "")


def test_what_a_terminal_would_obey_is_not_told_raw() -> None:
    one = merged(note=("a", "b\x1b[2J" + "c" * 500))
    line = told(one, one.conflicts[0], "\x1b")
    assert "\x1b" not in line
    assert len(line) < 150


def test_of_two_notes_both_stand_until_one_is_chosen() -> None:
    one = merged(note=("Here.", "There."))
    found = list(offers(one, one.conflicts[0]))
    assert [offer.choice for offer in found] == [Choice.BOTH, Choice.OURS, Choice.THEIRS]
    assert [offer.words for offer in found][1:] == ["Here.", "There."]
    assert "Here." in found[0].words
    assert "There." in found[0].words


def test_of_two_statuses_one_is_chosen() -> None:
    one = merged(status=("supported", "refuted"))
    assert [offer.words for offer in offers(one, one.conflicts[0])] == ["supported", "refuted"]


def test_the_sides_are_told_alike_to_whoever_reads_them() -> None:
    for field, sides in (("note", ("A.", "B.")), ("status", ("supported", "refuted"))):
        one = merged(**{field: sides})
        line = told(one, one.conflicts[0], "C")
        labels = [offer.label for offer in offers(one, one.conflicts[0])]
        assert not any(word in " ".join([line, *labels]) for word in ("here", "elsewhere", "yours"))
        assert f"{MOMENT.astimezone():%H:%M}" in labels[-1]
