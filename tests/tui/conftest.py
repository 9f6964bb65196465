"""What tests of the terminal start from: an empty folder, or the sample workspace."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from running import CommandLine, write

SEEDS = Path(__file__).parents[2] / "seeds"


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


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample workspace, and nothing of anybody's own."""
    for kind in ("CONFIG", "CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "own" / kind.lower()))
    for name in ("NO_COLOR", "LANGUAGE", *(name for name in os.environ if name.startswith("LC_"))):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")  # what is drawn depends on it
    return shutil.copytree(SEEDS, tmp_path / "seeds", ignore=shutil.ignore_patterns("annotations"))
