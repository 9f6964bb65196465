"""Searches saved in ``sidelight.toml``: put in, changed and taken out, the rest byte for byte.

The file is a person's, with their comments and layout. What is written is read again first, and
must say just what was wanted and all that was said before.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import tomli

from annotations import toml_writing
from annotations.durable import write_durably
from annotations.table_edits import CannotEdit, comment_lines, edit_table
from annotations.toml_text import Layout, ScanError, Table, split
from documents.errors import SettingsError, printable
from documents.settings import (
    SETTINGS_FILE,
    SavedSearch,
    load_settings,
    parse_settings,
    search_name_problem,
)

_KEY = "search"
_ORDER = ("name", "query")
_MARK = "\ufeff"


class CannotSave(Exception):
    """The file cannot be changed; ``str()`` is one line that says why, and what to do."""


def saved_searches(root: Path) -> tuple[SavedSearch, ...]:
    """The searches saved in the workspace at ``root``, as its file is now. Raises SettingsError."""
    return load_settings(root).searches


def save_search(root: Path, search: SavedSearch) -> None:
    """Saves a search, in place of the one of that name; when this returns, it is on the disk.

    Raises CannotSave.
    """
    if problem := search_name_problem(search.name):
        raise CannotSave(f"the name {problem}")
    _change(root, lambda text: with_search(text, search))


def remove_search(root: Path, name: str) -> None:
    """Takes out the search of that name, if there is one. Raises CannotSave."""
    _change(root, lambda text: without_search(text, name))


def _change(root: Path, edit: Callable[[str], str]) -> None:
    file = root / SETTINGS_FILE
    try:
        with _alone(root):
            load_settings(root)
            file = file.resolve()  # who keeps it elsewhere, behind a link, goes on doing so
            before = file.read_bytes().decode("utf-8") if file.exists() else ""
            after = edit(before)
            if after != before:
                parse_settings(after.removeprefix(_MARK), file)
                write_durably(file, after.encode("utf-8"))
    except SettingsError as error:
        raise CannotSave(f"{error}; mend that first") from None
    except OSError as error:
        raise CannotSave(printable(f"{file} cannot be written: {error.strerror}")) from None


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Keeps other programs of ours from writing the file meanwhile; the lock is on its folder."""
    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:  # a file system without locks
            yield
        else:
            yield
    finally:
        os.close(descriptor)


def with_search(text: str, search: SavedSearch) -> str:
    """The settings file's text with a search, in place of the one of that name or behind the last.

    Raises CannotSave.
    """
    return _checked(text, lambda layout, newline: _put(layout, search, newline), search.name)


def without_search(text: str, name: str) -> str:
    """The text without the search of that name; comments on it stay. Raises CannotSave."""
    return _checked(text, lambda layout, newline: _take(layout, name, newline), name)


def _checked(text: str, edit: Callable[[Layout, str], Layout], name: str) -> str:
    """The text after an edit, once it was seen that nothing else in it says anything else."""
    bare = text.removeprefix(_MARK)
    newline = "\r\n" if "\r\n" in bare else "\n"
    try:
        after = edit(split(bare), newline).text
        if _besides(bare, name) == _besides(after, name):
            return text[: len(text) - len(bare)] + after
    except (CannotEdit, ScanError, tomli.TOMLDecodeError):
        pass
    raise CannotSave(
        f"{SETTINGS_FILE} is written in a way that cannot be changed without losing some of it; "
        "write the [[search]] there yourself"
    )


def _besides(text: str, name: str) -> dict[str, Any]:
    """All that a text says, without the search of that name."""
    values = tomli.loads(text)
    rest = [one for one in values.pop(_KEY, []) if one.get("name") != name]
    return values | ({_KEY: rest} if rest else {})


def _put(layout: Layout, search: SavedSearch, newline: str) -> Layout:
    wanted = search._asdict()
    for number, table in enumerate(layout.tables):
        if (there := _search_in(table)) is not None and there.get("name") == search.name:
            if there["query"] == search.query:
                return layout
            body = edit_table(table.body, there, there | wanted, _ORDER, newline)
            return _replaced(layout, number, [replace(table, body=body)])
    body = toml_writing.dumps(wanted).replace("\n", newline)
    new = Table((_KEY,), True, newline, "", f"[[{_KEY}]]{newline}{body}")
    last = max((n for n, one in enumerate(layout.tables) if one.path[0] == _KEY), default=None)
    if last is None or last == len(layout.tables) - 1:
        return _behind_all(layout, new.text, newline)
    return _replaced(layout, last, [layout.tables[last], new])


def _behind_all(layout: Layout, text: str, newline: str) -> Layout:
    """The layout with more text behind everything, a blank line between."""
    before = layout.text
    if not before:
        text = text.removeprefix(newline)
    elif not before.endswith("\n"):
        text = newline + text
    elif before.endswith(newline * 2):
        text = text.removeprefix(newline)
    return Layout(layout.root, layout.tables, layout.tail + text)


def _take(layout: Layout, name: str, newline: str) -> Layout:
    for number, table in enumerate(layout.tables):
        there = _search_in(table)
        if there is None or there.get("name") != name:
            continue
        said = table.attached + comment_lines(table.body, newline)
        left = table.floating + said if said or table.floating.strip() else ""
        return _left(layout, number, left, newline)
    return layout


def _left(layout: Layout, number: int, left: str, newline: str) -> Layout:
    """The layout without a table, of which ``left`` stays, above what followed it."""
    tables = [*layout.tables[:number], *layout.tables[number + 1 :]]
    following = tables[number].text if number < len(tables) else layout.tail
    if left.endswith(newline * 2) and (not following or following.startswith(newline)):
        left = left.removesuffix(newline)  # the blank line before the table
    if number == len(tables):
        return Layout(layout.root, tuple(tables), left + layout.tail)
    tables[number] = replace(tables[number], floating=left + tables[number].floating)
    return Layout(layout.root, tuple(tables), layout.tail)


def _replaced(layout: Layout, number: int, tables: list[Table]) -> Layout:
    every = (*layout.tables[:number], *tables, *layout.tables[number + 1 :])
    return Layout(layout.root, every, layout.tail)


def _search_in(table: Table) -> dict[str, Any] | None:
    """What a table says, if it is a ``[[search]]``."""
    if table.path != (_KEY,) or not table.is_array:
        return None
    (said,) = tomli.loads(table.body)[_KEY]
    return dict(said)
