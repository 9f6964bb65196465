"""What ``sidelight concordance`` prints, and its exit status."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from running import CommandLine, write

Refused = Callable[..., str]

TEXT = "The oil price fell.\nCheap oil is no crude oil.\n"


@pytest.fixture
def texts(sidelight: CommandLine) -> CommandLine:
    write(sidelight.folder, "a.txt", TEXT)
    write(sidelight.folder, "2025-02-12/b.txt", "Zero oil, oil of none.\n")
    return sidelight


def test_every_hit_has_a_line_with_the_keyword_in_the_middle(texts: CommandLine) -> None:
    lines = texts("concordance", "oil", "--width", "60").output.splitlines()
    assert len(lines) == 5
    assert {line[20:23] for line in lines} == {"oil"}
    assert all(len(line) <= 60 for line in lines)
    assert all(line.endswith(("a.txt", "b.txt")) for line in lines)


def test_lines_are_sorted_by_the_words_beside(texts: CommandLine) -> None:
    def sorted_by(order: str, side: str) -> list[str]:
        found = texts("concordance", "oil", "--sort", order, "--json").objects
        return [one[side].strip(" ,.").split(" ")[-1 if side == "left" else 0] for one in found]

    assert sorted_by("left", "left") == ["Cheap", "crude", "oil", "The", "Zero"]
    assert sorted_by("1R", "right") == ["", "is", "of", "oil", "price"]


def test_json_has_the_place_and_its_context(texts: CommandLine) -> None:
    found = texts("concordance", "oil", "a.txt", "--json").objects
    assert list(found[0]) == ["document", "start", "end", "left", "keyword", "right"]
    assert [TEXT[one["start"] : one["end"]] for one in found] == ["oil"] * 3
    assert found[1]["left"] == "The oil price fell. Cheap "


def test_collocates(texts: CommandLine) -> None:
    found = texts("concordance", "oil", "--collocates", "--json").objects
    assert all(list(one) == ["word", "left", "right", "frequency", "log_dice"] for one in found)
    assert "oil" not in {one["word"] for one in found}
    assert texts("concordance", "oil", "--collocates").output.startswith("logDice") == bool(found)


def test_frequencies(texts: CommandLine) -> None:
    found = texts("concordance", "oil", "--frequencies", "--json").objects
    assert [(one["kind"], one["name"], one["places"]) for one in found] == [
        ("year", "2025", 2),
        ("folder", "", 3),
        ("folder", "2025-02-12", 2),
        ("document", "a.txt", 3),
        ("document", "2025-02-12/b.txt", 2),
    ]
    assert "1 of 1 documents" in texts("concordance", "oil", "--frequencies").output


def test_no_more_lines_than_wanted(texts: CommandLine) -> None:
    outcome = texts("concordance", "oil", "--limit", "2")
    assert len(outcome.output.splitlines()) == 2
    assert "2 of 5 hits shown" in outcome.errors


@pytest.mark.parametrize("figures", [(), ("--collocates",), ("--frequencies",), ("--json",)])
def test_nothing_found(texts: CommandLine, figures: tuple[str, ...]) -> None:
    assert texts("concordance", "zebra", *figures, status=1).output == ""


def test_bad_input_gets_a_line(texts: CommandLine, refused: Refused) -> None:
    assert "nothing to search for" in refused("concordance", " ")
    assert "no order" in refused("concordance", "oil", "--sort", "4R")
    assert "columns at least" in refused("concordance", "oil", "--width", "3")
    assert "not allowed with" in refused("concordance", "oil", "--collocates", "--frequencies")


def test_annotations_that_answer_are_said_to_have_no_lines(texts: CommandLine) -> None:
    texts("annotate", "a.txt", "0", "7", "--tag", "claim")
    outcome = texts("concordance", "tag:claim", status=1)
    assert "nothing found in the texts: the tag “claim”" in outcome.errors
    assert "annotations have no lines here; sidelight search finds 1 of them" in outcome.errors
    assert "no lines" not in texts("concordance", "tag:quote", status=1).errors
