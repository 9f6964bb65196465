"""What goes out to other programs and comes in from them, by way of files and pipes."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from running import CommandLine, everything, write

Refused = Callable[..., str]


# export


def test_jsonl_is_what_list_prints(marked: CommandLine) -> None:
    assert marked("export", "--format", "jsonl").raw == marked("list", "--json").raw


@pytest.mark.parametrize("format", ["markdown", "csv", "csv-excel", "jsonl", "html"])
def test_a_file_gets_what_standard_output_gets(marked: CommandLine, format: str) -> None:
    printed = marked("export", "a.txt", "--format", format, "--author", "ab").raw
    to_file = ("--author", "ab", "--output", "../out")
    assert marked("export", "a.txt", "--format", format, *to_file).output == ""
    assert (marked.folder.parent / "out").read_bytes() == printed
    assert b"short" in printed
    assert b"Which?" not in printed


def test_an_export_can_be_made_again(marked: CommandLine) -> None:
    for format in ("markdown", "csv", "csv-excel", "jsonl", "html"):
        for _ in range(2):
            marked("export", "--format", format, "--output", f"out.{format}.md")


def test_an_export_follows_links_and_keeps_permissions(marked: CommandLine) -> None:
    target = write(marked.folder.parent, "target.csv", "")
    target.chmod(0o640)
    (marked.folder.parent / "link.csv").symlink_to(target)
    marked("export", "--format", "csv", "--output", "../link.csv")
    assert target.read_bytes().startswith(b"id,")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    "output",
    ["a.txt", "sub/../a.txt", "sidelight.toml", "annotations/tester/a.txt.toml", "sub", "no/x.md"],
)
def test_an_export_never_replaces_what_is_the_readers(
    marked: CommandLine, refused: Refused, output: str
) -> None:
    before = everything(marked.folder)
    refused("export", "--format", "markdown", "--output", output)
    assert everything(marked.folder) == before


def test_an_export_to_a_folder_that_may_not_be_written_is_refused(
    marked: CommandLine, refused: Refused
) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may write everywhere")
    locked = marked.folder.parent / "locked"
    locked.mkdir(mode=0o500)
    assert "locked" in refused("export", "--format", "csv", "--output", locked / "x.csv")


# import


def test_what_is_exported_can_be_imported_elsewhere(marked: CommandLine, tmp_path: Path) -> None:
    before = marked("list", "--json", "--author", "tester").objects
    lines = marked("export", "--format", "jsonl", "--author", "tester").raw
    other = CommandLine(tmp_path / "other", marked.environment)
    write(other.folder, "a.txt")
    write(other.folder, "sub/b.txt", "Something else. A call.\n")
    assert other("import", "-", stdin=lines).output == "2 added, 0 already here\n"
    assert other("import", "-", stdin=lines).output == "0 added, 2 already here\n"
    assert other("list", "--json").objects == before


def test_import_reads_a_file_into_another_folder(marked: CommandLine) -> None:
    line = json.dumps({"document": "a.txt", "start": 0, "end": 3})
    file = write(marked.folder.parent, "foreign.jsonl", f"\ufeff{line}\n\n{line}\r\n")
    marked.folder, workspace = file.parent, marked.folder
    marked("import", "foreign.jsonl", workspace, "--author", "cd")
    found = marked("list", workspace, "--json", "--author", "cd").objects
    assert [one["exact"] for one in found] == ["The", "The"]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'{"document": "a.txt", "start": 0, "end": 3}\n{"document"\n', 2),
        (b'\n\n{"document": "none.txt", "start": 0, "end": 3}\n', 3),
        (b'{"document": "a.txt", "start": 0, "end": 3}\n\n{"document": "\xff"}\n', 3),
        (b'{"document": "a.txt", "start": 0, "end": 3, "exact": "brief"}\n', 1),
    ],
)
def test_import_names_the_line_and_changes_nothing(
    marked: CommandLine, refused: Refused, data: bytes, line: int
) -> None:
    before = everything(marked.folder)
    assert refused("import", "-", stdin=data).startswith(f"sidelight: line {line}: ")
    assert everything(marked.folder) == before


def test_import_of_a_missing_file(refused: Refused) -> None:
    assert "missing.jsonl" in refused("import", "missing.jsonl")


def test_a_copy_that_a_sync_tool_left_is_brought_over(
    marked: CommandLine, refused: Refused
) -> None:
    [file] = marked.folder.glob("annotations/ab/*.toml")
    copy = file.with_name(f"{file.stem}.sync-conflict-20261121-190000-ABCDEFG.toml")
    file.rename(copy)
    name = copy.relative_to(marked.folder)
    assert "--author ab" in refused("import", name, "--author", "cd")
    assert marked("import", name, "--author", "ab").output.endswith(" added, 0 changed\n")
    assert file.exists()


def test_a_copy_is_brought_over_from_outside_its_workspace(marked: CommandLine) -> None:
    [file] = marked.folder.glob("annotations/ab/*.toml")
    copy = file.with_name(f"{file.stem} (conflicted copy 2026-11-21).toml")
    file.rename(copy)
    outside = marked.folder.parent / "elsewhere"
    outside.mkdir()
    elsewhere = CommandLine(outside, marked.environment)
    assert elsewhere("import", copy, "--author", "ab").output.endswith(" added, 0 changed\n")
    assert file.exists()


def test_a_copy_from_another_folder_comes_to_the_workspace_that_has_its_document(
    marked: CommandLine,
) -> None:
    [file] = marked.folder.glob("annotations/ab/*.toml")
    data = file.read_text(encoding="utf-8")
    file.unlink()
    write(marked.folder.parent, "saved/annotations/.sidelight", "1\n")
    copy = write(marked.folder.parent, "saved/annotations/ab/a.txt.toml", data)
    assert marked("import", copy, "--author", "ab").output.endswith(" added, 0 changed\n")
    assert file.exists()
