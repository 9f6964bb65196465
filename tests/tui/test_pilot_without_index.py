"""A reader who wants nothing of the texts kept outside the workspace."""

from __future__ import annotations

from pathlib import Path

from at_the_screen import AUTHOR, Reader

from annotations.store import Store
from documents.workspace import open_workspace
from search_index.indexing.places import index_place
from search_index.indexing.updating import update_index
from tui.app import SidelightApp
from tui.config import Config
from tui.session import Session


async def test_no_index_is_made_and_the_one_there_was_is_removed(seeds: Path) -> None:
    opened = open_workspace([seeds])
    update_index(opened.workspace, Store(opened.workspace))
    assert index_place(seeds).exists()
    session = Session(opened.workspace.without_index(), AUTHOR)
    app = SidelightApp(session, [], opened.selected, Config())
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(seeds, app, pilot)
        await reader.until(lambda: reader.reading.loaded)
        await reader.until(lambda: not index_place(seeds).exists())
        await reader.press("ctrl+f")
        await reader.until_typing()
        await reader.type("bogdanov")
        await reader.until("hits in")
        assert not index_place(seeds).exists()
    app.background.close()
