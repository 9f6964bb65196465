"""Linking a sentence with one of its echoes, and taking such a link away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.spans import Span
from tui.handlers.echoes import echoes_here
from tui.handlers.registry import handles
from tui.quoting import in_quotation_marks
from tui.relation_words import shortened
from tui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import LinkKind
    from documents.document import Document
    from tui.echo_links import End
    from tui.echo_ties import Tie
    from tui.keys import Command
    from tui.panels.echoes_panel import EchoesPanel
    from tui.quoting import Passage
    from tui.reading.screen import ReadingScreen

_QUOTED = 40


@handles("echoes.supports", "echoes.contradicts", "echoes.repeats")
def link(reading: ReadingScreen, command: Command) -> None:
    """Links the sentence to the selected echo, and marks either where it is not marked yet."""
    from annotations.model import LinkKind

    panel = echoes_here(reading, command)
    if panel is not None and (passage := panel.passage()) is not None:
        _link(reading, panel, passage, LinkKind(command.action.id.partition(".")[2]))


def _link(reading: ReadingScreen, panel: EchoesPanel, passage: Passage, kind: LinkKind) -> None:
    from tui.echo_links import link_edits

    known, asked = [tie for tie in panel.ties_here() if not tie.by], panel.asked
    if again := next((tie for tie in known if tie.says(kind)), None):
        verb = again.verb if again.outgoing else f"is {again.verb}"
        reading.say(f"It {verb} it already")
        return
    source = _end(reading, asked.path, asked.span, asked.words, own=True)
    span = Span(passage.start or 0, passage.end or 0)
    target = _end(reading, passage.path, span, passage.text, own=False)
    if source is None or target is None:
        return
    edits = link_edits(reading.session, source, target, kind, known)
    _say_linked(reading, f"Linked: {kind}", passage, _besides(panel.ties_here()))
    reading.editing.edit_in(f"link {kind}", edits)


def _besides(ties: Sequence[Tie]) -> str:
    """Which links the new one has taken the place of, and which of others stand beside it."""
    gone = " and ".join(f"{tie.verb} it" for tie in ties if not tie.by)
    others = "; ".join(f"{tie.by}: {tie.verb}" for tie in ties if tie.by)
    parts = [f"no longer {gone}"] if gone else []
    return visible(", ".join(["", *parts, *([others] if others else [])]))


def _say_linked(reading: ReadingScreen, done: str, passage: Passage, besides: str = "") -> None:
    undo = visible(reading.keys.named("undo"))
    back = f"; {undo} takes it back" if undo else ""
    words = visible(shortened(in_quotation_marks(passage.text), _QUOTED))
    reading.say(f"{done} {visible(passage.path)} {words}{besides}{back}", "success")


@handles("echoes.unlink")
def unlink(reading: ReadingScreen, command: Command) -> None:
    """Takes the reader's own links with the selected echo away, and marks made for them alone."""
    from tui.echo_ties import without

    panel = echoes_here(reading, command)
    if panel is None or (passage := panel.passage()) is None:
        return
    ties = panel.ties_here()
    own = [tie for tie in ties if not tie.by]
    if not own:
        reading.say(_why_not(reading, ties), "warning")
        return
    session = reading.session
    changes = without(session, own)
    edits = [(session.documents.at(path), change) for path, change in changes]
    _say_linked(reading, f"Link taken away: {', '.join(tie.verb for tie in own)}", passage)
    reading.editing.edit_in("unlink", edits)


def _why_not(reading: ReadingScreen, ties: Sequence[Tie]) -> str:
    if ties:
        return f"This link is {visible(ties[0].by)}’s, and stays"
    text, key = (visible(reading.keys.named(one)) for one in ("list.leave", "annotation.delete"))
    how = f"; {text} and then {key} deletes the mark on the sentence" if text and key else ""
    return f"There is no link with this echo{how}"


def _end(reading: ReadingScreen, path: str, span: Span, words: str, *, own: bool) -> End | None:
    """An end of the link; says why there can be none."""
    from search_index.echoes.weighing import normal
    from tui.echo_links import end_at

    document: Document = reading.session.documents.at(path, reach=span.end)
    if not document.complete:
        reading.say(f"{visible(path)} is still being read; try again in a moment", "warning")
        return None
    if normal(document.text[slice(*span)]) != normal(words):
        reading.say("The text has changed since it was looked through; ask again", "warning")
        return None
    if not reading.editing.allowed(document):
        return None
    return end_at(reading.session, document, span, own=own)
