"""TOML as annotation files have it: tables and values as tomli-w writes them, times with a Z."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import tomli_w

from annotations.toml_file import SCHEMA

_UTC_LINE = re.compile(r"^([a-z_]+ = [-0-9]{10} [0-9:.]+)\+00:00$", re.MULTILINE)


def dumps(values: Mapping[str, Any]) -> str:
    """``values`` as TOML, with LF newlines."""
    # No text of ours spans lines, so a line that looks like a time's statement is one.
    return _UTC_LINE.sub(r"\1Z", tomli_w.dumps(values))


def annotation_table(identifier: str, values: Mapping[str, Any]) -> str:
    """The ``[annotation.…]`` table, with its sub-tables if it has any."""
    return dumps({"annotation": {identifier: values}})


def statement(key: str, value: object) -> str:
    """The lines of ``key = value``. Raises ValueError where that takes a table of its own."""
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
