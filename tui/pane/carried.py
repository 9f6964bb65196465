"""What was selected in a text, in the text that it has become."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from documents.spans import Span
from tui.pane.selection import Selection, covering

if TYPE_CHECKING:
    from annotations.anchoring.revision import Revision


class Carried(NamedTuple):
    """The selection in the new text, None where its passage is lost; whether it reads as before."""

    selection: Selection | None
    as_before: bool


def carried(selection: Selection, revision: Revision) -> Carried:
    """Where what was selected in ``revision.old`` is in ``revision.new``.

    Its moving end stays the moving one. A place that is only likely is none.
    """
    before = selection.span
    after, certainty = revision.follow(*before)
    if after is None or certainty == "proposed":
        return Carried(None, as_before=False)
    if revision.old[slice(*before)] == revision.new[slice(*after)]:
        by = after.start - before.start
        anchor, head = (_shifted(one, by) for one in (selection.anchor, selection.head))
        return Carried(Selection(anchor, head, selection.of), as_before=True)
    whole = covering(revision.new, after, selection.of)
    backward = selection.head.start < selection.anchor.start
    return Carried(whole.swapped() if backward else whole, as_before=certainty == "same")


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
