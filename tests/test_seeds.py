"""The sample workspace: what it says of itself is so, and it comes without annotations."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from documents.document import Document
from documents.settings import Hue, load_settings
from documents.workspace import open_workspace

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"


def read(path: str) -> Document:
    return open_workspace([SEEDS]).workspace.read(path)


def test_it_opens_with_its_two_reports_and_a_brief_is_at_hand() -> None:
    opened = open_workspace([SEEDS])
    assert opened.workspace.documents() == ["call.txt", "message.txt", "to-check.md"]


def test_every_quotation_in_the_brief_stands_in_a_report() -> None:
    brief = read("to-check.md").text
    reports = [" ".join(read(path).text.split()) for path in ("call.txt", "message.txt")]
    unwrapped = re.sub(r"\s+", " ", brief)
    quotations = re.findall(r"“([^”]+)”", unwrapped) + re.findall(r"^ *> (.+)$", brief, re.M)
    assert len(quotations) == 7
    for quotation in quotations:
        assert any(quotation in report for report in reports), quotation


@pytest.mark.parametrize("path", ["call.txt", "message.txt"])
def test_a_reports_first_sentence_is_the_title_on_record(path: str) -> None:
    document = read(path)
    first = document.segmentation.sentence_at(0)
    assert first is not None
    assert document.text[first.start : first.end] == load_settings(SEEDS).sources[path].title


def test_each_document_has_its_source_on_record() -> None:
    assert set(load_settings(SEEDS).sources) == set(open_workspace([SEEDS]).workspace.documents())


def test_tags_differ_in_key_and_hue() -> None:
    tags = load_settings(SEEDS).tags
    assert [tag.name for tag in tags] == ["claim", "question", "quote", "figure", "name", "doubt"]
    assert len({tag.key for tag in tags}) == len(tags)
    assert {tag.hue for tag in tags} == set(get_args(Hue))


def test_the_first_annotations_are_the_readers() -> None:
    run = ["git", "check-ignore", "--quiet", "--no-index", "seeds/annotations/reader/call.txt.toml"]
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    assert subprocess.run(run, cwd=ROOT).returncode == 0
