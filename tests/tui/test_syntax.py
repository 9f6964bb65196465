"""Source code and Markdown get their colours a little at a time, at the offsets of their text."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.document import Kind
from tui.syntax import STYLES, SyntaxColouring
from tui.syntax.colouring import KEPT, WHOLE, WINDOW
from tui.syntax.lexers import reading_for
from tui.syntax.stretch import LONGEST_LINE, Stretch
from tui.themes import THEMES

PYTHON = 'def reads(page):\n    """A doc."""\n    return page + 12  # a comment\n'
ENDS = ["\n", "\r\n", "\r"]


def coloured(text: str, filename: str = "a.py", kind: Kind = "code") -> SyntaxColouring:
    """All colours of a text, however long it takes: the clock stands still."""
    syntax = SyntaxColouring(text, filename, kind, clock=lambda: 0.0)
    syntax.advance(1)
    return syntax


def runs(text: str, filename: str = "a.py", kind: Kind = "code") -> list[tuple[str, str]]:
    syntax = coloured(text, filename, kind)
    return [(text[start:end], key) for start, end, key in syntax.spans(0, len(text))]


def markdown(text: str) -> list[tuple[str, str]]:
    return [run for run in runs(text, "a.md", "markdown") if run[1] != "operator"]


@pytest.mark.parametrize("end", ENDS, ids=["LF", "CRLF", "CR"])
def test_runs_lie_on_the_offsets_of_the_text_whatever_its_line_ends(end: str) -> None:
    found = runs(("\n\n" + PYTHON * 3).replace("\n", end))
    assert found.count(("reads", "name")) == 3
    assert found.count(('"""A doc."""', "string")) == 3
    assert found.count(("return", "keyword")) == 3
    assert found.count(("12", "number")) == 3
    assert found.count(("# a comment", "comment")) == 3


@settings(deadline=None)
@given(
    st.text(st.sampled_from("ab1 \"'#*_`[]()<>-=\\\t\r\n\x00é日\ud800"), max_size=200),
    st.sampled_from([("a.py", "code"), ("a.md", "markdown"), ("a.html", "code"), ("a.rb", "code")]),
)
def test_any_text_gives_ordered_runs_inside_it(text: str, file: tuple[str, Kind]) -> None:
    syntax = coloured(text, *file)
    spans = syntax.spans(0, len(text))
    assert syntax.covers(0, len(text))
    places = [place for start, end, _ in spans for place in (start, end)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) and key in STYLES for start, end, key in spans)


@settings(deadline=None)
@given(st.text(st.sampled_from("ab1 \"'#*_`\r\n"), max_size=100))
def test_a_line_end_of_two_characters_changes_no_colour(text: str) -> None:
    text = text.replace("\r", "")
    crlf = text.replace("\n", "\r\n")
    assert [(part.replace("\r\n", "\n"), key) for part, key in runs(crlf)] == runs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\ntext", [("# One", "heading")]),
        ("One\n===\n", [("One\n===", "heading")]),
        ("---\ntitle: x\n---\n\ntext", [("---\ntitle: x\n---", "comment")]),
        ("a *b c* d", [("*b c*", "emphasis")]),
        ("a _b\nc_ d", [("_b\nc_", "emphasis")]),
        ("a *b\n\nc* d", []),
        ("a **b *c** d", [("**b *c**", "strong")]),
        ("***a***", [("***a***", "strong")]),
        ("a_snake_case_name, 2 * 3 * 4", []),
        (r"\*not\*", []),
        ("`a*b*`", [("`a*b*`", "code")]),
        ("```py\n# x\n```\n*a*", [("```py\n# x\n```", "code"), ("*a*", "emphasis")]),
        ('[a b](http://c "d") e', [("a b", "link")]),
        ("see https://a.b/c_d_e.", [("https://a.b/c_d_e.", "link")]),
        ("- *a*\n  * b\n", [("*a*", "emphasis")]),
        ("<!-- a -->", [("<!-- a -->", "comment")]),
    ],
)
def test_markdown_shows_its_marks(text: str, expected: list[tuple[str, str]]) -> None:
    assert markdown(text) == expected


@pytest.mark.parametrize(
    ("filename", "head", "known"),
    [
        ("a/b.py", "", True),
        ("Makefile", "", True),
        ("Dockerfile", "", True),
        ("B.SQL", "", True),
        ("a.pl", "", True),
        ("run", "#!/usr/bin/env python3\n", True),
        ("run", "#!/bin/sh -e\n", True),
        ("feed", '<?xml version="1.0"?>', True),
        ("a.log", "", False),
        ("a.csv", "", False),
    ],
)
def test_the_language_is_known_by_name_or_first_line(filename: str, head: str, known: bool) -> None:
    assert (reading_for(filename, "code", head) is not None) == known


def test_prose_has_no_syntax() -> None:
    syntax = SyntaxColouring("def f(): pass", "a.py", "prose")
    assert not syntax.advance(1)
    assert syntax.spans(0, 100) == []
    assert syntax.covers(0, 100)


def test_every_theme_has_a_face_for_every_style() -> None:
    for theme in THEMES.values():
        assert set(theme.syntax) == set(STYLES)


def test_work_is_done_in_slices() -> None:
    ticks = iter(range(10**9))
    text = PYTHON * 100
    syntax = SyntaxColouring(text, "a.py", "code", clock=lambda: next(ticks) / 1e6)
    known = -1
    slices = 0
    while syntax.advance(50 / 1e6):
        slices += 1
        now = len(syntax.spans(0, len(text)))
        assert now >= known
        known = now
    assert slices > 10
    assert syntax.covers(0, len(text))


def test_a_long_text_is_coloured_where_the_reader_looks_and_forgotten_elsewhere() -> None:
    text = PYTHON * (20 * WHOLE // (10 * len(PYTHON)) + KEPT * WINDOW // len(PYTHON))
    syntax = SyntaxColouring(text, "a.py", "code", clock=lambda: 0.0)
    middle = text.index("def", len(text) // 2)
    assert syntax.spans(middle, middle + 3) == []
    assert not syntax.covers(middle, middle + 3)
    syntax.advance(1)
    assert syntax.spans(middle, middle + 3) == [(middle, middle + 3, "keyword")]
    for start in range(0, len(text), WINDOW):
        syntax.spans(start, start + 80)
    assert not syntax.covers(0, 80)


def test_windows_of_a_long_text_leave_no_gap_and_do_not_overlap() -> None:
    text = (PYTHON + "\n") * (WHOLE // len(PYTHON) + 1)
    syntax = coloured(text)
    for place in range(WINDOW // 2, 4 * WINDOW, WINDOW):
        syntax.spans(place, place + WINDOW)
        syntax.advance(1)
        found = syntax.spans(place, place + WINDOW)
        assert all(one[1] <= two[0] for one, two in pairwise(found))
        words = [text[start:end] for start, end, key in found if key == "keyword"]
        assert set(words[1:-1]) == {"def", "return"}
        assert abs(words.count("def") - words.count("return")) <= 1


def _failing(_: str) -> Iterator[tuple[int, object, str]]:
    yield 0, "word", "one"
    raise RecursionError


def test_a_lexer_that_fails_leaves_what_it_found() -> None:
    stretch = Stretch("one two", 0, 7, _failing, lambda _: 0)
    while not stretch.finished:
        stretch.step()
    assert list(stretch.runs(0, 7)) == [(0, 3, STYLES[0])]


def test_what_follows_an_overlong_line_stays_plain() -> None:
    text = PYTHON + "x = " + "1 + " * LONGEST_LINE + "1\n" + PYTHON
    assert runs(text) == runs(PYTHON)


def test_a_line_of_just_the_longest_length_is_coloured() -> None:
    line = "#" * LONGEST_LINE
    assert runs(f"{line}\n{line}") == [(line, "comment"), (line, "comment")]
    assert runs(f"1\n#{line}") == [("1", "number")]


def test_a_lexer_that_takes_too_long_is_left_alone() -> None:
    ticks = iter(range(10**9))
    text = PYTHON * 1000
    syntax = SyntaxColouring(text, "a.py", "code", clock=lambda: next(ticks))
    assert not syntax.advance(10)
    assert syntax.covers(0, len(text))


@pytest.mark.parametrize(
    "unit", ["[", "*a ", "**a ", "_a ", "`", "``a ", "<a ", "<!--", "> ", "\\"]
)
def test_marks_that_nothing_closes_leave_the_rest_its_colours(unit: str) -> None:
    text = (unit * 50 + "\n") * (50_000 // (50 * len(unit))) + "\n\n# End\n"
    assert ("# End", "heading") in markdown(text)


def test_pygments_is_not_imported_before_it_is_needed() -> None:
    check = "import sys, tui.syntax; sys.exit(any(m.startswith('pygments') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
