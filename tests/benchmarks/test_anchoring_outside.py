"""The benchmark that follows passages from outside says what the engine says."""

from __future__ import annotations

from annotations.anchoring.revision import Revision
from benchmarks.anchoring.outside import scored, through_check
from benchmarks.anchoring.scoring import Case, Expected

OLD = "The envoy spoke for an hour. Nobody else was there.\n\nA spokesman confirmed the call.\n"
NEW = "On Friday:\n\nThe envoy spoke for two hours. A spokesman confirmed the call.\n"
SENTENCES = (
    "The envoy spoke for an hour.",
    "Nobody else was there.",
    "A spokesman confirmed the call.",
)


def test_the_check_from_outside_is_the_engine() -> None:
    starts = [OLD.index(sentence) for sentence in SENTENCES]
    spans = [(start, start + len(one)) for start, one in zip(starts, SENTENCES, strict=True)]
    case = Case("call", OLD, NEW, [Expected(*span) for span in spans])
    engine = Revision(OLD, NEW)
    told = through_check([case, case])
    assert told == [[engine.follow(*span) for span in spans]] * 2
    assert scored([case, case], told).total == 2 * len(spans)
