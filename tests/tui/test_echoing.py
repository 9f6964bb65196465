"""What the panel of echoes is answered, and what is told where there is no answer."""

from __future__ import annotations

from pathlib import Path

from annotations.store import Store
from documents.settings import Settings
from documents.spans import Span
from documents.workspace import Workspace
from search_index.echoes.model import Asked
from search_index.search import Searcher
from tui.echoing import Answer, answer_with

WORDS = "Mayor Drummond said that 14 boats were lost at Kessock."
ASKED = Asked(WORDS, Span(0, len(WORDS)))


def searcher(folder: Path) -> Searcher:
    workspace = Workspace(folder, Settings())
    return Searcher(workspace, Store(workspace))


def test_the_echoes_are_answered(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Drummond spoke of 17 boats that were lost at Kessock.")
    answers: list[Answer] = []
    answer_with(answers.append, ASKED, searcher(tmp_path), lambda: False)
    last = answers[-1]
    assert last.asked is ASKED
    assert last.echoes is not None
    assert [one.document for one in last.echoes.echoes] == ["a.txt"]
    assert not last.failure


def test_what_is_overtaken_is_not_answered(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    answers: list[Answer] = []
    answer_with(answers.append, ASKED, searcher(tmp_path), lambda: True)
    assert not answers


def test_a_failure_is_told() -> None:
    answers: list[Answer] = []
    broken: Searcher = None  # type: ignore[assignment]
    answer_with(answers.append, ASKED, broken, lambda: False)
    assert answers[0].echoes is None
    assert "looking for echoes failed" in answers[0].failure
