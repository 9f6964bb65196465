"""Follows passages as a user does: a workspace whose documents change, and ``sidelight check``.

The documents are written, the passages imported, so that the old texts are kept and the TOML is
there; then the documents are replaced by their new versions.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from annotations.anchoring.revision import Certainty, Followed
from benchmarks.anchoring.scoring import Case, Score, outcome
from documents.spans import Span

_CERTAINTIES: dict[str, Certainty] = {
    "exact": "same",
    "shifted": "same",
    "changed": "changed",
    "review": "proposed",
    "orphan": "lost",
}


def through_check(cases: Sequence[Case]) -> list[list[Followed]]:
    """What ``sidelight check --json`` says of each passage of each case."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace"
        (workspace / "annotations").mkdir(parents=True)
        passages = Path(folder) / "passages.jsonl"
        passages.write_text("".join(map(_passages, range(len(cases)), cases)), encoding="utf-8")
        for number, case in enumerate(cases):
            (workspace / _name(number)).write_bytes(case.old.encode())
        _sidelight("import", str(passages), str(workspace), "--author", "mk", home=folder)
        for number, case in enumerate(cases):
            (workspace / _name(number)).write_bytes(case.new.encode())
        told = _sidelight("check", "--json", str(workspace), home=folder)
    followed = [[Followed(None, "lost")] * len(case.expected) for case in cases]
    for line in told.splitlines():
        placed = json.loads(line)
        number, passage = map(int, placed["note"].split())
        certainty = _CERTAINTIES[placed["anchor"]]
        span = None if certainty == "lost" else Span(placed["start"], placed["end"])
        followed[number][passage] = Followed(span, certainty)
    return followed


def scored(cases: Sequence[Case], followed: Sequence[Sequence[Followed]]) -> Score:
    """What that is worth against the truth."""
    score = Score()
    for case, each in zip(cases, followed, strict=True):
        score.counts.update(map(outcome, case.expected, each))
    return score


def _name(number: int) -> str:
    return f"{number:05}.txt"


def _passages(number: int, case: Case) -> str:
    """The lines that import a case's passages; their notes say which they are."""
    lines = (
        {
            "document": _name(number),
            "start": one.start,
            "end": one.end,
            "note": f"{number} {passage}",
        }
        for passage, one in enumerate(case.expected)
    )
    return "".join(f"{json.dumps(line)}\n" for line in lines)


def _sidelight(*arguments: str, home: str) -> str:
    """Runs the command, with settings and state of its own; what it prints.

    Raises ``RuntimeError`` if it cannot do what it was asked to.
    """
    own = {f"XDG_{name}_HOME": home for name in ("CONFIG", "STATE", "CACHE")}
    command = Path(sys.executable).with_name("sidelight")
    done = subprocess.run(
        [command, *arguments],
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode > 1:  # 1: an annotation needs attention
        raise RuntimeError(done.stderr)
    return done.stdout
