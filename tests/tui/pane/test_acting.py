"""Of several marks at the cursor the text shows the one that keys act on."""

from __future__ import annotations

from annotated import placed

from annotations.model import PlacedAnnotation
from documents.document import Document
from documents.spans import Span
from tui.company import Company
from tui.pane.acting import ActedOn
from tui.pane.chosen import Chosen
from tui.pane.marks import Marks
from tui.pane.view import View

SENTENCE = "Some call; others doubt it."
WHOLE = placed(0, len(SENTENCE), "claim", name="whole")
WORDS = placed(0, 9, "claim", name="words")
NESTED = placed(5, 9, "question", name="nested")
THEIRS = placed(0, len(SENTENCE), "doubt", name="theirs", author="ab")


def reading_with(*marks: PlacedAnnotation) -> tuple[View, Marks]:
    """A reader at the first of two sentences, with these marks on it."""
    view = View(Document("a.txt", f"{SENTENCE} Another one."))
    return view, Marks(marks, Company("mk", lambda: marks))


def test_of_nested_marks_the_one_chosen_is_told() -> None:
    view, marks = reading_with(WHOLE, WORDS, NESTED)
    assert view.cursor is not None
    told = ActedOn()
    for one in (WORDS, NESTED, WHOLE):
        view.chosen = Chosen.of(one, view.cursor)
        assert told.span(view, marks, active=True) == Span(one.start or 0, one.end or 0)


def test_without_a_choice_it_is_the_one_that_keys_act_on() -> None:
    view, marks = reading_with(THEIRS, WORDS)
    assert ActedOn().span(view, marks, active=True) == Span(0, 9)


def test_one_alone_needs_no_telling_nor_do_marks_that_no_key_acts_on() -> None:
    assert ActedOn().span(*reading_with(WHOLE), active=True) is None
    assert ActedOn().span(*reading_with(), active=True) is None
    assert ActedOn().span(*reading_with(WHOLE, WORDS), active=False) is None


def test_it_goes_with_the_cursor_and_with_the_marks() -> None:
    view, marks = reading_with(WHOLE, WORDS)
    told = ActedOn()
    assert told.span(view, marks, active=True) == Span(0, len(SENTENCE))
    assert told.span(view, marks.replaced(WHOLE, None), active=True) is None
    view.step(1)
    assert told.span(view, marks, active=True) is None
