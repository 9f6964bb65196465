"""What one reader marked leaves the program, and comes back, through the command line."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from marks_on_disk import contents, marks, text_of
from terminal import SIDELIGHT, environment

Run = Callable[..., str]

CLAIM = "Russia rejected a formal request from the new government to hand over Assad"
SOURCE = "The Orchard Street Dispatch"


@pytest.fixture
def run(tmp_path: Path, home: Path) -> Run:
    """Runs ``sidelight`` with these arguments and gives what it prints."""

    def sidelight(*arguments: object, status: int = 0) -> str:
        argv = [SIDELIGHT, *map(str, arguments)]
        done = subprocess.run(argv, cwd=tmp_path, env=environment(home), capture_output=True)
        assert done.returncode == status, done.stderr.decode()
        assert (done.stderr != b"") == (status == 2)
        return done.stdout.decode()

    return sidelight


@pytest.fixture
def marked(run: Run, seeds: Path) -> Path:
    """The sample workspace with two claims and a name."""
    for document, quote, tag in (
        ("message.txt", CLAIM, "claim"),
        ("message.txt", "nearly twenty years", "claim/figure"),
        ("call.txt", "Mikhail Bogdanov", "name"),
    ):
        file = seeds / document
        start = text_of(file).index(quote)
        run("annotate", file, start, start + len(quote), "--tag", tag, "--note", f"see {tag}")
    return seeds


def listed(run: Run, *arguments: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("list", *arguments, "--json").splitlines()]


def test_every_format_has_the_quote_its_note_and_where_it_comes_from(
    run: Run, marked: Path
) -> None:
    for format in ("markdown", "csv", "jsonl", "html"):
        exported = run("export", marked, "--format", format)
        for expected in (CLAIM, "see claim/figure", SOURCE, "Mikhail Bogdanov"):
            assert expected in exported, f"{expected!r} is missing in {format}"


def test_filters_choose_what_is_exported(run: Run, marked: Path) -> None:
    rows = list(
        csv.DictReader(io.StringIO(run("export", marked, "--format", "csv", "--tag", "name")))
    )
    assert [row["exact"] for row in rows] == ["Mikhail Bogdanov"]


def test_json_lines_come_back_as_the_same_annotations(
    run: Run, marked: Path, tmp_path: Path
) -> None:
    exported = tmp_path / "marks.jsonl"
    run("export", marked, "--format", "jsonl", "--output", exported)
    bare = shutil.copytree(marked, tmp_path / "bare", ignore=shutil.ignore_patterns("annotations"))
    run("import", exported, bare)
    assert listed(run, bare) == listed(run, marked)
    before = contents(bare)
    run("import", exported, bare)
    assert contents(bare) == before


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Zeile eins.\r\nZweite Zeile, mit Umlaut: Bücher.\r\n"),
        ("utf-8-sig", "With a mark before it. Then a second sentence.\n"),
        ("windows-1251", "Посол приехал в Дамаск в январе. Второе предложение короче.\n" * 3),
        ("utf-8", "Two flags 🇸🇾🇷🇺 and a family 👨‍👩‍👧. The end.\n"),
        ("utf-16", "A call, an exchange. A message.\n"),
    ],
)
def test_offsets_count_in_the_text_that_python_reads(
    run: Run, tmp_path: Path, encoding: str, text: str
) -> None:
    file = tmp_path / "documents" / "text.txt"
    file.parent.mkdir()
    file.write_bytes(text.encode(encoding))
    sentences = [json.loads(line) for line in run("sentences", file, "--json").splitlines()]
    start, end = sentences[1]["start"], sentences[1]["end"]
    run("annotate", file, start, end, "--tag", "claim")
    (mark,) = marks(file.parent, "text.txt")
    assert mark["exact"] == text_of(file, encoding)[start:end] == sentences[1]["text"]
    assert listed(run, file) == [
        json.loads(line) for line in run("check", file, "--json").splitlines()
    ]


def test_a_mark_follows_its_sentence_when_the_document_grows(run: Run, marked: Path) -> None:
    file = marked / "message.txt"
    was = listed(run, file)
    file.write_text("A line from the editor.\n\n" + text_of(file), encoding="utf-8")
    now = listed(run, file)
    assert [mark["anchor"] for mark in now] == ["shifted", "shifted"]
    assert [mark["start"] - old["start"] for mark, old in zip(now, was, strict=True)] == [25, 25]


def test_a_mark_whose_sentence_is_gone_is_told_and_kept(run: Run, marked: Path) -> None:
    (marked / "message.txt").write_text("Nothing is left of it.\n", encoding="utf-8")
    reported = run("check", marked, "--json", status=1).splitlines()
    states = {json.loads(line)["exact"]: json.loads(line)["anchor"] for line in reported}
    assert states[CLAIM] == "orphan"
    assert CLAIM in [mark["exact"] for mark in marks(marked, "message.txt")]
