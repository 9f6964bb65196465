"""Another engine stands in where the environment names one; nothing else of the program knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import MakeWorkspace

from annotations.store import Store
from search_index.indexing.choosing import VARIABLE, NoEngine, chosen_engine
from search_index.indexing.updating import update_index
from search_index.search import Searcher
from search_index.whoosh_engine import engine as whoosh

NOT_THERE, NO_ENGINE = "no_such_module_anywhere", "json"


def test_whoosh_is_the_engine_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert chosen_engine() is whoosh
    monkeypatch.setenv(VARIABLE, "")
    assert chosen_engine() is whoosh


def test_a_module_that_is_named_is_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    import one_file_engine

    monkeypatch.setenv(VARIABLE, "one_file_engine")
    assert chosen_engine() is one_file_engine


@pytest.mark.parametrize("name", [NOT_THERE, NO_ENGINE, "", "..", ".json", "a b"])
def test_what_is_no_engine_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(VARIABLE, name or "\t")
    with pytest.raises(NoEngine) as told:
        chosen_engine()
    assert VARIABLE in str(told.value)
    assert "\n" not in str(told.value)


def test_whatever_a_module_says_when_it_fails_is_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "failing_engine.py").write_text("raise RuntimeError('no server\\nat all')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv(VARIABLE, "failing_engine")
    with pytest.raises(NoEngine, match="no server at all"):
        chosen_engine()


@pytest.mark.parametrize("name", [NOT_THERE, NO_ENGINE])
def test_without_an_engine_searching_works(
    monkeypatch: pytest.MonkeyPatch, make_workspace: MakeWorkspace, name: str
) -> None:
    monkeypatch.setenv(VARIABLE, name)
    workspace = make_workspace({"a.txt": "Oil."})
    assert name in update_index(workspace, Store(workspace)).problem
    found = Searcher(workspace, Store(workspace)).search("oil")
    assert (found.total, found.indexed, found.problems) == (1, False, [])
