from __future__ import annotations

import contextlib
from datetime import UTC, datetime

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UnreadableAnnotations
from annotations.model import Anchor
from annotations.toml_file import ParsedFile, parse

HEAD = 'schema = 1\n\n[document]\npath = "a.txt"\nsha256 = "00"\nlength = 9\n\n'


def read(text: str | bytes) -> ParsedFile:
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return parse(data, "annotations/mk/a.txt.toml", "mk", "a.txt")


def test_it_reads_what_the_format_says() -> None:
    text = """\
schema = 1

[document]
path = "reports/call.txt"
sha256 = "ab12"
length = 4043
reader = "html/3.1"
encoding = "utf-8-sig"

[annotation.k3f9q2mx]
start = 478
end = 612
exact = "q"
prefix = "p"
suffix = "s"
tags = [
    "claim",
    "claim/figure",
]
note = "n"
status = "open"
created = 2026-11-21 19:00:00Z
modified = 2026-11-21T20:04:10+01:00
text = "cd"
anchor = "review"
reply_to = "other"
source_author = "ann"
confidence = 0.5
links = { a = "b" }
"""
    file = read(text).file
    assert (file.digest, file.length, file.reader, file.encoding) == (
        "ab12",
        4043,
        "html/3.1",
        "utf-8-sig",
    )
    [one] = file.annotations
    assert (one.id, one.start, one.end) == ("k3f9q2mx", 478, 612)
    assert (one.exact, one.prefix, one.suffix) == ("q", "p", "s")
    assert one.tags == ("claim", "claim/figure")
    assert (one.note, one.status) == ("n", "open")
    assert one.created == datetime(2026, 11, 21, 19, tzinfo=UTC)
    assert one.modified == datetime(2026, 11, 21, 19, 4, 10, tzinfo=UTC)
    assert (one.text, one.anchor) == ("cd", Anchor.REVIEW)
    assert (one.reply_to, one.source_author) == ("other", "ann")
    assert one.extra == {"confidence": 0.5, "links": {"a": "b"}}


@pytest.mark.parametrize(
    ("statement", "field", "value"),
    [
        ('tags = "claim"', "tags", ("claim",)),
        ("start = 1.0", "start", 1),
        ("note = 5", "note", "5"),
        ("created = 2026-11-21", "created", datetime(2026, 11, 21, tzinfo=UTC)),
        ("created = 2026-11-21 19:00:00", "created", datetime(2026, 11, 21, 19, tzinfo=UTC)),
        ('created = "2026-11-21T19:00Z"', "created", datetime(2026, 11, 21, 19, tzinfo=UTC)),
        ('anchor = "brand-new"', "extra", {"anchor": "brand-new"}),
    ],
)
def test_what_is_clear_is_taken_as_meant(statement: str, field: str, value: object) -> None:
    start = "" if statement.startswith("start") else "start = 1\n"
    [one] = read(f"{HEAD}[annotation.a]\n{start}end = 5\n{statement}\n").file.annotations
    assert getattr(one, field) == value


@pytest.mark.parametrize(
    ("table", "line", "reason"),
    [
        ('[annotation.bad]\nstart = "x"\nend = 5', 9, '"start" is not a whole number'),
        ("[annotation.bad]\nstart = true\nend = 5", 9, '"start" is not a whole number'),
        ("[annotation.bad]\nstart = 7\nend = 5", 10, "its span runs from 7 to 5"),
        ("[annotation.bad]\nstart = 5\nend = 5", 10, "its span runs from 5 to 5"),
        ("[annotation.bad]\nstart = 7", 8, 'it has no "end"'),
        ("[annotation.bad]\ntags = [1]", 9, '"tags" is not an array of texts'),
        ("[annotation.bad]\nnote = [1]", 9, '"note" is not a text'),
        ('[annotation.bad]\ncreated = "soon"', 9, '"created" is not a time'),
        ("[[annotation.bad]]\nstart = 1", 8, "it is not a table"),
    ],
)
def test_an_annotation_that_makes_no_sense_is_named_and_the_others_are_read(
    table: str, line: int, reason: str
) -> None:
    parsed = read(f"{HEAD}{table}\n\n[annotation.good]\nstart = 1\nend = 2\n")
    assert [one.id for one in parsed.file.annotations] == ["good"]
    assert parsed.file.problems == (
        f"annotations/mk/a.txt.toml:{line}:1: annotation bad: {reason}",
    )
    assert parsed.broken == {"bad"}


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        (HEAD + "[annotation.a]\nstart = \n", 9, 9, "Invalid value"),
        (HEAD + 'x = "never closed\n', 8, 18, "Illegal character '\\n'"),
        (HEAD + "[document]\n", 8, 10, "Cannot declare ('document',) twice"),
        ("\n  schema = 2\n", 2, 1, "it was written by a newer Sidelight (schema 2)"),
        ("schema = 'x'\n", 1, 1, '"schema" is not a number'),
        ("annotation = 5\n", 1, 1, '"annotation" is not a table'),
        (b"schema = 1\nx = 'caf\xe9'\n", 2, 9, "it is not in UTF-8"),
        ("x = 1\ny = " + "[" * 10_000, 2, 69, "values are nested too deeply"),
        ("x = 1\n" + "a." * 10_000 + "a = 1", 2, 1, "a key is longer than"),
        (HEAD + "<<<<<<< ours\n", 8, 1, "it holds both sides of a merge"),
    ],
)
def test_a_damaged_file_is_reported_with_its_place(
    text: str | bytes, line: int, column: int, reason: str
) -> None:
    with pytest.raises(UnreadableAnnotations) as raised:
        read(text)
    error = raised.value
    assert (error.line, error.column) == (line, column)
    assert error.reason.startswith(reason)
    assert str(error).startswith(f"annotations/mk/a.txt.toml:{line}:{column}: ")


@pytest.mark.parametrize(
    "text",
    ['["\\q"]\n', '"\\ud800" = 1\n', '[annotation."a\tb\x01"]\n', "x = " + "9" * 5000, "\x00"],
)
def test_what_only_a_parser_notices_is_reported_too(text: str) -> None:
    with pytest.raises(UnreadableAnnotations):
        read(text)


@given(st.text(st.sampled_from("[]{}=#.,'\"\\\n\r ab1eu") | st.characters()))
def test_no_file_gets_anything_but_an_answer_or_that_error(text: str) -> None:
    with contextlib.suppress(UnreadableAnnotations):
        read(text.encode("utf-8", "surrogatepass"))


@given(st.integers(0, 600), st.text(st.sampled_from("[]{}=#.,'\"\\\n ab1"), max_size=3))
def test_a_file_damaged_anywhere_gets_an_answer_too(place: int, damage: str) -> None:
    table = 'start = 1\nend = 5\ntags = [\n    \'x\',\n]\nnote = """q\n"""\n'
    text = HEAD + "".join(f"[annotation.{name}]\n{table}\n" for name in "abcd")
    with contextlib.suppress(UnreadableAnnotations):
        read(text[:place] + damage + text[place + 1 :])


def test_a_message_holds_no_control_character() -> None:
    error = UnreadableAnnotations("a\x1b[2J.toml", 1, 2, "bad \u202e")
    assert str(error).isprintable()


def test_reading_again_parses_only_what_changed_and_says_the_same() -> None:
    tables = "".join(
        f"[annotation.n{n}]\nstart = {n}\nend = {n + 1}\nnote = 'x{n}'\n\n" for n in range(9)
    )
    before = read(HEAD + tables)
    text = (HEAD + tables).replace("'x4'", "'changed'").replace("[annotation.n6]", "[annotation.m]")
    text += "[annotation.last]\nstart = 5\n"
    again = parse(text.encode("utf-8"), "annotations/mk/a.txt.toml", "mk", "a.txt", before)
    assert again.file == read(text).file
    assert again.broken == {"last"}


@pytest.mark.parametrize("damage", ["[annotation.n0]\n", "[annotation]\nn1.note = 1\n", "x ="])
def test_reading_again_finds_damage_as_reading_does(damage: str) -> None:
    text = HEAD + "[annotation.n0]\nnote = 'x'\n\n[annotation.n1]\nnote = 'y'\n\n"
    before = read(text)
    with pytest.raises(UnreadableAnnotations) as first:
        read(text + damage)
    with pytest.raises(UnreadableAnnotations) as again:
        parse((text + damage).encode(), "annotations/mk/a.txt.toml", "mk", "a.txt", before)
    assert str(again.value) == str(first.value)


def table(number: int, body: str = "") -> str:
    return f"# about {number}\n[annotation.id{number}]\nstart = {number}\nend = 900\n{body}\n"


def many(*parts: str) -> str:
    """A file of so many annotations that it is parsed piece by piece, with ``parts`` within."""
    tables = [table(number) for number in range(100)]
    return HEAD + "".join([*tables[:50], *parts, *tables[50:]])


@pytest.mark.parametrize(
    "part",
    [
        "[other]\nkey = 1\n\n",
        "[[list]]\nkey = 1\n\n[[list]]\nkey = 2\n\n",
        '[annotation."with.dot"]\nnote = """\n[annotation.no]\n"""\n',
        "[annotation.id7.more]\nkey = 1\n",
        "[annotation.odd]\nlinks = { a.b = 1 }\n",
    ],
)
def test_piece_by_piece_a_file_says_what_it_says_as_a_whole(part: str) -> None:
    text = many(part)
    known = {one.id for one in read(text).file.annotations}
    assert known == set(tomli.loads(text)["annotation"])
    assert read(text).file.digest == "00"


def test_damage_in_one_of_many_is_reported_with_its_place() -> None:
    text = many(table(500, "note = [1, 2"))
    line = text[: text.index("note = [1, 2")].count("\n") + 1
    with pytest.raises(UnreadableAnnotations) as caught:
        read(text)
    assert caught.value.line >= line


def test_one_that_is_there_twice_is_an_error_as_ever() -> None:
    with pytest.raises(UnreadableAnnotations):
        read(many(table(7)))


def test_reading_many_is_done_in_steps() -> None:
    steps: list[None] = []
    data = many().encode()
    parse(data, "a.toml", "mk", "a.txt", step=lambda: steps.append(None))
    assert len(steps) > 100
