from __future__ import annotations

import contextlib
from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from annotations.toml_text import ScanError, comments, key_path, split, statements

WRITTEN = '''\
# a heading
schema = 1   # one

[document]
path = "a [x].txt"
"odd key" = 'C:\\path # no comment'
a.b."c.d" = 2.5

# right above
[annotation.k3] # behind
note = """
[annotation.not_a_table]
key = "no"  \\""" #
x""""
tags = [ # first
  "a]", 'b[', # ["
  """c
]""",
]
when = 2026-11-21 19:00:00Z
links = { to = "x", parts = [1, {y = "}"}] }

  [annotation.k3.more]
x = -inf

[[annotation."q\\"r".list]]
[[annotation."q\\"r".list]]
# the end'''


def test_tables_are_found_where_they_are_and_nowhere_else() -> None:
    layout = split(WRITTEN)
    assert layout.text == WRITTEN
    assert [(table.path, table.is_array) for table in layout.tables] == [
        (("document",), False),
        (("annotation", "k3"), False),
        (("annotation", "k3", "more"), False),
        (("annotation", 'q"r', "list"), True),
        (("annotation", 'q"r', "list"), True),
    ]
    assert layout.tables[1].attached == "# right above\n"
    assert layout.tables[1].floating == "\n"
    assert layout.tail == "# the end"


def test_statements_have_their_keys_values_and_comments() -> None:
    table = split(WRITTEN).tables[0].body
    found = [(each.key, table[each.value_start : each.value_end]) for each in statements(table)]
    assert found == [
        (("path",), '"a [x].txt"'),
        (("odd key",), "'C:\\path # no comment'"),
        (("a", "b", "c.d"), "2.5"),
    ]
    [first] = statements("schema = 1   # one\r\n")
    assert (first.value_end, first.comment, first.end) == (10, "# one", 20)


def test_comments_are_told_from_texts() -> None:
    assert comments(WRITTEN) == [
        "# a heading",
        "# one",
        "# right above",
        "# behind",
        "# first",
        '# ["',
        "# the end",
    ]


scalars: st.SearchStrategy[Any] = (
    st.text(st.characters(exclude_categories=["Cs"]))
    | st.integers(-(2**62), 2**62)
    | st.booleans()
    | st.floats()
    | st.datetimes()
    | st.dates()
    | st.sampled_from(["'''", '"""', "[x]\n[y]", "# no", "\\", "\r\n", "a\x00b"])
)
keys = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4)
)
documents = st.dictionaries(keys, values, max_size=5)


@given(documents, st.booleans(), st.booleans())
def test_whatever_is_valid_is_cut_without_loss(
    document: dict[str, Any], several_lines: bool, windows: bool
) -> None:
    text = tomli_w.dumps(document, multiline_strings=several_lines)
    if windows:
        text = text.replace("\n", "\r\n")
    layout = split(text)
    assert layout.text == text
    for table in layout.tables:
        assert tomli.loads(table.text) is not None  # complete by itself
    named = [each.key for each in statements(layout.root)]
    assert all(len(key) == 1 and key[0] in document for key in named)
    assert {table.path[0] for table in layout.tables} == set(document) - {k for (k,) in named}


@given(st.text(st.sampled_from("[]{}=#.,'\"\\\n\r ab1") | st.characters(exclude_categories=["Cs"])))
def test_what_a_parser_accepts_the_scanner_passes(text: str) -> None:
    try:
        values = tomli.loads(text)
    except tomli.TOMLDecodeError:
        with contextlib.suppress(ScanError):
            assert split(text).text == text
        return
    layout = split(text)
    assert layout.text == text
    roots = {table.path[0] for table in layout.tables} | {s.key[0] for s in statements(layout.root)}
    assert roots == set(values)


@pytest.mark.parametrize("key", ["a", '"b.c"', "'d'.e", 'a . "b" .c', "1.2"])
def test_keys_are_read_as_the_parser_reads_them(key: str) -> None:
    value: Any = tomli.loads(f"{key} = 0")
    for part in key_path(key):
        value = value[part]
    assert value == 0


HOSTILE = {
    "a key of many parts": "a." * 50_000 + "a = 1",
    "a header of many parts": "[" + "a." * 50_000 + "a]",
    "a key that never ends": "x = 1\n" + '"a".' * 20_000,
    "a dotted key in an inline table": "x = {" + "a." * 50_000 + "a = 1}",
    "deep arrays": "x = " + "[" * 100_000,
    "deep inline tables": "x = " + "{a=" * 100_000,
    "a very long key": "a" * 100_000 + "=1",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_would_cost_a_parser_its_memory_is_refused(text: str) -> None:
    with pytest.raises(ScanError) as raised:
        split(text)
    assert raised.value.bounds


@pytest.mark.parametrize(
    "value",
    [
        '[\n    { kind = "cites", id = "a.b" },\n    { date = 2026-11-21 19:00:00Z },\n]',
        '[{ a = "}, # \\" [" }, 5]',
        "[{ a = { b = 1 } }, { c = [1, 2] }]",
        "[{ a.b = 1.5 }, # why\n{}]",
        "[{}]",
    ],
)
def test_arrays_of_inline_tables_are_passed_whole(value: str) -> None:
    text = f"[a]\nx = {value} # end\ny = 1\n\n[b]\n"
    found = split(text)
    assert found.text == text
    assert [table.path for table in found.tables] == [("a",), ("b",)]
    keys = [
        (each.key, found.tables[0].body[each.value_start : each.value_end])
        for each in (statements(found.tables[0].body))
    ]
    assert keys == [(("x",), value), (("y",), "1")]


def test_long_keys_in_inline_tables_are_refused() -> None:
    with pytest.raises(ScanError):
        split("x = [{ " + "a." * 100 + "b = 1 }]")
