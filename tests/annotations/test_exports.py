"""Every format: made from the same material, known again by how it begins, safe and whole."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from export_material import annotated, exported, hostile_material, material

from annotations.exports import FORMATS, opening_of
from annotations.listing import as_object
from annotations.toml_values import UNKNOWN_TIME
from documents.sources import Source


@pytest.mark.parametrize("format", FORMATS)
def test_begins_as_it_says(format: str) -> None:
    assert exported(format, material(annotated("Monday"))).startswith(opening_of(format))


@pytest.mark.parametrize("format", FORMATS)
def test_can_be_stored_whatever_it_holds(format: str) -> None:
    assert exported(format, hostile_material()).encode("utf-8")


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"jsonl"}))
def test_tells_where_a_document_comes_from(format: str) -> None:
    source = Source("A Call", "Levant24", "https://example.org/call", "2025-02-12", "2026-11-21")
    page = exported(format, material(annotated("Monday"), sources={"call.txt": source}))
    for part in ("A Call", "Levant24", "https://example.org/call", "2025-02-12", "2026-11-21"):
        assert part in page


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_marked_is_no_error(format: str) -> None:
    assert annotated("Monday").annotation.id not in exported(format, material())


@pytest.mark.parametrize("format", FORMATS)
def test_a_time_that_nobody_recorded_is_not_made_up(format: str) -> None:
    one = annotated("Monday")
    timeless = replace(one.annotation, created=UNKNOWN_TIME, modified=UNKNOWN_TIME)
    assert "1970" not in exported(format, material(replace(one, annotation=timeless)))


def test_one_format_does_not_import_another() -> None:
    code = (
        "import sys, annotations.exports as e; e.FORMATS['html'];"
        "print([m for m in sys.modules if m.startswith('annotations.exports.') or m in "
        "('csv', 'html', 'json')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_jsonl_is_the_objects_of_the_listing() -> None:
    source = Source(title="A Call")
    placed = [annotated("Monday"), annotated("“at once”", tags=())]
    lines = exported("jsonl", material(*placed, sources={"call.txt": source})).splitlines()
    assert [json.loads(line) for line in lines] == [as_object(one, source) for one in placed]
