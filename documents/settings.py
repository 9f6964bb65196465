"""A workspace's settings: ``sidelight.toml``, read and checked."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, NoReturn, get_args

from documents.errors import SettingsError
from documents.sources import Source

SETTINGS_FILE = "sidelight.toml"
LARGEST_SETTINGS = 1024 * 1024
"""In bytes; a larger file is a mistake or an attack."""

_MOST_TOLD = 20
"""Keys that say nothing, which are told of one file."""

KeepTexts = Literal["workspace", "private", "off"]
Hue = Literal["blue", "amber", "violet", "teal", "red", "grey"]

_NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


class TagSetting(NamedTuple):
    """One ``[[tag]]``; None where the settings do not say."""

    name: str
    key: str | None = None
    hue: Hue | None = None
    review: bool | None = None


class SavedSearch(NamedTuple):
    """One ``[[search]]``: a query under a name."""

    name: str
    query: str


class Settings(NamedTuple):
    """What ``sidelight.toml`` says. Empty ``statuses`` and ``tags`` mean that it says nothing.

    ``keep_index`` is whether there may be a search index, which holds the words of the texts;
    ``ignore`` has patterns as ``.gitignore`` has them; the first of ``statuses`` is the one a claim
    starts with; ``sources`` is by document path. ``warnings`` are lines to be told: keys that say
    nothing where they stand.
    """

    keep_texts: KeepTexts = "workspace"
    keep_index: bool = True
    ignore: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    tags: tuple[TagSetting, ...] = ()
    sources: Mapping[str, Source] = _NO_SOURCES
    searches: tuple[SavedSearch, ...] = ()
    warnings: tuple[str, ...] = ()


def load_settings(root: Path) -> Settings:
    """The settings of the workspace at ``root``: the defaults where it has no settings file.

    Keys nobody knows are told and left alone, so that a newer file still serves; but one that looks
    like a setting of what must not be stored is a mistake. Raises SettingsError for the first.
    """
    file = root / SETTINGS_FILE
    text = _text_of(file)
    return Settings() if text is None else parse_settings(text, file)


def parse_settings(text: str, file: Path = Path(SETTINGS_FILE)) -> Settings:
    """The settings in ``text``; raises SettingsError, naming ``file``, for the first mistake."""
    from documents.bounded_toml import TomlMistake, parse_toml

    try:
        values = parse_toml(text)
    except TomlMistake as error:
        raise SettingsError(file, error.line, error.column, error.reason) from None
    settings = _settings(_Table(values, (), text, file))
    return settings._replace(warnings=_warnings(values, text, file))


def _warnings(values: dict[str, Any], text: str, file: Path) -> tuple[str, ...]:
    """What is told of keys that say nothing; raises SettingsError where that might do harm."""
    from documents.bounded_toml import places_of
    from documents.unknown_settings import unknown_keys

    found = tuple(unknown_keys(values))
    harmful = [one for one in found if one.is_harmful][:1]
    told = harmful or found[:_MOST_TOLD]
    places = places_of(text, [one.place for one in told]) if told else []
    errors = [SettingsError(file, *at, one.reason) for at, one in zip(places, told, strict=True)]
    if harmful:
        raise errors[0]
    return tuple(str(one) for one in sorted(errors, key=lambda one: one.line))


def _text_of(file: Path) -> str | None:
    """The settings file's text, or None where there is no such file."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SettingsError(file, 0, 0, "this is not a file; remove or rename it")
        if status.st_size > LARGEST_SETTINGS:
            raise SettingsError(file, 0, 0, "the file is larger than 1 MB; shorten it")
        data = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SettingsError(file, 0, 0, f"the file cannot be read: {error.strerror}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(file, line, 1, "the file must be in UTF-8; save it so") from None


class _Table:
    """A table of the file, which knows where it stands, so that a mistake can be pointed at."""

    def __init__(
        self, values: dict[str, Any], path: tuple[str | int, ...], text: str, file: Path
    ) -> None:
        self.values = values
        self._path = path
        self._text = text
        self._file = file

    def refuse(self, key: str | int | None, reason: str) -> NoReturn:
        """Raises the SettingsError for what stands at ``key``."""
        from documents.bounded_toml import place_of

        path = self._path if key is None else (*self._path, key)
        raise SettingsError(self._file, *place_of(self._text, path), reason)

    def text(self, key: str) -> str | None:
        """The string at ``key``, or None where there is none."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, str):
            self.refuse(key, f"{key} must be a string in quotes")
        return value

    def flag(self, key: str) -> bool | None:
        """The truth value at ``key``, or None where there is none."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, bool):
            self.refuse(key, f"{key} must be true or false")
        return value

    def choice(self, key: str, allowed: tuple[str, ...]) -> Any:
        """The string at ``key``, one of ``allowed``, or None where there is none."""
        value = self.values.get(key)
        if value is not None and value not in allowed:
            self.refuse(key, f"{key} must be one of " + ", ".join(f'"{a}"' for a in allowed))
        return value

    def texts(self, key: str) -> tuple[str, ...] | None:
        """The list of strings at ``key``, or None where there is none."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.refuse(key, f"{key} must be a list of strings in quotes")
        return tuple(value)

    def date(self, key: str) -> str | None:
        """The date at ``key``: in ISO 8601, or a string as it is."""
        from datetime import date

        value = self.values.get(key)
        if isinstance(value, date):  # a datetime is one, too
            return value.isoformat()
        if value is not None and not isinstance(value, str):
            self.refuse(key, f"{key} must be a date such as 2025-02-12, or a string in quotes")
        return value

    def tables(self, key: str) -> list[_Table]:
        """The array of tables at ``key``."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            self.refuse(key, f"{key} must be written as [[{key}]] tables")
        return [
            _Table(v, (*self._path, key, n), self._text, self._file) for n, v in enumerate(value)
        ]

    def subtables(self, key: str, example: str) -> dict[str, _Table]:
        """The tables in the table at ``key``, by their names."""
        value = self.values.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(v, dict) for v in value.values()):
            self.refuse(key, f"{key} must be written as {example} tables")
        return {
            name: _Table(v, (*self._path, key, name), self._text, self._file)
            for name, v in value.items()
        }


def _settings(table: _Table) -> Settings:
    return Settings(
        keep_texts=table.choice("keep_texts", get_args(KeepTexts)) or "workspace",
        keep_index=table.flag("index") is not False,
        ignore=table.texts("ignore") or (),
        statuses=_statuses(table),
        tags=_tags(table),
        sources=_sources(table),
        searches=_searches(table),
    )


def _statuses(table: _Table) -> tuple[str, ...]:
    statuses = table.texts("statuses")
    if statuses is None:
        return ()
    if not statuses:
        table.refuse("statuses", "statuses needs at least one; the first is where a claim starts")
    for status in statuses:
        if problem := _name_problem(status):
            table.refuse("statuses", f'the status "{status}" {problem}')
    if len(set(statuses)) < len(statuses):
        table.refuse("statuses", "statuses names one status twice")
    return statuses


def _tags(table: _Table) -> tuple[TagSetting, ...]:
    tags: dict[str, TagSetting] = {}
    keys: dict[str, str] = {}
    for each in table.tables("tag"):
        tag = _tag(each)
        if tag.name in tags:
            each.refuse("name", f'there are two tags named "{tag.name}"')
        if tag.key in keys:
            each.refuse("key", f'"{tag.key}" is already the key of the tag "{keys[tag.key]}"')
        tags[tag.name] = tag
        if tag.key is not None:
            keys[tag.key] = tag.name
    return tuple(tags.values())


def _tag(table: _Table) -> TagSetting:
    name = table.text("name")
    if name is None:
        table.refuse(None, 'a tag needs a name, such as name = "claim"')
    if problem := _name_problem(name):
        table.refuse("name", f'the tag name "{name}" {problem}')
    key = table.text("key")
    if key is not None and (len(key) != 1 or not key.isprintable() or key.isspace()):
        table.refuse("key", "key must be one visible character")
    hue = table.choice("hue", get_args(Hue))
    return TagSetting(name, key, hue, table.flag("review"))


def _searches(table: _Table) -> tuple[SavedSearch, ...]:
    searches: dict[str, SavedSearch] = {}
    for each in table.tables("search"):
        name, query = each.text("name"), each.text("query")
        if name is None or query is None:
            each.refuse(None, 'a search needs a name and a query, such as query = "tag:claim"')
        if problem := search_name_problem(name):
            each.refuse("name", f'the search name "{name}" {problem}')
        if name in searches:
            each.refuse("name", f'there are two searches named "{name}"')
        searches[name] = SavedSearch(name, query)
    return tuple(searches.values())


def search_name_problem(name: str) -> str | None:
    """What is wrong with the name of a saved search, if anything is."""
    if not name.strip():
        return "is empty"
    if name != name.strip():
        return "has white space at an end"
    return None if name.isprintable() else "holds a control or invisible character"


def _name_problem(name: str) -> str | None:
    """What is wrong with a tag's or status's name, if anything is."""
    if problem := search_name_problem(name):
        return problem
    if "," in name:
        return "holds a comma, which separates names in exports"
    if not all(part.strip() for part in name.split("/")):
        return "has nothing on one side of a slash"
    return None


def _sources(table: _Table) -> Mapping[str, Source]:
    sources = table.subtables("source", '[source."call.txt"]')
    return MappingProxyType({path: _source(each) for path, each in sources.items()})


def _source(table: _Table) -> Source:
    from documents.unknown_settings import SOURCE

    return Source(
        title=table.text("title"),
        outlet=table.text("outlet"),
        url=table.text("url"),
        date=table.date("date"),
        retrieved=table.date("retrieved"),
        extra=MappingProxyType({k: v for k, v in table.values.items() if k not in SOURCE}),
    )
