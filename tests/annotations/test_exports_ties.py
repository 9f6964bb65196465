"""Links and replies in every export, from both ends."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from export_material import annotated, exported, material

from annotations.exports import FORMATS
from annotations.links import link_to, linked
from annotations.model import Link, LinkKind, PlacedAnnotation
from annotations.relations import Relations


def named(placed: PlacedAnnotation, identifier: str, **content: object) -> PlacedAnnotation:
    one = replace(placed.annotation, id=identifier, **content)  # type: ignore[arg-type]
    return replace(placed, annotation=one)


TARGET = named(annotated("5 bn for roads", author="ab", note="Which year?"), "targetid")
SOURCE = named(annotated("on Monday"), "sourceid")
SOURCE = replace(
    SOURCE, annotation=linked(SOURCE.annotation, link_to(TARGET, LinkKind.CONTRADICTS))
)
REPLY = named(annotated("5 bn for roads", note="This one"), "replyid1", reply_to="targetid")
LOST = named(annotated("at once"), "lostid11", links=(Link(LinkKind.CITES, "goneid11", "b.txt"),))


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_of_a_link_and_of_a_reply(format: str) -> None:
    page = exported(format, material(SOURCE, TARGET, REPLY, LOST))
    for words in ("contradicts", "targetid", "cites", "goneid11", "ab"):
        assert words in page


def test_markdown_tells_both_ends() -> None:
    page = exported("markdown", material(SOURCE, TARGET, REPLY))
    assert "- contradicts ab: “5 bn for roads” (`call.txt`, `targetid`)\n" in page
    assert "- contradicted by mk: “on Monday” (`call.txt`, `sourceid`)\n" in page
    assert "- answers ab: “Which year?” (`call.txt`, `targetid`)\n" in page
    assert "- answered by mk: “This one” (`call.txt`, `replyid1`)\n" in page


def test_what_is_not_there_is_named_by_its_id() -> None:
    page = exported("markdown", material(LOST))
    assert "- cites `goneid11` in `b.txt`, which is not here\n" in page


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_of_what_is_gone_the_words_are_kept(format: str) -> None:
    alone = exported(format, material(SOURCE))
    assert "which is not here" in alone
    assert "5 bn for roads" in alone
    assert "targetid" in alone


def test_the_other_end_may_be_left_out_of_the_export() -> None:
    part = replace(material(TARGET), relations=Relations([SOURCE, TARGET]))
    assert "- contradicted by mk: “on Monday”" in exported("markdown", part)
    page = exported("html", part)
    assert "contradicted by" in page
    assert 'href="#n2"' not in page


def test_on_the_page_one_end_leads_to_the_other() -> None:
    page = exported("html", material(SOURCE, TARGET))
    first, second = page.index('id="n1"'), page.index('id="n2"')
    notes = sorted((first, second))
    assert 'href="#n2"' in page[notes[0] : notes[1]]
    assert 'href="#n1"' in page[notes[1] :]


def test_the_table_has_the_ids() -> None:
    rows = list(csv.DictReader(io.StringIO(exported("csv", material(SOURCE, TARGET, REPLY)))))
    assert [row["links"] for row in rows] == ["contradicts targetid", "", ""]
    assert [row["reply_to"] for row in rows] == ["", "", "targetid"]


def test_json_lines_have_them_as_they_are_kept() -> None:
    [first, *_] = map(json.loads, exported("jsonl", material(SOURCE, TARGET)).splitlines())
    assert first["links"] == [
        {
            "kind": "contradicts",
            "id": "targetid",
            "document": "call.txt",
            "author": "ab",
            "exact": "5 bn for roads",
        }
    ]
