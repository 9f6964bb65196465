"""``sidelight agreement``: figures and differences, for people and for scripts."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from running import CommandLine, everything, write

TEXT = "One is here. Two is here. Three is here. Four is here.\n"
Refused = Callable[..., str]


@pytest.fixture
def coded(sidelight: CommandLine) -> CommandLine:
    """Two authors on one text, one of them on another as well."""
    write(sidelight.folder, "a.txt", TEXT)
    write(sidelight.folder, "b.txt", TEXT)
    for author, start, end, tag, status in (
        ("anna", "0", "12", "claim", "supported"),
        ("anna", "13", "25", "claim", "open"),
        ("ben", "0", "12", "claim", "refuted"),
        ("ben", "26", "40", "quote", ""),
    ):
        sidelight(
            "annotate", "a.txt", start, end, "--tag", tag, "--status", status, "--author", author
        )
    sidelight("annotate", "b.txt", "0", "3", "--tag", "name", "--author", "ben")
    return sidelight


def test_json_has_what_was_compared_the_figures_and_the_differences(coded: CommandLine) -> None:
    compared, *others = coded("agreement", "--json").objects
    assert compared == {
        "kind": "compared",
        "authors": ["anna", "ben"],
        "documents": ["a.txt"],
        "sentences": 4,
        "characters": len(TEXT),
        "left_out": {
            "documents": ["b.txt"],
            "unplaced": 0,
            "answers": 0,
            "several_statuses": 0,
            "other_words": 0,
        },
    }
    figures = [one for one in others if one["kind"] == "figure"]
    differences = [one for one in others if one["kind"] == "difference"]
    assert [*figures, *differences] == others
    (kappa,) = (one for one in figures if (one["name"], one["measure"]) == ("claim", "cohen_kappa"))
    assert kappa == {
        "kind": "figure",
        "subject": "tag",
        "name": "claim",
        "measure": "cohen_kappa",
        "authors": ["anna", "ben"],
        "value": 0.5,
        "undefined": None,
        "observed": 0.75,
        "expected": 0.5,
        "per": "sentences",
        "units": 4,
        "counts": [
            {"codes": [False, False], "units": 2},
            {"codes": [True, False], "units": 1},
            {"codes": [True, True], "units": 1},
        ],
    }
    assert [(one["start"], one["tags"], one["statuses"]) for one in differences] == [
        (0, [], True),
        (13, ["claim"], False),
        (26, ["quote"], False),
    ]
    assert differences[0] == {
        "kind": "difference",
        "document": "a.txt",
        "start": 0,
        "end": 12,
        "text": "One is here.",
        "tags": [],
        "spans": [],
        "statuses": True,
        "authors": [
            {"author": "anna", "tags": ["claim"], "statuses": ["supported"]},
            {"author": "ben", "tags": ["claim"], "statuses": ["refuted"]},
        ],
    }


def test_what_people_read_has_the_figures_their_counts_and_the_places(coded: CommandLine) -> None:
    output = coded("agreement").output
    assert output.startswith("anna, ben: 1 document, 4 sentences, 55 characters\n")
    assert "not counted: 1 document that no two of them have worked on" in output
    assert "  kappa   0.500  observed 0.750, expected 0.500 in 4 sentences\n" in output
    assert "anna, ben: both 1, only anna 1, only ben 0, neither 2\n" in output
    assert "They differ in 3 places:" in output
    assert "a.txt:0-12  status\n    “One is here.”\n    anna: claim, [supported]\n" in output
    assert max(map(len, output.splitlines())) <= 84


def test_an_undefined_figure_is_null_and_told(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt", "One is here.")
    for author in ("anna", "ben"):
        sidelight("annotate", "a.txt", "0", "12", "--tag", "name", "--author", author)
    output = sidelight("agreement", "--json").output
    assert "NaN" not in output
    figures = [json.loads(line) for line in output.splitlines()][1:]
    assert {(one["value"], one["undefined"]) for one in figures} == {(None, "one category")}
    plain = sidelight("agreement").output
    assert "undefined: one and the same code in 1 sentence" in plain
    assert "They differ nowhere." in plain


def test_tag_and_author_narrow_it(coded: CommandLine) -> None:
    names = {one.get("name") for one in coded("agreement", "--tag", "quote", "--json").objects[1:]}
    assert names == {"quote", None}
    found = coded("agreement", "--author", "ben", "--author", "anna", "--json").objects
    assert found[0]["authors"] == ["anna", "ben"]


def test_nothing_to_compare_is_status_1_and_told(coded: CommandLine) -> None:
    outcome = coded("agreement", "b.txt", status=1)
    assert outcome.output == ""
    assert "only ben has annotations to compare" in outcome.errors
    assert coded("agreement", "b.txt", "--json", status=1).objects[0]["documents"] == []
    outcome = coded("agreement", "--author", "ben", "--author", "zoe", status=1)
    assert "zoe has no annotations here" in outcome.errors


def test_one_author_alone_is_refused(coded: CommandLine, refused: Refused) -> None:
    assert "anna cannot be compared alone" in refused("agreement", "--author", "anna")


def test_it_writes_nothing(coded: CommandLine) -> None:
    before = everything(coded.folder)
    coded("agreement")
    assert everything(coded.folder) == before


def test_a_damaged_file_is_status_2_beside_what_could_be_compared(coded: CommandLine) -> None:
    write(coded.folder, "annotations/cleo/a.txt.toml", "schema = 1\n[annotation\n")
    outcome = coded("agreement", "--json", status=2)
    assert outcome.objects[0]["authors"] == ["anna", "ben"]
    assert "annotations/cleo/a.txt.toml:2:" in outcome.errors


def test_a_mark_that_lost_its_place_is_left_out_and_told(coded: CommandLine) -> None:
    write(coded.folder, "a.txt", TEXT.replace("Three is here.", ""))
    assert "not counted: 1 mark without a sure place" in coded("agreement").output
