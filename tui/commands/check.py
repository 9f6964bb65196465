"""``sidelight check``: whether every annotation still has its place. Writes nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from annotations.conflicts import asks
from annotations.model import Anchor
from annotations.relations import Relations
from tui.commands.common import add_json, add_path, collected, is_incomplete, scope_of
from tui.commands.listed import say_annotation
from tui.commands.ties import everything_for
from tui.numbers import counted
from tui.output import complain_of_all, on_one_line, say

if TYPE_CHECKING:
    from annotations.anchoring.outcome import Outcome
    from annotations.model import PlacedAnnotation
    from documents.document import Document
    from tui.commands.common import Scope

_NEEDS_ATTENTION = (Anchor.REVIEW, Anchor.ORPHAN)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and how to print."""
    add_path(parser)
    add_json(parser)
    parser.add_argument(
        "--attention", action="store_true", help="print only those that need attention"
    )
    parser.epilog = (
        "Those that need attention come last; with --json all are in the order of the texts.\n"
        "Exit status 1: an annotation needs attention (review, or lost, which is orphan in JSON\n"
        "and for --anchor), or was edited twice at once and waits for a choice (conflicts), or a\n"
        "link or a reply leads to an annotation that is not there. One whose words changed in\n"
        "their place is told with both, and needs none: --anchor changed lists those."
    )


def run(args: argparse.Namespace) -> int:
    """Prints every annotation as ``list`` does, what changed in it, and how many sit how."""
    scope = scope_of(args.path)
    found = collected(scope)
    relations = Relations(everything_for(scope, found, either_end=False))
    told = _Told(scope, relations, as_json=args.json)
    every = found.annotations
    troubled = [one for one in every if _needs_attention(one) or relations.astray(one)]
    if args.json:
        told.say_all(troubled if args.attention else every)
    else:
        if not args.attention:
            kept = {id(one) for one in troubled}
            told.say_all([one for one in every if id(one) not in kept])
        _say_heading(len(troubled), len(every))
        told.say_all(troubled)
        astray = sum(len(relations.astray(one)) for one in troubled)
        say(_summary(every, len(found.unread)) + _summary_of_ties(astray))
    complain_of_all(found.problems)
    return 2 if is_incomplete(scope, found) else int(bool(troubled))


def _say_heading(troubled: int, every: int) -> None:
    """Says how many need attention, over them; nothing where none does."""
    if troubled:
        needs = "needs" if troubled == 1 else "need"
        say(f"{troubled} of {every} {needs} attention:")


def _needs_attention(placed: PlacedAnnotation) -> bool:
    return placed.anchor in _NEEDS_ATTENTION or asks(placed)


def _summary_of_ties(astray: int) -> str:
    if not astray:
        return ""
    return f", {astray} {'link or reply leads' if astray == 1 else 'links or replies lead'} nowhere"


class _Told:
    """Prints annotations, each with what is to be known of it."""

    def __init__(self, scope: Scope, relations: Relations, *, as_json: bool) -> None:
        self._scope = scope
        self._relations = relations
        self._as_json = as_json

    def say_all(self, annotations: Iterable[PlacedAnnotation]) -> None:
        """Prints these, which stand together by their documents."""
        for path, placed in groupby(annotations, lambda one: one.document):
            self._say_of_document(list(placed), path)

    def _say_of_document(self, annotations: list[PlacedAnnotation], path: str) -> None:
        document = None if self._as_json else _text_now(annotations, path, self._scope)
        for placed in annotations:
            lost = self._relations.astray(placed)
            say_annotation(placed, self._scope.workspace, as_json=self._as_json, lost=lost)
            if self._as_json:
                continue
            waiting = what_waits(placed) if asks(placed) else ()
            changed = what_changed(placed, document) if document is not None else ()
            for line in (*waiting, *changed):
                say(f"    {line}")


def _text_now(annotations: list[PlacedAnnotation], path: str, scope: Scope) -> Document | None:
    """The document, where any of its annotations is to be told beside what stands there now."""
    from documents.errors import CannotOpen

    if not any(one.anchor in (Anchor.CHANGED, Anchor.REVIEW) for one in annotations):
        return None
    try:
        return scope.workspace.read(path, scope.store.recorded_encoding(path))
    except CannotOpen:
        return None


def what_waits(placed: PlacedAnnotation) -> Iterable[str]:
    """What of an annotation was edited twice at once, with all that can be chosen."""
    from tui.conflict_words import FIELDS, offers

    for conflict in placed.annotation.conflicts:
        yield f"{FIELDS[conflict.field]} at once, to be chosen between:"
        for offer in offers(placed.annotation, conflict):
            yield f"  {offer.label}: “{on_one_line(offer.words)}”"


def what_changed(placed: PlacedAnnotation, document: Document) -> list[str]:
    """What stands at an annotation's place now, and the words that are others than were marked."""
    from annotations.anchoring.outcome import Outcome

    outcome = Outcome(placed, document)
    if placed.anchor not in (Anchor.CHANGED, Anchor.REVIEW) or outcome.new is None:
        return []
    asks = "now" if placed.anchor is Anchor.CHANGED else "here?"
    return [f"{asks} “{on_one_line(outcome.new)}”", *_words(outcome)]


def _words(outcome: Outcome) -> Iterable[str]:
    """Each difference on a line of its own: ``forty → forty-five (number)``."""
    for each in outcome.differences:
        old = on_one_line(outcome.old[slice(*each.old)]) or "–"
        new = on_one_line((outcome.new or "")[slice(*each.new)]) or "–"
        kinds = f"  ({', '.join(sorted(each.telling))})" if each.telling else ""
        yield f"  {old} → {new}{kinds}"


def _summary(annotations: list[PlacedAnnotation], unread: int) -> str:
    from annotations.anchoring.outcome import counts

    found = counts(annotations)
    missing = [f"{counted(unread, 'file')} of annotations not read"] if unread else []
    if not found:
        return ", ".join(missing) or "no annotations"
    parts = [f"{found[anchor]} {anchor.word}" for anchor in Anchor if found[anchor]]
    waiting = sum(map(asks, annotations))
    twice = [f"{waiting} edited twice at once"] if waiting else []
    stale = sum(bool(one.decided_on) for one in annotations)
    anew = [f"{stale} decided on other words"] if stale else []
    return ", ".join([*parts, *twice, *anew, *missing])
