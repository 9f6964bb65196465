"""First paint and keys: at every size, while the index is being made, among 10,000 marks.

Keys are compared with what the empty app needs at the median for the least that they do: one row
repainted for a sentence and a line, the whole screen for a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.claims import Claim
from benchmarks.figures import (
    Figure,
    Runs,
    child_share,
    first_byte,
    paint,
    ratio,
    resident,
    sent,
    settled,
)
from benchmarks.installed_reader import NotInstalledError, toolong_command
from benchmarks.reading import materials, programs
from benchmarks.reading.programs import (
    AGAIN,
    EMPTY,
    LINE,
    OURS,
    PAGE,
    SEEN,
    SENTENCE,
    UNMARKED,
)
from benchmarks.table import Cell, table
from benchmarks.terminal_timing import (
    Case,
    NotAnsweredError,
    Timing,
    time_interleaved,
    time_starts,
)

GESTURES = (SENTENCE, LINE, PAGE)
_STEP_LIMIT, _PAGE_LIMIT, _AIM, _P99_LIMIT = 2.0, 1.75, 1.3, 4.0
_BYTES = {SENTENCE: 2048.0, PAGE: 8192.0}
_MORE = {SEEN: 1.1, UNMARKED: 1.25}
"""How much longer a step may take among 10,000 marks than with those alone that are in sight, and
than with none: what is tinted, and has letters beside it, has to be painted.
"""
_BUSY = 5.0
"""Per cent of a processor that the index's process has at least while it is at work."""
_PEER_KEYS = 20
_STARTS = 4
"""How often a program is started, for each round, to compare first paints."""


@dataclass(frozen=True)
class Scene:
    """Some programs on some texts; ``paint_limit`` is what is claimed of the first paint."""

    title: str
    cases: Sequence[Case]
    paint_limit: float | None = None
    indexing: bool = False


@dataclass(frozen=True)
class Plan:
    """How often to measure, and beside whom."""

    rounds: int
    keys: int
    peers: frozenset[str]
    documents: int


def sizes(folder: Path, names: Iterable[str], plan: Plan) -> Iterator[Scene]:
    """A scene for each size named."""
    for name in names:
        size, paint_limit, make = SIZES[name]
        files = materials.two_files(folder, size, make)
        yield Scene(f"two texts of {name} each", all_cases(files, plan), paint_limit)


SIZES: Mapping[str, tuple[int, float, materials.Make]] = {
    "100K": (100_000, 1.15, materials.ascii_text),
    "3M": (3_000_000, 1.15, materials.ascii_text),
    "100M": (100_000_000, 1.3, materials.ascii_text),
    "line10M": (10_000_000, 1.3, materials.one_line),
}
"""Bytes, the claim of the first paint, and what writes the text."""


def while_indexing(folder: Path, plan: Plan) -> Scene:
    """Keys while the index's process is at work on many documents: half as many, lest it end."""
    files = materials.folder_to_index(folder, plan.documents)
    cases = [*_empty(plan), programs.sidelight(files, plan.keys // 2, alone=False)]
    title = f"two texts of 3M, while {plan.documents} documents are being indexed"
    return Scene(title, cases, indexing=True)


def among_marks(folder: Path, files: Sequence[Path], shown: str, plan: Plan) -> Scene:
    """Keys in a text with 10,000 annotations; what is ``shown`` once they are there.

    Beside it the same text with those only that come in sight, and without any.
    """
    fewer, _ = materials.marked_files(folder, seen=True)
    unmarked = materials.two_files(folder, SIZES["3M"][0])
    cases = [
        *_empty(plan),
        programs.sidelight(files, plan.keys, ready=shown),
        programs.sidelight(fewer, plan.keys, shown, programs.SEEN),
        programs.sidelight(unmarked, plan.keys, name=programs.UNMARKED),
    ]
    return Scene("two texts of 3M, 10,000 annotations in the one that is read", cases)


def all_cases(files: Sequence[Path], plan: Plan) -> list[Case]:
    """The empty app, ourselves and the peers, on the same texts."""
    return [*_empty(plan), programs.sidelight(files, plan.keys), *_peers(files, plan)]


def _empty(plan: Plan) -> list[Case]:
    """The empty app, twice: how far its two columns differ is the noise of the machine."""
    return [programs.empty_app(plan.keys), programs.empty_app(plan.keys, AGAIN)]


def _peers(files: Sequence[Path], plan: Plan) -> Iterator[Case]:
    keys = min(plan.keys, _PEER_KEYS)
    if "less" in plan.peers:
        yield programs.less(files[0], keys)
    if "textarea" in plan.peers:
        yield programs.text_areas(files, keys)
    if "toolong" in plan.peers:
        try:
            yield programs.toolong(toolong_command(), files, keys)
        except NotInstalledError as error:
            print(f"toolong is left out: {error}")


def measure(scene: Scene, rounds: int) -> list[Claim]:
    """Times a scene, prints its table, and gives what is claimed of it."""
    print(f"\n{scene.title}\n", flush=True)
    runs: dict[str, list[Timing]] = {case.name: [] for case in scene.cases}
    failures: dict[str, str] = {}
    for case, outcome in time_interleaved(scene.cases, rounds):
        if isinstance(outcome, NotAnsweredError):
            failures[case.name] = outcome.brief
        else:
            runs[case.name].append(outcome)
    if scene.paint_limit is not None:
        compared = [case for case in scene.cases if not case.peer]
        for case, seconds in time_starts(compared, _STARTS * rounds):
            runs[case.name].append(Timing(seconds))
    for line in table(list(runs), _rows(runs, failures)):
        print(line)
    print(flush=True)
    return list(_claims(scene, runs))


def _rows(runs: Mapping[str, Runs], failures: Mapping[str, str]) -> dict[str, list[Cell]]:
    figures: dict[str, Figure] = {"first paint, ms": paint}
    for gesture in GESTURES:
        figures[f"{gesture}: first byte, ms"] = first_byte(gesture)
        figures[f"{gesture}: settled, ms"] = settled(gesture)
        figures[f"{gesture}: settled p99, ms"] = settled(gesture, 99)
        figures[f"{gesture}: bytes a key"] = sent(gesture)
        figures[f"{gesture}: bytes a key, p95"] = sent(gesture, 95)
    figures["resident memory, MiB"] = resident
    return {
        label: [failures.get(name) or figure(timings) for name, timings in runs.items()]
        for label, figure in figures.items()
    }


def _claims(scene: Scene, runs: Mapping[str, Runs]) -> Iterator[Claim]:
    empty, ours = runs[EMPTY], runs[OURS]
    if scene.paint_limit is not None:
        yield Claim("first paint", ratio(paint(ours), paint(empty)), scene.paint_limit)
    for gesture in GESTURES:
        least, limit = settled(gesture)(empty), _PAGE_LIMIT if gesture == PAGE else _STEP_LIMIT
        yield Claim(f"{gesture}: settled", ratio(settled(gesture)(ours), least), limit, aim=_AIM)
        worst = ratio(settled(gesture, 99)(ours), least)
        yield Claim(f"{gesture}: settled, p99 to the median", worst, _P99_LIMIT)
    for other, most in _MORE.items():
        for gesture in GESTURES if other in runs else ():
            more = ratio(settled(gesture)(ours), settled(gesture)(runs[other]))
            yield Claim(f"{gesture}: among 10,000 marks, to {other}", more, most)
    for gesture, most in _BYTES.items() if scene.paint_limit is not None else ():
        yield Claim(f"{gesture}: bytes a key", sent(gesture)(ours), most, "bytes")
    if scene.indexing:
        for gesture in GESTURES:
            share = child_share(gesture)(ours)
            yield Claim(f"{gesture}: index at work meanwhile", share, _BUSY, "%", least=True)
