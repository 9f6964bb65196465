"""Whether a search index may be kept; where not, one that was made before goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.output import complain

if TYPE_CHECKING:
    from pathlib import Path

    from documents.workspace import Workspace


def to_search(workspace: Workspace, *, no_index: bool) -> Workspace:
    """The workspace as it is to be searched: by its index, or by its texts alone.

    It is the texts where the command, the workspace's settings or the reader's say so; an index
    that is there is removed then, which is told. Raises SettingsError where ``config.toml`` is
    wrong.
    """
    from search_index.indexing.places import index_place

    if not index_place(workspace.root).exists():
        return workspace.without_index() if no_index else workspace
    if _may_be_kept(workspace, no_index=no_index):
        return workspace
    if workspace.only is None:
        _remove(workspace.root)
    return workspace.without_index()


def _may_be_kept(workspace: Workspace, *, no_index: bool) -> bool:
    if no_index or not workspace.settings.keep_index:
        return False
    from tui.config import load_config

    return load_config().keep_index


def _remove(root: Path) -> None:
    from search_index.indexing.forgetting import forget_index

    try:
        removed, why = forget_index(root), "another program is bringing it up to date"
    except OSError as error:
        removed, why = False, error.strerror or str(error)
    if removed:
        complain("the search index of this workspace is removed, for none is to be kept")
    else:
        complain(f"the search index of this workspace is still there: {why}")
