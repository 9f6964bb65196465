"""The figures: for each tag and each status, how far the authors agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from annotations.agreement.coding import Coded
from annotations.agreement.coefficients import (
    Code,
    Codes,
    Coefficient,
    Tally,
    cohen_kappa,
    krippendorff_alpha,
    of_pair,
    pairable,
)
from annotations.agreement.sweeping import runs, tally
from annotations.palette import Palette, falls_under
from annotations.steps import Step, at_once

Subject = Literal["any tag", "tag", "statuses", "decisions", "status"]
"""What a figure is about: having any tag, one tag, which of the statuses, which of them but the
open one, one status against the others."""

Measure = Literal["cohen_kappa", "krippendorff_alpha"]
Units = Literal["sentences", "characters"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One coefficient, with the codings that it was computed from.

    ``name`` is that of the tag or the status, and empty for all of them together. ``tally`` has
    the codes in the order of ``authors``.
    """

    subject: Subject
    name: str
    measure: Measure
    units: Units
    authors: tuple[str, ...]
    result: Coefficient
    tally: Tally


class Statuses(NamedTuple):
    """The statuses of the sentences that hold claims.

    ``several`` counts the sentences with claims of two authors or more which at least one of them
    has given several statuses.
    """

    tally: Counter[Codes]
    several: int


def tag_figures(
    documents: Sequence[Coded],
    authors: Sequence[str],
    palette: Palette,
    wanted: Sequence[str] = (),
    step: Step = at_once,
) -> Iterator[Figure]:
    """The figures of each tag in use, in the palette's order, those of all tags together first."""
    if not wanted:
        yield from _of_tag(documents, authors, None, step)
    used = set[str]().union(*(document.tagged for document in documents))
    for tag in _in_order(used, [tag.name for tag in palette.tags]):
        if not wanted or any(falls_under(tag, one) for one in wanted):
            yield from _of_tag(documents, authors, tag, step)


def status_figures(
    found: Counter[Codes], authors: Sequence[str], palette: Palette
) -> Iterator[Figure]:
    """The figures of all statuses, of the decisions alone, and of each status in use."""
    compared = pairable(found)
    used = {code for codes in compared for code in codes if isinstance(code, str)}
    if not used:
        return
    yield from _figures("statuses", "", "sentences", authors, compared)
    if palette.open_status in used:
        decisions = _recoded(compared, {one: one for one in used - {palette.open_status}})
        yield from _figures("decisions", "", "sentences", authors, decisions)
    for status in _in_order(used, palette.statuses):
        alone = _recoded(compared, {one: one == status for one in used})
        yield from _figures("status", status, "sentences", authors, alone)


def statuses(
    documents: Iterable[Coded], authors: int, palette: Palette, step: Step = at_once
) -> Statuses:
    """Which statuses each author has given to the claims in a sentence, and to how many."""
    found: Counter[Codes] = Counter()
    several = 0
    for document in documents:
        for start, end, labels in runs(document.claims(), authors, step):
            given = [decided(labelled, palette) for labelled in labels]
            codes = tuple(next(iter(one)) if len(one) == 1 else None for one in given)
            found[codes] += end - start
            if sum(map(bool, given)) > 1 and any(len(one) > 1 for one in given):
                several += end - start
    return Statuses(found, several)


def decided(given: Iterable[str], palette: Palette) -> set[str]:
    """The statuses that an author gave, without the open one where there is a decision."""
    everything = set(given)
    return everything - {palette.open_status} or everything


def _of_tag(
    documents: Sequence[Coded], authors: Sequence[str], tag: str | None, step: Step
) -> Iterator[Figure]:
    in_sentences: Counter[Codes] = Counter()
    in_characters: Counter[Codes] = Counter()
    for each in documents:
        spans = each.spans(len(authors), tag, in_sentences=True)
        in_sentences += tally(spans, len(each.sentences), step)
        spans = each.spans(len(authors), tag, in_sentences=False)
        in_characters += tally(spans, len(each.text), step)
    subject: Subject = "any tag" if tag is None else "tag"
    yield from _figures(subject, tag or "", "sentences", authors, in_sentences)
    yield _alpha(subject, tag or "", "characters", authors, in_characters)


def _figures(
    subject: Subject, name: str, units: Units, authors: Sequence[str], found: Tally
) -> Iterator[Figure]:
    for first, second in combinations(range(len(authors)), 2):
        pair = of_pair(found, first, second)
        names = (authors[first], authors[second])
        yield Figure(subject, name, "cohen_kappa", units, names, cohen_kappa(pair), pair)
    yield _alpha(subject, name, units, authors, found)


def _alpha(
    subject: Subject, name: str, units: Units, authors: Sequence[str], found: Tally
) -> Figure:
    result, used = krippendorff_alpha(found), pairable(found)
    return Figure(subject, name, "krippendorff_alpha", units, tuple(authors), result, used)


def _recoded(found: Tally, codes: dict[str, Code]) -> Counter[Codes]:
    """The tally with other codes; what has none is not coded."""
    recoded: Counter[Codes] = Counter()
    for old, units in found.items():
        recoded[tuple(codes.get(str(code)) if code is not None else None for code in old)] += units
    return recoded


def _in_order(used: Iterable[str], known: Sequence[str]) -> list[str]:
    """Names as they are known, each followed by those under it, the others at the end."""
    order = {name: number for number, name in enumerate(known)}

    def place(name: str) -> tuple[int, str]:
        over = [order[one] for one in order if falls_under(name, one)]
        return (min(over, default=len(order)), name)

    return sorted(used, key=place)
