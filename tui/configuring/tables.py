"""Tables of a settings file, read without stopping at the first mistake.

A reader of a table asks for its values one by one. What is wrong is put down with its place, and
the answer is None, as where nothing stands; the whole is refused at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from documents.bounded_toml import place_of
from documents.errors import SettingsError, SettingsErrors
from documents.meant import meant

Place = tuple[str | int, ...]
"""Where a value stands: the keys that lead to it."""

_MOST_TOLD = 50


class Mistakes:
    """What is wrong in a file: what refuses it, and what is only to be told.

    Refused is what might do harm if it were passed over: marks in another's name, a key that does
    something else than its reader thinks. Of all else what is usual is taken. Of a file that is
    nothing but mistakes the first ones are kept.
    """

    def __init__(self, text: str, file: Path) -> None:
        self._text = text
        self._file = file
        self._refusals: list[SettingsError] = []
        self._warnings: list[SettingsError] = []

    @property
    def warnings(self) -> tuple[str, ...]:
        """What does not keep the program from starting, in the order of the file."""
        return tuple(str(one) for one in sorted(self._warnings, key=_where))

    @property
    def enough(self) -> bool:
        """Whether there are as many mistakes as anybody wants to read."""
        return len(self._refusals) >= _MOST_TOLD

    def refuse(self, path: Place, reason: str, *, word: str = "") -> None:
        """Puts down a mistake in the value at ``path``, at ``word`` in it if that is found."""
        if not self.enough:
            self._refusals.append(self._error(path, reason, word))

    def refuse_key(self, path: Place, reason: str) -> None:
        """Puts down that nothing may be called as the key at ``path`` is."""
        if not self.enough:
            self._refusals.append(SettingsError(self._file, *place_of(self._text, path), reason))

    def warn_key(self, path: Place, reason: str) -> None:
        """Puts down that the key at ``path`` says nothing."""
        if len(self._warnings) < _MOST_TOLD:
            place = place_of(self._text, path)
            self._warnings.append(SettingsError(self._file, *place, reason))

    def warn(self, path: Place, reason: str, *, word: str = "") -> None:
        """Puts down what the reader should know about what stands at ``path``."""
        if len(self._warnings) < _MOST_TOLD:
            self._warnings.append(self._error(path, reason, word))

    def raise_any(self) -> None:
        """Raises SettingsErrors if the file is refused: with all there is to tell, in its order."""
        if self._refusals:
            everything = sorted([*self._refusals, *self._warnings], key=_where)
            raise SettingsErrors(everything[:_MOST_TOLD])

    def _error(self, path: Place, reason: str, word: str) -> SettingsError:
        line, column = place_of(self._text, path, value=True)
        if word:
            line, column = self._place_of_word(word, line, column)
        return SettingsError(self._file, line, column, reason)

    def _place_of_word(self, word: str, line: int, column: int) -> tuple[int, int]:
        """Where ``word`` stands as a string at or after a place; the place where it does not."""
        lines = self._text.split("\n")
        for number in range(line, len(lines) + 1):
            begin = column - 1 if number == line else 0
            for quote in ('"', "'"):
                at = lines[number - 1].find(f"{quote}{word}{quote}", begin)
                if at >= 0:
                    return number, at + 1
        return line, column


def _where(error: SettingsError) -> tuple[int, int]:
    return error.line, error.column


class Table:
    """One table of the file: gives its values, and puts down those that are wrong.

    What is wrong in a ``harmless`` one is told, and what is usual taken.
    """

    def __init__(
        self, values: Mapping[str, Any], path: Place, mistakes: Mistakes, *, harmless: bool = False
    ) -> None:
        self.values = values
        self.path = path
        self.mistakes = mistakes
        self._harmless = harmless

    def refuse(self, key: str, reason: str, *, word: str = "") -> None:
        """Puts down what is wrong with the value at ``key``."""
        put_down = self.mistakes.warn if self._harmless else self.mistakes.refuse
        put_down((*self.path, key), reason, word=word)

    def refuse_key(self, key: str, reason: str) -> None:
        """Puts down that nothing may be called ``key`` here."""
        put_down = self.mistakes.warn_key if self._harmless else self.mistakes.refuse_key
        put_down((*self.path, key), reason)

    def only(self, known: Sequence[str]) -> None:
        """Puts down every key that is not known here."""
        for key in self.values:
            if key not in known and not self.mistakes.enough:
                self.refuse_key(key, f'unknown key "{key}"; {meant(key, known)}')

    def text(self, key: str) -> str | None:
        """The string at ``key``; an empty one is a mistake."""
        value = self.values.get(key)
        if value is None or (isinstance(value, str) and value.strip()):
            return value
        self.refuse(key, f"{key} must be a string in quotes that is not empty")
        return None

    def choice(self, key: str, known: Sequence[str]) -> str | None:
        """The string at ``key``, one of those known, in capitals or not.

        Another one is told, and taken for none: it is no reason not to start.
        """
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.mistakes.warn((*self.path, key), f"{key} must be {_either(known)}")
            return None
        spelt = {one.casefold(): one for one in known}
        if value.casefold() not in spelt:
            reason = f'no {key} is called "{value}"; {meant(value, known)}'
            self.mistakes.warn((*self.path, key), reason, word=value)
        return spelt.get(value.casefold())

    def flag(self, key: str) -> bool | None:
        """The true or false at ``key``."""
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return value
        self.refuse(key, f"{key} must be true or false")
        return None

    def whole(self, key: str, least: int, most: int) -> int | None:
        """The whole number at ``key``, which must be within bounds."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.refuse(key, f"{key} must be a whole number from {least} to {most}")
        return None

    def table(self, key: str, *, harmless: bool = False) -> Table:
        """The table at ``key``; an empty one where there is none."""
        value, path = self.values.get(key, {}), (*self.path, key)
        if not isinstance(value, dict):
            put_down = self.mistakes.warn if harmless else self.mistakes.refuse
            put_down(path, f"{key} must be a table, [{key}]")
            value = {}
        return Table(value, path, self.mistakes, harmless=harmless)


def _either(known: Sequence[str]) -> str:
    """Those known, in quotes as they have to be written."""
    *others, last = (f'"{one}"' for one in known)
    return f"{', '.join(others)} or {last}" if others else last
