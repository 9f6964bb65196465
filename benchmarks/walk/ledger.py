"""The annotations of a walk, as the files have them and as the program tells them.

The files are read by Python's own TOML parser, not by the program's. A file that the walk damaged
has to stay as it is, byte for byte, and so has another reader's.
"""

from __future__ import annotations

import json
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.walk.reader import AUTHOR, SIDELIGHT, surroundings

COLLEAGUE = "annotations/colleague"
_LIMIT = 120.0

Tables = dict[str, dict[str, Any]]


class Ledger:
    """Looks at the annotations in ``workspace``."""

    def __init__(self, workspace: Path, home: Path) -> None:
        self._workspace, self._home = workspace, home
        self._damaged: dict[Path, tuple[bytes, bytes | None]] = {}
        self._others = self._contents(COLLEAGUE)

    def _contents(self, folder: str) -> dict[Path, bytes]:
        files = (self._workspace / folder).rglob("*.toml")
        return {file: file.read_bytes() for file in files}

    def damage(self, file: Path, content: bytes) -> None:
        """Puts ``content`` in the place of an annotation file, as another program might."""
        before = file.read_bytes() if file.exists() else None
        if file in self._damaged:
            before = self._damaged[file][1]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        self._damaged[file] = content, before

    def heal(self) -> Iterator[str]:
        """Takes back all damage; what had been done to a file that nobody can understand."""
        for file, (content, before) in self._damaged.items():
            now = file.read_bytes() if file.exists() else None
            if now != content and not _is_sound(content):
                yield f"{file.name}: a damaged file was changed from {content!r} to {now!r:.300}"
            if before is None:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(before)
        self._damaged.clear()

    def problems(self) -> Iterator[str]:
        """What is wrong with the files, or between them and what the program says of them."""
        if self._contents(COLLEAGUE) != self._others:
            yield "the annotations of another reader were changed"
        try:
            written = self.written()
        except ValueError as error:
            yield f"an annotation file does not parse: {error}"
            return
        listed = self._command("list", "--json", "--author", AUTHOR)
        yield from _differences(written, _by_id(listed.stdout))
        for run in (listed, self._command("check")):
            if run.returncode not in (0, 1) and not _tells_of_documents(run.stderr):
                yield f"{run.args[1]} failed with {run.returncode}: {run.stderr:.2000}"

    def written(self) -> Tables:
        """The walker's annotations in the files, by id, but deleted ones. Raises ValueError."""
        tables: Tables = {}
        for file, content in self._contents(f"annotations/{AUTHOR}").items():
            try:
                tables |= tomllib.loads(content.decode()).get("annotation", {})
            except ValueError as error:
                raise ValueError(f"{file.name}: {error}") from error
        return {each: table for each, table in tables.items() if "deleted" not in table}

    def claims(self) -> int:
        """How many of the walker's annotations are claims. Raises ValueError."""
        return sum("claim" in table.get("tags", ()) for table in self.written().values())

    def _command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SIDELIGHT, *arguments, str(self._workspace)],
            cwd=self._workspace,
            env=surroundings(self._home),
            capture_output=True,
            encoding="utf-8",
            timeout=_LIMIT,
        )


def _is_sound(content: bytes) -> bool:
    """Whether a program may write to such a file: it parses, and its schema is known."""
    try:
        return int(tomllib.loads(content.decode()).get("schema", 1)) <= 1
    except ValueError:
        return False


def _tells_of_documents(errors: str) -> bool:
    """Whether all that is wrong is that documents cannot be opened as they were."""
    lines = errors.splitlines()
    return bool(lines) and all("cannot open" in line for line in lines)


def _by_id(lines: str) -> Tables:
    rows = [json.loads(line) for line in lines.splitlines()]
    return {row["id"]: row for row in rows}


def _differences(written: Tables, listed: Tables) -> Iterator[str]:
    if written.keys() != listed.keys():
        lost, more = written.keys() - listed.keys(), listed.keys() - written.keys()
        yield f"the files hold {sorted(lost)} that list does not tell, and not {sorted(more)}"
    for name in written.keys() & listed.keys():
        for key in ("exact", "tags", "note", "status"):
            if (written[name].get(key) or None) != (listed[name].get(key) or None):
                yield f"{name}: {key} is {written[name].get(key)!r}, listed {listed[name][key]!r}"
