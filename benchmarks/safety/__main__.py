"""Runs the parts one after the other and says which claims hold."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from benchmarks.claims import Claim, all_hold
from benchmarks.safety.crowd import EACH, crowded
from benchmarks.safety.faults import failing_at_each_call, killed_at_each_call
from benchmarks.safety.killing import killed
from benchmarks.safety.small_disk import SIZE, filled
from benchmarks.safety.speed import COUNT, times
from benchmarks.safety.tracing import can_trace, killed_at_each_system_call
from benchmarks.safety.workbench import Harm

_KILLS = 1000
_READ, _SAVE = 1.0, 60.0  # seconds, milliseconds


def main() -> int:
    """Measures, prints, and says whether the claims hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.safety")
    parser.add_argument("--kills", type=int, default=_KILLS, metavar="N")
    options = parser.parse_args()
    holds = [all_hold(claims) for claims in _claims(options.kills)]
    return 0 if all(holds) else 1


def _claims(kills: int) -> Iterator[list[Claim]]:
    yield _harmless(f"{kills} kills at random moments", killed(kills))
    met = killed_at_each_call()
    yield _harmless(f"a kill at each of {met.calls} calls", met.harm)
    met = failing_at_each_call()
    yield _harmless(f"an error at each of {met.calls} calls", met.harm)
    if can_trace():
        met = killed_at_each_system_call()
        yield _harmless(f"a kill at each of {met.calls} system calls", met.harm)
    else:
        print("  strace cannot trace here: no kills at system calls")
    yield _full_disk()
    yield [Claim(f"two writers at once, {EACH} each: saved", crowded(), 2 * EACH, "", least=True)]
    taken = times()
    yield [
        Claim(f"reading {COUNT} annotations, processor", taken.read, _READ, "s"),
        Claim(f"saving one among {COUNT}, processor", taken.save * 1e3, _SAVE, "ms"),
    ]


def _full_disk() -> list[Claim]:
    found = filled()
    if found is None:
        print("  no disk may be mounted here: none was filled")
        return []
    print(f"  a full disk of {SIZE} KB: {found.before} saved, then {found.after} with more room")
    grown = Claim("a full disk, saved with more room", found.after, 1, "", least=True)
    return [grown, *_harmless("a full disk", found.harm)]


def _harmless(what: str, harm: Harm) -> list[Claim]:
    return [
        Claim(f"{what}: lost", harm.lost, 0, ""),
        Claim(f"{what}: torn", harm.torn, 0, ""),
        Claim(f"{what}: litter", harm.litter, 0, ""),
    ]


if __name__ == "__main__":
    sys.exit(main())
