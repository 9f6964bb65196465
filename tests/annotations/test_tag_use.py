"""Which tags there are to choose from, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Anchor, PlacedAnnotation, mark
from annotations.palette import DEFAULT_TAGS, Palette
from annotations.tag_use import as_typed, tags_in_use

BEGIN = datetime(2026, 11, 21, tzinfo=UTC)


def placed(minute: int, *tags: str) -> PlacedAnnotation:
    one = mark("some text", 0, 4, tags=tags, moment=BEGIN + timedelta(minutes=minute))
    return PlacedAnnotation(one, "mk", "a.txt", 0, 4, Anchor.EXACT, "")


def test_the_tag_used_last_comes_first_and_those_never_used_last() -> None:
    uses = tags_in_use([placed(1, "claim", "x"), placed(5, "doubt"), placed(3, "x")], Palette())
    assert [use.name for use in uses[:3]] == ["doubt", "x", "claim"]
    assert [use.times for use in uses[:3]] == [1, 2, 1]
    rest = [tag.name for tag in DEFAULT_TAGS if tag.name not in ("doubt", "claim")]
    assert [use.name for use in uses[3:]] == rest


def test_times_without_a_zone_are_compared_with_others() -> None:
    naive = placed(2, "b")
    naive = replace(naive, annotation=replace(naive.annotation, modified=datetime(2026, 11, 22)))
    assert tags_in_use([placed(1, "a"), naive], Palette(()))[0].name == "b"


@given(st.lists(st.lists(st.sampled_from("abcde"), unique=True)))
def test_each_tag_is_there_once_with_the_number_of_its_annotations(tags: list[list[str]]) -> None:
    uses = tags_in_use([placed(n, *names) for n, names in enumerate(tags)], Palette(()))
    assert {use.name: use.times for use in uses} == {
        name: sum(name in names for names in tags)
        for name in {name for names in tags for name in names}
    }
    assert len(uses) == len({use.name for use in uses})


def test_white_space_around_levels_is_dropped() -> None:
    assert as_typed(" claim / figure ") == "claim/figure"
    assert as_typed(" / ") == ""
