"""What is personal is kept apart from the workspace, and from other people."""

from __future__ import annotations

import stat
from pathlib import Path

import platformdirs
import pytest

from documents.places import (
    cache_folder,
    config_folder,
    state_folder,
    workspace_folder,
    workspace_place,
)


def test_the_folders_follow_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    assert config_folder() == tmp_path / "XDG_CONFIG_HOME/sidelight"
    assert cache_folder() == tmp_path / "XDG_CACHE_HOME/sidelight"
    assert state_folder() == tmp_path / "XDG_STATE_HOME/sidelight"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("named", [None, "", "/srv/mine", "/srv/mine/", "relative", "~/mine"])
@pytest.mark.parametrize("home", ["/home/mk", "/home/mk/", "/", "", "relative", None])
def test_the_folders_are_those_of_the_platform(
    named: str | None, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        _put(monkeypatch, variable, named)
    _put(monkeypatch, "HOME", home)
    assert config_folder() == platformdirs.user_config_path("sidelight", appauthor=False)
    assert cache_folder() == platformdirs.user_cache_path("sidelight", appauthor=False)
    assert state_folder() == platformdirs.user_state_path("sidelight", appauthor=False)


def _put(monkeypatch: pytest.MonkeyPatch, variable: str, value: str | None) -> None:
    if value is None:
        monkeypatch.delenv(variable, raising=False)
    else:
        monkeypatch.setenv(variable, value)


def test_a_workspaces_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = workspace_folder(tmp_path / "new/cache", tmp_path / "case")
    for made in (folder, folder.parent, tmp_path / "new/cache", tmp_path / "new"):
        assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert folder.parent == tmp_path / "new/cache/workspaces"


def test_a_folder_open_to_others_is_closed(tmp_path: Path) -> None:
    folder = workspace_folder(tmp_path, tmp_path / "case")
    folder.chmod(0o755)
    assert workspace_folder(tmp_path, tmp_path / "case") == folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_each_workspace_has_its_own(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    (tmp_path / "link").symlink_to(one)
    assert workspace_folder(tmp_path, one) == workspace_folder(tmp_path, tmp_path / "link")
    assert workspace_folder(tmp_path, one) != workspace_folder(tmp_path, two)


def test_where_none_can_be_made_the_caller_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match="file"):
        workspace_folder(tmp_path / "file", tmp_path)


def test_the_place_of_a_workspaces_folder_is_known_without_making_it(tmp_path: Path) -> None:
    place = workspace_place(tmp_path / "state", tmp_path / "case")
    assert not place.exists()
    assert workspace_folder(tmp_path / "state", tmp_path / "case") == place
