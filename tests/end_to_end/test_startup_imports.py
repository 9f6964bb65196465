"""What the running reader has loaded when its first page stands, and a search when it answers."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
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
NOT_FOR_A_SEARCH_OF_TEXTS = [
    "textual",
    "rich",
    "whoosh",
    "regex",
    "chardet",
    "json",
    "dataclasses",  # which imports most of what there is to look into Python itself
    "importlib.metadata",
    "annotations.model",
    "annotations.parsed_files",
    "annotations.relocation",
    "annotations.anchoring",
    "annotations.importing",
    "search_index.whoosh_engine.shards",
    "search_index.finding.fuzziness",
    "search_index.finding.regexes",
    "search_index.facets",
    "search_index.occurrences",
    "search_index.queries.advice",
    "search_index.queries.suggesting",
]
NOT_FOR_THE_VERSION = ["documents.workspace", "annotations", "search_index", "importlib.metadata"]


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """Where imports are noted, with the recorder in place."""
    folder = tmp_path / "noted"
    folder.mkdir()
    (tmp_path / "recorder").mkdir()
    (tmp_path / "recorder" / "sitecustomize.py").write_text(RECORDER, encoding="utf-8")
    return folder


@pytest.fixture
def recording(tmp_path: Path, noted: Path) -> Mapping[str, str]:
    """The environment of a process whose imports are noted."""
    return {"PYTHONPATH": str(tmp_path / "recorder"), "IMPORTS_NOTED_IN": str(noted)}


def test_a_plain_text_is_shown_without_index_highlighter_and_exporters(
    tmp_path: Path, home: Path, seeds: Path, noted: Path, recording: Mapping[str, str]
) -> None:
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


def test_a_word_is_found_without_annotations_index_and_other_kinds_of_query(
    tmp_path: Path, home: Path, noted: Path, recording: Mapping[str, str]
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("A letter to the mayor.\n", encoding="utf-8")
    answer = printed(["search", "mayor", str(tmp_path / "texts")], home, recording)
    assert answer == "a.txt:16-21  A letter to the mayor.\n"
    imported = names_in(noted)
    assert "search_index.search" in imported
    assert imported.isdisjoint(NOT_FOR_A_SEARCH_OF_TEXTS)


def test_the_version_is_told_without_all_else(
    home: Path, noted: Path, recording: Mapping[str, str]
) -> None:
    assert printed(["--version"], home, recording).startswith("sidelight ")
    imported = names_in(noted)
    assert "tui.command_line" in imported
    assert imported.isdisjoint(NOT_FOR_THE_VERSION)


def test_what_is_said_to_be_left_out_exists() -> None:
    left_out = {*NOT_FOR_A_SEARCH_OF_TEXTS, *NOT_FOR_THE_VERSION, *NOT_FOR_PLAIN_TEXT}
    assert all(map(find_spec, left_out | {*NOT_BEFORE_THE_FIRST_PAGE}))


def printed(argv: list[str], home: Path, env: Mapping[str, str]) -> str:
    """What the command prints, at home in ``home``."""
    own = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CACHE", "CONFIG", "STATE")}
    return subprocess.run(
        [SIDELIGHT, *argv],
        env={**os.environ, **own, "HOME": str(home), **env},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout


def names_in(noted: Path) -> set[str]:
    """What any of the processes imported."""
    return {name for file in noted.iterdir() for name in file.read_text("utf-8").split()}
