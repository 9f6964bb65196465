"""Deciding on claims: one's own, and by an answer on those of other authors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotations.model import Anchor, Change, PlacedAnnotation
from tui.handlers.marking import chooses_on, say_of, settle_span
from tui.handlers.meant import meant
from tui.handlers.registry import handles
from tui.keys import Command
from tui.reading.status import decisions
from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


@handles("status.set")
def status(reading: ReadingScreen, command: Command) -> None:
    """Asks which status the claim here is given, and gives it; says so where there is no claim."""
    settle_span(reading)
    claim = claim_here(reading)
    if claim is None:
        reading.say(f"No claim on this sentence; {_how_to_make_one(reading)}", "warning")
        return
    if not command.argument:
        if (decided := _decided_on(reading, claim)) and only_proposed(reading, decided):
            return
        reading.keys.wait_for(command)
        reading.bars.choice.begin(_place_of_present(reading, claim))
        return
    numbers = [str(number) for number, _ in decisions(reading.session.palette.statuses)]
    if not chooses_on(reading, command, len(numbers)):
        taken = numbers and command.argument == "enter"
        decide(reading, claim, numbers[reading.bars.choice.index] if taken else command.argument)


@handles("status.history")
async def show_history(reading: ReadingScreen, command: Command) -> None:
    """Lists what was decided on the claim here."""
    from tui.panels.decisions import DecisionsPanel

    claim = claim_here(reading)
    if claim is None:
        reading.say(f"No claim on this sentence; {_how_to_make_one(reading)}", "warning")
        return
    panel = DecisionsPanel(reading, claim)
    await reading.open_panel(panel, "right")
    panel.focus()


def _place_of_present(reading: ReadingScreen, claim: PlacedAnnotation) -> int:
    """The place, among the decisions, of the status that a claim has from the reader; else -1."""
    own = _decided_on(reading, claim)
    present = own.annotation.status if own is not None else ""
    names = [name for _, name in decisions(reading.session.palette.statuses)]
    return names.index(present) if present in names else -1


def _decided_on(reading: ReadingScreen, claim: PlacedAnnotation) -> PlacedAnnotation | None:
    """The annotation of the reader's that a decision on a claim changes, if there is one."""
    return claim if reading.session.own(claim) else reading.session.reply_to(claim)


def claim_here(reading: ReadingScreen) -> PlacedAnnotation | None:
    """The claim that a decision here is about: the chosen one, else one's own, else another's.

    Where words are selected it must be on exactly those.
    """
    current, view = reading.editing.current(), reading.pane.view
    selected = view.selection.span if view is not None and view.selection is not None else None
    claims = [
        one
        for one in meant(reading)
        if _is_claim(reading, one) and selected in (None, (one.start, one.end))
    ]
    claims.sort(key=lambda one: (one is not current, not reading.session.own(one)))
    return claims[0] if claims else None


def _is_claim(reading: ReadingScreen, placed: PlacedAnnotation) -> bool:
    from annotations.bulk_changes import is_claim

    return is_claim(placed.annotation, reading.session.palette)


def _how_to_make_one(reading: ReadingScreen) -> str:
    key = visible(reading.keys.named("tag"))
    return f"{key} tags one" if key else "a tag makes one"


def decide(reading: ReadingScreen, placed: PlacedAnnotation, key: str) -> str | None:
    """Gives a claim the status that ``key`` numbers; the status, or None where there is none.

    On another author's claim this makes an annotation of one's own that answers it.
    """
    statuses = reading.session.palette.statuses
    number = int(key) if key.isdecimal() else -1
    if not 0 <= number < len(statuses):
        reading.say(f"{visible(key)} is no status: {numbered(statuses)}", "warning")
        return None
    chosen = statuses[number]
    if (own := _decided_on(reading, placed)) is not None:
        give(reading, own, chosen)
    else:
        _answer(reading, placed, chosen)
    return chosen


def give(reading: ReadingScreen, placed: PlacedAnnotation, chosen: str) -> None:
    """Gives an annotation of the reader's another status."""
    if only_proposed(reading, placed):
        return
    if placed.anchor is Anchor.CHANGED:
        _give_as_it_reads(reading, placed, chosen)
        return
    from annotations.decisions import with_status

    document = reading.session.documents.at(placed.document, reach=placed.end or 0)
    before = placed.annotation
    after = with_status(before, chosen, reading.session.author)
    if after is not before:
        reading.editing.edit(f"status {chosen}", document, Change(before, after))
    answered = reading.session.company.relations.answered(placed)
    say_of(reading, _done(chosen, answered), before)


def only_proposed(reading: ReadingScreen, placed: PlacedAnnotation) -> bool:
    """Whether nobody has said yet that a claim stands where it was found; says so then."""
    if placed.anchor is not Anchor.REVIEW:
        return False
    reading.say(f"Where this claim stands is only proposed: {_how_to_settle(reading)}", "warning")
    return True


def _how_to_settle(reading: ReadingScreen) -> str:
    """What settles the place of a claim: keys of the panel, or the one that opens it."""
    from tui.handlers.changed import panel_of

    actions = ("changed.keep", "changed.move", "changed.open")
    keep, move, look = (visible(reading.keys.named(one) or "the palette") for one in actions)
    if panel_of(reading) is None:
        return f"{look} settles that first"
    return f"{keep} keeps it here, {move} moves it; then it can be decided on"


def _give_as_it_reads(reading: ReadingScreen, placed: PlacedAnnotation, chosen: str) -> None:
    """Decides on the words that the reader sees: the annotation is kept on those with it."""
    from annotations.decisions import decided_too
    from annotations.reseating import kept
    from tui.handlers.changed import now_reading, placed_on
    from tui.older_texts import counted_in

    document = placed_on(reading, placed)
    if document is None:
        return
    change = kept(placed, document, counted_in(reading.session, placed))
    change = decided_too(change, chosen, reading.session.author)
    reading.editing.edit(f"status {chosen}", document, change)
    undo = visible(reading.keys.named("undo") or "undo")
    done = _done(chosen, reading.session.company.relations.answered(placed))
    words = now_reading(placed.annotation.exact, placed.words)
    reading.say(f"{done}, and kept as it reads now: {words}; {undo} takes it back")


def _answer(reading: ReadingScreen, placed: PlacedAnnotation, chosen: str) -> None:
    """Decides on another's claim in an answer; without its tags, which the reader has not set."""
    from annotations.replies import reply

    if placed.annotation.status == chosen == reading.session.palette.open_status:
        say_of(reading, f"{visible(chosen).capitalize()} as it was", placed.annotation)
        return
    document = reading.session.documents.at(placed.document, reach=placed.end or 0)
    if not reading.editing.allowed(document):
        return
    try:
        answer = reply(placed, document.text, status=chosen)
    except ValueError:
        reading.say("The place of this claim was lost; it cannot be answered here", "warning")
        return
    reading.editing.edit(f"status {chosen}", document, Change(None, answer))
    say_of(reading, _done(chosen, placed), placed.annotation)


def _done(chosen: str, answered: PlacedAnnotation | None) -> str:
    """What was decided; on whose claim, where it is another's."""
    words = visible(chosen).capitalize()
    return f"{words}, in your answer to {visible(answered.author)}" if answered else words


def numbered(statuses: Sequence[str]) -> str:
    """The statuses with their numbers, decisions first."""
    return "  ".join(_numbered(statuses))


def in_lines(statuses: Sequence[str], width: int) -> str:
    """The statuses with their numbers, in lines of so many columns, none of them in two."""
    from rich.cells import cell_len

    lines = [""]
    for one in _numbered(statuses):
        longer = f"{lines[-1]}  {one}" if lines[-1] else one
        if lines[-1] and cell_len(longer) > width:
            lines.append(one)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def _numbered(statuses: Sequence[str]) -> list[str]:
    return [f"{number} {visible(name)}" for number, name in decisions(statuses)]
