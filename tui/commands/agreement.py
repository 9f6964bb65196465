"""``sidelight agreement``: how far the authors agree, and where they differ."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.commands.common import Scope, add_json, add_path, is_incomplete, scope_of
from tui.output import Refused, complain, complain_of_all, on_one_line, say, say_json

if TYPE_CHECKING:
    from annotations.agreement.comparison import Comparison
    from annotations.agreement.differences import Difference
    from annotations.agreement.figures import Figure
    from annotations.collection import Collected
    from documents.document import Document

_MEASURES = {"cohen_kappa": "kappa", "krippendorff_alpha": "alpha"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where, whose, of what, and how to print."""
    add_path(parser)
    parser.add_argument(
        "--author", action="append", metavar="A", help="one of those to compare (default: all)"
    )
    parser.add_argument(
        "--tag", action="append", metavar="T", help="only this tag and those under it; or several"
    )
    add_json(parser)
    parser.epilog = (
        "Cohen's kappa is for each pair of authors, over sentences; Krippendorff's nominal alpha\n"
        "for all of them, over sentences and over characters. --json has the counts behind each.\n"
        "Exit status 1: no two of the authors have worked on one document."
    )


def run(args: argparse.Namespace) -> int:
    """Prints the figures, with what each comes from, then the places where the authors differ."""
    authors = _authors(args.author or [])
    scope = scope_of(args.path)
    found, comparison = _compared(scope, authors, args.tag or [])
    if args.json:
        _say_objects(comparison)
    elif not comparison.problem:
        _say_all(comparison)
    absent = [author for author in authors if author not in comparison.authors]
    complain_of_all(found.problems)
    complain_of_all(f"{author} has no annotations here" for author in absent)
    if comparison.problem:
        complain(comparison.problem)
    if is_incomplete(scope, found):
        return 2
    return int(bool(absent or comparison.problem))


def _authors(given: Sequence[str]) -> list[str]:
    """The authors to compare, each once. Raises Refused where it is one alone."""
    from annotations.authors import author_name

    authors = list(dict.fromkeys(map(author_name, given)))
    if len(authors) == 1:
        raise Refused(
            f"{authors[0]} cannot be compared alone; give --author twice, or leave it out for all"
        )
    return authors


def _compared(
    scope: Scope, authors: Sequence[str], tags: Sequence[str]
) -> tuple[Collected, Comparison]:
    """Reads each document once."""
    from annotations.agreement.comparison import compare
    from annotations.collection import collect
    from annotations.palette import Palette

    documents: dict[str, Document] = {}

    def read(path: str, encoding: str | None) -> Document:
        documents[path] = scope.workspace.read(path, encoding)
        return documents[path]

    found = collect(scope.workspace, scope.store, scope.paths, read=read)
    palette = Palette.from_settings(scope.workspace.settings)
    at = documents.__getitem__
    return found, compare(found.annotations, at, palette, authors=authors, tags=tags)


def _say_objects(comparison: Comparison) -> None:
    from annotations.agreement.listing import as_objects

    for each in as_objects(comparison):
        say_json(each)


def _say_all(comparison: Comparison) -> None:
    from tui import agreement_words as words

    say(words.scope_of(comparison))
    for line in words.left_out(comparison):
        say(f"not counted: {line}")
    for line in words.HOW_IT_IS_COUNTED:
        say(line)
    subject = ""
    for figure in comparison.figures:
        if words.subject_of(figure) != subject:
            subject = words.subject_of(figure)
            say(f"\n{subject}")
        _say_figure(figure)
    places = words.in_all(len(comparison.differences), "place")
    say(f"\nThey differ in {places}:" if comparison.differences else "\nThey differ nowhere.")
    for difference in comparison.differences:
        _say_difference(difference)


def _say_figure(figure: Figure) -> None:
    from tui import agreement_words as words

    value = words.value_of(figure.result)
    say(f"  {_MEASURES[figure.measure]} {value:>7}  {words.come_from(figure)}")
    if figure.measure == "cohen_kappa":
        counts = words.counts_of(figure) if figure.result.units else "nothing"
        say(f"{'':17}{', '.join(figure.authors)}: {counts}")


def _say_difference(difference: Difference) -> None:
    from tui import agreement_words as words

    place = f"{difference.document}:{difference.start}-{difference.end}"
    say(f"{place}  {words.differ_in(difference)}")
    say(f"    “{on_one_line(difference.text)}”")
    for author, said in words.said_by(difference.said):
        say(f"    {author}: {said}")
