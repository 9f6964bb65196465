"""Where the reader was comes back; what cannot be read is as if it had never been."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from documents.places import state_folder, workspace_folder
from documents.settings import Settings
from documents.workspace import Workspace
from tui.jumps import Place
from tui.reading.positions import OpenPane, Position, Positions, load_positions, save_positions

shared_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

paths = st.text(min_size=1, max_size=20)
offsets = st.integers(0, 10**7)
positions = st.builds(
    Positions,
    panes=st.lists(st.builds(OpenPane, paths, offsets, offsets, st.floats(0.001, 1)), max_size=4),
    active=st.integers(0, 3),
    places=st.dictionaries(paths, st.builds(Position, offsets, offsets), max_size=8),
    bookmarks=st.dictionaries(st.characters(), st.builds(Place, paths, offsets), max_size=8),
    reading=st.dictionaries(paths, st.integers() | st.booleans() | paths, max_size=3),
)
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["places", "bookmarks", "panes", "active", "cursor", "top", "a.txt"]),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=12,
)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "workspace").mkdir()
    return Workspace(tmp_path / "workspace", Settings())


def file_of(workspace: Workspace) -> Path:
    save_positions(workspace, Positions())
    (file,) = workspace_folder(state_folder(), workspace.root).glob("*.json")
    return file


def test_what_would_be_too_large_to_be_read_goes_without_the_oldest_places(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.reading.positions._SIZE_LIMIT", 20_000)
    kept = Positions(bookmarks={"a": Place("last.txt", 3)})
    for number in range(300):
        path = f"архив/{number}.txt"
        kept.remember(path, Position(number, 0))
        kept.quotes[path] = {number: "Министр сообщил вчера вечером"}
    save_positions(workspace, kept)
    found = load_positions(workspace)
    assert found.bookmarks == kept.bookmarks
    assert list(found.places)
    assert list(found.places) == list(kept.places)[-len(found.places) :]
    assert found.quotes.keys() == found.places.keys()


@shared_folder
@given(kept=positions)
def test_what_was_kept_comes_back(workspace: Workspace, kept: Positions) -> None:
    save_positions(workspace, kept)
    assert load_positions(workspace) == kept


def test_a_first_reading_begins_with_nothing(workspace: Workspace) -> None:
    assert load_positions(workspace) == Positions()


def test_workspaces_are_kept_apart(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    save_positions(workspace, Positions(panes=[OpenPane("a.txt")]))
    assert load_positions(Workspace(tmp_path / "other", Settings())) == Positions()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"{}",
        b'{"panes": [], "active": 0, "places": {}, "bookmarks": 3}',
        b"[" * 200_000,
        b" " * 1_000_001,
    ],
)
def test_a_damaged_file_gives_nothing(workspace: Workspace, content: bytes) -> None:
    file_of(workspace).write_bytes(content)
    assert load_positions(workspace) == Positions()


@shared_folder
@given(value=json_values)
@example(value={"panes": [], "active": float("inf"), "places": {}, "bookmarks": {}})
def test_any_json_gives_places_that_a_reader_can_begin_at(
    workspace: Workspace, value: object
) -> None:
    file_of(workspace).write_text(json.dumps(value), encoding="utf-8")
    found = load_positions(workspace)
    assert found.active >= 0
    for pane in found.panes:
        assert isinstance(pane.path, str)
        assert min(pane.cursor, pane.top, pane.share) >= 0
    for place in found.places.values():
        assert place.cursor >= 0
        assert place.top >= 0


def test_of_panes_what_can_be_understood_is_kept(workspace: Workspace) -> None:
    """A path alone, as earlier versions wrote it, begins where the document was left."""
    panes = [
        "a.txt",
        ["b.txt", 7, 3, 0.25],
        ["b.txt", 9, -1, "wide"],
        ["b.txt", "x", 0, 1],
        ["c.txt", 1, 2],
        ["d.txt", 1, 2, 1e999],
        [],
        None,
        {"path": "e.txt"},
        [3, 4, 5, 6],
    ]
    places = {"a.txt": {"cursor": 5, "top": 2}}
    kept = {"panes": panes, "active": 1, "places": places, "bookmarks": {}, "later": True}
    file_of(workspace).write_text(json.dumps(kept), encoding="utf-8")
    assert load_positions(workspace).panes == [
        OpenPane("a.txt", 5, 2),
        OpenPane("b.txt", 7, 3, 0.25),
        OpenPane("b.txt"),
        OpenPane("b.txt"),
        OpenPane("c.txt"),
        OpenPane("d.txt", 1, 2),
    ]


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "occupied").write_text("a file stands where the folder would be")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "occupied"))
    save_positions(workspace, Positions(panes=[OpenPane("a.txt")]))
    assert load_positions(workspace) == Positions()


def test_nothing_is_left_beside_the_file(workspace: Workspace) -> None:
    file = file_of(workspace)
    save_positions(workspace, Positions(panes=[OpenPane("a.txt")]))
    assert list(file.parent.iterdir()) == [file]


def test_of_very_many_documents_the_ones_read_last_are_kept(workspace: Workspace) -> None:
    kept = Positions()
    for number in range(2500):
        kept.remember(f"{number}.txt", Position(number))
    kept.remember("501.txt", Position(7))
    save_positions(workspace, kept)
    found = load_positions(workspace)
    assert len(found.places) == 2000
    assert found.places["501.txt"] == Position(7)
    assert "499.txt" not in found.places
