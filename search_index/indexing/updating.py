"""Opens the index of a workspace, and brings it up to date, with the engine that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from documents.places import make_private
from search_index.engine import Index, Progress, Summary
from search_index.indexing.choosing import NoEngine, chosen_engine
from search_index.indexing.places import LOCK, index_folder

if TYPE_CHECKING:
    from annotations.store import Store
    from documents.workspace import Workspace

BUSY = "another program is bringing the index up to date"
"""The problem that passes by itself."""
NOT_WANTED = "no index is to be kept of this workspace; searching works without"


def opened_index(workspace: Workspace) -> Index | None:
    """The index of the workspace, for one thread; None where there is to be none."""
    if not workspace.settings.keep_index:
        return None
    try:
        return chosen_engine().open_index(index_folder(workspace))
    except NoEngine:
        return None


def update_index(
    workspace: Workspace,
    store: Store,
    *,
    rebuild: bool = False,
    progress: Callable[[Progress], None] | None = None,
    patience: float = 0.0,
) -> Summary:
    """Brings the index up to date, or makes it anew; in this process.

    One builder is at work at a time: while another is, this waits for ``patience`` seconds.
    """
    from annotations.locking import LockHeld, locked
    from search_index.indexing.corpus import Corpus

    if not workspace.settings.keep_index:
        return Summary(0, 0, NOT_WANTED)
    try:
        engine = chosen_engine()
        folder = index_folder(workspace)
        make_private(folder.parent)
        with locked(folder.with_name(LOCK), patience):
            corpus = Corpus(workspace, store)
            return engine.update(folder, corpus, rebuild=rebuild, progress=progress or _quietly)
    except NoEngine as error:
        return Summary(0, 0, str(error))
    except LockHeld:
        return Summary(0, 0, BUSY)
    except OSError as error:
        return Summary(0, 0, f"the index cannot be written: {error.strerror or error}")


def _quietly(_: Progress) -> None:
    pass
