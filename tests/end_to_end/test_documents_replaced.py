"""The documents of a workspace are replaced, and ``sidelight check`` says where all marks are."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from terminal import SIDELIGHT, environment

from annotations.anchoring.revision import Followed
from annotations.model import Change, mark
from annotations.store import Store
from benchmarks.anchoring.scoring import Case, Score, outcome
from benchmarks.anchoring.simulated import cases
from documents.settings import Settings
from documents.spans import Span
from documents.workspace import Workspace

CERTAINTIES = {"exact": "same", "shifted": "same", "changed": "changed", "review": "proposed"}


def annotated(root: Path, given: list[Case]) -> dict[str, tuple[int, int]]:
    """Marks every expected passage in its old text; gives each id's case and passage."""
    workspace = Workspace(root, Settings())
    store, marks = Store(workspace), {}
    for number, case in enumerate(given):
        path = f"{number}.txt"
        (root / path).write_bytes(case.old.encode())
        made = [mark(case.old, one.start, one.end, note="a note") for one in case.expected]
        store.apply("mk", workspace.read(path), [Change(None, one) for one in made])
        marks |= {one.id: (number, at) for at, one in enumerate(made)}
    return marks


def checked(root: Path, home: Path) -> tuple[list[dict[str, object]], int]:
    argv = [SIDELIGHT, "check", str(root), "--json"]
    done = subprocess.run(argv, env=environment(home), capture_output=True, timeout=120)
    return [json.loads(line) for line in done.stdout.splitlines()], done.returncode


def found(line: dict[str, object]) -> Followed:
    """A line of ``check`` as the engine would say it."""
    start, end = line["start"], line["end"]
    if not isinstance(start, int) or not isinstance(end, int):
        return Followed(None, "lost")
    return Followed(Span(start, end), CERTAINTIES[str(line["anchor"])])  # type: ignore[arg-type]


def test_marks_follow_documents_that_are_replaced(tmp_path: Path) -> None:
    root, home = tmp_path / "workspace", tmp_path / "home"
    root.mkdir()
    given = list(cases(seed=31))
    marks = annotated(root, given)
    before = {file: file.read_bytes() for file in (root / "annotations").rglob("*.toml")}
    for number, case in enumerate(given):
        (root / f"{number}.txt").write_bytes(case.new.encode())
    lines, status = checked(root, home)
    total = Score()
    for line in lines:
        number, at = marks.pop(str(line["id"]))
        assert line["document"] == f"{number}.txt"
        total.counts[outcome(given[number].expected[at], found(line))] += 1
    assert not marks
    assert status == 1
    assert total.correct >= 98.5
    assert total.untrue <= 0.001 * total.total
    assert {file: file.read_bytes() for file in before} == before
