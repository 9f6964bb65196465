"""``sidelight tidy``: what it prints, what it removes, and when it will not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from running import TEXT, CommandLine, everything, write

from tui.visible import visible

Refused = Callable[..., str]
OLD = hashlib.sha256(TEXT.encode()).hexdigest()
SIZE = len(TEXT.encode())


@pytest.fixture
def outgrown(marked: CommandLine) -> CommandLine:
    """A document has changed, and every mark on it has moved along."""
    write(marked.folder, "a.txt", "To begin with. " + TEXT)
    for author in ("tester", "ab"):
        marked("annotate", "a.txt", "0", "2", "--author", author)
    return marked


def test_it_prints_what_it_removes_and_then_there_is_nothing_left(outgrown: CommandLine) -> None:
    texts = outgrown.folder / "annotations/.texts"
    before = outgrown("list", "--json").raw
    output = outgrown("tidy").output
    assert output == f"{OLD}  {SIZE} bytes\n1 text removed, 2 needed\n"
    assert len(list(texts.iterdir())) == 2
    assert outgrown("tidy").output == "0 texts removed, 2 needed\n"
    assert outgrown("list", "--json").raw == before


def test_a_dry_run_writes_nothing(outgrown: CommandLine) -> None:
    before = everything(outgrown.folder)
    output = outgrown("tidy", "--dry-run").output
    assert output == f"{OLD}  {SIZE} bytes\n1 text to remove, 2 needed\n"
    assert everything(outgrown.folder) == before


def test_json_is_one_object_a_text_and_nothing_else(outgrown: CommandLine) -> None:
    text = {"text": OLD, "bytes": SIZE, "file": f"annotations/.texts/{OLD}.txt"}
    assert outgrown("tidy", "--json", "--dry-run").objects == [{**text, "removed": False}]
    assert outgrown("tidy", "--json").objects == [{**text, "removed": True}]
    assert outgrown("tidy", "--json").output == ""


def test_a_path_means_the_workspace_it_is_in(outgrown: CommandLine) -> None:
    outgrown.folder, workspace = outgrown.folder.parent, outgrown.folder
    assert "1 text removed" in outgrown("tidy", workspace / "sub").output


def test_private_texts_are_tidied_too(sidelight: CommandLine) -> None:
    write(sidelight.folder, "sidelight.toml", 'keep_texts = "private"\n')
    write(sidelight.folder, "a.txt", "Once. " + TEXT)
    sidelight("annotate", "a.txt", "10", "14")
    write(sidelight.folder, "a.txt")
    sidelight("annotate", "a.txt", "0", "3")
    [text] = sidelight("tidy", "--json").objects
    assert text["file"].startswith(sidelight.environment["XDG_STATE_HOME"])
    assert sidelight("tidy").output == "0 texts removed, 1 needed\n"


def test_unfinished_files_are_counted(marked: CommandLine) -> None:
    write(marked.folder, "annotations/tester/.sidelight-1-00ff.tmp")
    output = marked("tidy").output
    assert output == "0 texts removed, 2 needed; 1 unfinished file removed\n"
    assert list(marked.folder.rglob("*.tmp")) == []


def test_a_folder_without_annotations_stays_without(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt")
    before = everything(sidelight.folder)
    assert sidelight("tidy").output == "0 texts removed, 0 needed\n"
    assert everything(sidelight.folder) == before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("annotations/ab/a.txt.toml", "x = "),
        ("annotations/ab/a.txt.sync-conflict-20261121-190000-ABCDEFG.toml", "schema = 1\n"),
        ("annotations/ab/\u202e%2z.toml", "schema = 1\n"),
    ],
)
def test_nothing_goes_while_it_cannot_be_told_what_is_needed(
    outgrown: CommandLine, refused: Refused, name: str, data: str
) -> None:
    write(outgrown.folder, name, data)
    before = everything(outgrown.folder)
    line = refused("tidy")
    assert line.startswith(f"sidelight: nothing was removed: {visible(name)}")
    assert everything(outgrown.folder) == before


def test_a_place_that_is_not_there_is_named(refused: Refused) -> None:
    assert "missing" in refused("tidy", "missing")
