"""The colours of the themes in figures, and the search that found the tints.

``python -m benchmarks.colours`` prints, for each theme, the contrast of text on everything it may
lie on, and how far apart its six tints, letters and bars look to each kind of sight.
``--search dark`` (or ``light``) looks for tints anew for a number of seconds, or with ``--of`` for
letters or bars, and prints the best sets; the ones in the themes were picked from these and
softened by eye.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from benchmarks.colour_vision import (
    SIGHTS,
    closest_pair,
    contrast,
    difference,
    least_difference,
    oklch,
)
from tui.themes import THEMES, Theme

Range = tuple[float, float]

# What still reads as its name and is quiet: ranges of OKLCH hue and chroma.
_NAMED: dict[str, tuple[Range, Range]] = {
    "blue": ((245, 262), (0.06, 0.10)),
    "amber": ((76, 90), (0.06, 0.12)),
    "violet": ((296, 308), (0.07, 0.11)),
    "teal": ((180, 196), (0.05, 0.09)),
    "red": ((20, 30), (0.07, 0.12)),
    "grey": ((250, 260), (0.004, 0.010)),
}
_LIGHTNESS: dict[str, Range] = {"dark": (0.26, 0.52), "light": (0.70, 0.92)}
_INK_CHROMA: dict[str, Range] = {"grey": (0.0, 0.012)}  # the others: of letters and bars
_COLOURFUL_INK: Range = (0.06, 0.17)
_INK_LIGHTNESS: dict[str, Range] = {"dark": (0.52, 0.93), "light": (0.22, 0.66)}
_INK_CONTRAST: dict[str, float] = {"letter": 5.5, "bar": 3.3}
_HIGH_INK_CONTRAST: dict[str, float] = {"letter": 7.2, "bar": 5.5}
PARTS = ("tint", "letter", "bar")
LEAST_CONTRAST = 4.6
LEAST_DIFFERENCE = 10.5
"""In CIEDE2000, between two tints of a theme, to the eyes that tell them apart least."""

_SAMPLE = 50


LEAST_INK_DIFFERENCE = 11.5
"""The same of letters, and of bars: thin things, which stand beside the tint of their hue."""


def tints(theme: Theme) -> list[str]:
    """The theme's tints, one for each hue."""
    return part_of(theme, "tint")


def part_of(theme: Theme, part: str) -> list[str]:
    """One of ``PARTS`` of each hue of a theme."""
    return [str(getattr(hue, part)) for hue in theme.hues.values()]


def blends(theme: Theme) -> list[str]:
    """What lies under text where two hues overlap, for every two."""
    return [theme.tint(pair) for pair in combinations(theme.hues, 2)]


def report(theme: Theme) -> Iterator[str]:
    """The figures of one theme, as lines of Markdown."""
    body = contrast(theme.text, theme.background)
    overlaps = min(contrast(theme.text, tint) for tint in blends(theme))
    yield f"## {theme.name}: text {theme.text} on {theme.background}, contrast {body:.1f}"
    yield ""
    yield "| hue | tint | text on it | letter | bar | least difference to another tint, to paper |"
    yield "|---|---|---|---|---|---|"
    for hue, colours in theme.hues.items():
        others = [tint for tint in tints(theme) if tint != colours.tint]
        nearest = min((least_difference(colours.tint, other) for other in others), default=0.0)
        paper = least_difference(colours.tint, theme.background)
        yield (
            f"| {hue} | {colours.tint} | {contrast(theme.text, colours.tint):.1f} "
            f"| {contrast(colours.letter, theme.background):.1f} "
            f"| {contrast(colours.bar, theme.background):.1f} | {nearest:.1f}, {paper:.1f} |"
        )
    yield ""
    for part in PARTS:
        pairs = list(combinations(part_of(theme, part), 2))
        by_sight = ", ".join(
            f"{sight} {min(difference(*pair, sight) for pair in pairs):.1f}" for sight in SIGHTS
        )
        yield f"Least CIEDE2000 between two {part}s: {by_sight}."
    yield f"Least contrast of text on overlaps: {overlaps:.1f}."
    yield ""


def search(theme: Theme, seconds: float, part: str = "tint") -> list[tuple[float, dict[str, str]]]:
    """Sets of tints, letters or bars for a theme's text and background, best first.

    Hill climbing, one hue at a time, from random starts over random samples of what is allowed.
    """
    choose = _allowed if part == "tint" else partial(_allowed_inks, part=part)
    allowed = {hue: choose(hue, theme) for hue in _NAMED}
    chance = random.Random(1)
    found: list[tuple[float, dict[str, str]]] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        sample = {
            hue: chance.sample(all_, min(_SAMPLE, len(all_))) for hue, all_ in allowed.items()
        }
        found.append(_climb(sample, theme.background, chance))
    return sorted(found, key=lambda one: one[0], reverse=True)


def _allowed(hue: str, theme: Theme) -> list[str]:
    hues, chromas = _NAMED[hue]
    lightnesses = _LIGHTNESS["dark" if theme.dark else "light"]
    return sorted(
        {
            colour
            for lightness in _steps(lightnesses, 0.01)
            for chroma in _steps(chromas, 0.01)
            for angle in _steps(hues, 4)
            if (colour := oklch(lightness, chroma, angle))
            and contrast(colour, theme.text) >= LEAST_CONTRAST
        }
    )


def _allowed_inks(hue: str, theme: Theme, part: str) -> list[str]:
    hues, _ = _NAMED[hue]
    least = (_HIGH_INK_CONTRAST if "contrast" in theme.name else _INK_CONTRAST)[part]
    return sorted(
        {
            colour
            for lightness in _steps(_INK_LIGHTNESS["dark" if theme.dark else "light"], 0.02)
            for chroma in _steps(_INK_CHROMA.get(hue, _COLOURFUL_INK), 0.01)
            for angle in _steps(hues, 4)
            if (colour := oklch(lightness, chroma, angle))
            and contrast(colour, theme.background) >= least
        }
    )


def _steps(bounds: Range, step: float) -> Iterator[float]:
    low, high = bounds
    for count in range(int((high - low) / step + 1.5)):
        yield low + count * step


def _climb(
    sample: dict[str, list[str]], background: str, chance: random.Random
) -> tuple[float, dict[str, str]]:
    picked = {hue: chance.choice(choices) for hue, choices in sample.items()}
    best = _score(list(picked.values()), background)
    improved = True
    while improved:
        improved = False
        for hue, choices in sample.items():
            for colour in choices:
                score = _score(list({**picked, hue: colour}.values()), background)
                if score > best:
                    best, picked, improved = score, {**picked, hue: colour}, True
    return best, picked


def _score(colours: Sequence[str], background: str) -> float:
    """The least difference; the next ones count a little, so that the search sees a slope."""
    apart = sorted(
        least_difference(*sorted(pair)) for pair in combinations([*colours, background], 2)
    )
    return apart[0] + 0.1 * apart[1] + 0.02 * apart[2]


def holds(theme: Theme) -> bool:
    """Whether the theme keeps what is claimed of it."""
    legible = min(contrast(theme.text, tint) for tint in [*tints(theme), *blends(theme)])
    apart = closest_pair(tints(theme))[0] >= LEAST_DIFFERENCE
    inks = min(closest_pair(part_of(theme, part))[0] for part in ("letter", "bar"))
    return legible >= LEAST_CONTRAST and apart and inks >= LEAST_INK_DIFFERENCE


def main() -> int:
    """Print the tables, or search; 1 where a theme does not keep what is claimed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--search", metavar="THEME", choices=[n for n in THEMES if n != "mono"])
    parser.add_argument("--of", choices=PARTS, default="tint")
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    if options.search:
        for _, found in search(THEMES[options.search], options.seconds, options.of)[:5]:
            least = closest_pair(found.values())[0]
            print(f"{least:.1f}", *(f"{hue}={tint}" for hue, tint in found.items()))
        return 0
    themes = [theme for theme in THEMES.values() if theme.name != "mono"]
    for theme in themes:
        print(*report(theme), sep="\n")
    return 0 if all(map(holds, themes)) else 1


if __name__ == "__main__":
    sys.exit(main())
