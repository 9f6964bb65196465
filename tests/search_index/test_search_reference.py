"""What the reference of the query language says is so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from annotations.store import Store
from documents.settings import load_settings
from documents.workspace import Workspace
from search_index.queries.query import CAN_HAVE, FieldName
from search_index.search import Searcher

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "docs" / "search.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
ROW = re.compile(r"\| (`.*`) \| .* \| (\d+) hits?, (\d+) documents? \|")
EXAMPLES = [
    (query, int(hits), int(documents))
    for queries, hits, documents in ROW.findall(REFERENCE)
    for query in re.findall("`([^`]+)`", queries)
]


@pytest.mark.parametrize(("query", "hits", "documents"), EXAMPLES)
def test_an_example_finds_what_it_says(
    tmp_path: Path, query: str, hits: int, documents: int
) -> None:
    seeds = shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    workspace = Workspace(seeds, load_settings(seeds))
    results = Searcher(workspace, Store(workspace)).search(query, limit=None)
    assert (results.total, results.documents) == (hits, documents)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 12


def test_every_field_is_named_and_no_other() -> None:
    fields = re.findall(r"^\| `(\w+):` \|", REFERENCE, re.MULTILINE)
    assert sorted(fields) == sorted(FieldName)
    (row,) = re.findall(r"^\| `has:` \| (.*) \|", REFERENCE, re.MULTILINE)
    assert sorted(re.findall("`([^`]+)`", row)) == sorted(CAN_HAVE)


def test_the_readme_leads_there() -> None:
    assert "(docs/search.md)" in README
