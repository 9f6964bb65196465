"""Which key was meant by a character of another script."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from tui.key_names import canonical
from tui.keyboards.known import LAYOUTS
from tui.keyboards.layout import Layout


class Translator:
    """Finds the Latin key that a character stands on.

    ``keyboard`` is the layout the reader named, ``environment`` speaks of their languages. A
    character is looked for in the named layout, then in those of the languages, then in all that
    are taken for granted; where layouts of one rank have it on different keys, it is left alone.
    Characters of ASCII are translated by a named layout alone: everybody types those.
    """

    def __init__(self, keyboard: str, environment: Mapping[str, str]) -> None:
        named = [LAYOUTS[keyboard]] if keyboard in LAYOUTS else []
        spoken = languages(environment)
        local = [one for one in LAYOUTS.values() if spoken & set(one.languages)]
        usual = [one for one in LAYOUTS.values() if one.automatic]
        self._named = named
        self._ranks = (named, local, usual)

    def key(self, pressed: str) -> str:
        """The key that was meant, in its one form; empty where that is not known."""
        modifiers, base = _split(pressed)
        places = self._places(base)
        if len(places) != 1:
            return ""
        (key,) = places
        return canonical("+".join((*modifiers, key))) or ""

    def claimants(self, pressed: str) -> list[str]:
        """The layouts that have a character on different keys; none where its key is known."""
        places = self._places(_split(pressed)[1])
        return [name for names in places.values() for name in names] if len(places) > 1 else []

    def _places(self, character: str) -> dict[str, list[str]]:
        """The keys that a character stands on in the layouts of the first rank that has it."""
        if len(character) != 1:
            return {}
        if character.isdecimal() and not character.isascii():
            return {str(unicodedata.decimal(character)): []}
        ranks = (self._named,) if character.isascii() else self._ranks
        for rank in ranks:
            if places := _places(character, rank):
                return places
        return {}


def _places(character: str, layouts: Sequence[Layout]) -> dict[str, list[str]]:
    """The keys of a character, each with its layouts: those without shift if there are any."""
    for shifted in (False, True):
        places: dict[str, list[str]] = {}
        for layout in layouts:
            key = dict(layout.keys(shifted=shifted)).get(character)
            if key is not None and (_of_a_script(character) or len(layouts) == 1):
                places.setdefault(key, []).append(layout.name)
        if places:
            return places
    return {}


def _of_a_script(character: str) -> bool:
    """Whether a character belongs to one script; others, such as «, are typed in Latin as well."""
    name = unicodedata.name(character, "")
    return unicodedata.category(character)[0] in "LM" or name.startswith(("ARABIC", "DEVANAGARI"))


def languages(environment: Mapping[str, str]) -> set[str]:
    """The languages that the settings of a locale name, as ``uk`` in ``LC_TIME=uk_UA.UTF-8``."""
    values = [
        part
        for name, value in environment.items()
        if name.startswith("LC_") or name in ("LANG", "LANGUAGE")
        for part in value.split(":")
    ]
    return {value.partition(".")[0].partition("_")[0] for value in values} - {"", "C", "POSIX"}


def _split(pressed: str) -> tuple[list[str], str]:
    if len(pressed) == 1:
        return [], pressed
    *modifiers, base = pressed.split("+")
    return modifiers, base
