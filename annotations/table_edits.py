"""Single keys of a TOML table change; its other lines stay as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotations import toml_writing
from annotations.toml_text import Statement, comments, statements
from annotations.toml_values import same_values


class CannotEdit(Exception):
    """The table is not written in a way that single keys of it can be changed."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """``text`` takes the place of ``[start, end)``."""

    start: int
    end: int
    text: str


def edit_table(
    body: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    order: Sequence[str],
    newline: str,
) -> str:
    """The table ``body`` with the keys that differ between ``before`` and ``after`` changed.

    New keys are put where ``order`` has them. Raises CannotEdit.
    """
    body = body if body.endswith("\n") else body + newline
    found = {each.key[0]: each for each in statements(body) if len(each.key) == 1}
    edits: list[_Edit] = []
    for key in dict.fromkeys([*before, *after]):
        if key in before and key in after and same_values(before[key], after[key]):
            continue
        if key in before and key not in found:
            raise CannotEdit(key)  # written with dotted keys, or as a table of its own
        if key not in before:
            edits.append(_insertion(body, found, key, after[key], order, newline))
        elif key not in after:
            edits.append(_removal(found[key], newline))
        else:
            edits.append(_replacement(found[key], after[key], newline))
    return _carried_out(body, edits)


def comment_lines(text: str, newline: str) -> str:
    """The comments of a piece of TOML, each on a line of its own."""
    return "".join(f"{comment}{newline}" for comment in comments(text))


def _replacement(found: Statement, value: object, newline: str) -> _Edit:
    return _Edit(found.value_start, found.value_end, _written(value, newline))


def _removal(found: Statement, newline: str) -> _Edit:
    """A person's comment behind the value stays, on a line of its own."""
    return _Edit(found.start, found.end, found.comment + newline if found.comment else "")


def _insertion(
    body: str,
    found: Mapping[str, Statement],
    key: str,
    value: object,
    order: Sequence[str],
    newline: str,
) -> _Edit:
    if key in found:
        raise CannotEdit(key)
    rank = {each: n for n, each in enumerate(order)}
    mine = rank.get(key, len(rank))
    earlier = [each.end for name, each in found.items() if rank.get(name, len(rank)) <= mine]
    place = max(earlier, default=_header_end(body))
    return _Edit(place, place, _name(key) + " = " + _written(value, newline) + newline)


def _header_end(body: str) -> int:
    match = re.match(r"[ \t]*\[[^\n]*\n", body)
    return match.end() if match else 0


def _name(key: str) -> str:
    return toml_writing.statement(key, 0).removesuffix(" = 0\n")


def _written(value: object, newline: str) -> str:
    try:
        return toml_writing.value(value).replace("\n", newline)
    except ValueError as error:
        raise CannotEdit(str(error)) from None


def _carried_out(body: str, edits: Sequence[_Edit]) -> str:
    """``body`` after the edits; of several at one place, the first comes first."""
    pieces: list[str] = []
    reached = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        pieces += [body[reached : edit.start], edit.text]
        reached = edit.end
    return "".join([*pieces, body[reached:]])
