"""One person's settings: ``config.toml`` in the platform's configuration folder.

::

    author = "mk"               # whose annotations are made here; else the login name
    theme = "light"             # what the reader opens with

    [keys]                      # actions by their ids, each with the keys that replace its own
    "sentence.next" = ["j", "down"]
    "annotation.delete" = "X"
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, NoReturn

from documents.errors import SettingsError
from documents.places import config_folder

CONFIG_FILE = "config.toml"
_LARGEST = 1024 * 1024  # bytes

_NO_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Config(NamedTuple):
    """What ``config.toml`` says; None and empty where it says nothing.

    ``keys`` gives actions, by their ids, the keys that replace their own. None at all is allowed:
    such an action is reached from the palette.
    """

    author: str | None = None
    theme: str | None = None
    keys: Mapping[str, tuple[str, ...]] = _NO_KEYS


def load_config(file: Path | None = None) -> Config:
    """The configuration, or the defaults where there is no file; raises SettingsError."""
    place = file or config_folder() / CONFIG_FILE
    text = _text_of(place)
    return Config() if text is None else parse_config(text, place)


def parse_config(text: str, file: Path) -> Config:
    """The configuration in ``text``; raises SettingsError, naming ``file``, for a mistake."""
    from documents.bounded_toml import TomlMistake, parse_toml

    try:
        values = parse_toml(text)
    except TomlMistake as error:
        raise SettingsError(file, error.line, error.column, error.reason) from None
    return _Reader(values, text, file).config()


class _Reader:
    """Turns the values of the file into a Config, and points at the first that is wrong."""

    def __init__(self, values: dict[str, Any], text: str, file: Path) -> None:
        self._values = values
        self._text = text
        self._file = file

    def config(self) -> Config:
        """The whole of it."""
        known = ("author", "theme", "keys")
        for key in self._values:
            if key not in known:
                self._refuse((key,), f'unknown key "{key}"; known are {", ".join(known)}')
        return Config(
            author=self._string("author"),
            theme=self._theme(),
            keys=self._keys(),
        )

    def _string(self, key: str) -> str | None:
        value = self._values.get(key)
        if value is not None and not (isinstance(value, str) and value.strip()):
            self._refuse((key,), f"{key} must be a string in quotes that is not empty")
        return value

    def _theme(self) -> str | None:
        from tui.themes import THEMES

        name = self._string("theme")
        if name and name not in THEMES:
            known = ", ".join(THEMES)
            self._refuse(("theme",), f'no theme is called "{name}"; there are {known}')
        return name

    def _keys(self) -> Mapping[str, tuple[str, ...]]:
        table = self._values.get("keys", {})
        if not isinstance(table, dict):
            self._refuse(("keys",), "keys must be a table, [keys]")
        return MappingProxyType(dict(self._remapped(table, ("keys",))))

    def _remapped(
        self, table: dict[str, Any], path: tuple[str, ...]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Actions and their keys; an id may be written with its dot in quotes or without."""
        for name, value in table.items():
            place = (*path, name)
            if isinstance(value, dict):
                yield from self._remapped(value, place)
            else:
                yield self._action(place), self._keys_at(place, value)

    def _action(self, place: tuple[str, ...]) -> str:
        from tui.actions import ACTIONS

        action = ".".join(place[1:])
        if action not in {known.id for known in ACTIONS}:
            self._refuse(
                place, f'no action is called "{action}"; the command palette (:) lists them'
            )
        return action

    def _keys_at(self, place: tuple[str, ...], value: object) -> tuple[str, ...]:
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(key, str) and key for key in keys):
            self._refuse(place, "keys must be a string in quotes, or a list of them")
        return tuple(keys)

    def _refuse(self, path: tuple[str | int, ...], reason: str) -> NoReturn:
        from documents.bounded_toml import place_of

        raise SettingsError(self._file, *place_of(self._text, path), reason)


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
