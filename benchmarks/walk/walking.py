"""Takes the steps of a walk, and looks after each at what has become of the program."""

from __future__ import annotations

import random
import re
import shutil
import signal
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from annotations.paths import annotation_path
from benchmarks.walk import hostile
from benchmarks.walk.ledger import COLLEAGUE, Ledger
from benchmarks.walk.reader import AUTHOR, Reader
from benchmarks.walk.steps import Step

SEEDS = Path(__file__).parents[2] / "seeds"
_PROBE_EVERY = 10
_PATIENCE = 60.0
_SAVED = re.compile(r"\bsaved \d\d:\d\d")
_UNSAVED = re.compile(r"saving…|NOT SAVED")
_LEADS_OUT = re.compile(r"Export to.*[/~]")
_COULD_NOT_RUN = 2
_DONE = {0, 1, _COULD_NOT_RUN, -signal.SIGKILL}
"""Exit statuses that are right: 1 says that something is not saved, and only we kill."""


class Problem(NamedTuple):
    """What went wrong after a step, with the screen as it stood."""

    number: int
    words: str
    screen: str


class Walk:
    """A workspace in ``folder``, the program in it, and what went wrong so far.

    ``limit`` is how many seconds the program may take to answer.
    """

    def __init__(
        self, folder: Path, seed: int, columns: int = 120, rows: int = 40, limit: float = 5.0
    ) -> None:
        self.problems: list[Problem] = []
        self.number = 0
        self.started = 0
        self._limit = limit
        self._workspace, self._home = folder / "workspace", folder / "home"
        self._home.mkdir(parents=True)
        self._original = _make(self._workspace, random.Random(seed))
        self.paths = sorted(path for path in self._original if not path.endswith(".toml"))
        self.notes = [annotation_path(AUTHOR, path) for path in self.paths]
        self._ledger = Ledger(self._workspace, self._home)
        self._size = columns, rows
        self._reader = self._start()

    def take(self, steps: Iterable[Step]) -> None:
        """Takes all these steps."""
        for step in steps:
            self.number += 1
            self._take(step)
            self._look()
            if self.number % _PROBE_EVERY == 0:
                self._probe()

    def end(self) -> None:
        """Heals the files, looks at the annotations a last time and ends the program."""
        self.take([Step("heal"), Step("check"), Step("kill"), Step("check")])
        self._reader.close()

    def _take(self, step: Step) -> None:
        match step.kind:
            case "type":
                self._type(step.text)
            case "resize":
                self._size = step.columns, step.rows
                self._reader.resize(*self._size)
            case "kill":
                self._reader.kill()
            case "heal":
                self._heal()
            case "check":
                self._check()
            case _:
                self._change(step)
        self._reader.listen(0.25, silence=0.03)

    def _type(self, text: str) -> None:
        """Sends keys. What a prompt is about to be told is looked at before it is entered."""
        lines = [text] if text.startswith("\x1b[200~") else re.split(r"(?<=\r)", text)
        for line in lines:
            self._reader.send(line.removesuffix("\r"))
            if line.endswith("\r"):
                self._reader.listen(1.0, silence=0.05)
                out = any(_LEADS_OUT.search(row) for row in self._reader.screen())
                self._reader.send("\x1b" if out else "\r")

    # What happens to files

    def _change(self, step: Step) -> None:
        self._all_saved()
        file = self._workspace / step.path
        if step.kind == "write":
            if step.path.startswith("annotations/"):
                self._ledger.damage(file, step.text.encode("latin-1"))
                return
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(step.text.encode("latin-1"))
        elif step.kind == "remove":
            file.unlink(missing_ok=True)
        elif step.kind == "rename":
            with suppress(FileNotFoundError):
                file.rename(file.with_name(step.text))

    def _heal(self) -> None:
        self._say(self._ledger.heal())
        for path, content in self._original.items():
            file = self._workspace / path
            if not file.exists() or file.read_bytes() != content:
                file.write_bytes(content)

    def _all_saved(self) -> bool:
        """Waits until nothing is being saved; whether that came about.

        The program has to answer first, or what was typed may not have been done yet.
        """
        self._probe()
        for _ in range(round(_PATIENCE / 0.25)):
            if not any("saving…" in row for row in self._reader.screen()[-1:]):
                return True
            self._reader.listen(0.25, silence=0.03)
        return not self._reader.running

    # What is looked at

    def _look(self) -> None:
        ended = not self._reader.running
        self._say(self._reader.problems())
        if ended:
            if self._reader.status not in _DONE:
                self._say([f"it ended with {self._reader.status}"])
            self._start_again()
            self._say(self._reader.problems())

    def _start(self) -> Reader:
        """Starts the program, on the folder or on one or two documents in turn."""
        chance = random.Random(self.started)
        named: Sequence[str] = [".", *chance.sample(self.paths, 2)]
        self.started += 1
        arguments = (named[:1], named[:1], named[1:], named[2:])[self.started % 4]
        reader = Reader(
            [argument if argument == "." else f"./{argument}" for argument in arguments],
            self._workspace,
            self._home,
            *self._size,
        )
        reader.listen(self._limit * 4, silence=0.3)
        return reader

    def _start_again(self) -> None:
        """A program that could not run has to run when its files are as they were."""
        refused = self._reader.status == _COULD_NOT_RUN
        if refused:
            self._heal()
        words = "\n".join(self._reader.screen()).strip()
        self._reader.close()
        self._reader = self._start()
        if refused and not self._reader.running and self._reader.status == _COULD_NOT_RUN:
            self._say([f"it does not start, although all files are as they were; before:\n{words}"])

    def _probe(self) -> None:
        """Whether the program answers: a row less has to be painted."""
        columns, rows = self._size
        for height in (rows - 1, rows):
            if not self._reader.running:
                return
            self._reader.resize(columns, height)
            if not self._reader.listen(self._limit, silence=0.05) and self._reader.running:
                self._say(
                    [f"no answer within {self._limit:.0f} s; it stood\n" + self._reader.dump()]
                )
                return

    def _check(self) -> None:
        """Makes one annotation, waits for the program to call it saved, and looks for it."""
        for _ in range(5):
            self._reader.send("\x1b")
            self._reader.listen(0.5, silence=0.1)
        if not self._all_saved():
            self._say(["something has been saved for a minute"])
        if self._reader.running:
            self._say(self._deed())
        self._say(self._ledger.problems())

    def _deed(self) -> list[str]:
        with suppress(ValueError):
            before = self._ledger.claims()
            self._reader.send("tc")
            self._reader.listen(self._limit, silence=0.3)
            self._all_saved()
            rows = self._reader.screen()
            said = any("Tagged claim" in row for row in rows[-3:])
            saved = _SAVED.search(rows[-1]) and not _UNSAVED.search(rows[-1])
            if said and saved and self._ledger.claims() != before + 1:
                return ["what it called saved is not in the files"]
        return []

    def _say(self, words: Iterable[str]) -> None:
        screen = "\n".join(self._reader.screen()).rstrip() if hasattr(self, "_reader") else ""
        self.problems += [Problem(self.number, each, screen) for each in words]


def _make(workspace: Path, chance: random.Random) -> dict[str, bytes]:
    """A copy of the seeds with hostile texts and a colleague's marks; its files' contents."""
    shutil.copytree(SEEDS, workspace, ignore=shutil.ignore_patterns("annotations"))
    for path, content in hostile.DOCUMENTS.items():
        file = workspace / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content(chance))
    settings = workspace / "sidelight.toml"
    settings.write_text(hostile.SETTINGS, encoding="utf-8")
    files = [file for file in workspace.rglob("*") if file.is_file()]
    contents = {str(file.relative_to(workspace)): file.read_bytes() for file in files}
    marks = workspace / COLLEAGUE / "mixed.txt.toml"
    marks.parent.mkdir(parents=True)
    marks.write_text(_MARKS, encoding="utf-8")
    (workspace / "annotations" / ".sidelight").write_text("schema = 1\n", encoding="ascii")
    return contents


_MARKS = """schema = 1
# a person's own words
[document]
path = "mixed.txt"
[annotation.collega1]
start = 0
end = 20
exact = "the envoy said on 12"
tags = ["claim", "[b]\\u001b[5mx"]
note = "\\u009b2J \\u202e note \\u001b]0;owned\\u0007"
status = "open"
"""
