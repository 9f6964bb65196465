"""How the agreement of authors is put into words, on the screen and on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.agreement.coefficients import Code, Codes, Coefficient
    from annotations.agreement.comparison import Comparison
    from annotations.agreement.differences import Difference, Said
    from annotations.agreement.figures import Figure

HOW_IT_IS_COUNTED = (
    "A sentence has a tag where a mark with it, or one under it, covers part of it;",
    "statuses go by the sentences with a claim of each. Chance gives 0, full agreement 1.",
)
"""In two lines; the package ``annotations.agreement`` says it at length."""

_ALL = ("any tag", "statuses", "decisions")


def in_all(number: int, noun: str) -> str:
    """So many of something, as a command prints numbers."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def subject_of(figure: Figure) -> str:
    """What a figure is about: ``tag claim``, ``statuses``."""
    return figure.subject if figure.subject in _ALL else f"{figure.subject} {figure.name}"


def value_of(result: Coefficient) -> str:
    """The figure itself, or a dash where it is undefined."""
    return "-" if result.value is None else f"{round(result.value, 3) + 0.0:.3f}"  # no -0.000


def come_from(figure: Figure) -> str:
    """What a figure comes from: agreement observed and expected, or why it is undefined."""
    from annotations.agreement.coefficients import NO_UNITS

    result, noun = figure.result, figure.units.removesuffix("s")
    units = in_all(result.units, noun)
    if result.value is not None:
        return f"observed {result.observed:.3f}, expected {result.expected:.3f} in {units}"
    if result.undefined == NO_UNITS:
        return f"undefined: no {noun} that two have coded"
    return f"undefined: one and the same code in {units}"


def counts_of(figure: Figure) -> str:
    """How often the two authors of a figure said what."""
    first, second = figure.authors
    tally = figure.tally
    if figure.subject in ("statuses", "decisions"):
        parts = [f"{_status(codes)} {tally[codes]}" for codes in sorted(tally, key=str)]
        return ", ".join(parts)
    cells = (("both", True, True), (f"only {first}", True, False), (f"only {second}", False, True))
    named = [f"{name} {tally.get((one, other), 0)}" for name, one, other in cells]
    return ", ".join([*named, f"neither {tally.get((False, False), 0)}"])


def scope_of(comparison: Comparison) -> str:
    """Who was compared, on what."""
    documents = in_all(len(comparison.documents), "document")
    sentences = in_all(comparison.sentences, "sentence")
    characters = in_all(comparison.characters, "character")
    return f"{', '.join(comparison.authors)}: {documents}, {sentences}, {characters}"


def left_out(comparison: Comparison) -> list[str]:
    """What does not count, a line for each kind."""
    return [f"{in_all(number, noun)} {which}" for number, noun, which in _kinds(comparison)]


def left_out_in_short(comparison: Comparison) -> str:
    """What does not count, in a few words; empty where there is nothing."""
    parts = [in_all(number, noun) for number, noun, _ in _kinds(comparison)]
    return f"not counted: {', '.join(parts)}" if parts else ""


def _kinds(comparison: Comparison) -> list[tuple[int, str, str]]:
    left = comparison.left_out
    kinds = (
        (len(left.documents), "document", "that no two of them have worked on"),
        (left.unplaced, "mark", "without a sure place in today's text"),
        (left.answers, "answer", "to another's mark: the status counts, the tags do not"),
        (left.several_statuses, "sentence", "where one author gave several statuses"),
        (left.other_words, "decision", "on other words than stand there today"),
    )
    return [kind for kind in kinds if kind[0]]


def differ_in(difference: Difference) -> str:
    """In what they differ: tags, the words that tags cover, statuses."""
    parts = [f"tag {tag}" for tag in difference.tags]
    parts += [f"extent of {tag}" for tag in difference.spans]
    return ", ".join([*parts, *(["status"] if difference.statuses else [])])


def said_by(said: Sequence[Said]) -> Iterator[tuple[str, str]]:
    """Each author, and what that author says; a dash for nothing."""
    for one in said:
        parts = [*one.tags, *(f"[{status}]" for status in one.statuses)]
        yield one.author, ", ".join(parts) or "-"


def _status(codes: Codes) -> str:
    return "/".join(map(_code, codes))


def _code(code: Code | None) -> str:
    return "-" if code is None else str(code)
