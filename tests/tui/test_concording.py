"""What the panel of a concordance is answered, and that it can be called off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace
from search_index.concordances.concordance import IN_TEXT_ORDER, Order
from search_index.search import Searcher
from tui.concording import Answer, Concording, Request

Ask = Callable[..., Answer | None]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Asks one concording, which keeps what it read; None where it was called off."""
    for n in range(4):
        (tmp_path / f"{n}.txt").write_text("the oil price\n" * 3 + f"{9 - n} oil here\n")
    workspace = Workspace(tmp_path, Settings())
    searcher = Searcher(workspace, Store(workspace))
    answers: list[Answer] = []
    concording = Concording(answers.append)

    def asked(request: Request, overtaken: bool = False) -> Answer | None:
        answers.clear()
        concording.serve(request, searcher, lambda: overtaken)
        return answers[0] if answers else None

    return asked


def test_lines_are_read_as_far_as_they_are_asked_for(ask: Ask) -> None:
    first = ask(Request("oil", "lines", IN_TEXT_ORDER, 5))
    assert first is not None
    assert (len(first.lines), first.total, first.documents, first.complete) == (5, 16, 4, False)
    more = ask(Request("oil", "lines", IN_TEXT_ORDER, 50))
    assert more is not None
    assert more.complete
    assert more.lines[:5] == first.lines
    assert len(more.lines) == 16


def test_what_was_called_off_is_begun_anew(ask: Ask) -> None:
    assert ask(Request("oil", "lines", IN_TEXT_ORDER, 5)) is not None
    assert ask(Request("gas OR oil", "lines", Order("left"), 50), overtaken=True) is None
    found = ask(Request("gas OR oil", "lines", Order("left"), 50))
    assert found is not None
    assert len(found.lines) == 16
    assert [line.left.split()[-1] for line in found.lines[:4]] == ["6", "7", "8", "9"]


def test_figures_have_no_lines(ask: Ask) -> None:
    found = ask(Request("oil", "collocates", IN_TEXT_ORDER))
    assert found is not None
    assert not found.lines
    counted = ask(Request("oil", "frequencies", IN_TEXT_ORDER))
    assert counted is not None
    assert [one.places for one in counted.frequencies] == [4] * 4


def test_a_failure_is_told(tmp_path: Path) -> None:
    answers: list[Answer] = []
    broken: Searcher = None  # type: ignore[assignment]
    Concording(answers.append).serve(Request("oil", "lines", IN_TEXT_ORDER), broken, lambda: False)
    assert "the concordance failed" in answers[0].failure
