"""How far apart two colours look, to eyes of each kind, and how well text reads on them.

Sources: IEC 61966-2-1 for sRGB; WCAG 2.2 for relative luminance and contrast; Machado, Oliveira
and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), at
full severity; Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula" (2005); Ottosson's
OKLab (2020) for colours of even hue and lightness.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

# In linear RGB; rows give red, green and blue as seen.
SIGHTS: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

_RGB_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_D65: Triple = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> Triple:
    """The linear-light red, green and blue of ``#rrggbb``, each 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _to_linear(red), _to_linear(green), _to_linear(blue)


def _to_linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _from_linear(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)


def luminance(colour: str) -> float:
    """WCAG relative luminance, 0 to 1."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _apply(matrix: Matrix, vector: Triple) -> Triple:
    first, second, third = (
        row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2] for row in matrix
    )
    return first, second, third


@cache
def lab(colour: str, sight: str = "normal") -> Triple:
    """CIELAB (D65) of a colour as seen by eyes of one kind."""
    red, green, blue = (min(1.0, max(0.0, v)) for v in _apply(SIGHTS[sight], linear(colour)))
    x, y, z = (
        _lab_curve(value / white)
        for value, white in zip(_apply(_RGB_TO_XYZ, (red, green, blue)), _D65, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _lab_curve(value: float) -> float:
    return float(value ** (1 / 3)) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def ciede2000(one: Triple, other: Triple) -> float:
    """The difference of two CIELAB colours; about 1 is just noticeable side by side.

    Names follow the paper: C chroma, h hue in degrees, a prime for corrected values.
    """
    l1, a1, b1 = one
    l2, a2, b2 = other
    c7 = ((hypot(a1, b1) + hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - sqrt(c7 / (c7 + 25**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = _hue_turn(h1, h2) if c1 * c2 else 0.0
    d_hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    l_mean, c_mean = (l1 + l2) / 2, (c1 + c2) / 2
    h_mean = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    s_l = 1 + 0.015 * (l_mean - 50) ** 2 / sqrt(20 + (l_mean - 50) ** 2)
    s_c = 1 + 0.045 * c_mean
    s_h = 1 + 0.015 * c_mean * _hue_weight(h_mean)
    rotation = -sin(radians(60 * exp(-(((h_mean - 275) / 25) ** 2))))
    rotation *= 2 * sqrt(c_mean**7 / (c_mean**7 + 25**7))
    light, chroma, hue = (l2 - l1) / s_l, (c2 - c1) / s_c, d_hue / s_h
    return sqrt(light**2 + chroma**2 + hue**2 + rotation * chroma * hue)


def _hue_turn(h1: float, h2: float) -> float:
    """The shorter way from one hue to another, in degrees."""
    return (h2 - h1 + 180) % 360 - 180


def _hue_weight(h: float) -> float:
    """T of the formula: how strongly a difference in hue counts around hue ``h``."""
    return (
        1
        - 0.17 * cos(radians(h - 30))
        + 0.24 * cos(radians(2 * h))
        + 0.32 * cos(radians(3 * h + 6))
        - 0.20 * cos(radians(4 * h - 63))
    )


@cache
def difference(one: str, other: str, sight: str = "normal") -> float:
    """CIEDE2000 between two colours as seen by eyes of one kind."""
    return ciede2000(lab(one, sight), lab(other, sight))


@cache
def least_difference(one: str, other: str) -> float:
    """The difference of two colours to the eyes that tell them apart least."""
    return min(difference(one, other, sight) for sight in SIGHTS)


def closest_pair(colours: Iterable[str]) -> tuple[float, str, str]:
    """The least difference in a set of colours over all kinds of sight, and between which."""
    return min((least_difference(a, b), a, b) for a, b in combinations(colours, 2))


def oklch(lightness: float, chroma: float, hue: float) -> str | None:
    """``#rrggbb`` of an OKLCH colour (hue in degrees), None outside sRGB."""
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    rgb = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    if any(not -1e-4 <= value <= 1.0001 for value in rgb):
        return None
    return "#" + "".join(f"{round(255 * _from_linear(min(1.0, max(0.0, v)))):02x}" for v in rgb)
