"""Two long texts side by side: first paint, a step to the next sentence, a page, and memory.

    python -m benchmarks.reading [--rounds N] [--megabytes M] [--peers]

Every figure stands beside that of an empty Textual app, timed in the same run, turn by turn. The
claims: first paint takes at most 1.3 times as long as the empty app's, and a sentence and a page
settle in at most twice the time that the empty app needs to repaint its one screen. The exit
status is 1 where one does not hold.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

from benchmarks.terminal_timing import Case, Gesture, KeyTiming, Timing, time_interleaved
from benchmarks.texts import prose

PAINT_CLAIM = 1.3
KEY_CLAIM = 2.0
PEERS = Path(__file__).parent / "peers"

Runs = dict[str, list[Timing]]


def empty_app() -> Case:
    """What everything is compared with: its page is one full repaint of the screen."""
    return Case(
        "empty app",
        [sys.executable, str(PEERS / "empty_app.py")],
        at_start="j",
        answered=r"^row 1\b",
        gestures={"sentence": Gesture("j"), "page": Gesture(" ")},
    )


def text_areas(files: Sequence[Path]) -> Case:
    """The same two texts in the text widget that Textual brings."""
    return Case(
        "two TextAreas",
        [sys.executable, str(PEERS / "text_areas.py"), *map(str, files)],
        at_start="j",
        answered=r"^row 1\b",
        gestures={"sentence": Gesture("j"), "page": Gesture(" ", times=10)},
    )


def sidelight(files: Sequence[Path]) -> Case:
    """The program itself, as it is installed: its status line counts sentences."""
    return Case(
        "sidelight",
        [str(Path(sys.executable).parent / "sidelight"), *map(str, files)],
        at_start="j",
        answered=r"\b2/(\d|…)",
        gestures={"sentence": Gesture("j"), "page": Gesture(" ")},
    )


def main() -> int:
    """Measures, prints the table and what became of the claims."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="sidelight-texts-") as folder:
        files = _texts(Path(folder), options.megabytes)
        cases = [empty_app(), sidelight(files)]
        if options.peers:
            cases.append(text_areas(files))
        runs: Runs = {case.name: [] for case in cases}
        for case, timing in time_interleaved(cases, options.rounds):
            runs[case.name].append(timing)
    for line in _table(runs):
        print(line)
    return 0 if _claims_hold(runs) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--megabytes", type=float, default=3.0, help="the size of each text")
    parser.add_argument("--peers", action="store_true", help="time Textual's TextArea too")
    return parser.parse_args()


def _texts(folder: Path, megabytes: float) -> list[Path]:
    files = [folder / "first.txt", folder / "second.txt"]
    for seed, file in enumerate(files):
        file.write_text(prose(int(megabytes * 1e6), seed), encoding="utf-8")
    return files


def _table(runs: Runs) -> list[str]:
    """A row a figure and a column a program, each with its ratio to the empty app's."""
    lines = [f"{'':28}" + "".join(f"{name:>24}" for name in runs)]
    for label, figure in _figures():
        values = [figure(timings) for timings in runs.values()]
        cells = [f"{value:12.1f} ({_ratio(value, values[0])})" for value in values]
        lines.append(f"{label:28}" + "".join(f"{cell:>24}" for cell in cells))
    return lines


def _ratio(value: float, base: float) -> str:
    return f"{value / base:6.2f} x" if base else "      – x"


def _figures() -> list[tuple[str, Callable[[list[Timing]], float]]]:
    """The label and the measure of every row."""
    rows: list[tuple[str, Callable[[list[Timing]], float]]] = [("first paint, ms", _paint)]
    for gesture in ("sentence", "page"):
        rows += [
            (f"{gesture}: first byte, ms", _over_keys(gesture, lambda key: key.first * 1e3)),
            (f"{gesture}: settled, ms", _over_keys(gesture, lambda key: key.settled * 1e3)),
            (f"{gesture}: settled p99, ms", _over_keys(gesture, lambda key: key.settled * 1e3, 99)),
            (f"{gesture}: bytes a key", _over_keys(gesture, lambda key: float(key.size))),
        ]
    rows += [
        ("resident memory, MiB", lambda runs: median(run.resident for run in runs) / 2**20),
        ("unique memory, MiB", lambda runs: median(run.unique for run in runs) / 2**20),
    ]
    return rows


def _paint(runs: list[Timing]) -> float:
    return median(run.paint for run in runs) * 1e3


def _over_keys(
    gesture: str, measure: Callable[[KeyTiming], float], percentile: int = 50
) -> Callable[[list[Timing]], float]:
    """That percentile of a measure over every press of a key in every run."""

    def figure(runs: list[Timing]) -> float:
        values = [measure(key) for run in runs for key in run.keys[gesture]]
        return quantiles(values, n=100, method="inclusive")[percentile - 1]

    return figure


def _claims_hold(runs: Runs) -> bool:
    """Prints each claim with what was measured; whether all of them hold."""
    empty, ours = runs["empty app"], runs["sidelight"]
    repaint = _over_keys("page", lambda key: key.settled)(empty)
    measured = [("first paint", _paint(ours) / _paint(empty), PAINT_CLAIM)]
    for gesture in ("sentence", "page"):
        settled = _over_keys(gesture, lambda key: key.settled)(ours)
        measured.append((f"{gesture}, to one repaint", settled / repaint, KEY_CLAIM))
    for label, ratio, claim in measured:
        verdict = "holds" if ratio <= claim else "DOES NOT HOLD"
        print(f"{label:28}{ratio:6.2f} x, claimed {claim} x at most: {verdict}")
    return all(ratio <= claim for _, ratio, claim in measured)


if __name__ == "__main__":
    sys.exit(main())
