"""``sidelight forget`` and ``--no-index``: what is kept outside a workspace, and what goes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from running import CommandLine, everything, write

from annotations.locking import locked

Refused = Callable[..., str]


@pytest.fixture
def indexed(marked: CommandLine) -> CommandLine:
    """The marked workspace with an index; marks have left safety copies behind."""
    marked("index")
    return marked


def outside(sidelight: CommandLine, kind: str = "") -> list[Path]:
    """The files and folders of the program's own."""
    folders = (sidelight.folder.parent / "own").glob(f"{kind or '*'}/sidelight")
    return [file for folder in folders for file in (folder, *folder.rglob("*"))]


def state(sidelight: CommandLine) -> Path:
    """The workspace's folder of the state."""
    (folder,) = (sidelight.folder.parent / "own/state/sidelight/workspaces").iterdir()
    return folder


def test_nothing_is_left_outside_and_nothing_changes_inside(indexed: CommandLine) -> None:
    before = everything(indexed.folder)
    output = indexed("forget").output
    assert output.splitlines()[0].startswith("removed: search index, ")
    assert outside(indexed) == []
    assert everything(indexed.folder) == before
    assert indexed("forget").output == "nothing is kept of this workspace\n"


def test_a_dry_run_removes_nothing(indexed: CommandLine) -> None:
    before = outside(indexed)
    assert indexed("forget", "--dry-run").output.startswith("to remove: search index, ")
    assert outside(indexed) == before


def test_many_files_of_a_kind_are_one_line(indexed: CommandLine) -> None:
    for number in range(120):
        write(indexed.folder, f"{number}.txt")
        write(state(indexed), f"copies/tester/{number}.txt.toml", "x" * 10)
    lines = indexed("forget", "--dry-run").output.splitlines()
    (line,) = [line for line in lines if "copies of annotation files" in line]
    assert line.startswith("to remove: 12")
    assert len(lines) == len({line.split(",")[0] for line in lines}) < 6
    assert len(indexed("forget", "--json").objects) > 120


def test_the_index_alone_can_go(indexed: CommandLine) -> None:
    copies = outside(indexed, "state")
    assert indexed("forget", "--index").output.count("\n") == 1
    assert outside(indexed, "cache") == []
    assert outside(indexed, "state") == copies


def test_json_tells_the_same(indexed: CommandLine) -> None:
    first = indexed("forget", "--json").objects[0]
    assert set(first) == {"what", "file", "bytes", "removed"}
    assert (first["what"], first["removed"]) == ("search index", True)
    assert first["bytes"] > 0


def test_of_a_workspace_that_is_gone_the_index_goes_and_marks_stay(indexed: CommandLine) -> None:
    gone = indexed.folder
    shutil.rmtree(gone)
    indexed.folder = gone.parent
    output = indexed("forget", gone, status=1).output
    indexed.folder = gone
    assert "removed: search index" in output
    assert "left: copy of an annotation file" in output
    assert outside(indexed, "cache") == []
    assert [file for file in outside(indexed, "state") if file.is_file()]


def test_a_note_being_written_is_left(indexed: CommandLine) -> None:
    draft = write(state(indexed), "notes/1-x.json", "{}")
    output = indexed("forget", status=1).output
    assert "left: a note being written" in output
    assert [file for file in outside(indexed) if file.is_file()] == [draft]


def test_annotations_that_have_vanished_are_left(indexed: CommandLine) -> None:
    (indexed.folder / "annotations/tester/a.txt.toml").write_text("")
    output = indexed("forget", status=1).output
    assert "1 annotation in it stands nowhere in the workspace" in output
    (left,) = [file for file in outside(indexed) if file.is_file()]
    assert left.name == "a.txt.toml"


def test_a_text_that_marks_are_followed_by_is_left(sidelight: CommandLine) -> None:
    write(sidelight.folder, "sidelight.toml", 'keep_texts = "private"\n')
    write(sidelight.folder, "a.txt")
    sidelight("annotate", "a.txt", "4", "8")
    unneeded = write(state(sidelight), f"texts/{'0' * 64}.txt")
    assert "marks are followed by it" in sidelight("forget", status=1).output
    assert not unneeded.exists()
    (left,) = [file for file in outside(sidelight) if file.is_file()]
    assert left.parent.name == "texts"


def test_a_link_is_removed_and_not_what_it_leads_to(indexed: CommandLine) -> None:
    elsewhere = write(indexed.folder.parent, "elsewhere/kept.txt")
    (index,) = (indexed.folder.parent / "own/cache/sidelight/workspaces").glob("*/search")
    shutil.rmtree(index)
    index.symlink_to(elsewhere.parent)
    indexed("forget")
    assert elsewhere.exists()
    assert outside(indexed) == []


def test_searching_writes_nothing_outside(marked: CommandLine) -> None:
    before = outside(marked)
    for option in ([], ["--no-index"]):
        assert marked("search", "call", *option).output
        assert outside(marked) == before


@pytest.mark.parametrize("command", ["search call", "concordance call", "echoes a.txt 0"])
@pytest.mark.parametrize("said", ["--no-index", "sidelight.toml", "config.toml"])
def test_where_none_is_to_be_kept_the_one_there_is_goes(
    indexed: CommandLine, command: str, said: str
) -> None:
    assert outside(indexed, "cache")
    found, option = indexed(*command.split(), status=None), [said] if said[0] == "-" else []
    assert found.errors == ""
    if not option:
        own = indexed.folder.parent / "own/config/sidelight"
        write(indexed.folder if said == "sidelight.toml" else own, said, "index = false\n")
    again = indexed(*command.split(), *option, status=None)
    assert again.output == found.output
    assert again.errors == (
        "sidelight: the search index of this workspace is removed, for none is to be kept\n"
    )
    assert outside(indexed, "cache") == []
    assert indexed(*command.split(), *option, status=None).errors == ""


def test_an_index_that_a_builder_is_at_work_on_stays_and_that_is_told(
    indexed: CommandLine,
) -> None:
    (lock,) = (indexed.folder.parent / "own/cache/sidelight/workspaces").glob("*/search.lock")
    with locked(lock, patience=0):
        said = indexed("search", "call", "--no-index").errors
    assert "still there: another program is bringing it up to date" in said


@pytest.mark.parametrize("file", ["sidelight.toml", "config.toml"])
def test_where_none_is_to_be_kept_no_index_is_made(
    marked: CommandLine, refused: Refused, file: str
) -> None:
    own = marked.folder.parent / "own/config/sidelight"
    write(marked.folder if file == "sidelight.toml" else own, file, "index = false\n")
    before = outside(marked, "cache")
    assert refused("index").startswith(f"sidelight: {file} says index = false")
    assert marked("search", "call").output
    assert outside(marked, "cache") == before == []


def test_a_setting_that_is_no_truth_value_keeps_the_program_from_starting(
    marked: CommandLine, refused: Refused
) -> None:
    write(marked.folder, "sidelight.toml", 'index = "no"\n')
    assert "index must be true or false" in refused("search", "call")
    (marked.folder / "sidelight.toml").unlink()
    write(marked.folder.parent / "own/config/sidelight", "config.toml", 'index = "no"\n')
    assert "index must be true or false" in refused("index")


@pytest.mark.parametrize("options", [[], ["--dry-run"], ["--json"]])
def test_a_path_that_is_not_there_is_refused(indexed: CommandLine, options: list[str]) -> None:
    said = indexed("forget", *options, "nonexist", status=2).errors
    assert "nonexist: there is no such file or folder" in said
    assert indexed("forget", "--dry-run").output


def test_what_was_looked_for_and_asked_goes_too(indexed: CommandLine) -> None:
    asked = "a pasted paragraph that must not stand anywhere else"
    places = state(indexed) / "positions.json"
    places.write_text(f'{{"finds": ["{asked}"], "searches": ["{asked}"]}}')
    indexed("forget")
    assert not places.exists()
    assert not [file for file in outside(indexed) if file.is_file() and asked in file.read_text()]
