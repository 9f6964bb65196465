"""Places are written beside the screen: the newest of them, and each only once."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.settings import Settings
from documents.workspace import Workspace
from tui.reading import keeping
from tui.reading.keeping import PlaceKeeper
from tui.reading.positions import OpenPane, Position, Positions, load_positions


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Workspace(tmp_path, Settings())


def test_what_was_kept_last_is_on_disk_after_a_flush(workspace: Workspace) -> None:
    keeper, positions = PlaceKeeper(workspace), Positions()
    for offset in range(100):
        positions.remember("a.txt", Position(offset, 0))
        positions.panes = [OpenPane("a.txt", offset)]
        positions.quotes["a.txt"] = {offset: "words"}
        keeper.keep(positions)
    keeper.flush()
    assert load_positions(workspace) == positions


def test_nothing_is_written_twice(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    monkeypatch.setattr(
        keeping, "save_positions", lambda _, kept: written.append(kept.places["a.txt"].cursor)
    )
    keeper, positions = PlaceKeeper(workspace), Positions()
    for offset in (1, 1, 2, 2, 1):
        positions.remember("a.txt", Position(offset, 0))
        keeper.keep(positions)
        keeper.flush()
    assert written == [1, 2, 1]


def test_what_changes_later_is_not_what_was_kept(workspace: Workspace) -> None:
    keeper, positions = PlaceKeeper(workspace), Positions()
    positions.remember("a.txt", Position(1, 0))
    keeper.keep(positions)
    positions.remember("a.txt", Position(2, 0))
    keeper.flush()
    assert load_positions(workspace).places == {"a.txt": Position(1, 0)}
