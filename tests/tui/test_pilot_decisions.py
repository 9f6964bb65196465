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


async def test_the_key_that_deletes_leaves_the_claim_whose_decisions_are_listed(
    seeds: Path,
) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "s", "3", "d")
        await reader.until("refuted  by mk")
        await reader.press("x")
        await reader.until("Decisions stay on record")
        assert len(reader.reading.session.everything()) == 1
        assert reader.sees("refuted  by mk")


async def test_a_claim_that_goes_while_its_decisions_are_listed_takes_them_along(
    seeds: Path,
) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "s", "3", "d")
        await reader.until("enter go to the claim")
        await reader.press("u", "u")
        await reader.until("The claim was deleted, and with it what was decided on it")
        assert not reader.sees("refuted  by mk")
        await reader.until(lambda: not reader.sees("enter go to the claim"))
        await reader.press("ctrl+r", "ctrl+r")
        await reader.until("refuted  by mk")
