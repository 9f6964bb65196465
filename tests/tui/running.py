"""The real ``sidelight``, run in a process of its own, away from anybody's own files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TEXT = "The call was short. It was, he said, “long overdue”. Nobody knows why.\n"
PROGRAM = Path(sys.executable).parent / "sidelight"


@dataclass
class Outcome:
    """What a command printed, and its exit status."""

    status: int
    output: str
    errors: str
    raw: bytes

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.output.splitlines()]


@dataclass
class CommandLine:
    """A folder to run commands in, and the environment they see."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __call__(
        self, *arguments: str | Path | bytes, stdin: str | bytes = b"", status: int | None = 0
    ) -> Outcome:
        """Runs ``sidelight`` with the arguments; it must end with ``status``, if one is given."""
        done = subprocess.run(
            [PROGRAM, *arguments],
            cwd=self.folder,
            env={**os.environ, **self.environment},
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            timeout=60,
            check=False,
        )
        outcome = Outcome(
            done.returncode,
            done.stdout.decode("utf-8", "surrogateescape"),
            done.stderr.decode("utf-8", "surrogateescape"),
            done.stdout,
        )
        assert "Traceback" not in outcome.errors, outcome.errors
        assert status in (None, outcome.status), (outcome.status, outcome.errors)
        return outcome


def write(folder: Path, name: str, data: str | bytes = TEXT) -> Path:
    """Writes a file below ``folder``, byte for byte."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file in a folder with its content and the moment it was last written."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return {str(file): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}
