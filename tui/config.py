"""One person's settings: ``config.toml`` in the platform's configuration folder.

::

    author = "mk"               # whose annotations are made here; else the login name
    theme = "light"             # what the reader opens with
    boxes = "ascii"             # draws no lines, bars and signs but those of ASCII
    cursor = "visible"          # shows the terminal's own cursor, on the sentence
    keyboard = "ukrainian"      # where letters stand, if that is not plain from the letters
    langmap = { "é" = "2" }     # characters that stand for keys, whatever the keyboard
    index = false               # keeps no search index of any workspace

    [reading]                   # how the text is set, until the reader changes it
    measure = 72                # columns of text at most, 40 to 120
    spacing = "single"          # or "double"
    justified = false
    focus = "off"               # or "sentence", "paragraph": the rest is faded
    margin-notes = true         # notes beside their line, where there is room

    [keys]                      # actions by their ids, each with the keys that replace its own
    "sentence.next" = ["j", "down"]
    "annotation.delete" = "ctrl+x d"

Every mistake is told, each with its place. One in the author, in the index, in ``[keys]`` or in a
name that is not known here refuses the file: it might do harm. Elsewhere what is usual is taken.
What reads a table of its own is in ``tui.configuring``: a function that takes the table, and puts
down what is wrong in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from documents.errors import SettingsError
from documents.places import config_folder
from tui.signs import BOXES
from tui.typography import DEFAULT, Typography

if TYPE_CHECKING:
    from tui.configuring.tables import Table

CONFIG_FILE = "config.toml"
SETTINGS = ("author", "theme", "boxes", "cursor", "keyboard", "langmap", "index", "reading", "keys")
"""What may stand in the file outside its tables, and the tables."""

CURSORS = ("hidden", "visible")
"""What the terminal's cursor may be; it stands where the reader is in either case."""

_LARGEST = 1024 * 1024  # bytes

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Config(NamedTuple):
    """What ``config.toml`` says; None and empty where it says nothing.

    ``keys`` gives actions, by their ids, the keys that replace their own. None at all is allowed:
    such an action is reached from the palette. ``keyboard`` is a layout's name, or empty where it
    is to be found out. ``warnings`` are lines to be shown to the reader.
    """

    author: str | None = None
    theme: str | None = None
    boxes: str | None = None
    cursor: str = CURSORS[0]
    typography: Typography = DEFAULT
    keyboard: str = ""
    langmap: Mapping[str, str] = _NOTHING
    keep_index: bool = True
    keys: Mapping[str, tuple[str, ...]] = _NO_KEYS
    warnings: tuple[str, ...] = ()


def load_config(file: Path | None = None) -> Config:
    """The configuration, or the defaults where there is no file; raises SettingsError."""
    place = file or config_folder() / CONFIG_FILE
    text = _text_of(place)
    return Config() if text is None else parse_config(text, place)


def parse_config(text: str, file: Path) -> Config:
    """The configuration in ``text``.

    Raises SettingsErrors with every mistake in it, each naming ``file`` and its place, if one of
    them might do harm; where the text is no TOML, SettingsError with the first one.
    """
    from documents.bounded_toml import TomlMistake, parse_toml
    from tui.configuring.tables import Mistakes, Table

    try:
        values = parse_toml(text)
    except TomlMistake as error:
        raise SettingsError(file, error.line, error.column, error.reason) from None
    mistakes = Mistakes(text, file)
    config = _config(Table(values, (), mistakes))
    mistakes.raise_any()
    return config


def _config(table: Table) -> Config:
    table.only(SETTINGS)
    return Config(
        author=table.text("author"),
        theme=_theme(table),
        boxes=table.choice("boxes", BOXES),
        cursor=table.choice("cursor", CURSORS) or CURSORS[0],
        typography=_typography(table),
        keyboard=_keyboard(table),
        langmap=_langmap(table),
        keep_index=table.flag("index") is not False,
        keys=_keys(table),
        warnings=table.mistakes.warnings,
    )


def _theme(table: Table) -> str | None:
    if "theme" not in table.values:
        return None
    from tui.themes import THEMES

    return table.choice("theme", tuple(THEMES))


def _typography(table: Table) -> Typography:
    if "reading" not in table.values:
        return DEFAULT
    from tui.configuring.typesetting import read_typography

    return read_typography(table.table("reading", harmless=True))


def _keyboard(table: Table) -> str:
    if "keyboard" not in table.values:
        return ""
    from tui.configuring.keyboards import read_keyboard

    return read_keyboard(table)


def _langmap(table: Table) -> Mapping[str, str]:
    if "langmap" not in table.values:
        return _NOTHING
    from tui.configuring.keyboards import read_langmap

    return read_langmap(table.table("langmap", harmless=True))


def _keys(table: Table) -> Mapping[str, tuple[str, ...]]:
    if "keys" not in table.values:
        return _NO_KEYS
    from tui.configuring.remapping import read_keys

    return read_keys(table.table("keys"))


def _text_of(file: Path) -> str | None:
    try:
        if file.stat().st_size > _LARGEST:
            raise SettingsError(file, 0, 0, "the file is larger than 1 MB; shorten it")
        return file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SettingsError(file, 0, 0, f"the file cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsError(file, 1, 1, "the file must be in UTF-8; save it so") from None
