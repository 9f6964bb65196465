"""What ``sidelight echoes`` prints, and its exit status."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from running import CommandLine, write

Refused = Callable[..., str]

STORM = "The storm came.\n\nMayor Drummond said that 14 boats were lost off Kessock harbour.\n"
OTHER = "Ferries are idle. According to mayor Drummond, 17 boats were lost in Kessock harbour.\n"
START = str(STORM.index("Mayor"))


@pytest.fixture
def texts(sidelight: CommandLine) -> CommandLine:
    write(sidelight.folder, "a.txt", STORM)
    write(sidelight.folder, "b.txt", OTHER)
    write(sidelight.folder, "c/copy.txt", f"Again.\n\n{STORM}")
    return sidelight


def test_copies_come_first_then_what_tells_the_same(texts: CommandLine) -> None:
    lines = texts("echoes", "a.txt", START).output.splitlines()
    assert lines[0].startswith("copy  c/copy.txt:25-")
    assert lines[1].strip() == STORM.splitlines()[2]
    assert "b.txt:18-" in lines[2]
    assert "14 ≠ 17" in lines[2]
    assert len(lines) == 4


def test_as_json_with_places_and_differences(texts: CommandLine) -> None:
    copy, other = texts("echoes", "a.txt", START, "--json").objects
    assert copy["copy"]
    assert not copy["differences"]
    assert other["text"] == OTHER[other["start"] : other["end"]]
    assert other["differences"] == [{"kind": "number", "here": ["14"], "there": ["17"]}]
    assert 0.5 <= other["confidence"] < 1
    assert json.dumps(other["others"]) == "[]"


def test_a_sentence_that_is_in_no_document(texts: CommandLine) -> None:
    words = "Boats were lost at Kessock, Drummond says"
    found = texts("echoes", "--text", words, "--json").objects
    assert {one["document"] for one in found} >= {"b.txt"}
    [alone] = texts("echoes", "c", "--text", words, "--json").objects
    assert alone["document"] == "copy.txt"


def test_so_many_as_wanted(texts: CommandLine) -> None:
    assert len(texts("echoes", "a.txt", START, "--limit", "1", "--json").objects) == 1


def test_no_echo(texts: CommandLine) -> None:
    assert texts("echoes", "--text", "Zebras graze in Namibia", status=1).output == ""
    assert "tell much" in texts("echoes", "--text", "and so it is", status=1).errors


def test_what_cannot_be_asked(texts: CommandLine, refused: Refused) -> None:
    assert "which sentence" in refused("echoes", "a.txt")
    assert "no words" in refused("echoes", "--text", " ")
    assert "either --text" in refused("echoes", "a.txt", "3", "--text", "x")
    assert "START is not in the text" in refused("echoes", "a.txt", "900")
    assert "END has to be above" in refused("echoes", "a.txt", "9", "4")
