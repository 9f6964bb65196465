"""How the text is set: its measure, line spacing and margin, and how much of it stands out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

NARROWEST, WIDEST = 40, 120
"""The measures there are, in columns."""
STEP = 4
"""Columns by which the measure changes."""

SPACINGS = ("single", "double")
FOCUSES = ("off", "sentence", "paragraph")


class Typography(NamedTuple):
    """How every pane sets its text.

    ``measure`` is the most columns a row of text takes: longer ones lose the eye on its way back.
    ``spacing`` is one of ``SPACINGS``; double leaves a line blank below any row of
    text. ``focus`` is one of ``FOCUSES``: what is not faded. ``margin_notes`` are notes beside
    their line, where a pane has room for them.
    """

    measure: int = 72
    spacing: str = "single"
    justified: bool = False
    focus: str = "off"
    margin_notes: bool = True

    @property
    def pitch(self) -> int:
        """Lines of the screen from one row of text to the next."""
        return 2 if self.spacing == "double" else 1

    def changed_by(self, settings: Mapping[str, Any]) -> Typography:
        """This with the settings, named as in the configuration, that can be taken over."""
        wrong = {name for name, _ in mistakes(settings)}
        taken = {_field(key): value for key, value in settings.items() if key not in wrong}
        return self._replace(**taken)

    def differences(self, other: Typography) -> dict[str, Any]:
        """The settings, named as in the configuration, in which ``other`` differs from this."""
        pairs = zip(self._asdict().items(), other, strict=True)
        return {_key(name): theirs for (name, ours), theirs in pairs if ours != theirs}


DEFAULT = Typography()


def mistakes(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The settings that cannot be taken over: the name of each, and what is wrong with it."""
    for name, value in settings.items():
        if name == "measure":
            # A bool is an int in Python, and no measure.
            if type(value) is not int or not NARROWEST <= value <= WIDEST:
                yield name, f"measure must be a number of columns from {NARROWEST} to {WIDEST}"
        elif name in _WORDS:
            if value not in _WORDS[name]:
                known = ", ".join(f'"{word}"' for word in _WORDS[name])
                yield name, f"{name} must be one of {known}"
        elif name not in KEYS:
            yield name, f'unknown key "{name}"'
        elif not isinstance(value, bool):
            yield name, f"{name} must be true or false"


_WORDS = {"spacing": SPACINGS, "focus": FOCUSES}


def _field(key: str) -> str:
    return key.replace("-", "_")


def _key(field: str) -> str:
    return field.replace("_", "-")


KEYS = tuple(map(_key, Typography._fields))
"""The names of the settings in a configuration file."""
