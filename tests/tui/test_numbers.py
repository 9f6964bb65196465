"""Numbers are written in one way, wherever they stand."""

from __future__ import annotations

from tui.numbers import counted, grouped


def test_groups_of_three_are_parted_by_a_space_that_is_not_broken() -> None:
    assert grouped(999) == "999"
    assert grouped(877_856) == "877\u202f856"


def test_a_noun_goes_with_its_number() -> None:
    assert counted(0, "hit") == "0 hits"
    assert counted(1, "hit") == "1 hit"
    assert counted(35_117, "hit") == "35\u202f117 hits"
