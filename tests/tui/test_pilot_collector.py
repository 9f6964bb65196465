"""The garbage collector rests while annotations are read, and no longer."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from at_the_screen import reading

from tui.arrivals import Loaded
from tui.session import Session


@pytest.mark.parametrize("fails", [False, True])
async def test_the_collector_rests_while_annotations_are_loaded(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    resting: list[bool] = []
    load = Session.load

    def noted(session: Session, paths: list[str] | None, step: Callable[[], object]) -> Loaded:
        resting.append(not gc.isenabled())
        if fails:
            raise RuntimeError("out of ink")
        return load(session, paths, step)

    monkeypatch.setattr(Session, "load", noted)
    async with reading(seeds) as reader:
        await reader.until(lambda: reader.reading.loaded)
        await reader.until(gc.isenabled)
    assert resting
    assert all(resting)
