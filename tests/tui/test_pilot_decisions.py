"""What was decided on a claim is listed from the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import add_as, reading


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_decisions_are_listed_with_their_authors(seeds: Path, size: tuple[int, int]) -> None:
    async with reading(seeds, size=size) as reader:
        await reader.press("t", "c", "d")
        await reader.until("no decision is on record")
        await reader.press("escape", "s", "3", "d")
        await reader.until("Decisions  “")
        await reader.until("refuted  by mk")
        await reader.press("u")
        await reader.until(lambda: not reader.sees("refuted  by mk"))


async def test_a_decision_on_anothers_claim_is_listed_there(seeds: Path) -> None:
    add_as("ab", seeds, "Putin and al-Sharaa", "claim")
    async with reading(seeds) as reader:
        await reader.press("s", "3", "d")
        await reader.until("refuted  by mk")


async def test_without_a_claim_it_is_said_that_there_is_none(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("d")
        await reader.until("No claim on this sentence")
