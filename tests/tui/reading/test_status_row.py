"""What is told gives way to the keys, one thing after the other."""

from __future__ import annotations

import pytest
from rich.style import Style

from tui.reading.status_row import give_way


def shown(room: int, *, failed: bool = False) -> str:
    """What is left of parts of four columns each."""
    names = ("mode", "position", "gauge", "search", "waiting", "saved")
    parts = {name: [(name[:4], Style.null())] for name in names}
    give_way(parts, room, failed=failed)
    return " ".join(text for part in parts.values() for text, _ in part)


@pytest.mark.parametrize(
    ("room", "left"),
    [
        (24, "mode posi gaug sear wait save"),
        (23, "mode posi sear wait save"),
        (16, "mode posi wait save"),
        (12, "mode posi wait"),
        (8, "mode posi"),
        (1, "mode"),
    ],
)
def test_the_least_goes_first_and_only_as_far_as_needed(room: int, left: str) -> None:
    assert shown(room) == left


def test_what_is_walked_through_outlasts_the_keys() -> None:
    names = ("mode", "position", "find", "gauge", "saved")
    parts = {name: [(name[:4], Style.null())] for name in names}
    give_way(parts, 0, failed=False)
    assert [name for name in names if parts[name]] == ["mode", "find"]


def test_what_is_not_saved_is_always_told() -> None:
    assert shown(1, failed=True) == "mode save"
