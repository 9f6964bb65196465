"""The outline of a document, as a reader would draw it up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.document import Document, Kind
from documents.headings import headings, windows
from documents.newlines import NEWLINES

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
REPORTS = ROOT.parent / "shared" / "seeds"
PARAGRAPH = "It was said that the talks would go on, though nobody would say where, or with whom."


def outline(text: str, kind: Kind = "prose", path: str = "a.txt") -> list[tuple[int, str]]:
    return [(h.level, h.title) for h in headings(Document(path, text, kind=kind))]


def titles(text: str, kind: Kind = "prose", path: str = "a.txt") -> list[str]:
    return [title for _, title in outline(text, kind, path)]


class TestProse:
    """Plain text, where only looks tell."""

    def test_a_short_line_between_paragraphs(self) -> None:
        text = f"{PARAGRAPH}\n\nWhat Was Said\n\n{PARAGRAPH}\n\nWhat Was Not\n\n{PARAGRAPH}\n"
        assert outline(text) == [(1, "What Was Said"), (1, "What Was Not")]

    def test_one_paragraph_a_line(self) -> None:
        long = f"{PARAGRAPH} {PARAGRAPH}"
        assert titles(f"{long}\nWhat Was Said\n{long}\nHe left.\n{long}") == ["What Was Said"]

    def test_a_title_is_above_what_follows(self) -> None:
        text = f"The Call\n\n{PARAGRAPH}\n\nWhat Was Said\n\n{PARAGRAPH}\n"
        assert outline(text) == [(1, "The Call"), (2, "What Was Said")]

    def test_chapters_are_above_their_parts(self) -> None:
        text = f"Chapter I.\n\nThe Call\n\n{PARAGRAPH}\n\nГлава 2\n\n{PARAGRAPH}\n"
        assert outline(text) == [(1, "Chapter I."), (2, "The Call"), (1, "Глава 2")]

    def test_underlined_lines(self) -> None:
        text = f"the call\n========\nShort.\n\nand after\n---------\n{PARAGRAPH}\n"
        assert titles(text) == ["the call", "and after"]

    @pytest.mark.parametrize(
        "line",
        [
            "He left the room.",
            "“Did he leave?”",
            "and nothing else",
            "- a point",
            "• a point",
            "By Jane Doe",
            "12 February 2025",
            "* * *",
            "https://example.org/",
            "jane@example.org",
            "Name\tNumber",
            "He had three reasons:",
            "他离开了。",
        ],
    )
    def test_what_is_no_heading(self, line: str) -> None:
        assert titles(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}\n") == []

    def test_the_end_of_a_wrapped_paragraph_is_no_heading(self) -> None:
        wrapped = "The talks would go on, though nobody would say\nwhere, or with whom, said\nA Man"
        assert titles(f"{wrapped}\n\n{PARAGRAPH}\n") == []

    def test_a_line_at_the_end_leads_nothing(self) -> None:
        assert titles(f"{PARAGRAPH}\n\nHelpful Keywords") == []

    def test_a_page_that_says_its_title_twice(self) -> None:
        text = f"Home\n\nThe Call\n\n{PARAGRAPH}\n\nThe Call\n\n{PARAGRAPH}\n"
        assert outline(text) == [(1, "The Call")]


def test_the_sample_documents_have_the_headings_a_reader_sees() -> None:
    call = (SEEDS / "call.txt").read_text(encoding="utf-8")
    assert [level for level, _ in outline(call)] == [1, 2, 2]
    assert titles(call)[1:] == ["A question of harbours", "Hospitals, roads and farms"]
    message = (SEEDS / "message.txt").read_text(encoding="utf-8")
    assert [level for level, _ in outline(message)] == [1, 2, 2, 2]


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the reports of two news sites are not at hand")
def test_reports_copied_from_the_web_have_the_headings_a_reader_sees() -> None:
    reports = [file.read_text(encoding="utf-8") for file in sorted(REPORTS.glob("*.txt"))]
    assert [len(outline(report)) for report in reports] == [3, 4]


class TestMarkdown:
    """ATX and setext headings."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("# One\n## Two\n###### Six\n", [(1, "One"), (2, "Two"), (6, "Six")]),
            ("   ## Two ##  \n", [(2, "Two")]),
            ("# C# #\n", [(1, "C#")]),
            ("#\n", [(1, "")]),
            ("#hashtag\n####### seven\n    # code\n", []),
            ("One\n===\nTwo\n---\n", [(1, "One"), (2, "Two")]),
            ("- item\n---\n> quote\n---\n\n---\n***\n---\n", []),
            ("| a | b |\n---\n", []),
            ("# [The *call*](a.md) and `code`\n", [(1, "The call and code")]),
            ("```\n# no\n```\n# yes\n", [(1, "yes")]),
            ("~~~~ sh\n# no\n~~~\n# no\n~~~~\n# yes\n", [(1, "yes")]),
            ("```\n# never closed\n", []),
            ("`` `# not a fence``\n# yes\n", [(1, "yes")]),
            ("---\ntitle: x\n---\n# yes\n", [(1, "yes")]),
            ("---\nTitle\n---\n", []),
            ("# last", [(1, "last")]),
        ],
    )
    def test_headings(self, text: str, expected: list[tuple[int, str]]) -> None:
        assert outline(text, "markdown") == expected


class TestCode:
    """Definitions, by the language's suffix."""

    @pytest.mark.parametrize(
        ("path", "text", "expected"),
        [
            (
                "a.py",
                "class A:\n    async def b(self):\n        def c(): ...\ndef d[T](x): ...\n",
                [(1, "class A"), (2, "async def b"), (3, "def c"), (1, "def d")],
            ),
            ("a.py", '"""\nclass of its own\n"""\n', []),
            (
                "a.js",
                "export default class A {}\nasync function b() {}\n",
                [(1, "export default class A"), (1, "async function b")],
            ),
            ("a.go", "func (r *Reader) Read(p []byte) {\n", [(1, "func (r *Reader) Read")]),
            (
                "a.rs",
                "pub(crate) struct A;\nimpl A {\n    pub fn b() {}\n}\n",
                [(1, "pub(crate) struct A"), (1, "impl A"), (2, "pub fn b")],
            ),
            (
                "a.c",
                "static int f(int a)\n{\n    return g(a);\n    if (a) {\n}\nint g(int);\n",
                [(1, "static int f")],
            ),
            (
                "A.java",
                "public class A {\n    public void b(int c) {\n        d.e(c);\n    }\n}\n",
                [(1, "public class A"), (2, "public void b")],
            ),
            ("a.sh", "greet() {\n  echo hello\n}\n", [(1, "greet")]),
            (
                "a.tex",
                "\\section{One}\n\\subsection*{Two}\n",
                [(1, "One"), (2, "Two")],
            ),
            ("a.json", '{"class": "A"}\n', []),
            ("Makefile", "all: class\n", []),
        ],
    )
    def test_definitions(self, path: str, text: str, expected: list[tuple[int, str]]) -> None:
        assert outline(text, "code", path) == expected


LINES = st.sampled_from(
    ["# One", "One", "===", "---", "```", "class A:", "    def b(c):", PARAGRAPH, "", " ", "é" * 90]
)


@pytest.mark.parametrize(
    ("kind", "path"), [("prose", "a.txt"), ("markdown", "a.md"), ("code", "a.py"), ("code", "a.c")]
)
@given(lines=st.lists(LINES | st.text()), newline=st.sampled_from(["\n", "\r\n", "\r"]))
def test_spans_are_lines_in_order(kind: Kind, path: str, lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    found = headings(Document(path, text, kind=kind))
    assert [h.start for h in found] == sorted({h.start for h in found})
    for heading in found:
        line = text[heading.start : heading.end]
        assert line
        assert line == line.strip()
        assert "\n" not in line
        assert "\r" not in line


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("prose", "a.txt"),
        ("markdown", "a.md"),
        ("code", "a.py"),
        ("code", "a.c"),
        ("code", "a.tex"),
    ],
)
@given(
    lines=st.lists(LINES | st.sampled_from(["\\part{a}", "\\section{b}", "Chapter 1"])),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    size=st.integers(1, 200),
)
def test_headings_found_in_steps_are_those_found_at_once(
    kind: Kind, path: str, lines: list[str], newline: str, size: int
) -> None:
    document = Document(path, newline.join(lines), kind=kind)
    at_once = headings(document)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(windows, "SIZE", size)
        assert headings(document) == at_once


@pytest.mark.parametrize("newline", ["\r\n", *NEWLINES])
def test_newlines_of_any_kind_give_the_same_headings(newline: str) -> None:
    text = f"The Call\n\n{PARAGRAPH}\n\nWhat Was Said\n\n{PARAGRAPH}\n"
    assert outline(text.replace("\n", newline)) == outline(text)
    assert outline("# One\n\nTwo\n---\n".replace("\n", newline), "markdown") == [
        (1, "One"),
        (2, "Two"),
    ]
