"""Where what is personal or derived is kept: the platform's own folders, never the workspace."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

_APPLICATION = "sidelight"
_PRIVATE = 0o700


def config_folder() -> Path:
    """The folder of ``config.toml``. It may not exist."""
    if folder := _xdg_folder("XDG_CONFIG_HOME", ".config"):
        return folder
    import platformdirs

    return platformdirs.user_config_path(_APPLICATION, appauthor=False)


def cache_folder() -> Path:
    """The folder for what can be made again, such as the search index. It may not exist."""
    if folder := _xdg_folder("XDG_CACHE_HOME", ".cache"):
        return folder
    import platformdirs

    return platformdirs.user_cache_path(_APPLICATION, appauthor=False)


def state_folder() -> Path:
    """The folder for what is one reader's own, such as reading positions. It may not exist."""
    if folder := _xdg_folder("XDG_STATE_HOME", ".local/state"):
        return folder
    import platformdirs

    return platformdirs.user_state_path(_APPLICATION, appauthor=False)


def _xdg_folder(variable: str, below_home: str) -> Path | None:
    """The folder as the XDG Base Directory Specification has it; None where it is not so simple.

    That is on Linux, where somebody has a home. platformdirs says the same, and knows all other
    systems, but every start would wait for its import.
    """
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return None
    named, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if named.startswith("/"):
        return Path(named, _APPLICATION)
    return Path(home, below_home, _APPLICATION) if home.startswith("/") else None


def workspace_folder(base: Path, root: Path) -> Path:
    """The folder in ``base`` that belongs to the workspace at ``root``, made if it is missing.

    It is named by a hash of the workspace's real path, and only its owner may look into it.
    Raises OSError where it cannot be made; callers then go without it.
    """
    folder = workspace_place(base, root)
    make_private(folder)
    return folder


@lru_cache(maxsize=16)
def workspace_place(base: Path, root: Path) -> Path:
    """Where in ``base`` that folder is, or would be made; worked out once."""
    from documents.hashing import sha256_of  # not for a reader who has read nothing yet

    return base / "workspaces" / sha256_of(os.fsencode(root.resolve()))[:16]


def make_private(folder: Path) -> None:
    """Makes ``folder`` and its missing parents with mode 0700, and narrows the folder to it.

    Raises OSError where that is not possible.
    """
    if not folder.parent.is_dir():
        make_private(folder.parent)
    folder.mkdir(mode=_PRIVATE, exist_ok=True)
    if folder.stat().st_mode & 0o777 != _PRIVATE:
        folder.chmod(_PRIVATE)
