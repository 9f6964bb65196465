"""What the running reader has loaded when its first page stands on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminal import SIDELIGHT, Terminal

RECORDER = '''
"""Notes every import of every process in a file of its own, as it happens."""
import os, sys

class Recorder:
    def find_spec(self, name, path=None, target=None):
        with open(os.path.join(os.environ["IMPORTS_NOTED_IN"], str(os.getpid())), "a") as file:
            file.write(name + "\\n")

sys.meta_path.insert(0, Recorder())
'''

FIRST_IN_THE_BACKGROUND = "tui.reading.loading"
"""What is imported first when the page stands on the screen."""

NOT_BEFORE_THE_FIRST_PAGE = [
    "argparse",
    "ssl",
    "annotations.model",
    "annotations.history",
    "annotations.store",
    "tui.handlers.marking",
    "tui.handlers.panels",
    "tui.panels",
    "tui.searching",
    "search_index",
    "json",
    "secrets",
]
NOT_FOR_PLAIN_TEXT = ["whoosh", "pygments", "chardet", "annotations.exports", "sqlite3"]


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """Where imports are noted, with the recorder in place."""
    folder = tmp_path / "noted"
    folder.mkdir()
    (tmp_path / "recorder").mkdir()
    (tmp_path / "recorder" / "sitecustomize.py").write_text(RECORDER, encoding="utf-8")
    return folder


def test_a_plain_text_is_shown_without_index_highlighter_and_exporters(
    tmp_path: Path, home: Path, seeds: Path, noted: Path
) -> None:
    recording = {"PYTHONPATH": str(tmp_path / "recorder"), "IMPORTS_NOTED_IN": str(noted)}
    argv = [SIDELIGHT, str(seeds / "call.txt"), str(seeds / "message.txt")]
    with Terminal(argv, cwd=tmp_path, home=home, env=recording, columns=120, rows=40) as terminal:
        terminal.wait_for("Sergei Bogdanov")
        terminal.press("j")
        terminal.wait_for(lambda screen: any("2/24" in line for line in screen))
        names = noted / str(terminal.process)
        terminal.wait_for(lambda _: FIRST_IN_THE_BACKGROUND in names.read_text().split())
        imported = names.read_text(encoding="utf-8").split()
    assert "textual.app" in imported
    assert set(imported).isdisjoint(NOT_FOR_PLAIN_TEXT)
    before = imported[: imported.index(FIRST_IN_THE_BACKGROUND)]
    assert set(before).isdisjoint(NOT_BEFORE_THE_FIRST_PAGE)
