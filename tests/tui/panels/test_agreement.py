"""The panel that compares the authors: their figures, and the way to where they differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from agreement_material import compared, mark
from at_the_screen import Reader, add_as, reading

from tui.panels.agreement import AgreementPanel, figure_rows


async def open_panel(reader: Reader) -> AgreementPanel:
    await reader.press("ctrl+x", "g")
    await reader.until(lambda: isinstance(reader.reading.panel, AgreementPanel))
    panel = reader.reading.panel
    assert isinstance(panel, AgreementPanel)
    return panel


async def test_the_authors_are_compared_and_a_difference_is_gone_to(seeds: Path) -> None:
    add_as("anna", seeds, "Vladimir Putin telephoned", "claim")
    add_as("ben", seeds, "Vladimir Putin telephoned", "claim")
    add_as("ben", seeds, "A question of harbours", "doubt")
    async with reading(seeds) as reader:
        panel = await open_panel(reader)
        await reader.until("They differ in 1 place")
        assert reader.sees("anna, ben: 1 document, 24 sentences")
        assert panel.list.count() == 1
        await reader.until("tag doubt")
        await reader.press("enter")
        await reader.until(lambda: reader.sentence == "A question of harbours")
        await reader.press("ctrl+o")
        await reader.until(lambda: reader.sentence != "A question of harbours")


async def test_the_list_follows_what_is_marked(seeds: Path) -> None:
    add_as("ben", seeds, "A question of harbours", "doubt")
    async with reading(seeds) as reader:
        await open_panel(reader)
        await reader.until("only ben has annotations to compare")
        await reader.press("tab")
        await reader.go("A question of harbours", pane=0)
        await reader.press("t", "c")
        await reader.until("tag claim, tag doubt")
        await reader.press("u")
        await reader.until("only ben has annotations to compare")


async def test_the_panel_closes_and_the_text_has_the_keys(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await open_panel(reader)
        await reader.until("nobody has annotations here")
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)


async def test_the_words_of_a_place_can_be_copied(seeds: Path) -> None:
    add_as("anna", seeds, "Vladimir Putin telephoned", "claim")
    add_as("ben", seeds, "A question of harbours", "doubt")
    async with reading(seeds) as reader:
        panel = await open_panel(reader)
        await reader.until("They differ in 2 places")
        passage = panel.list.passage()
        assert passage is not None
        assert passage.text.startswith("Vladimir Putin telephoned")


async def test_what_is_not_counted_is_told(seeds: Path) -> None:
    ids = [add_as(author, seeds, "A question of harbours", "doubt") for author in ("anna", "ben")]
    file = seeds / "annotations" / "ben" / "call.txt.toml"
    table = file.read_text(encoding="utf-8")
    file.write_text(
        table.replace(f"[annotation.{ids[1]}]", f'[annotation.{ids[1]}]\nreply_to = "x"')
    )
    add_as("ben", seeds, "Vladimir Putin telephoned", "claim")
    async with reading(seeds) as reader:
        await open_panel(reader)
        await reader.until("They differ in 2 places   not counted: 1 answer")


async def test_names_and_tags_are_never_obeyed(seeds: Path) -> None:
    for author in ("anna", "ben"):
        add_as(author, seeds, "A question of harbours", f"tag-{author}\x1b[31m\u202e")
    async with reading(seeds) as reader:
        await open_panel(reader)
        await reader.until("They differ in 1 place")
        assert not any(set(row) & set("\x1b\u202e") for row in reader.screen)


async def test_every_figure_can_be_reached_and_leads_to_its_places(seeds: Path) -> None:
    for author, tags in (("anna", ("claim",)), ("ben", ("claim", "doubt")), ("cleo", ("name",))):
        add_as(author, seeds, "Vladimir Putin telephoned", *tags)
    add_as("ben", seeds, "A question of harbours", "quote")
    async with reading(seeds, size=(80, 24)) as reader:
        panel = await open_panel(reader)
        await reader.until("They differ in 2 places")
        await reader.press("o")
        await reader.until(lambda: panel.figures.has_focus)
        await reader.until("anna and ben: ")
        await reader.until("both 1, only anna 0, only ben 1, neither 22")
        await reader.until("anna, ben, cleo: 1 document, 24 sentences")
        await reader.press("G")
        await reader.until("▸ status open")
        await reader.press("enter")
        await reader.until("They differ nowhere on status open")
        await reader.press("o", "g", "j", "enter")
        await reader.until("They differ on tag claim in 1 place")
        await reader.press("o", "o")
        await reader.until("They differ in 2 places")


async def test_the_columns_stand_in_line_with_three_authors(seeds: Path) -> None:
    for author, tags in (("anna", ("claim",)), ("ben", ("claim", "doubt")), ("cleo", ("name",))):
        add_as(author, seeds, "Vladimir Putin telephoned", *tags)
        add_as(author, seeds, "A question of harbours", "claim" if author == "anna" else "quote")
    async with reading(seeds, size=(80, 24)) as reader:
        await open_panel(reader)
        await reader.until("They differ in ")
        await reader.press("o")
        await reader.until(" and ben: ")
        head = next(row for row in reader.screen if "alpha of spans" in row)
        rows = [row for row in reader.screen if row[2:].startswith("tag ")]
        assert len(rows) > 2
        ends = [head.index("kappa") + len("kappa"), head.index("alpha ") + len("alpha")]
        ends.append(head.index("spans") + len("spans"))
        for row in rows:
            assert all(row[end - 1] in "-0123456789" for end in ends)
            assert all(row[end : end + 1] in ("", " ") for end in ends)


async def test_without_figures_the_key_for_them_says_so(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await open_panel(reader)
        await reader.until("nobody has annotations here")
        await reader.press("o")
        await reader.until("There are no figures yet")


def test_of_several_pairs_the_lowest_and_highest_kappa_are_shown() -> None:
    marks = [mark(author, "One", "claim") for author in ("anna", "ben", "cleo")]
    rows = figure_rows(compared([*marks, mark("cleo", "Two", "claim")]).figures)
    (row,) = (row for row in rows if row.subject == "tag claim")
    assert row.kappa == "0.545 to 1.000"


def test_an_undefined_figure_is_a_dash() -> None:
    marks = [mark(author, (0, 68), "claim") for author in ("anna", "ben")]
    rows = figure_rows(compared(marks).figures)
    assert rows[0][1:] == ("-", "-", "-")


async def test_authors_that_cannot_be_compared_are_told(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compare(*args: object, **options: object) -> None:
        raise RuntimeError("out of ink")

    monkeypatch.setattr("annotations.agreement.comparison.compare", compare)
    async with reading(seeds) as reader:
        await open_panel(reader)
        await reader.until("the authors could not be compared: out of ink")
