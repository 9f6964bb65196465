"""The index is kept up to date beside the screen, and what is shown follows it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast
from unittest.mock import Mock

import pytest

from search_index.engine import Progress
from search_index.indexing.background import IndexProcess
from tui.reading.indexing import Indexing
from tui.reading.screen import ReadingScreen


def ended(progress: Progress | None) -> Mock:
    """What the searches heard once a builder had ended with this as its last word."""
    reading = Mock(spec=ReadingScreen)
    reading.searches = Mock(progress="")
    indexing = Indexing(cast(ReadingScreen, reading), Mock())
    builder = SimpleNamespace(poll=lambda: progress, running=False, start=lambda: None)
    indexing._process, indexing._timer = cast(IndexProcess, builder), Mock()
    indexing._begin()
    indexing._poll()
    return cast(Mock, reading.searches.ask_again)


@pytest.mark.parametrize("progress", [None, Progress(0, 0, ""), Progress(3, 3, "")])
def test_what_is_shown_is_asked_again_once_the_index_is_up_to_date(
    progress: Progress | None,
) -> None:
    ended(progress).assert_called_once_with()
