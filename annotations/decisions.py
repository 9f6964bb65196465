"""The history of the decisions on a claim, kept with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotations.model import Annotation, Change, Decision, now


def is_verdict(annotation: Annotation, open_status: str) -> bool:
    """Whether this decides on another author's claim, which it answers.

    It needs no tag of its own for that: what it is about is in the claim.
    """
    return bool(annotation.reply_to) and annotation.status not in ("", open_status)


def with_old_words(annotation: Annotation, words: str) -> Annotation:
    """The annotation, whose decisions know the ``words`` that they were made on till now."""
    if not annotation.history or words in ("", annotation.exact):
        return annotation
    history = tuple(one if one.exact else replace(one, exact=words) for one in annotation.history)
    return replace(annotation, history=history)


def first_decided(annotation: Annotation, author: str) -> Annotation:
    """The annotation, made with the status that it has: that is the first decision on it."""
    made = Decision(annotation.status, annotation.modified, author)
    return replace(annotation, history=(made,))


def decided_anew(annotation: Annotation, author: str) -> Annotation:
    """The annotation, whose status was looked at again on the words that it marks now."""
    moment = now()
    history = (*annotation.history, Decision(annotation.status, moment, author))
    return replace(annotation, modified=moment, history=history)


def with_status(annotation: Annotation, status: str, author: str) -> Annotation:
    """The annotation with a status; that it has it already is a decision if it was on other words.

    Itself where there is nothing to decide.
    """
    if annotation.status != status:
        return replace(annotation, status=status, modified=now())
    return decided_anew(annotation, author) if annotation.decided_on else annotation


def decided_too(change: Change, status: str, author: str) -> Change:
    """The change, which besides decides on what it puts on other words: on those, from then on."""
    if change.after is None:
        return change
    after = decided_anew(replace(change.after, status=status), author)
    return Change(change.before, after)


def with_decision(change: Change, author: str, on_record: Sequence[Decision] = ()) -> Change:
    """The change with the decision in it on record: which status, when, and by whom.

    ``on_record`` are the decisions that are known of this annotation. A change that makes it older
    again takes the last of them back, as undoing does. A change that keeps the record itself is
    left as it is; so doing this twice does no harm.
    """
    before, after = change.before, change.after
    if after is None or (before is not None and before.history != after.history):
        return change
    if before is None:
        return Change(None, _answered(after, author))
    if before.status == after.status:
        return change
    known = tuple(on_record or before.history)
    if _takes_back(before, after, known):
        history = known[:-1]
    else:
        history = (*known, Decision(after.status, after.modified, author))
    return Change(replace(before, history=known), replace(after, history=history))


def _takes_back(before: Annotation, after: Annotation, known: Sequence[Decision]) -> bool:
    if not known or after.modified >= before.modified:
        return False
    last = known[-1]
    earlier = known[-2].status if len(known) > 1 else after.status
    return (last.status, last.date, earlier) == (before.status, before.modified, after.status)


def _answered(annotation: Annotation, author: str) -> Annotation:
    """A decision on somebody else's claim is an annotation of its own."""
    if not (annotation.reply_to and annotation.status) or annotation.history:
        return annotation
    return first_decided(annotation, author)
