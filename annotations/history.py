"""Undo and redo, across documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace

from annotations.model import Annotation, Change

MOST_STEPS = 1000

Lookup = Callable[[str, str], Annotation | None]
"""Gives the reader's annotation of a document (by its path) that has this id now, if there is."""

_NOT_SAID = frozenset(("id", "created", "modified", "deleted", "conflicts", "history"))
_PLACE = frozenset(("start", "end", "prefix", "suffix", "text", "anchor"))
_SAID = tuple(one.name for one in fields(Annotation) if one.name not in _NOT_SAID | _PLACE)
"""What a step must find as it left it. A place moves with its text; its quote tells it."""


class StepRefused(Exception):
    """A step that can no longer be taken back, or done again; ``str()`` says why, in a line."""

    def __init__(self, description: str, reason: str) -> None:
        super().__init__(description, reason)
        self.description = description
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.description}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Step:
    """What one action did: ``changes`` are pairs of a document's path and the change there.

    ``description`` names the action for the reader: "tag claim", "note", "delete".
    """

    description: str
    changes: tuple[tuple[str, Change], ...]

    def inverse(self) -> Step:
        """The step that takes this one back."""
        return Step(
            self.description,
            tuple((path, change.inverse()) for path, change in reversed(self.changes)),
        )

    @property
    def extent(self) -> tuple[int, int]:
        """How many annotations it changes, in how many documents."""
        paths = {path for path, _ in self.changes}
        return len({(path, one.annotation_id) for path, one in self.changes}), len(paths)

    def renamed(self, old: str, new: str) -> Step:
        """The step, for when the document at ``old`` is at ``new``."""
        return Step(
            self.description,
            tuple((new if path == old else path, change) for path, change in self.changes),
        )

    def left_to_do(self, now: Lookup) -> Step:
        """The step without what is so already, as where a machine died while it was saved."""
        times = Counter((path, one.annotation_id) for path, one in self.changes)
        left = tuple(
            (path, change)
            for path, change in self.changes
            if times[path, change.annotation_id] > 1
            or not _is_same(now(path, change.annotation_id), change.after)
        )
        return Step(self.description, left)

    def misfit(self, now: Lookup) -> str:
        """Why this step cannot be carried out on the annotations as they are; empty if it can.

        Of several annotations some may be already as they are to be: a machine may have died when
        not all were saved.
        """
        first: dict[tuple[str, str], Change] = {}  # of several changes to one, the first meets it
        for path, change in self.changes:
            first.setdefault((path, change.annotation_id), change)
        reasons: list[str] = []
        for key, change in first.items():
            there = now(*key)
            if reason := _misfit(change, there):
                if not _is_said(there, change.after):
                    return reason
                reasons.append(reason)  # nothing is left to do with this one
        return reasons[0] if len(reasons) == len(first) and reasons else ""


class History:
    """The steps taken, and the way back and forth between them. It carries nothing out itself.

    A step that no longer fits what is there, because somebody else has changed it since, is
    dropped, and StepRefused raised: done blindly, it would undo more than it did.
    """

    def __init__(self, done: Iterable[Step] = (), undone: Iterable[Step] = ()) -> None:
        self._done = list(done)
        self._undone = list(undone)
        self.taken = 0  # how often anything changed here
        self._unsettled = 0  # of what was taken back, how much may not be on disk yet

    def record(self, description: str, changes: Iterable[tuple[str, Change]]) -> None:
        """Adds a step that was taken; what had been undone can no longer be redone."""
        step = Step(description, tuple(changes))
        if step.changes:
            self._done.append(step)
            self._undone.clear()
            self._unsettled = 0
            del self._done[:-MOST_STEPS]
            self.taken += 1

    def renamed(self, old: str, new: str) -> None:
        """Takes it that the document at ``old`` is at ``new`` from now on."""
        self._done = [step.renamed(old, new) for step in self._done]
        self._undone = [step.renamed(old, new) for step in self._undone]
        self.taken += 1

    @property
    def steps(self) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
        """The steps that can be undone, and those that can be redone, the next one last."""
        return tuple(self._done), tuple(self._undone)

    @property
    def steps_meanwhile(self) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
        """The same for as long as not all of it is on disk.

        What is being taken back can be undone still: a program that is killed now has saved some
        of it, and the next one takes back the rest.
        """
        settled = max(0, len(self._undone) - self._unsettled)
        unsettled = reversed(self._undone[settled:])
        return (*self._done, *unsettled), tuple(self._undone[:settled])

    def settle(self) -> None:
        """Takes it that all that was taken back is on disk."""
        self._unsettled = 0

    @property
    def next_undo(self) -> str | None:
        """What ``undo`` would take back, for the reader."""
        return self._done[-1].description if self._done else None

    @property
    def next_redo(self) -> str | None:
        """What ``redo`` would do again, for the reader."""
        return self._undone[-1].description if self._undone else None

    def ahead(self, *, undoing: bool) -> Step | None:
        """The step that ``undo`` or ``redo`` would take next; it is not taken."""
        steps = self._done if undoing else self._undone
        return steps[-1] if steps else None

    def undo(self, now: Lookup | None = None) -> Step | None:
        """The step to carry out now to take the last one back, or None.

        Raises StepRefused where it does not fit the annotations that ``now`` gives. What else
        ``now`` raises leaves the step where it is.
        """
        step = self._handed_over(self._done, self._undone, Step.inverse, now)
        self._unsettled += step is not None
        return step

    def redo(self, now: Lookup | None = None) -> Step | None:
        """The step to carry out now to do again what was last taken back, or None.

        Raises StepRefused, as ``undo`` does.
        """
        step = self._handed_over(self._undone, self._done, lambda step: step, now)
        self._unsettled = max(0, self._unsettled - 1)
        return step

    def _handed_over(
        self,
        source: list[Step],
        target: list[Step],
        turned: Callable[[Step], Step],
        now: Lookup | None,
    ) -> Step | None:
        """The last step of one side, ``turned`` to be carried out; it goes to the other side."""
        if not source:
            return None
        wanted = turned(source[-1])
        reason = _misfit_of(wanted, now)
        step = source.pop()
        self.taken += 1
        if reason:
            raise StepRefused(step.description, reason)
        target.append(step)
        return wanted


def _misfit_of(step: Step, now: Lookup | None) -> str:
    return step.misfit(now) if now is not None else ""


def _misfit(change: Change, there: Annotation | None) -> str:
    before, after = change.before, change.after
    if before is None:
        return "" if there is None or _is(there, after, _SAID) else "the annotation is there again"
    if there is None:
        return "" if after is None else "the annotation is gone since"
    changed = _SAID if after is None else tuple(n for n in _SAID if not _is(after, before, (n,)))
    return "" if _is(there, before, changed) else "the annotation was changed elsewhere since"


def _is_same(one: Annotation | None, other: Annotation | None) -> bool:
    """Whether they are equal, whether or not they name the text that they count in."""
    if one is None or other is None:
        return one is other
    return one == other or replace(one, text=other.text) == other


def _is_said(one: Annotation | None, other: Annotation | None) -> bool:
    return one is not None and _is(one, other, _SAID)


def _is(one: Annotation, other: Annotation | None, names: Iterable[str]) -> bool:
    return other is not None and all(_value(one, name) == _value(other, name) for name in names)


def _value(annotation: Annotation, name: str) -> object:
    value = getattr(annotation, name)
    return frozenset(value) if name in ("tags", "links") else value
