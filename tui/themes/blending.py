"""The colour where highlights overlap, mixed as strokes of highlighters mix."""

from __future__ import annotations

from functools import lru_cache

_CONTRAST = 4.7
"""Body text on a mixture keeps this WCAG contrast, less what rounding to 8 bits takes."""

_Triple = tuple[float, float, float]


@lru_cache(maxsize=256)
def blend(tints: tuple[str, ...], *, text: str, background: str) -> str:
    """The background of text that lies under all of these tints; ``#rrggbb`` throughout.

    Strokes add up: on a light background they filter light (multiply), on a dark one they add to
    it (screen), so an overlap is stronger than either. The mixture is then drawn back towards
    white or black, in linear light, as far as the text needs it.
    """
    if not tints:
        return background
    mixed = _linear(tints[0])
    dark = _luminance(_linear(background)) < _luminance(_linear(text))
    for tint in tints[1:]:
        mixed = _screened(mixed, _linear(tint)) if dark else _multiplied(mixed, _linear(tint))
    return tints[0] if len(tints) == 1 else _hex(_legible(mixed, _linear(text), dark=dark))


def between(one: str, other: str, share: float) -> str:
    """The colour that lies ``share`` of the way from one to the other, as the eye takes the way."""
    channels = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _screened(one: _Triple, other: _Triple) -> _Triple:
    red, green, blue = (1 - (1 - a) * (1 - b) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _multiplied(one: _Triple, other: _Triple) -> _Triple:
    red, green, blue = (a * b for a, b in zip(one, other, strict=True))
    return red, green, blue


def _legible(colour: _Triple, text: _Triple, *, dark: bool) -> _Triple:
    """The colour, mixed with black or white until the text stands out enough.

    Luminance is linear in linear light, so the share to keep follows from one division.
    """
    ink = _luminance(text) + 0.05
    limit = (ink / _CONTRAST if dark else ink * _CONTRAST) - 0.05
    far = 0.0 if dark else 1.0
    distance = _luminance(colour) - far
    share = min(1.0, (limit - far) / distance) if distance else 1.0
    red, green, blue = (far + share * (value - far) for value in colour)
    return red, green, blue


def _luminance(colour: _Triple) -> float:
    """WCAG relative luminance."""
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def _linear(colour: str) -> _Triple:
    """Linear-light red, green and blue, each 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _decoded(red), _decoded(green), _decoded(blue)


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _encoded(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)


def _hex(colour: _Triple) -> str:
    return "#" + "".join(f"{round(255 * _encoded(value)):02x}" for value in colour)
