"""The command line, as every test of it starts: in an empty folder, nothing configured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from running import CommandLine, write


@pytest.fixture
def sidelight(tmp_path: Path) -> CommandLine:
    """The command, to be run in an empty folder."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    own = {
        f"XDG_{kind}_HOME": str(tmp_path / "own" / kind.lower())
        for kind in ("CONFIG", "CACHE", "STATE", "DATA")
    }
    return CommandLine(folder, {**own, "LOGNAME": "tester", "USER": "tester"})


@pytest.fixture
def refused(sidelight: CommandLine) -> Callable[..., str]:
    """Runs a command that cannot be carried out; gives the one line it says."""

    def run(*arguments: str | Path | bytes, stdin: str | bytes = b"") -> str:
        outcome = sidelight(*arguments, stdin=stdin, status=2)
        assert outcome.output == ""
        assert outcome.errors.startswith("sidelight: ")
        assert outcome.errors.count("\n") == 1
        assert outcome.errors.endswith("\n")
        return outcome.errors

    return run


@pytest.fixture
def marked(sidelight: CommandLine) -> CommandLine:
    """A workspace with two documents and three annotations by two readers."""
    write(sidelight.folder, "a.txt")
    write(sidelight.folder, "sub/b.txt", "Something else. A call.\n")
    sidelight("annotate", "a.txt", "4", "8", "--tag", "claim", "--note", "Which?")
    sidelight("annotate", "a.txt", "13", "18", "--tag", "quote", "--author", "ab")
    sidelight("annotate", "sub/b.txt", "0", "9", "--tag", "claim/figure", "--status", "disputed")
    return sidelight
