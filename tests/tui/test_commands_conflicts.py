"""``sidelight check`` tells of edits that were made twice at once and wait for a choice."""

from __future__ import annotations

from pathlib import Path

from tests.tui.conflicting import PATH, two_notes, two_statuses
from tests.tui.running import CommandLine


def test_check_names_both_sides_and_fails(seeds: Path) -> None:
    two_statuses(seeds)
    two_notes(seeds)
    done = CommandLine(seeds)("check", status=1)
    assert "“supported”" in done.output
    assert "“refuted”" in done.output
    assert "“Ask the embassy.”" in done.output
    assert "2 edited twice at once" in done.output
    objects = CommandLine(seeds)("check", "--json", status=1).objects
    assert [len(one["conflicts"]) for one in objects] == [1, 1]
    assert {one["document"] for one in objects} == {PATH}
