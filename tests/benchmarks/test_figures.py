"""The figures of the benchmarks: what is made of timings, and when a claim holds."""

from __future__ import annotations

import sys

import pytest

from benchmarks.claims import Claim
from benchmarks.figures import child_share, paint, ratio, sent, settled
from benchmarks.table import table
from benchmarks.terminal_timing import (
    Case,
    Gesture,
    KeyTiming,
    NotAnsweredError,
    Timing,
    time_case,
    time_interleaved,
    time_starts,
)

ECHO = """
import sys, termios, tty
tty.setcbreak(0, termios.TCSANOW)  # which keeps what was typed already
print("ready", flush=True)
while key := sys.stdin.read(1):
    print(f"key {key}", flush=True)
"""


def runs(*settled_ms: float) -> list[Timing]:
    keys = [KeyTiming(0.001, value / 1e3, 100) for value in settled_ms]
    return [Timing(paint=0.5, keys={"page": keys}, child={"page": 0.25})]


def case(code: str, *, peer: bool = False, limit: float = 30.0) -> Case:
    return Case(
        "program",
        [sys.executable, "-c", code],
        at_start="a",
        answered="key a",
        gestures={"page": Gesture("b", 3)},
        limit=limit,
        peer=peer,
    )


def test_figures_are_medians_and_percentiles_in_milliseconds_and_bytes() -> None:
    timed = runs(*range(1, 101))
    assert paint(timed) == 500
    assert settled("page")(timed) == pytest.approx(50.5)
    assert settled("page", 99)(timed) == pytest.approx(99.01)
    assert sent("page")(timed) == 100
    assert child_share("page")(timed) == 25


def test_what_was_not_timed_is_no_figure() -> None:
    assert paint([]) is None
    assert settled("line")(runs(1, 2, 3)) is None
    assert settled("page", 99)(runs(1, 2, 3)) is None  # the worst of three is no percentile
    assert ratio(None, 2.0) is None
    assert ratio(3.0, 2.0) == 1.5


@pytest.mark.parametrize(
    ("claim", "holds"),
    [
        (Claim("", 1.3, 1.3), True),
        (Claim("", 1.31, 1.3), False),
        (Claim("", None, 1.3), False),
        (Claim("", 6.0, 5.0, least=True), True),
        (Claim("", 4.0, 5.0, least=True), False),
    ],
)
def test_a_claim_holds_within_its_limit(claim: Claim, holds: bool) -> None:
    assert claim.holds is holds
    assert str(claim).endswith(": holds" if holds else "DOES NOT HOLD")


def test_a_table_has_ratios_to_its_first_column_and_reasons_where_there_is_no_figure() -> None:
    head, row = table(["one", "two", "three", "four"], {"paint": [2.0, 3.0, "> 45 s", None]})
    assert head.split() == ["one", "two", "three", "four"]
    assert row.split() == ["paint", "2.0", "1.00", "x", "3.0", "1.50", "x", ">", "45", "s", "–"]


def test_a_program_is_timed_from_outside() -> None:
    timing = time_case(case(ECHO))
    assert timing.paint > 0
    assert timing.memory.resident >= timing.memory.unique > 0
    assert [key.size for key in timing.keys["page"]] == [len("key b\r\n")] * 3
    assert all(0 < key.first <= key.settled for key in timing.keys["page"])


def test_a_peer_that_does_not_manage_is_told_once_and_left_out() -> None:
    failing, working = case("pass", peer=True), case(ECHO)
    outcomes = [outcome for _, outcome in time_interleaved([failing, working], rounds=2)]
    assert [type(outcome) for outcome in outcomes] == [NotAnsweredError, Timing, Timing]


def test_starts_go_to_and_fro() -> None:
    one, other = case(ECHO), case(ECHO)
    started = list(time_starts([one, other], 3))
    assert [each is one for each, _ in started] == [True, False, False, True, True, False]
    assert all(seconds > 0 for _, seconds in started)


def test_a_program_of_ours_has_to_manage() -> None:
    with pytest.raises(NotAnsweredError, match="ended"):
        time_case(case("print('nothing to see')"))
