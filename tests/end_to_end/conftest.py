"""What the end-to-end tests start from: a copy of the sample workspace, and a reader at it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from terminal import SIDELIGHT, Open, Terminal

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home folder of somebody who has never started Sidelight."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the sample workspace, without what somebody may have marked in the original."""
    ours = shutil.ignore_patterns("annotations")
    return shutil.copytree(SEEDS, tmp_path / "seeds", ignore=ours)


@pytest.fixture
def open_reader(tmp_path: Path, home: Path) -> Iterator[Open]:
    """Starts readers that share a home, and ends those that still run after the test."""
    with ExitStack() as stack:

        def start(*arguments: Path | str, columns: int = 120, rows: int = 40) -> Terminal:
            argv = [SIDELIGHT, *map(str, arguments)]
            return stack.enter_context(
                Terminal(argv, cwd=tmp_path, home=home, columns=columns, rows=rows)
            )

        yield start
