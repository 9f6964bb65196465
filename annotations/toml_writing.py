"""TOML as annotation files have it: tables and values as tomli-w writes them, times with a Z."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

import tomli_w

from annotations.toml_file import SCHEMA
from documents.lazy_regex import lazy_regex

_UTC_LINE = lazy_regex(r"^([a-z_]+ = [-0-9]{10} [0-9:.]+)\+00:00$", re.MULTILINE)


def dumps(values: Mapping[str, Any]) -> str:
    """``values`` as TOML, with LF newlines."""
    # No text of ours spans lines, so a line that looks like a time's statement is one.
    return _UTC_LINE.sub(r"\1Z", tomli_w.dumps(values))


def annotation_table(identifier: str, values: Mapping[str, Any]) -> str:
    """The ``[annotation.…]`` table, with its sub-tables if it has any."""
    entries = {key: value for key, value in values.items() if _is_of_tables(value)}
    if not entries:
        return dumps({"annotation": {identifier: values}})
    tables = {key: value for key, value in values.items() if isinstance(value, dict)}
    lines = {key: value for key, value in values.items() if key not in {*entries, *tables}}
    text = dumps({"annotation": {identifier: lines}})
    text += "".join(statement(key, value) for key, value in entries.items())
    if tables:
        text += "\n" + dumps({"annotation": {identifier: tables}})
    return text


def statement(key: str, value: object) -> str:
    """The lines of ``key = value``; an array of tables has a line for each of them.

    Raises ValueError where that takes a table of its own.
    """
    if _is_of_tables(value):
        name = dumps({key: 0}).removesuffix("0\n")
        return name + "[\n" + "".join(f"    {_inline(one)},\n" for one in value) + "]\n"
    text = dumps({key: value})
    if text.startswith("["):
        raise ValueError(f'"{key}" takes a table of its own')
    return text


def value(value: object) -> str:
    """How ``value`` is written. Raises ValueError where that takes a table of its own."""
    return statement("x", value)[len("x = ") : -1]


def file_head(document: Mapping[str, Any]) -> str:
    """What a new file begins with: the schema and the ``[document]`` table."""
    return dumps({"schema": SCHEMA, "document": document})


def _is_of_tables(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _inline(value: object) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        pairs = [dumps({key: 0}).removesuffix("0\n") + _inline(one) for key, one in value.items()]
        return "{ " + ", ".join(pairs) + " }" if pairs else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(one) for one in value) + "]"
    return dumps({"x": value})[len("x = ") : -1]
