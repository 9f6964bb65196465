"""Links between annotations: made, followed, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from annotations.links import link_to, linked, unlinked
from annotations.model import Change, Link, LinkKind, PlacedAnnotation
from tui.handlers.choosing import choose
from tui.handlers.meant import meant, not_yours, options
from tui.handlers.registry import handles
from tui.handlers.unmarked import Unmarked, marked, say_marked, unmarked
from tui.jumps import Place
from tui.pane.chosen import Chosen
from tui.quoting import in_quotation_marks
from tui.reading.left_out import left_out_words
from tui.reading.offering import Offer, Option, numbered, offer, taken
from tui.relation_words import quoted, relation_words, shortened
from tui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.relations import Relation
    from tui.keys import Command
    from tui.reading.screen import ReadingScreen

_KEYS = (
    ("s", LinkKind.SUPPORTS),
    ("c", LinkKind.CONTRADICTS),
    ("r", LinkKind.REPEATS),
    ("i", LinkKind.CITES),
)
_QUOTED = 34
"""Code points of either end's words while the kind of a link is chosen."""


_Key: TypeAlias = tuple[str, str, str]
_Tied: TypeAlias = "tuple[PlacedAnnotation, Relation]"
"""An annotation here, and one of its ties."""


class _Kind(NamedTuple):
    """A kind of link to an annotation: what the last key chooses."""

    kind: LinkKind
    target: PlacedAnnotation | Unmarked


@handles("annotation.link")
def link(reading: ReadingScreen, command: Command) -> None:
    """Begins a link at the annotation here, or ends it at the one here and asks for its kind.

    The sentence of a search's hit that nothing is marked on will do: it is marked for the link.
    """
    if command.argument:
        chosen = taken(reading, command)
        if isinstance(chosen, _Kind):
            _make(reading, chosen)
        elif isinstance(chosen, PlacedAnnotation):
            _ask_or_begin(reading, command, chosen)
        return
    if reading.editing.linking.begun and reading.editing.linking.source is None:
        reading.editing.linking.end()
        reading.say("The annotation that the link began at is gone", "warning")
        return
    ends = _ends(reading)
    if not ends and (sentence := unmarked(reading)) is not None:
        _ask_or_begin(reading, command, sentence)
    elif not ends:
        _say_none(reading)
    elif len(ends) == 1:
        _ask_or_begin(reading, command, ends[0])
    else:
        which = "Link to which?" if reading.editing.linking.begun else "Link from which?"
        offer(reading, command, Offer(options(reading, ends), which))


def _ends(reading: ReadingScreen) -> list[PlacedAnnotation]:
    """The annotations here that the link can begin at, or lead to."""
    source = reading.editing.linking.source
    if source is None:
        return [one for one in meant(reading) if reading.session.own(one)]
    itself = source.author, source.annotation.id
    return [one for one in meant(reading) if (one.author, one.annotation.id) != itself]


def _say_none(reading: ReadingScreen) -> None:
    here = meant(reading)
    if reading.editing.linking.begun:
        words = "The link begins here" if here else "No annotation here to link to"
        reading.say(f"{words}: go to the one it leads to, or tag it first", "warning")
    elif here:
        reading.say(f"{not_yours(reading, here[0])}, and your reply can be linked", "warning")
    else:
        reading.say("No annotation of yours here to link from; tag the sentence first", "warning")


def _ask_or_begin(
    reading: ReadingScreen, command: Command, end: PlacedAnnotation | Unmarked
) -> None:
    source = reading.editing.linking.source
    if source is None:
        begins = marked(reading, end) if isinstance(end, Unmarked) else end
        if begins is not None:
            reading.editing.linking.begin(begins)
            if begins is not end:
                say_marked(reading, begins)
        return
    kinds = [Option(key, kind.value, _Kind(kind, end)) for key, kind in _KEYS]
    above = f"{_end_words(source)}  →  {_end_words(end)}"
    offer(reading, command, Offer(kinds, above))


def _end_words(end: PlacedAnnotation | Unmarked) -> str:
    if isinstance(end, Unmarked):
        return f"{end.path} {shortened(in_quotation_marks(end.words), _QUOTED)}"
    return f"{end.document} {shortened(quoted(end), _QUOTED)}"


def _make(reading: ReadingScreen, chosen: _Kind) -> None:
    """Makes the link, in the annotation that it began at."""
    source, target = reading.editing.linking.source, chosen.target
    fresh = isinstance(target, Unmarked)
    if source is not None and isinstance(target, Unmarked):
        target = marked(reading, target) or target
    if isinstance(target, Unmarked):
        return
    reading.editing.linking.end()
    if source is None:
        return
    before, made = source.annotation, link_to(target, chosen.kind)
    if made not in before.links:
        _change(reading, source, Change(before, linked(before, made)), f"link {chosen.kind}")
    words = f"{visible(target.document)} {visible(quoted(target))}"
    reading.say(f"Linked: {chosen.kind} {words}{', which is marked now' if fresh else ''}")


def _change(
    reading: ReadingScreen, placed: PlacedAnnotation, change: Change, description: str
) -> None:
    document = reading.session.documents.at(placed.document)
    reading.editing.edit(description, document, change)


@handles("annotation.follow")
def follow(reading: ReadingScreen, command: Command) -> None:
    """Goes to what the annotation here is tied to, or asks where to."""
    if command.argument:
        chosen = taken(reading, command)
        if isinstance(chosen, PlacedAnnotation):
            _go(reading, chosen)
        return
    here = meant(reading)
    ties = [(one, tie) for one in here for tie in reading.session.company.ties(one)]
    there = {_key(tie.other): (one, tie) for one, tie in ties if tie.other is not None}
    keys = {_key(one) for one in here}
    elsewhere = {key: there[key] for key in there if key not in keys}
    far = elsewhere or _from_current(reading, there) or there
    if len(far) == 1:
        [(_, only)] = far.values()
        _go(reading, only.other)
        _say_gone(reading, ties)
    elif far:
        entries = [(relation_words(tie, one), tie.other) for one, tie in far.values()]
        offer(reading, command, Offer(numbered(entries), "Go where?"))
    elif ties:
        one, tie = ties[0]
        reading.say(f"It {visible(relation_words(tie, one))}", "warning")
    else:
        _say_untied(reading, here)


def _from_current(reading: ReadingScreen, there: dict[_Key, _Tied]) -> dict[_Key, _Tied]:
    """Those of the ties that lead from the annotation here that keys act on."""
    now = reading.editing.current()
    return {key: tied for key, tied in there.items() if tied[0] is now}


def _say_gone(reading: ReadingScreen, ties: Sequence[_Tied]) -> None:
    """Says what else would have been to be gone to, were it still there."""
    gone = [relation_words(tie, one) for one, tie in ties if tie.other is None]
    if gone:
        reading.say(f"It also {visible('; '.join(gone))}", "warning")


def _say_untied(reading: ReadingScreen, here: list[PlacedAnnotation]) -> None:
    """Says that there is nothing to follow, and what there would be with everybody shown."""
    company = reading.session.company
    hidden = [tie.other.author for one in here for tie in company.hidden_ties(one) if tie.other]
    if words := left_out_words(reading.keys, hidden):
        reading.say(f"Nothing here is linked or answered but by marks that are hidden: {words}")
        return
    key = visible(reading.keys.named("annotation.link"))
    how = f"; {key} on an annotation begins a link" if key else ""
    reading.say(f"Nothing here is linked or answered{how}")


def _key(placed: PlacedAnnotation | None) -> _Key:
    return (placed.author, placed.document, placed.annotation.id) if placed else ("", "", "")


def _go(reading: ReadingScreen, target: PlacedAnnotation | None) -> None:
    """Goes to an annotation, which keys act on then; jumping back comes back."""
    if target is None:
        return
    if target.start is None and target.annotation.start is not None:
        where = visible(f"{target.document} {quoted(target)}")
        reading.say(f"Its place in the text was lost: {where}", "warning")
        return
    if all(_key(target) != _key(one) for one in reading.editing.here()):
        reading.leave_place()
    reading.go(Place(target.document, target.start or 0))
    _choose(reading, target)
    if not reading.session.company.shows(target):
        key = visible(reading.keys.named("authors.open"))
        reading.say(f"The marks of {visible(target.author)} are hidden; {key} shows them")


def _choose(reading: ReadingScreen, target: PlacedAnnotation) -> None:
    """Has keys act on an annotation that stands where the reader is now."""
    view = reading.pane.view
    at = view.focus_span() if view is not None else None
    if at is not None and any(_key(one) == _key(target) for one in reading.editing.here()):
        choose(reading, Chosen.of(target, at))


@handles("annotation.unlink")
def unlink(reading: ReadingScreen, command: Command) -> None:
    """Takes away a link that begins at the annotation here; asks which, where there are more."""
    if command.argument:
        chosen = taken(reading, command)
        if isinstance(chosen, tuple):
            _take_away(reading, *chosen)
        return
    company = reading.session.company
    ties = [(one, tie) for one in meant(reading) for tie in company.ties(one) if tie.link]
    own = [(one, tie) for one, tie in ties if tie.outgoing and reading.session.own(one)]
    if len(own) == 1:
        _take_away(reading, *own[0])
    elif own:
        entries = [(relation_words(tie, one), (one, tie)) for one, tie in own]
        offer(reading, command, Offer(numbered(entries), "Take which link away?"))
    elif ties:
        key = visible(reading.keys.named("annotation.follow"))
        reading.say(f"This link is kept at its other end; {key} goes there", "warning")
    else:
        reading.say("No link begins here", "warning")


def _take_away(reading: ReadingScreen, placed: PlacedAnnotation, tie: Relation) -> None:
    if isinstance(tie.link, Link):
        change = Change(placed.annotation, unlinked(placed.annotation, tie.link))
        _change(reading, placed, change, f"unlink {tie.kind}")
        undo = visible(reading.keys.named("undo"))
        back = f"; {undo} brings it back" if undo else ""
        reading.say(f"Link taken away: {visible(relation_words(tie, placed))}{back}")
